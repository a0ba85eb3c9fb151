"""How grave an incident is, by its facts (I2), and who takes the command (S6)."""

import pytest

from frontdesk.domain.incidents.command import check_takes
from frontdesk.domain.incidents.incident import Fact, Incident, IncidentKind, Level
from frontdesk.domain.incidents.level import level_by, raised
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.people.duty import Duty, Roster
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.values.errors import Refused

FIRE, POWER, INJURY = IncidentKind.FIRE, IncidentKind.POWER_FAILURE, IncidentKind.INJURY
SLIGHT, ORDINARY, MAJOR = Level


@pytest.mark.parametrize(
    ("kind", "hurt", "facts", "level"),
    [
        (POWER, None, (), SLIGHT),
        (POWER, 0, (), SLIGHT),
        (POWER, 1, (), ORDINARY),
        (POWER, 2, (), ORDINARY),
        (POWER, 3, (), MAJOR),
        (FIRE, None, (), ORDINARY),
        (FIRE, 0, (), ORDINARY),
        (FIRE, 3, (), MAJOR),
        (INJURY, None, (), ORDINARY),
        (INJURY, 0, (), SLIGHT),
        *((POWER, 0, (fact,), MAJOR) for fact in Fact),
    ],
)
def test_level(kind: IncidentKind, hurt: int | None, facts: tuple[Fact, ...], level: Level) -> None:
    assert level_by(kind, hurt, facts) is level


def test_facts_raise_a_level_and_never_lower_it() -> None:
    assert [[raised(a, b) for b in Level] for a in Level] == [
        [SLIGHT, ORDINARY, MAJOR],
        [ORDINARY, ORDINARY, MAJOR],
        [MAJOR, MAJOR, MAJOR],
    ]


GUARD, ADVISOR, MANAGER, DIRECTOR, LEAD, PARTS, SECOND = (
    Person(number, name, post, "")
    for number, (name, post) in enumerate(
        (("吴兵", Post.GUARD), ("赵敏", Post.ADVISOR), ("王芳", Post.MANAGER), ("李建国", Post.DIRECTOR),
         ("陈静", Post.ADVISOR), ("孙配", Post.PARTS), ("郑卫", Post.GUARD))
    )
)  # fmt: skip
ON_DUTY = Duty(1, Role.MANAGER, "赵敏", 0, 10**9)
ROSTER = Roster((GUARD, ADVISOR, MANAGER, DIRECTOR, LEAD, PARTS, SECOND), (), LEAD)


def incident(command: str = "") -> Incident:
    at = 2000 if command else None
    known: tuple[Fact, ...] = ()
    return Incident(
        38, FIRE, "workshop", "", ORDINARY, 1000, "吴兵", False, 1000, None, known, "", command, at, None, "", None, ""
    )  # fmt: skip


@pytest.mark.parametrize(
    ("takes", "command", "present", "waited", "why"),
    [
        (GUARD, "", (), 0, None),
        (GUARD, "", ("吴兵", "王芳"), 59_999, IncidentReason.COMMAND_FOR),
        (GUARD, "", ("吴兵", "王芳"), 60_000, None),
        (GUARD, "", ("吴兵", "赵敏"), 0, IncidentReason.COMMAND_FOR),
        (GUARD, "", ("吴兵", "郑卫", "孙配", "走了"), 0, None),
        (PARTS, "", ("吴兵",), 0, None),
        (MANAGER, "", ("王芳", "李建国"), 0, None),
        (GUARD, "吴兵", (), 0, IncidentReason.COMMAND_YOURS),
        (SECOND, "吴兵", (), 10**6, IncidentReason.COMMAND_TAKEN),
        (ADVISOR, "吴兵", ("王芳",), 0, None),
        (MANAGER, "赵敏", (), 0, None),
        (MANAGER, "李建国", (), 10**6, IncidentReason.COMMAND_TAKEN),
        (DIRECTOR, "王芳", (), 0, None),
        (LEAD, "李建国", (), 0, None),
        (DIRECTOR, "陈静", (), 0, IncidentReason.COMMAND_TAKEN),
        (GUARD, "走了", (), 0, None),
    ],
)
def test_who_takes_the_command(
    takes: Person, command: str, present: tuple[str, ...], waited: int, why: IncidentReason | None
) -> None:
    try:
        check_takes(incident(command), takes, ROSTER, present, 1000 + waited, first=60_000)
    except Refused as refused:
        assert refused.reason is why
    else:
        assert why is None


def test_whoever_is_on_duty_as_manager_stands_as_one() -> None:
    roster = ROSTER._replace(shifts=(ON_DUTY,), command=None)
    check_takes(incident("吴兵"), ADVISOR, roster, (), 2000, first=60_000)
    with pytest.raises(Refused):
        check_takes(incident("赵敏"), MANAGER, roster, (), 2000, first=60_000)
