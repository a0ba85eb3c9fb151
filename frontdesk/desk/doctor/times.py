"""What can be wrong with the clock, with the times on record, and with the calendar."""

from collections.abc import Callable
from datetime import datetime, time, timedelta, tzinfo

from data.engine.connection import Connection
from data.proof.times import LATELY, wrong_times
from frontdesk.desk.doctor.finding import Finding, Level
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import SECOND, Millis, is_reckonable, to_datetime
from frontdesk.domain.values.running_time import ClockSet


def times(snapshot: Snapshot, now: int) -> list[Finding]:
    """Say what the clock, the opening hours, the next case due and the calendar are."""
    hours = OpeningHours.of(snapshot.policy)
    today = to_datetime(now, hours.zone).date()
    last = snapshot.recent[0].at if snapshot.recent else now

    def shown(at: Millis) -> str:
        return f"{to_datetime(at, hours.zone):%Y-%m-%d %H:%M:%S}"

    def ending(at: Millis) -> str:
        moment = to_datetime(at, hours.zone)
        return shown(at) if moment.time() != time() else f"{moment - timedelta(days=1):%Y-%m-%d} 24:00:00"

    open_today = hours.of_day(today)
    due = next((case.next_due.due_at for case in snapshot.complaints if case.next_due), None)
    return [
        Finding("clock", "clock_behind", Level.PROBLEM, {"now": shown(now), "since": shown(last)})
        if last > now
        else Finding("clock", "clock", facts={"now": shown(now)}),
        *_set(snapshot.clock_set, shown),
        Finding("hours", "hours", facts={"opens": f"{open_today[0]:%H:%M}", "closes": _closes(*open_today)})
        if open_today
        else Finding("hours", "closed_today"),
        Finding("due", "due", facts={"at": ending(due)}) if due is not None else Finding("due", "nothing_due"),
        _calendar(today.year),
    ]


def _set(found: ClockSet | None, shown: Callable[[Millis], str]) -> list[Finding]:
    if found is None:
        return []
    facts: dict[str, object] = {"at": shown(found.at), "seconds": abs(found.by) // SECOND}
    if found.since is None:
        return [Finding("clock", "clock_set_back" if found.by < 0 else "clock_set_forward", Level.WARNING, facts)]
    return [Finding("clock", "clock_was_wrong", Level.WARNING, {**facts, "since": shown(found.since)})]


def _closes(opens: datetime, closes: datetime) -> str:
    return f"{closes:%H:%M}" if closes.date() == opens.date() else "24:00"


def _calendar(year: int) -> Finding:
    from chinese_calendar.constants import holidays, workdays  # noqa: PLC0415 - needed only here

    years = sorted({day.year for day in (*holidays, *workdays)})
    facts: dict[str, object] = {"first": years[0], "last": years[-1], "year": year}
    if year in years:
        return Finding("calendar", "calendar", facts=facts)
    return Finding("calendar", "no_calendar", Level.WARNING, facts)


def recorded(connection: Connection, snapshot: Snapshot, now: Millis, whole: bool) -> list[Finding]:
    """Say which times on record are impossible; unless they are looked at as a whole, of the latest rows."""
    zone = OpeningHours.of(snapshot.policy).zone
    wrong = wrong_times(connection, now, None if whole else LATELY)
    if not wrong:
        return [Finding("times", "times")]
    return [
        Finding(
            "times",
            "wrong_time",
            Level.PROBLEM,
            {"column": each.column, "at": _shown(each.at, zone), "count": each.count},
        )
        for each in wrong
    ]


def _shown(at: Millis, zone: tzinfo) -> str:
    # What no calendar has is told as it is.
    return f"{to_datetime(at, zone):%Y-%m-%d %H:%M:%S}" if is_reckonable(at) else f"{at} ms"
