"""Checks that come by themselves: opened, done, missed; a long time without any; switched on and off (I15, S3)."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from data import agenda
from frontdesk.desk import calendar, matters, undo
from frontdesk.desk.checks import doing, listing, switching
from frontdesk.desk.checks.doing import Given
from frontdesk.desk.checks.switching import Wanted
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.runs import playbooks, runs, starting
from frontdesk.domain.calendar.working_days import PublishedYear
from frontdesk.domain.checks.check import Round, RoundState
from frontdesk.domain.checks.periods import Every
from frontdesk.domain.checks.reasons import CheckReason
from frontdesk.domain.checks.shipped import SHIPPED, STARTER
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.runs.playbook import Playbook, Step
from frontdesk.domain.runs.run import RunOutcome
from frontdesk.domain.values.clock import DAY, HOUR, ManualClock, Millis, to_millis
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.words.checks import missed_lines

As = Callable[[str], Desk]
ZONE = ZoneInfo("Asia/Shanghai")


def at(day: int, hour: int, minute: int = 0, month: int = 6) -> Millis:
    return to_millis(datetime(2026, month, day, hour, minute, tzinfo=ZONE))


def reason(command: Callable[..., object], *values: object, **named: object) -> Reason:
    with pytest.raises(Refused) as refusal:
        command(*values, **named)
    return refusal.value.reason


def every_round(desk: Desk) -> tuple[Round, ...]:
    from data.checks import rounds

    return desk.read(lambda connection: rounds.due_between(connection, 0, 1 << 60))


def do(desk: Desk, number: int) -> None:
    for each in runs.of_matter(desk, number)[-1].steps:
        desk.clock.at += 3000  # type: ignore[attr-defined]
        doing.answer(desk, number, Given(each.step.key, "1"))
    doing.finish(desk, number)


def test_a_new_store_is_not_buried(as_: As, clock: ManualClock) -> None:
    desk = as_("王芳")
    clock.at += 40 * DAY
    handling.evaluate(desk)
    found = listing.listed(desk)
    assert [check.key for check in found.checks] == [check.key for check in SHIPPED]
    assert not any(check.is_in_use for check in found.checks)
    assert (found.open_rounds, found.week.due, every_round(desk)) == ((), 0, ())


def test_it_opens_is_done_and_comes_again(as_: As, clock: ManualClock) -> None:
    desk = as_("王芳")
    clock.at = at(1, 8)
    switching.switch_on(desk, "zone_marking")
    (found,) = listing.listed(desk).open_rounds
    assert (found.due_at, found.ends_at) == (at(1, 9), at(2, 5))
    assert matters.shown(desk, found.matter or 0).next_due is not None
    do(as_("张三"), found.matter or 0)
    assert matters.shown(desk, found.matter or 0).outcome is Outcome.DONE
    assert listing.listed(desk).week == (1, 1)
    clock.at = at(2, 4, 59)
    handling.evaluate(desk)
    assert listing.listed(desk).open_rounds == ()
    clock.at = at(2, 5)
    handling.evaluate(desk)
    (second,) = listing.listed(desk).open_rounds
    assert second.due_at == at(2, 9)
    # Nothing comes twice, whoever looks.
    assert handling.evaluate(desk) is None
    assert len(every_round(desk)) == 2


def test_what_nobody_does_calls_and_is_missed(as_: As, clock: ManualClock) -> None:
    desk = as_("王芳")
    clock.at = at(1, 8)
    switching.switch_on(desk, "zone_marking")
    clock.at = at(1, 9) + 1
    handling.evaluate(desk)
    (raised,) = [each for each in desk.snapshot().escalations if each.kind is Kind.DUE_MISSED]
    clock.at = at(2, 5)
    handling.evaluate(desk)
    handling.evaluate(desk)
    assert raised.id not in {each.id for each in desk.snapshot().escalations}
    first, second = every_round(desk)
    assert (first.state, second.state) == (RoundState.MISSED, RoundState.OPEN)
    assert runs.of_matter(desk, first.matter or 0)[-1].outcome is RunOutcome.MISSED
    assert matters.shown(desk, first.matter or 0).outcome is Outcome.MISSED
    assert listing.listed(desk).week == (0, 1)
    assert reason(doing.answer, desk, first.matter or 0, Given("lines", "1")) is CheckReason.CHECK_ENDED


def test_each_period_in_which_nothing_ran_leaves_a_row(as_: As, clock: ManualClock) -> None:
    desk = as_("王芳")
    clock.at = at(1, 8)
    switching.switch_on(desk, "zone_marking")
    clock.at = at(11, 12)
    handling.evaluate(desk)
    found = every_round(desk)
    assert [each.period for each in found] == [f"2026-06-{day:02}" for day in range(1, 12)]
    assert [each.state for each in found] == [RoundState.MISSED] * 10 + [RoundState.OPEN]
    assert listing.listed(desk).missed == tuple(found[:-1])
    (said,) = missed_lines(found[:-1], UTC, clock.at)
    assert said.startswith("check missed 10 ×: ")
    assert [each.matter is None for each in found] == [False, *[True] * 9, False]
    # Nobody is late for what is only now asked of them.
    assert found[-1].due_at == clock.at + HOUR
    clock.at += 400 * DAY
    handling.evaluate(desk)
    assert len(every_round(desk)) == len(found) + 32


def test_the_calendar_moves_what_is_to_come(as_: As, clock: ManualClock) -> None:
    desk = as_("王芳")
    clock.at = at(1, 8)
    switching.switch_on(desk, "extinguisher_dates")
    do(desk, listing.listed(desk).open_rounds[0].matter or 0)
    planned = desk.read(lambda connection: agenda.at_of(connection, agenda.CHECKS))
    assert planned == at(1, 5, month=7)
    free = {datetime(2026, 7, day, tzinfo=ZONE).date(): False for day in (1, 2, 3)}
    calendar.load(desk, PublishedYear(2026, free))
    assert desk.read(lambda connection: agenda.at_of(connection, agenda.CHECKS)) == at(6, 5, month=7)


def test_a_starter_set_with_one_key_and_off_again(as_: As, clock: ManualClock) -> None:
    desk = as_("王芳")
    clock.at = at(1, 8)
    assert reason(switching.switch_on_all, as_("张三"), STARTER) is PeopleReason.NOT_YOUR_POST
    switching.switch_on_all(as_("王芳"), STARTER)
    assert {check.key for check in listing.listed(desk).checks if check.is_in_use} == set(STARTER)
    # Before a holiday is not now.
    assert len(listing.listed(desk).open_rounds) == 5
    assert reason(switching.switch_on_all, desk, STARTER) is CheckReason.CHECK_ON
    assert reason(switching.switch_on, desk, "zone_marking") is CheckReason.CHECK_ON
    undo.undo(desk)
    assert listing.listed(desk).open_rounds == ()
    assert desk.read(lambda connection: agenda.at_of(connection, agenda.CHECKS)) is None
    switching.switch_on(desk, "zone_marking", Wanted(Every.WEEKLY, "18:00", "reception", "advisor"))
    (found,) = listing.listed(desk).open_rounds
    assert matters.shown(desk, found.matter or 0).dues[0].person == "赵敏"
    switching.switch_off(desk, "zone_marking")
    assert every_round(desk)[0].state is RoundState.STOPPED
    assert listing.listed(desk).week.due == 0
    assert reason(switching.switch_off, desk, "zone_marking") is CheckReason.CHECK_OFF
    assert reason(switching.open_now, desk, "zone_marking") is CheckReason.CHECK_OFF
    undo.undo(desk)
    assert len(listing.listed(desk).open_rounds) == 1
    clock.at = at(8, 5)
    handling.evaluate(desk)
    assert [each.state for each in every_round(desk)] == [RoundState.MISSED, RoundState.OPEN]


@pytest.mark.parametrize(("text", "right"), [("9:30", "09:30"), ("05:30", "05:30"), ("23:59", "23:59")])
def test_a_time_of_day(as_: As, text: str, right: str) -> None:
    desk = as_("王芳")
    switching.switch_on(desk, "radios", Wanted(by=text))
    assert [check.by for check in listing.listed(desk).checks if check.is_in_use] == [right]


@pytest.mark.parametrize("text", ["", "5:29", "24:00", "9.30", "soon", "9:3", "-1:00"])
def test_no_time_of_day(as_: As, text: str) -> None:
    assert reason(switching.switch_on, as_("王芳"), "radios", Wanted(by=text)) is CheckReason.CHECK_TIME


def test_opened_by_hand_besides(as_: As, clock: ManualClock) -> None:
    desk = as_("王芳")
    clock.at = at(1, 8)
    switching.switch_on(desk, "zone_marking")
    assert reason(switching.open_now, desk, "zone_marking") is CheckReason.CHECK_OPEN
    do(desk, listing.listed(desk).open_rounds[0].matter or 0)
    opened = switching.open_now(as_("张三"), "zone_marking")
    (found,) = listing.listed(desk).open_rounds
    assert (found.matter, found.ends_at) == (opened.number, at(2, 5))
    clock.at = at(2, 6)
    handling.evaluate(desk)
    assert [each.state for each in every_round(desk)] == [RoundState.DONE, RoundState.MISSED, RoundState.OPEN]


def test_a_store_brings_its_own(as_: As, clock: ManualClock) -> None:
    desk = as_("王芳")
    clock.at = at(1, 8)
    assert reason(switching.switch_on, desk, "lifts", Wanted(playbook="lifts")) is CheckReason.NO_PLAYBOOK
    playbooks.load(desk, Playbook("lifts", "举升机", "check", (Step("one", "一号"), Step("two", "二号"))))
    assert reason(starting.start, desk, "lifts", "zh") is CheckReason.CHECK_PLAYBOOK
    switching.switch_on(desk, "lifts", Wanted(Every.DAILY, "10:00", playbook="lifts"))
    (found,) = listing.listed(desk).open_rounds
    assert (found.check, found.title, matters.shown(desk, found.matter or 0).title) == ("lifts", "举升机", "举升机")
    assert reason(runs.done, desk, found.matter or 0, "one") is CheckReason.OF_CHECK
    # What a run began with it keeps; a playbook that is none of a check any more leaves the period on record.
    playbooks.load(desk, Playbook("lifts", "举升机", "store", (Step("one", "一号"),)))
    clock.at = at(2, 6)
    handling.evaluate(desk)
    assert [each.state for each in every_round(desk)] == [RoundState.MISSED, RoundState.MISSED]


def test_closed_all_the_same(as_: As, clock: ManualClock) -> None:
    desk = as_("王芳")
    clock.at = at(1, 8)
    switching.switch_on(desk, "zone_marking")
    number = listing.listed(desk).open_rounds[0].matter or 0
    matters.close(desk, number, "装修")
    assert every_round(desk)[0].state is RoundState.STOPPED
    clock.at = at(2, 6)
    handling.evaluate(desk)
    assert len(listing.listed(desk).open_rounds) == 1


def test_two_stations_look_at_the_same_instant(as_: As, racers: object, clock: ManualClock) -> None:
    """One opens what is due, the other finds it there."""
    desk = as_("王芳")
    clock.at = at(1, 8)
    switching.switch_on_all(desk, STARTER)
    clock.at = at(2, 6)
    for _ in range(3):
        racers.race(("evaluate",), ("evaluate",), ("evaluate",))  # type: ignore[attr-defined]
    periods = [(each.check, each.period) for each in every_round(desk)]
    assert len(periods) == len(set(periods)) and ("zone_marking", "2026-06-02") in periods


def test_nobody_at_a_station(as_: As, clock: ManualClock) -> None:
    """What opens while nobody has signed in is led by whoever owes it."""
    desk = as_("王芳")
    clock.at = at(1, 8)
    switching.switch_on(desk, "zone_marking", Wanted(role="guard"))
    clock.at = at(2, 6)
    as_("")
    handling.evaluate(desk)
    run = runs.of_matter(desk, listing.listed(desk).open_rounds[0].matter or 0)[-1]
    assert (run.lead, run.started_by) == ("张三", "")
