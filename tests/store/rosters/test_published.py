"""A published roster: who is on duty by it, swaps, sick calls, take-overs, gaps that are owed (S2)."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from at_desk import refusal

from data import agenda
from frontdesk.desk import agenda_rules, approvals, matters, undo
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.past import looking
from frontdesk.desk.people import duty
from frontdesk.desk.rosters import absences, changes, planning, publishing, reading, shifts
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.shift import instant
from frontdesk.domain.rosters.turn import TurnState
from frontdesk.domain.rosters.version import RosterState
from frontdesk.domain.values.clock import DAY, HOUR, ManualClock

FIRST, SECOND, SUNDAY = date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 7)
ZONE = ZoneInfo("Asia/Shanghai")


def on(day: date, desk: Desk, number: int) -> dict[str, str]:
    turns = reading.board(desk, number).turns
    return {turn.person: turn.shift for turn in turns if turn.day == day and turn.is_worked}


def who(desk: Desk, role: Role) -> str:
    person = desk.snapshot().roster.on_duty(role, desk.now())
    return person.name if person else ""


def gap_days(desk: Desk, number: int) -> list[str]:
    owed = (due for due in matters.shown(desk, number).dues if due.name is DueName.ROSTER_GAP and due.is_running)
    return sorted(due.what.split()[0] for due in owed)


def test_who_is_on_duty(published: int, manager: Desk, clock: ManualClock) -> None:
    """Set by hand goes before rostered, and that before the first of the post."""
    clock.at = instant(FIRST, 9 * 60, ZONE)
    assert (who(manager, Role.ADVISOR), who(manager, Role.MANAGER)) == ("赵敏", "王五")
    clock.at = instant(FIRST, 12 * 60, ZONE)
    # Both are there from 11 to 16:30: who was put on the list first.
    assert who(manager, Role.ADVISOR) == "李四"
    clock.at = instant(FIRST, 19 * 60 + 30, ZONE)
    assert who(manager, Role.ADVISOR) == "李四"  # nobody is rostered: the first of the post
    clock.at = instant(SECOND, 9 * 60, ZONE)
    duty.hand_over(manager, Role.MANAGER, "赵六", clock.at + HOUR)
    assert who(manager, Role.MANAGER) == "赵六"


def test_a_manager_who_stands_in_is_called(manager: Desk, clock: ManualClock) -> None:
    """On New Year's Eve the director is rostered as manager: the calls reach them, and they may decide."""
    number = planning.begin(manager, FIRST, FIRST).number
    planning.set_turn(manager, number, FIRST, "赵六", "early", post=Post.MANAGER)
    publishing.submit(manager, number)
    approvals.sign(manager, number)
    clock.at = instant(FIRST, 9 * 60, ZONE)
    assert who(manager, Role.MANAGER) == "赵六"
    clock.at = instant(FIRST, 17 * 60, ZONE)
    assert who(manager, Role.MANAGER) == "王五"


def test_a_night_shift_over_new_year(manager: Desk, clock: ManualClock) -> None:
    clock.at = instant(date(2026, 2, 10), 600, ZONE)
    shifts.add(manager, "night", "", "20:00", "07:00")
    eve = date(2026, 2, 16)
    number = planning.begin(manager, eve, date(2026, 2, 18)).number
    planning.set_turn(manager, number, eve, "李四", "night")
    wrong = refusal(lambda: planning.set_turn(manager, number, date(2026, 2, 17), "李四", "night", post=Post.MANAGER))
    assert wrong is RosterReason.NOT_THEIR_POST
    publishing.submit(manager, number)
    approvals.sign(manager, number)
    (rostered,) = manager.snapshot().roster.rostered if clock.at > instant(eve, 0, ZONE) else [None]
    assert rostered is None
    clock.at = instant(date(2026, 2, 17), 60, ZONE)
    (rostered,) = manager.snapshot().roster.rostered
    assert rostered is not None
    assert (rostered.name, rostered.ends_at - rostered.starts_at) == ("李四", 11 * HOUR)
    assert who(manager, Role.ADVISOR) == "李四"


def test_both_agree_to_a_swap(published: int, manager: Desk, desk_of: Any) -> None:
    zhao, li = desk_of("赵敏"), desk_of("李四")
    assert refusal(lambda: changes.swap(zhao, FIRST, "赵敏", "赵敏")) is RosterReason.SWAP_SAME
    assert refusal(lambda: changes.swap(desk_of("张三"), FIRST, "赵敏", "李四", FIRST)) is RosterReason.NOT_YOUR_SHIFT
    assert changes.swap(zhao, FIRST, "赵敏", "李四", FIRST).kind == "roster_swap_ask"
    assert refusal(lambda: changes.swap(zhao, FIRST, "赵敏", "李四", FIRST)) is RosterReason.SWAP_ASKED
    assert on(FIRST, manager, published)["赵敏"] == "early"
    (asked,) = reading.asked_swaps(manager, published)
    assert asked.who == "赵敏"
    # The other one says so from their side.
    assert changes.swap(li, FIRST, "李四", "赵敏", FIRST).kind == "roster_swap"
    assert on(FIRST, manager, published) | {"赵敏": "late", "李四": "early"} == on(FIRST, manager, published)
    kept = [
        turn
        for turn in reading.board(manager, published).turns
        if turn.day == FIRST and turn.state is TurnState.SWAPPED
    ]
    assert {turn.person for turn in kept} == {"赵敏", "李四"}
    assert reading.asked_swaps(manager, published) == ()
    assert refusal(lambda: undo.undo(li)) is JournalReason.CANNOT_BE_UNDONE


def test_a_shift_is_given_to_somebody_free(published: int, manager: Desk) -> None:
    assert refusal(lambda: changes.swap(manager, FIRST, "赵敏", "李四")) is RosterReason.TWO_SHIFTS
    assert refusal(lambda: changes.swap(manager, FIRST, "赵敏", "小陈")) is RosterReason.NOT_THEIR_POST
    changes.swap(manager, FIRST, "赵敏", "周敏")
    assert on(FIRST, manager, published)["周敏"] == "early"
    assert "赵敏" not in on(FIRST, manager, published)
    assert refusal(lambda: changes.swap(manager, SUNDAY, "赵敏", "周敏")) is RosterReason.NOT_ROSTERED


def test_a_sick_call_leaves_a_gap_that_is_owed(published: int, manager: Desk, desk_of: Any, clock: ManualClock) -> None:
    before = gap_days(manager, published)
    assert "2026-06-07" in before
    clock.at = instant(FIRST, 7 * 60, ZONE)
    absences.add(desk_of("张三"), "张三", FIRST, FIRST, "发烧")
    assert refusal(lambda: absences.add(desk_of("张三"), "李四", FIRST, FIRST, "病")) is PeopleReason.NOT_YOUR_POST
    sick = [turn for turn in reading.board(manager, published).turns if turn.state is TurnState.SICK]
    assert [(turn.person, turn.day) for turn in sick] == [("张三", FIRST)]
    (due,) = (d for d in matters.shown(manager, published).dues if d.what == "2026-06-01 2" and d.is_running)
    assert due.due_at >= clock.at
    clock.at = due.due_at + 1
    handling.evaluate(manager)
    calls = [each for each in manager.snapshot().escalations if each.subject.number == due.id]
    assert len(calls) == 1
    clock.at = instant(FIRST, 9 * 60, ZONE)
    changes.take_over(desk_of("小陈"), FIRST, "小陈", "early")
    (taken,) = (t for t in reading.board(manager, published).turns if t.person == "小陈")
    assert taken.replaces == sick[0].id
    changes.take_over(manager, FIRST, "周敏", "late")
    assert refusal(lambda: changes.take_over(desk_of("小陈"), FIRST, "张三", "late")) is PeopleReason.NOT_YOUR_POST


def test_gaps_are_looked_for_each_day(published: int, manager: Desk, clock: ManualClock) -> None:
    assert agenda.is_planned(manager.connection, agenda.ROSTER)
    changes.take_over(manager, SUNDAY, "周敏", "early")
    assert "2026-06-07" in gap_days(manager, published)
    clock.at = instant(SUNDAY, 12 * 60, ZONE)
    agenda_rules.come(manager)
    assert gap_days(manager, published) == ["2026-06-07"]
    clock.at += 2 * DAY
    agenda_rules.come(manager)
    assert reading.board(manager, published).version.state is RosterState.OVER
    assert not matters.shown(manager, published).is_open
    assert refusal(lambda: changes.swap(manager, FIRST, "赵敏", "小陈")) is RosterReason.ROSTER_STATE


def test_the_roster_that_follows_is_owed(published: int, manager: Desk) -> None:
    def owed(number: int) -> list[Due]:
        return [due for due in matters.shown(manager, number).dues if due.name is DueName.ROSTER_NEXT]

    (due,) = owed(published)
    # A week before the 8th is the 1st; nobody can be late for what is asked on the 29th.
    assert due.due_at == instant(FIRST, 0, ZONE)
    later = planning.begin(manager, date(2026, 6, 8), date(2026, 6, 14)).number
    planning.set_turn(manager, later, date(2026, 6, 8), "周敏", "early")
    publishing.submit(manager, later)
    approvals.sign(manager, later)
    assert not owed(published)[0].is_running
    assert owed(later)[0].is_running


def test_past_festivals_count(manager: Desk, clock: ManualClock) -> None:
    clock.at = instant(date(2025, 1, 20), 600, ZONE)
    number = planning.begin(manager, date(2025, 1, 28), date(2025, 1, 30)).number
    for day in range(28, 31):
        planning.set_turn(manager, number, date(2025, 1, day), "李四", "early")
    publishing.submit(manager, number)
    approvals.sign(manager, number)
    clock.at = instant(date(2026, 2, 1), 600, ZONE)
    later = planning.begin(manager, date(2026, 2, 15), date(2026, 2, 23)).number
    assert reading.board(manager, later).served == {"李四": 3}


def test_a_past_minute_shows_who_was_rostered(published: int, manager: Desk, clock: ManualClock) -> None:
    then = clock.at = instant(FIRST, 9 * 60, ZONE)
    changes.swap(manager, FIRST, "赵敏", "周敏")
    clock.at += HOUR
    absences.add(manager, "周敏", FIRST, FIRST, "病假")
    shown = looking.at(manager, then + 1).snapshot
    assert {turn.name for turn in shown.roster.rostered if turn.starts_at <= then} == {"周敏", "张三", "王五"}
    assert {turn.name for turn in manager.snapshot().roster.rostered if turn.starts_at <= then} == {"张三", "王五"}
