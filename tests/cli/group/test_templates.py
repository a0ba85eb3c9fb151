"""What head office offers, at the store's command line: fetched with the log, shown, accepted, declined, taken back."""

from typing import Any

import door
import pytest

Run = Any

FIRST: dict[str, Any] = {
    "name": "接待标准",
    "version": 1,
    "note": "春节前",
    "by": "陈总",
    "numbers": {"over_count": 5, "over_stay_s": 1200},
}
SECOND = {**FIRST, "version": 2, "numbers": {"over_count": 6}}


@pytest.fixture
def store(joined: Run, office: door.Door) -> Run:
    """A store that has joined, with a director, to which a template is offered."""
    assert joined("staff", "add", "李建国", "--post", "director").code == 0
    office.templates[11] = FIRST
    assert joined("group", "send").code == 0
    return joined


def policy(store: Run) -> dict[str, Any]:
    found: dict[str, Any] = store("policy", "show", "--json").json
    return found


def test_it_is_shown_number_by_number_and_nothing_changes(store: Run, office: door.Door) -> None:
    shown = store("group", "offered").out.splitlines()
    number = store("group", "offered", "--json").json["offers"][0]["number"]
    assert shown == [
        f"No. {number} 接待标准, version 1: waits for the director",
        "from head office, added by 陈总, here since 2026-05-29 10:00",
        "note: 春节前",
        "This many cars in the zone are an over-count: 4 cars → 5 cars",
        "A car longer in the zone than this is an over-stay: 20 min, as it is now",
    ]
    assert policy(store)["over_count"] == 4
    assert f"No. {number} group template: 接待标准, version 1" in store("matters").out
    # It is fetched once, and what came of it is sent at once.
    assert any(event["kind"] == "template_offered" for event in office.log)
    sent = len(office.log)
    assert store("group", "send").code == 0
    assert len(office.log) == sent


def test_the_director_accepts_it(store: Run, refused: Any) -> None:
    (offer,) = store("group", "offered", "--json").json["offers"]
    number = offer["number"]
    assert refused("group", "accept", number, "--by", "王芳") == (
        f"Matter No. {number} is now to be signed by the service director; 王芳 is not."
    )
    assert "in person" in refused("sign", number, "--by-phone", "李建国", "--words", "同意", "--by", "王芳")
    done = store("group", "accept", number, "--by", "李建国", "--operation", "a1")
    assert done.code == 0, done.err
    assert "4 cars → 5 cars" in done.out
    assert store("group", "accept", number, "--by", "李建国", "--operation", "a1").code == 0
    assert policy(store)["over_count"] == 5
    (offer,) = store("group", "offered", "--json").json["offers"]
    assert (offer["state"], offer["decided_by"], offer["numbers"][0]["now"]) == ("accepted", ["李建国"], 5)
    said = store("doctor", "--thorough")
    assert "problem" not in said.out, said.out


def test_the_director_declines_it(store: Run, refused: Any) -> None:
    number = store("group", "offered", "--json").json["offers"][0]["number"]
    assert store("group", "decline", number, "--words", "工位少", "--by", "李建国").code == 0
    assert store("group", "offered").out == f"No. {number} 接待标准, version 1: declined\n"
    assert policy(store)["over_count"] == 4
    assert "is rejected since" in refused("group", "accept", number, "--by", "李建国")
    assert refused("group", "accept", "999", "--by", "李建国") == (
        "Head office has offered nothing under No. 999. See frontdesk group offered."
    )


def test_a_newer_version_takes_its_place_and_what_is_withdrawn_goes(store: Run, office: door.Door) -> None:
    office.templates = {12: SECOND}
    assert store("group", "send").code == 0
    states = [(each["version"], each["state"]) for each in store("group", "offered", "--json").json["offers"]]
    assert states == [(1, "taken_back"), (2, "offered")]
    office.templates = {}
    assert store("group", "send").code == 0
    assert [each["state"] for each in store("group", "offered", "--json").json["offers"]] == ["taken_back"] * 2
    assert "template" not in store("matters").out


@pytest.mark.parametrize(
    "strange",
    [
        {**FIRST, "numbers": {"over_count": 5, "of_tomorrow": 1}},
        {**FIRST, "numbers": {"sign_in": "names"}},
        {**FIRST, "numbers": {"over_count": "五"}},
        {**FIRST, "name": None},
        {},
    ],
)
def test_what_is_not_understood_keeps_no_log_from_being_sent(
    joined: Run, office: door.Door, strange: dict[str, Any]
) -> None:
    office.templates = {21: strange, 22: SECOND}
    assert joined("group", "send").code == 0
    assert [each["template"] for each in joined("group", "offered", "--json").json["offers"]] == [22]
    assert joined("staff", "add", "赵敏", "--post", "advisor").code == 0
    assert joined("group", "send").code == 0
    assert office.log[-1]["kind"] == "staff_add"


def test_a_head_office_that_knows_no_templates_takes_none_back(store: Run, office: door.Door) -> None:
    serve = office._answer

    async def older(request: Any) -> Any:
        status, said = await serve(request)
        return status, {key: value for key, value in said.items() if key != "templates"}

    office._answer = older  # type: ignore[method-assign]
    assert store("group", "send").code == 0
    assert [each["state"] for each in store("group", "offered", "--json").json["offers"]] == ["offered"]


def test_it_is_said_in_chinese(store: Run) -> None:
    shown = store("--language", "zh", "group", "offered").out
    assert "接待标准 第 1 版：待服务总监决定" in shown
    assert "总部下发，陈总 制定，" in shown
