"""Drills: planned, held as an incident that is none, scored by who looked on; a real incident stops them (S4)."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.desk import drills, matters, measures, undo
from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents import commanding, reporting
from frontdesk.desk.people import staff
from frontdesk.domain.drills.drill import YEARLY, Reached, Scored, next_due
from frontdesk.domain.drills.reasons import DrillReason
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, SECOND, ManualClock
from frontdesk.domain.values.errors import Reason, Refused

As = Callable[[str], Desk]
AIMS = ("十分钟内点名完", "两分钟内有人指挥")


@pytest.fixture
def as_(desk: Desk) -> As:
    people = {"王芳": Post.MANAGER, "赵敏": Post.ADVISOR, "李建国": Post.DIRECTOR, "张三": Post.GUARD}
    for name, post in people.items():
        staff.add(desk, name, post)

    def sit(who: str) -> Desk:
        desk.actor = Actor("manager", who)
        return desk

    return sit


def reason(command: Callable[..., object], *values: Any, **named: Any) -> Reason:
    with pytest.raises(Refused) as refusal:
        command(*values, **named)
    return refusal.value.reason


def planned(desk: Desk, kind: IncidentKind = IncidentKind.SUPPLY, **named: Any) -> int:
    said = {"people": ("赵敏",), "objectives": AIMS, **named}
    return drills.plan(desk, kind, "workshop", desk.now() + HOUR, "张三", **said).number


@pytest.mark.parametrize(
    ("kind", "named", "why"),
    [
        (IncidentKind.HAZARD, {}, DrillReason.DRILL_KIND),
        (IncidentKind.FIRE, {"objectives": ()}, DrillReason.OBJECTIVES),
        (IncidentKind.FIRE, {"objectives": tuple("abcdef")}, DrillReason.OBJECTIVES),
        (IncidentKind.FIRE, {"objectives": ("a", "a")}, DrillReason.OBJECTIVES),
        (IncidentKind.FIRE, {"people": ("张三",)}, DrillReason.OBSERVER_IN_IT),
        (IncidentKind.FIRE, {"people": ("路人",)}, PeopleReason.UNKNOWN_PERSON),
    ],
)
def test_what_is_no_plan(as_: As, kind: IncidentKind, named: dict[str, Any], why: Reason) -> None:
    assert reason(planned, as_("王芳"), kind, **named) is why


@pytest.mark.parametrize("off", [-1, 367 * DAY])
def test_a_time_to_come_within_a_year(as_: As, off: int) -> None:
    desk = as_("王芳")
    at = desk.now() + off
    assert (
        reason(drills.plan, desk, IncidentKind.FIRE, "workshop", at, "张三", objectives=AIMS) is DrillReason.DRILL_TIME
    )


def test_held_and_scored_from_the_clocks(as_: As, clock: ManualClock) -> None:
    desk = as_("王芳")
    number = planned(desk)
    assert reason(drills.score, as_("张三"), number, ()) is DrillReason.NOT_HELD
    began = drills.start(as_("王芳"), number)
    incident = int(began.facts["incident"])
    assert matters.shown(desk, incident).is_drill
    assert reason(drills.start, desk, number) is DrillReason.DRILL_HELD
    clock.at += 90 * SECOND
    commanding.take(desk, incident)
    clock.at += 10 * MINUTE
    two = (Scored(Reached.GAPS, "差两人"), Scored(Reached.REACHED))
    assert reason(drills.score, as_("张三"), number, two) is DrillReason.DRILL_RUNS
    commanding.contain(as_("王芳"), incident)
    commanding.end(as_("王芳"), incident)
    found = drills.shown(desk, number)
    assert found.clocks == (90 * SECOND, 90 * SECOND, None, 690 * SECOND)
    assert reason(drills.score, as_("王芳"), number, two) is DrillReason.NOT_OBSERVER
    assert reason(drills.score, as_("张三"), number, two[:1]) is DrillReason.SCORE_EACH
    assert reason(drills.score, desk, number, (Scored(Reached.GAPS), two[1])) is DrillReason.SCORE_EACH
    drills.score(desk, number, two)
    scored = drills.shown(desk, number).drill
    (measure,) = measures.open_ones(desk)
    assert [each.measure for each in scored.objectives] == [measure.id, None]
    assert (measure.matter.part_of, matters.shown(desk, number).is_open) == (number, True)
    assert not scored.asks_for_review
    assert reason(drills.score, desk, number, two) is DrillReason.DRILL_SCORED
    undo.undo(desk)
    drills.score(desk, number, (Scored(Reached.NOT_REACHED, "没人指挥"), two[1]))
    assert drills.shown(desk, number).drill.asks_for_review
    assert [each.id for each in desk.read(lambda connection: drills.not_reached_since(connection, 0))] == [number]
    measures.drop(as_("王芳"), measures.open_ones(desk)[-1].id, "已改")
    assert matters.shown(desk, number).outcome is Outcome.DONE


def test_not_while_a_real_one_is_open_and_stopped_by_one(as_: As) -> None:
    desk = as_("王芳")
    number = planned(desk)
    real = reporting.report(desk, IncidentKind.FIRE, "workshop").number
    assert reason(drills.start, desk, number) is IncidentReason.REAL_INCIDENT
    assert drills.shown(desk, number).drill.incident is None
    reporting.take_back(desk, real)
    held = int(drills.start(desk, number).facts["incident"])
    reporting.report(desk, IncidentKind.INJURY, "lounge")
    assert matters.shown(desk, held).outcome is Outcome.STOPPED


def test_when_the_next_ones_are_due(as_: As, clock: ManualClock) -> None:
    desk = as_("王芳")
    each = desk.snapshot().policy.drill_days * DAY
    began = drills.listed(desk).due[0][1] - each
    assert drills.listed(desk).due == next_due((), began, each)
    drills.start(desk, planned(desk, IncidentKind.FIRE))
    due = dict(drills.listed(desk).due)
    assert due[None] == clock.at + each
    assert set(due) == {None, *YEARLY} and due[IncidentKind.FIRE] > due[IncidentKind.INJURY] - 1


def test_one_drill_at_a_time(as_: As) -> None:
    desk = as_("王芳")
    first, second = planned(desk, IncidentKind.FIRE), planned(desk, IncidentKind.FIRE)
    held = drills.start(desk, first).facts["incident"]
    with pytest.raises(Refused) as refusal:
        drills.start(desk, second)
    assert (refusal.value.reason, refusal.value.facts["number"]) == (DrillReason.DRILL_RUNS, held)
