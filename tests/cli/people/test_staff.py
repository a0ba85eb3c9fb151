"""`frontdesk staff change`: another post or phone number, on record; the chain calls by it at once."""

from typing import Any

import pytest

from data.people import staff as stored
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor


@pytest.fixture
def wang(run: Any, machine: Any) -> Any:
    return run("staff", "add", "王芳", "--post", "manager", "--phone", "13800010031")


def people(run: Any) -> list[tuple[str, str, str]]:
    return [(each["name"], each["post"], each["phone"]) for each in run("staff", "list", "--json").json["staff"]]


@pytest.mark.parametrize(
    ("more", "post", "phone"),
    [
        (("--phone", "139 0001 0031"), "manager", "13900010031"),
        (("--phone", ""), "manager", ""),
        (("--post", "director"), "director", "13800010031"),
        (("--post", "服务总监", "--phone", "13900010031", "--language", "zh"), "director", "13900010031"),
    ],
)
def test_post_and_phone_are_changed(run: Any, wang: Any, more: tuple[str, ...], post: str, phone: str) -> None:
    ran = run("staff", "change", "王芳", *more)
    assert ran.code == 0, ran.err
    assert people(run) == [("王芳", post, phone)]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("李雷", "--phone", "13900010031"), "李雷 is not on the staff list."),
        (("王芳", "--phone", "1390001"), "is not a phone number"),
        (("王芳", "--post", "boss"), "“boss” is not known here"),
        (("王芳",), "Nothing of 王芳 would change"),
        (("王芳", "--phone", "138 0001 0031", "--post", "manager"), "Nothing of 王芳 would change"),
    ],
)
def test_what_is_refused(run: Any, refused: Any, wang: Any, given: tuple[str, ...], said: str) -> None:
    assert said in refused("staff", "change", *given)
    assert people(run) == [("王芳", "manager", "13800010031")]


def test_it_is_on_record_once_and_without_the_number(run: Any, wang: Any, database: Any) -> None:
    for _twice in range(2):
        run("staff", "change", "王芳", "--phone", "13900010031", "--operation", "k")
    with Desk.open(database, Actor("test", "")) as desk:
        rows = desk.connection.execute("select detail, changes from events where kind = 'staff_change'").fetchall()
        assert [detail for detail, _ in rows] == ["王芳"]
        assert "13900010031" not in rows[0][1]
        assert [person.phone for person in stored.everyone(desk.connection)] == ["13900010031"]
