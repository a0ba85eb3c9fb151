"""The shipped playbooks of incidents, each played to its end: fire and power failure first (I4–I8, I17)."""

from collections.abc import Callable

import pytest

from frontdesk.desk import undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents import commanding, knowing, reading, reporting
from frontdesk.desk.register import things
from frontdesk.desk.roll_calls import counting
from frontdesk.desk.roll_calls import reading as rounds
from frontdesk.desk.runs import faults, runs
from frontdesk.domain.incidents.incident import EndObstacle, IncidentKind
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.register.things import Described, ThingKind
from frontdesk.domain.roll_calls.roll_call import Mark, Subject
from frontdesk.domain.runs.evidence import EvidenceKind, asked_by
from frontdesk.domain.runs.run import Run, RunOutcome, StepOnRecord
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

FIRST = (IncidentKind.FIRE, IncidentKind.POWER_FAILURE)
OTHERS = tuple(kind for kind in IncidentKind if kind not in {*FIRST, IncidentKind.HAZARD})


def count_everybody(desk: Desk, number: int) -> None:
    counting.start(desk, number)
    for entry in rounds.last_of(desk, number).entries:
        counting.mark(desk, number, entry.key, Mark.STAYS if entry.subject is Subject.CAR else Mark.PRESENT)


def give(desk: Desk, number: int, each: StepOnRecord, clock: ManualClock) -> None:
    """Do a step with something that it asks for."""
    asked = asked_by(each.step)
    if asked.kind is EvidenceKind.ROLL_CALL:
        count_everybody(desk, number)
    value = {
        EvidenceKind.NUMBER: str(asked.low),
        EvidenceKind.CHOICE: "1",
        EvidenceKind.PERSON: "王五",
        EvidenceKind.VEHICLE: "救援车2",
        EvidenceKind.TIME: clock_time(clock.at),
    }.get(asked.kind, "")
    words = "已处理" if asked.kind is EvidenceKind.WORDS else ""
    runs.done(desk, number, each.step.key, value, words=words)


def clock_time(at: int) -> str:
    """The minute on the wall of a store in China."""
    minutes = at // MINUTE + 8 * 60
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def run_of(desk: Desk, number: int) -> Run:
    return runs.of_matter(desk, number)[-1]


def test_a_roll_call_that_is_complete_stands_in_no_way(at: Callable[[str], Desk]) -> None:
    manager = at("王五")
    zone.arrive(manager, Plate("苏A12345"))
    number = reporting.report(manager, IncidentKind.FIRE, "workshop", language="zh").number
    commanding.take(manager, number)
    assert EndObstacle.ROLL_CALL in reading.shown(manager, number).obstacles
    count_everybody(manager, number)
    assert reading.shown(manager, number).obstacles == (EndObstacle.AREA_CHECK,)


def test_the_end_of_a_roll_call_stands_once_its_incident_is_over(at: Callable[[str], Desk]) -> None:
    guard, manager = at("张三"), at("王五")
    number = reporting.report(manager, IncidentKind.SUPPLY, "outside").number
    commanding.take(manager, number)
    count_everybody(guard, number)
    counting.end(guard, number)
    undo.undo(guard)
    counting.end(guard, number)
    commanding.end(manager, number)
    with pytest.raises(Refused) as refused:
        undo.undo(guard)
    assert refused.value.reason is IncidentReason.INCIDENT_OVER


@pytest.mark.parametrize("kind", [*FIRST, *OTHERS])
def test_played_to_its_end(at: Callable[[str], Desk], clock: ManualClock, kind: IncidentKind) -> None:
    guard, manager = at("张三"), at("王五")
    zone.arrive(guard, Plate("苏A12345"))
    things.add(manager, Described(ThingKind.VEHICLE, "救援车2"))
    number = reporting.report(guard, kind, "workshop", language="zh").number
    commanding.take(manager, number)
    knowing.say(guard, number, hurt=1)
    for fact in run_of(manager, number).playbook.facts:
        if fact.key not in run_of(manager, number).facts:
            runs.say_fact(manager, number, fact.key)
    assert run_of(manager, number).to_do()
    played: list[str] = []
    failed = ""
    while steps := run_of(manager, number).to_do():
        # What is only done again comes last: else nothing would ever come after it.
        each = min(steps, key=lambda step: (bool(step.step.repeat), step.step.key in played))
        if each.step.evidence == "area_check" and not failed:
            with pytest.raises(Refused) as refused:
                commanding.end(manager, number)
            assert refused.value.reason is IncidentReason.NOT_ENDED
            failed = each.step.key
            runs.fail(manager, number, failed, "配电箱跳闸")
            assert faults.see_to(manager, number, failed).facts["measure"]
        else:
            give(manager, number, each, clock)
        played.append(each.step.key)
        clock.at += MINUTE
        assert len(played) < 200
        if run_of(manager, number).outcome is not None:
            break
    run = run_of(manager, number)
    assert run.outcome is RunOutcome.DONE
    assert set(played) >= {each.step.key for each in run.wanted}
    commanding.end(manager, number, "已巡视")
    assert reading.shown(guard, number).incident.ended_by == "王五"
