"""An incident from the report to the command's word; what is a drill leaves the house nowhere (I1–I5, I12)."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from data.messages import messages, routes
from data.runs import runs
from frontdesk.desk import undo
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.incidents import commanding, knowing, reading, reporting
from frontdesk.desk.matters import close, obstacles, shown
from frontdesk.desk.messages import telling
from frontdesk.desk.runs import runs as steps
from frontdesk.domain.escalations.terms import Kind, State
from frontdesk.domain.incidents.events import IncidentEvent
from frontdesk.domain.incidents.incident import EntryKind, Fact, IncidentKind, Level
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.matters.matter import Obstacle, Outcome
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.messages.message import Audience, MessageState, Purpose, ToTell
from frontdesk.domain.runs.run import RunOutcome
from frontdesk.domain.values.clock import MINUTE, SECOND, ManualClock
from frontdesk.domain.values.errors import Reason, Refused

At = Callable[[str], Desk]
FIRE, POWER = IncidentKind.FIRE, IncidentKind.POWER_FAILURE


def why(act: Callable[[], Any]) -> Reason:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.reason


def entries(desk: Desk, number: int) -> list[EntryKind]:
    return [entry.entry for entry in reading.shown(desk, number).entries]


def alarms(desk: Desk) -> list[State]:
    return [each.state for each in desk.snapshot().escalations if each.kind is Kind.INCIDENT]


def test_from_the_report_to_the_commands_word(at: At, clock: ManualClock) -> None:
    guard, manager = at("张三"), at("王五")
    number = reporting.report(guard, FIRE, "workshop", language="zh").number
    found = guard.snapshot().incidents[0]
    assert (found.id, found.level, found.command, found.is_drill) == (number, Level.ORDINARY, "", False)
    assert alarms(guard) == [State.RAISED]
    assert guard.read(partial(runs.of_matter, matter=number))[0].playbook.key == "fire"
    assert why(lambda: commanding.contain(manager, number)) is IncidentReason.NO_COMMAND
    commanding.take(manager, number)
    assert alarms(guard) == [State.ACKNOWLEDGED]
    assert why(lambda: commanding.end(guard, number)) is IncidentReason.ONLY_COMMAND
    knowing.say(guard, number, "明火已灭，冒烟", hurt=1)
    assert why(lambda: knowing.say(guard, number, hurt=1)) is IncidentReason.NOTHING_SAID
    clock.at += 6 * MINUTE
    commanding.contain(manager, number)
    assert alarms(guard) == []
    assert why(lambda: close(manager, number)) is MatterReason.MATTER_OPEN
    assert why(lambda: commanding.end(manager, number)) is IncidentReason.NOT_ENDED
    for each in steps.of_matter(manager, number)[0].steps:
        if each.step.evidence in {"area_check", "roll_call"}:
            steps.skip(manager, number, each.step.key, "和消防一起看过、点过")
    commanding.end(manager, number, "已巡视")
    assert reading.shown(guard, number).incident.ended_by == "王五"
    matter = shown(guard, number)
    assert Obstacle.NOT_ENDED not in guard.read(lambda connection: obstacles(connection, matter))


def test_a_level_rises_with_what_is_known_and_calls_anew(at: At) -> None:
    guard, manager = at("张三"), at("王五")
    number = reporting.report(guard, POWER, "power_room").number
    assert reading.shown(guard, number).incident.level is Level.SLIGHT
    commanding.take(manager, number)
    knowing.say(guard, number, facts=(Fact.SPREADING,))
    assert reading.shown(guard, number).incident.level is Level.MAJOR
    assert alarms(guard) == [State.RAISED]
    assert reading.shown(guard, number).incident.command == "王五"
    assert why(lambda: knowing.set_level(guard, number, Level.SLIGHT, "没事")) is IncidentReason.ONLY_COMMAND
    assert why(lambda: knowing.set_level(manager, number, Level.SLIGHT)) is IncidentReason.LEVEL_WHY
    assert why(lambda: knowing.set_level(manager, number, Level.MAJOR)) is IncidentReason.SAME_LEVEL
    knowing.set_level(manager, number, Level.SLIGHT, "只是一盏灯")
    assert why(lambda: handling.acknowledge(manager, guard.snapshot().escalations[0].id)) is IncidentReason.BY_COMMAND
    commanding.take(manager, number)
    assert alarms(guard) == [State.ACKNOWLEDGED]


def test_the_command_is_handed_over_by_name(at: At) -> None:
    guard, manager = at("张三"), at("王五")
    number = reporting.report(guard, POWER, "power_room").number
    assert why(lambda: commanding.hand_over(guard, number, "王五")) is IncidentReason.NO_COMMAND
    commanding.take(guard, number)
    commanding.hand_over(guard, number, "李四", "去看配电房")
    assert why(lambda: commanding.take(guard, number)) is IncidentReason.COMMAND_TAKEN
    commanding.take(manager, number)
    assert entries(guard, number).count(EntryKind.COMMAND) == 3
    assert guard.read(partial(runs.of_matter, matter=number))[0].lead == "王五"


def test_two_reports_of_the_same_are_one_incident(at: At, clock: ManualClock) -> None:
    guard, advisor = at("张三"), at("李四")
    first = reporting.report(guard, FIRE, "workshop")
    again = reporting.report(advisor, FIRE, "workshop", hurt=3)
    assert (again.kind, again.number, again.facts["first"]) == (IncidentEvent.JOIN, first.number, "张三")
    assert reading.shown(guard, first.number).incident.level is Level.MAJOR
    others = [(FIRE, "paint"), (POWER, "workshop"), (FIRE, "outside"), (FIRE, "outside")]
    assert len({reporting.report(advisor, kind, place).number for kind, place in others} | {first.number}) == 5
    clock.at += 10 * MINUTE + 1
    assert reporting.report(advisor, FIRE, "workshop").number != first.number
    assert why(lambda: reporting.report(guard, FIRE, "moon")) is IncidentReason.NO_PLACE


def test_pressed_twice_it_is_reported_once(at: At) -> None:
    done = {reporting.report(at("张三"), FIRE, "outside", operation="one").number for _ in range(3)}
    assert len(done) == len(reading.listed(at("张三"))) == 1


def test_nobody_has_to_sign_in_to_report(at: At) -> None:
    number = reporting.report(at(""), FIRE, "workshop", language="zh").number
    assert at("").read(partial(runs.of_matter, matter=number)) == ()
    commanding.take(at("王五"), number, "zh")
    assert at("").read(partial(runs.of_matter, matter=number))[0].lead == "王五"


@pytest.mark.parametrize("way", ["take_back", "undo"])
def test_a_mistake_stays_on_record_and_whoever_was_called_is_told(at: At, way: str) -> None:
    guard, manager = at("张三"), at("王五")
    routes.put(guard.connection, {"manager": ("wecom:store",)})
    number = reporting.report(guard, FIRE, "workshop").number
    (call,) = guard.read(lambda c: messages.listed(c, only_open=True))
    guard.do(lambda t: _sent(t, call.id))
    assert why(lambda: reporting.take_back(manager, number)) is IncidentReason.NOT_A_MISTAKE
    assert why(lambda: reporting.take_back(at(""), number)) is IncidentReason.NOT_A_MISTAKE
    (reporting.take_back(guard, number) if way == "take_back" else undo.undo(guard))
    found = reading.shown(guard, number)
    assert (found.incident.outcome, found.entries[-1].entry) == (Outcome.MISTAKE, EntryKind.MISTAKE)
    assert alarms(guard) == []
    told = guard.read(lambda c: messages.listed(c, only_open=True))
    assert [(each.purpose, each.channel, each.text) for each in told] == [
        (Purpose.MISTAKE, "wecom:store", "fire workshop")
    ]
    assert why(lambda: commanding.take(manager, number)) is IncidentReason.INCIDENT_OVER


def _sent(transaction: Any, number: int) -> Any:
    from frontdesk.domain.journal.result import Result
    from frontdesk.domain.messages.events import MessageEvent

    messages.end(transaction, messages.get(transaction.connection, number), MessageState.SENT)
    return Result(MessageEvent.TRIED, number=number)


def test_what_somebody_else_saw_too_is_the_commands_to_take_back(at: At) -> None:
    guard, advisor, manager = at("张三"), at("李四"), at("王五")
    number = reporting.report(guard, FIRE, "workshop").number
    reporting.report(advisor, FIRE, "workshop")
    assert why(lambda: reporting.take_back(guard, number)) is IncidentReason.REPORTED_TOO
    assert why(lambda: undo.undo(guard)) is IncidentReason.REPORTED_TOO
    commanding.take(manager, number)
    reporting.take_back(manager, number, "烟饼")


def test_after_two_minutes_only_the_command_takes_it_back(at: At, clock: ManualClock) -> None:
    guard, manager = at("张三"), at("王五")
    number = reporting.report(guard, FIRE, "workshop").number
    clock.at += 2 * MINUTE + SECOND
    assert why(lambda: reporting.take_back(guard, number)) is IncidentReason.NOT_A_MISTAKE
    assert why(lambda: undo.undo(guard)) is JournalReason.NOTHING_TO_UNDO
    commanding.take(manager, number)
    reporting.take_back(manager, number, "烟饼")


def test_what_is_contained_or_over_by_mistake_is_undone(at: At) -> None:
    manager = at("王五")
    number = reporting.report(at("张三"), IncidentKind.SUPPLY, "outside").number
    commanding.take(manager, number)
    commanding.contain(manager, number)
    assert alarms(manager) == []
    undo.undo(manager)
    assert alarms(manager) == [State.ACKNOWLEDGED]
    assert reading.shown(manager, number).incident.contained_at is None


def test_a_real_incident_stops_every_drill_and_no_drill_begins_in_it(at: At) -> None:
    guard, manager = at("张三"), at("王五")
    drill = reporting.report(manager, FIRE, "workshop", is_drill=True, language="zh").number
    assert shown(guard, drill).is_drill
    commanding.take(manager, drill)
    real = reporting.report(guard, FIRE, "workshop", language="zh").number
    assert real != drill
    assert shown(guard, drill).outcome is Outcome.STOPPED
    assert {run.outcome for run in guard.read(partial(runs.of_matter, matter=drill))} == {RunOutcome.STOPPED}
    assert [each.subject.number for each in guard.snapshot().escalations] == [real]
    assert entries(guard, drill)[-1] is EntryKind.STOPPED
    assert why(lambda: reporting.report(manager, FIRE, "lounge", is_drill=True)) is IncidentReason.REAL_INCIDENT


def test_of_a_drill_that_is_over_no_step_stands_any_more(at: At) -> None:
    manager = at("王五")
    drill = reporting.report(manager, IncidentKind.SUPPLY, "parts_store", is_drill=True, language="zh").number
    commanding.take(manager, drill)
    assert manager.snapshot().steps
    commanding.end(manager, drill)
    assert manager.snapshot().steps == ()
    assert not [due for due in shown(manager, drill).dues if due.is_running]
    # What really happened is followed to its end.
    real = reporting.report(manager, IncidentKind.SUPPLY, "parts_store", language="zh").number
    commanding.take(manager, real)
    commanding.end(manager, real)
    assert {each.matter for each in manager.snapshot().steps} == {real}


@pytest.mark.parametrize("audience", Audience)
def test_of_a_drill_nothing_is_sent_and_nobody_outside_is_told(at: At, audience: Audience) -> None:
    manager = at("王五")
    routes.put(manager.connection, {"manager": ("wecom:store",), "sms": ("folder:/srv/sms",)})
    drill = reporting.report(manager, FIRE, "workshop", is_drill=True).number
    said = ToTell(Purpose.WORD, "请离开", audience, matter=drill, phone="13800138000", is_automatic=True)
    for channel in ("phone", "in_person", "sms", "wecom:store"):
        telling.add(manager, said._replace(channel=channel))
    found = manager.read(lambda c: messages.listed(c, only_open=False))
    calls = [each.state for each in found if each.purpose is Purpose.CALL]
    assert calls == [MessageState.DRILL]
    left = {each.channel for each in found if each.is_open}
    assert left == ({"phone", "in_person"} if audience is Audience.STAFF else set())
