"""Areas and teams: what is shipped, what the store says of it, who is in a team (I3, S3, S6)."""

from collections.abc import Callable

import pytest

from data.proof.tables import compare
from data.register import areas as stored
from frontdesk.desk import undo
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.register import areas, teams
from frontdesk.domain.people.staff import Post
from frontdesk.domain.register.areas import MOST_AREAS, NAME_LIMIT, SHIPPED
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.teams import Team
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.words.register import area_word, shipped_areas

CALLED = shipped_areas()


@pytest.fixture
def signed(as_: Callable[[str], Desk]) -> Desk:
    return as_("王芳")


def names(desk: Desk, team: Team) -> list[str]:
    (found,) = (each for each in teams.listed(desk) if each.key is team)
    return [person.name for person in found.members]


def is_proved(desk: Desk) -> bool:
    return compare(desk.connection, lambda done, of: None).found == []


def test_a_store_that_said_nothing_has_what_is_shipped(signed: Desk) -> None:
    assert areas.listed(signed) == SHIPPED
    assert [team.key for team in teams.listed(signed)] == list(Team)
    assert area_word("power_room") in CALLED["power_room"]


def test_an_area_of_its_own_comes_last_and_can_be_taken_back(signed: Desk) -> None:
    added = areas.add(signed, "  洗车房  ", CALLED)
    assert [area.name for area in stored.in_use(signed.connection)][-1] == "洗车房"
    assert added.facts == {"area": "area_1", "name": "洗车房"}
    undo.undo(signed)
    assert areas.listed(signed) == SHIPPED
    assert is_proved(signed)


def test_renamed_and_called_as_shipped_again(signed: Desk) -> None:
    areas.change(signed, "lounge", CALLED, name="客户休息区")
    assert stored.get(signed.connection, "lounge").name == "客户休息区"
    areas.change(signed, "lounge", CALLED, name="休息室")
    assert stored.get(signed.connection, "lounge").name == ""
    areas.change(signed, "lounge", CALLED, in_use=False)
    assert "lounge" not in {area.key for area in stored.in_use(signed.connection)}
    assert is_proved(signed)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", RegisterReason.AREA_NAME),
        ("\u202e", RegisterReason.AREA_NAME),
        ("车间", RegisterReason.NAME_TAKEN),
        ("Power Room", RegisterReason.NAME_TAKEN),
        ("字" * (NAME_LIMIT + 1), ValueReason.TEXT_TOO_LONG),
    ],
)
def test_what_is_no_name_for_an_area(signed: Desk, name: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        areas.add(signed, name, CALLED)
    assert refused.value.reason is reason


def test_there_is_an_end_to_areas(signed: Desk) -> None:
    for number in range(MOST_AREAS - len(SHIPPED)):
        areas.add(signed, f"库{number}", CALLED)
    with pytest.raises(Refused) as refused:
        areas.add(signed, "再一个", CALLED)
    assert refused.value.reason is RegisterReason.TOO_MANY_AREAS


def test_nothing_changes_twice(signed: Desk) -> None:
    with pytest.raises(Refused) as refused:
        areas.change(signed, "office", CALLED, in_use=True)
    assert refused.value.reason is RegisterReason.SAME_AS_BEFORE
    with pytest.raises(Refused) as refused:
        areas.change(signed, "moon", CALLED, in_use=True)
    assert refused.value.reason is RegisterReason.NO_AREA


def test_who_leads_a_team_and_who_stands_in(signed: Desk) -> None:
    for name in ("王芳", "李强", "张三"):
        teams.put(signed, Team.RESCUE, name)
    teams.put(signed, Team.RESCUE, "张三", 1)
    assert names(signed, Team.RESCUE) == ["张三", "王芳", "李强"]
    undo.undo(signed)
    assert names(signed, Team.RESCUE) == ["王芳", "李强", "张三"]
    teams.take_out(signed, Team.RESCUE, "王芳")
    teams.put_all(signed, Team.CORDON, ["张三", "王芳"])
    assert names(signed, Team.RESCUE) == ["李强", "张三"]
    with pytest.raises(Refused) as refused:
        teams.take_out(signed, Team.RESCUE, "王芳")
    assert refused.value.reason is RegisterReason.NOT_IN_TEAM
    teams.put(signed, Team.RESCUE, "王芳")
    assert names(signed, Team.RESCUE) == ["李强", "张三", "王芳"]
    assert is_proved(signed)


def test_whoever_leaves_the_staff_leaves_the_teams_for_good(signed: Desk) -> None:
    teams.put_all(signed, Team.RESCUE, ["李强", "张三"])
    teams.put_all(signed, Team.CORDON, ["李强"])
    staff.remove(signed, "李强")
    assert (names(signed, Team.RESCUE), names(signed, Team.CORDON)) == (["张三"], [])
    staff.add(signed, "李强", Post.TECHNICIAN)
    assert names(signed, Team.RESCUE) == ["张三"]
    assert is_proved(signed)


def test_a_team_in_the_stores_own_words(signed: Desk) -> None:
    teams.change(signed, Team.AFTERMATH, name="善后组（客服）", duty="安抚客户。")
    found = next(team for team in teams.listed(signed) if team.key is Team.AFTERMATH)
    assert (found.name, found.duty) == ("善后组（客服）", "安抚客户。")
    teams.change(signed, Team.AFTERMATH, name="")
    with pytest.raises(Refused):
        teams.change(signed, Team.AFTERMATH, name="")
