"""Templates at head office: versions that are checked, offered, withdrawn; and each store's answer, from its log."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from psycopg import Connection
from served import opened

from frontdesk.commands.group.sending import send_all
from frontdesk.desk import approvals
from frontdesk.desk.desk import Desk
from frontdesk.desk.group import belonging
from frontdesk.desk.group import templates as at_store
from frontdesk.desk.people import staff
from frontdesk.domain.group.answer import Position
from frontdesk.domain.group.share import Share
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.group import stores
from frontdesk.machine.group.group_file import Group


@pytest.fixture
def file(tmp_path: Path) -> Any:
    """Writes a file of numbers."""

    def written(text: str) -> str:
        path = tmp_path / "template.toml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return written


def test_versions_are_added_shown_and_withdrawn(run: Any, file: Any) -> None:
    add = ("templates", "add", "接待标准")
    said = run(*add, file("over_count = 5\nbays = ['1', '2']\n"), "--note", "春节前", "--by", "陈总")
    assert (said.code, said.out) == (
        0, "On offer: 接待标准, version 1. Each store fetches it with its next sending.\n",
    )  # fmt: skip
    again = run(*add, file("bays = ['1', '2']\nover_count = 5\n"))
    assert "version 1, says just that and is on offer" in again.err
    assert run(*add, file("over_count = 6\n")).code == 0
    assert run("templates", "add", "春节", file("late_reception_s = 90\n")).code == 0
    listed = run("templates", "list").out.splitlines()
    assert [line.partition(":")[0] for line in listed] == [
        "接待标准, version 2", "接待标准, version 1", "春节, version 1",
    ]  # fmt: skip
    assert "added by 陈总" in listed[1]
    assert "a newer version is on offer" in listed[1]
    shown = run("templates", "show", "接待标准").out.splitlines()
    assert shown[1:] == ["This many cars in the zone are an over-count: 6 cars"]
    assert json.loads(run("templates", "show", "接待标准", "--json").out)["numbers"] == {"over_count": 6}
    assert run("templates", "withdraw", "接待标准").code == 0
    assert "was withdrawn" in run("templates", "withdraw", "接待标准").err
    # What was withdrawn can be offered anew, as a version of its own.
    assert "version 3" in run(*add, file("over_count = 6\n")).out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The file names no number."),
        ("store_name = '甲店'\nover_count = 5", "These are each store's own and stand in no template: store_name."),
        ("sign_in = 'pins'", "stand in no template: sign_in."),
        ("over_count = 0", "over_count"),
        ("over_count = 'five'", "over_count"),
        ("over_cuont = 5", "over_cuont"),
        ("over_count = 2", "over_count_warning"),
        ("over_count = ", "template.toml"),
    ],
)
def test_what_is_not_right_is_refused_before_it_is_kept(run: Any, file: Any, text: str, said: str) -> None:
    refused = run("templates", "add", "接待标准", file(text))
    assert (refused.code, refused.out) == (1, "")
    assert said in refused.err
    assert run("templates", "list").out == "There is no template yet: frontdesk group templates add NAME FILE\n"


def test_names_that_are_none(run: Any, file: Any) -> None:
    for wrong in ("", " ", "长" * 41):
        assert "A template is called something" in run("templates", "add", wrong, file("over_count = 5")).err
    for verb in ("show", "status", "withdraw"):
        assert "There is no template “别的”" in run("templates", verb, "别的").err


@pytest.mark.parametrize("share", [*Share])
async def test_each_stores_answer_is_seen_from_its_log(
    run: Any, file: Any, office: str, *, connection: Connection[Any], day: Path, share: Share
) -> None:
    def status() -> dict[str, Any]:
        found = json.loads(run("templates", "status", "接待标准", "--json").out)["stores"]
        return {each["code"]: (each["version"], each["state"], each["in_force"]) for each in found}

    token = stores.add(connection, "S1", "一店", "江苏", 0)
    stores.add(connection, "S2", "二店", "江苏", 0)
    assert run("templates", "add", "接待标准", file("over_count = 5\n")).code == 0
    assert status() == {"S1": (None, "not_there", None), "S2": (None, "not_there", None)}
    with Desk.open(day, Actor("command", "李静")) as desk:
        staff.add(desk, "李建国", Post.DIRECTOR)
        belonging.join(desk, "S1", share, Position(1))
        async with opened(office) as port:
            group = Group(f"http://127.0.0.1:{port}", "S1", token, share)
            await send_all(desk, group)
            assert status()["S1"] == (1, "offered", None)
            (offer,) = at_store.offered(desk)
            desk.actor = Actor("manager", "李建国")
            approvals.sign(desk, offer.matter)
            await send_all(desk, group)
            assert status()["S1"] == (1, "accepted", 1)
            again = await asyncio.to_thread(run, "templates", "add", "接待标准", file("over_count = 6\n"))
            assert again.code == 0
            await send_all(desk, group)
            assert status() == {"S1": (2, "offered", 1), "S2": (None, "not_there", None)}
            approvals.reject(desk, at_store.offered(desk)[-1].matter, "车少")
            await send_all(desk, group)
    assert status()["S1"] == (2, "declined", 1)
    assert run("templates", "status", "接待标准").out.splitlines()[1].split()[:4] == ["S1", "一店", "2", "declined"]


async def test_a_template_is_for_stores_alone(run: Any, file: Any, office: str, connection: Connection[Any]) -> None:
    import aiohttp

    token = stores.add(connection, "S1", "一店", "江苏", 0)
    number = json.loads(run("templates", "add", "接待标准", file("over_count = 5"), "--json").out)["number"]
    async with opened(office) as port, aiohttp.ClientSession() as client:
        base = f"http://127.0.0.1:{port}/v1/stores/S1/templates"
        allowed = {"Authorization": f"Bearer {token}"}
        for address, headers, status in (
            (f"{base}/{number}", {}, 401),
            (f"{base}/{number}", {"Authorization": "Bearer x"}, 401),
            (f"{base}/{number}", allowed, 200),
            (f"{base}/{number % 7}", allowed, 404),
            (f"{base}/x", allowed, 404),
            (f"{base}/{'9' * 17}", allowed, 404),
            (f"{base}/{'9' * 16}", allowed, 404),
        ):
            async with client.get(address, headers=headers) as answer:
                assert answer.status == status, address
