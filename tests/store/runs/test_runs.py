"""Runs: their end, what is taken back, two stations on one step, a drifting playbook, a matter that is closed."""

from collections.abc import Callable
from typing import Any

import pytest
from run_model import PEOPLE

from frontdesk.desk import matters, undo
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.incidents import reporting
from frontdesk.desk.people import staff
from frontdesk.desk.runs import playbooks, runs, starting
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.matters.matter import Obstacle, Outcome
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Post
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.runs.run import RunOutcome, StepState
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.errors import Reason, Refused

As = Callable[[str], Desk]
Begun = Callable[..., int]


def reason(command: Callable[..., object], *values: Any, **named: Any) -> Reason:
    with pytest.raises(Refused) as refusal:
        command(*values, **named)
    return refusal.value.reason


def states(desk: Desk, number: int) -> dict[str, StepState]:
    return {each.step.key: each.state for each in runs.of_matter(desk, number)[-1].steps}


def test_with_its_last_step_the_run_and_its_matter_end(as_: As, begun: Begun) -> None:
    number = begun({"key": "a"}, {"key": "b", "after": ("a",)})
    desk = as_("张三")
    assert matters.shown(desk, number).is_open
    runs.done(desk, number, "a")
    runs.done(desk, number, "b")
    (run,) = runs.of_matter(desk, number)
    assert run.outcome is RunOutcome.DONE
    assert matters.shown(desk, number).outcome is Outcome.DONE
    assert [entry.entry for entry in run.entries] == ["run_start", "step_done", "step_done"]
    undo.undo(desk)
    assert runs.of_matter(desk, number)[0].outcome is None
    assert matters.shown(desk, number).is_open


def test_what_others_built_on_is_not_taken_back(as_: As, begun: Begun) -> None:
    """Also where only a step before it was done: the one that opened both of them stays."""
    number = begun({"key": "a"}, {"key": "b"}, {"key": "c", "after": ("a", "b")})
    runs.done(as_("张三"), number, "a")
    runs.done(as_("赵敏"), number, "b")
    assert reason(undo.undo, as_("张三")) is JournalReason.CHANGED_SINCE
    runs.take(as_("李强"), number, "c")
    assert reason(undo.undo, as_("赵敏")) is JournalReason.BUILT_ON
    assert states(as_("赵敏"), number) == {"a": "done", "b": "done", "c": "taken"}


def test_a_run_keeps_the_steps_it_began_with(as_: As, begun: Begun) -> None:
    first = begun({"key": "a"}, {"key": "b"})
    second = begun({"key": "a", "title": "别的"})
    desk = as_("王芳")
    assert set(states(desk, first)) == {"a", "b"}
    assert runs.of_matter(desk, second)[0].version == 2
    same = playbooks.shown(desk, "test", "zh").playbook
    assert reason(playbooks.load, desk, same) is RunReason.SAME_PLAYBOOK


def test_a_matter_has_one_run_at_a_time(as_: As, begun: Begun) -> None:
    number = begun({"key": "a"})
    desk = as_("王芳")
    assert reason(starting.start, desk, "test", "zh", matter=number) is RunReason.RUN_OPEN
    assert reason(starting.start, desk, "none", "zh") is RunReason.NO_PLAYBOOK
    assert reason(starting.start, desk, "test", "zh", facts=("x",)) is RunReason.NO_FACT
    assert reason(runs.done, desk, number, "z") is RunReason.NO_STEP
    assert reason(starting.start, as_(""), "test", "zh") is PeopleReason.NO_OPERATOR
    assert reason(runs.done, as_("路人"), number, "a") is PeopleReason.UNKNOWN_PERSON


def test_the_steps_of_an_incident_are_begun_by_its_report(as_: As, begun: Begun) -> None:
    """Begun without one they would be steps that nobody was called to."""
    number, desk = begun({"key": "a"}), as_("王芳")
    for kind in IncidentKind:
        if kind is not IncidentKind.HAZARD:
            assert reason(starting.start, desk, kind, "zh") is RunReason.REPORTED_INSTEAD
            assert reason(starting.start, desk, kind, "zh", matter=number) is RunReason.REPORTED_INSTEAD
    assert reason(starting.start, desk, "fire", "zh", matter=99) is MatterReason.NO_MATTER
    incident = reporting.report(desk, IncidentKind.FIRE, "workshop").number
    assert reason(starting.start, desk, "fire", "zh", matter=incident) is RunReason.RUN_OPEN


def test_a_matter_that_is_closed_stops_its_run(as_: As, begun: Begun) -> None:
    number = begun({"key": "a", "due": "2 min"})
    desk = as_("王芳")
    matter = matters.shown(desk, number)
    found = desk.read(lambda connection: matters.obstacles(connection, matter))
    assert set(found) == {Obstacle.DUE, Obstacle.RUN}
    matters.close(desk, number, "误报")
    (run,) = runs.of_matter(desk, number)
    assert run.outcome is RunOutcome.STOPPED
    assert reason(runs.done, desk, number, "a") is RunReason.NO_RUN


def test_a_step_that_is_not_done_in_time_calls(as_: As, begun: Begun, clock: ManualClock) -> None:
    number = begun({"key": "a", "title": "报告", "due": "2 min"})
    desk = as_("张三")
    clock.at += 2 * MINUTE
    handling.evaluate(desk)
    assert not desk.snapshot().escalations
    clock.at += 1
    handling.evaluate(desk)
    (called,) = desk.snapshot().escalations
    assert called.kind is Kind.DUE_MISSED
    runs.done(desk, number, "a", at=clock.at - MINUTE)
    handling.evaluate(desk)
    assert not desk.snapshot().escalations
    (due,) = matters.shown(desk, number).dues
    assert not due.is_missed(clock.at)


def test_two_stations_at_once(racers: Any, as_: As, begun: Begun, clock: ManualClock) -> None:
    """One wins; the other hears who was first. The same operation id does nothing twice."""
    number = begun(*({"key": f"s{each}"} for each in range(4)))
    desk = as_("王芳")
    for name in set(racers.people.values()) - set(PEOPLE):
        staff.add(desk, name, Post.ADVISOR)
    for each in range(3):
        found = racers.race(*(("step_take", number, f"s{each}"),) * 3)
        assert sorted("answer" in answer for answer in found) == [False, False, True]
        assert {answer["refused"] for answer in found if "refused" in answer} == {"not_yours"}
    found = racers.race(*(("step_done", number, "s3", {"operation": "same"}),) * 3)
    assert all("answer" in answer for answer in found)
    (run,) = runs.of_matter(desk, number)
    assert len(run.entries) == 5


def test_what_was_only_begun_is_taken_back_whole(as_: As, begun: Begun) -> None:
    number = begun({"key": "a", "due": "2 min"})
    desk = as_("王芳")
    undo.undo(desk)
    assert reason(matters.shown, desk, number) is MatterReason.NO_MATTER
    assert runs.open_ones(desk) == ()
