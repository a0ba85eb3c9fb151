"""The order of a team: who leads it, who stands in."""

import pytest

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.teams import MOST_MEMBERS, check_members, put
from frontdesk.domain.values.errors import Reason, Refused


@pytest.mark.parametrize(
    ("names", "name", "position", "becomes"),
    [
        ("", "a", None, "a"),
        ("", "a", 5, "a"),
        ("ab", "c", None, "abc"),
        ("ab", "a", None, "ab"),
        ("ab", "c", 1, "cab"),
        ("abc", "c", 2, "acb"),
        ("abc", "a", 3, "bca"),
        ("abc", "a", 9, "bca"),
        ("abc", "b", 2, "abc"),
        ("abc", "b", 0, "bac"),
    ],
)
def test_put(names: str, name: str, position: int | None, becomes: str) -> None:
    assert "".join(put(tuple(names), name, position)) == becomes


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ("ab", None),
        ("", None),
        ("ax", PeopleReason.UNKNOWN_PERSON),
        ("aba", RegisterReason.MEMBER_TWICE),
    ],
)
def test_members(names: str, reason: Reason | None) -> None:
    if reason is None:
        check_members(names, set("abc"))
        return
    with pytest.raises(Refused) as refused:
        check_members(names, set("abc"))
    assert refused.value.reason is reason


def test_a_team_is_not_a_crowd() -> None:
    crowd = [str(number) for number in range(MOST_MEMBERS + 1)]
    check_members(crowd[1:], set(crowd))
    with pytest.raises(Refused):
        check_members(crowd, set(crowd))
