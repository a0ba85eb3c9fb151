"""Times and lengths of time as people read them."""

from collections.abc import Callable, Iterable
from datetime import tzinfo

from frontdesk.domain.values.clock import HOUR, MINUTE, SECOND, Millis, is_reckonable, to_datetime
from frontdesk.words.i18n import _

_NO_TIME = "??:??"
"""The text for a recorded instant that no calendar can express."""


def clock_time(at: Millis, zone: tzinfo) -> str:
    """Return an instant as the time of day in the store: 10:42:07."""
    return to_datetime(at, zone).strftime("%H:%M:%S") if is_reckonable(at) else _NO_TIME


def short_time(at: Millis, zone: tzinfo, now: Millis | None = None) -> str:
    """Return an instant as 10:42; on another day than `now` 03-02 10:42, in another year 2024-03-02 10:42."""
    if not is_reckonable(at):
        return _NO_TIME
    moment, today = to_datetime(at, zone), None if now is None else to_datetime(now, zone)
    if today is None or today.date() == moment.date():
        return moment.strftime("%H:%M")
    return moment.strftime("%m-%d %H:%M" if today.year == moment.year else "%Y-%m-%d %H:%M")


def long_time(at: Millis, zone: tzinfo) -> str:
    """Return an instant for documents that may be read at any time: 2026-03-02 10:42."""
    return to_datetime(at, zone).strftime("%Y-%m-%d %H:%M") if is_reckonable(at) else f"{at} ms ?"


def exact_time(at: Millis, zone: tzinfo) -> str:
    """Return an instant with its date, to the second where it is no whole minute: 2026-05-29 10:14:30."""
    if at % MINUTE == 0:
        return long_time(at, zone)
    return f"{to_datetime(at, zone).date()} {clock_time(at, zone)}"


def day_and_time(at: Millis, zone: tzinfo) -> str:
    """Return an instant with the day of its week: Mon 2026-03-02 10:42."""
    return f"{days_of_the_week()[to_datetime(at, zone).weekday()]} {long_time(at, zone)}"


def days_of_the_week() -> tuple[str, ...]:
    """Return the days' short names, from Monday on."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def end_time(at: Millis, shown: Callable[[Millis], str]) -> str:
    """Return when something ends, as `shown` writes instants; midnight is 24:00 of the day that ends with it."""
    said, before = shown(at), shown(at - MINUTE)
    is_midnight = at % MINUTE == 0 and said.endswith("00:00") and before.endswith("23:59")
    return before.removesuffix("23:59") + "24:00" if is_midnight else said


def iso_time(at: Millis | None, zone: tzinfo) -> str | None:
    """Return an instant as ISO 8601 in the store's zone, with milliseconds if there are any; None stays None."""
    if at is None:
        return None
    return to_datetime(at, zone).isoformat(timespec="milliseconds" if at % SECOND else "seconds")


def duration(length: Millis) -> str:
    """Return a length of time: 12:41, from an hour on 1 h 2 min, from a day on 3 days 4 h, with its sign."""
    sign, length = ("-", -length) if length < 0 else ("", length)
    if length < HOUR:
        return f"{sign}{length // MINUTE}:{length % MINUTE // SECOND:02d}"
    whole, rest = about(length), ""
    if length < 24 * HOUR:
        if minutes := length % HOUR // MINUTE:
            rest = _("{minutes} min").format(minutes=minutes)
    elif hours := length // HOUR % 24:
        rest = _("{hours} h").format(hours=hours)
    return sign + " ".join(filter(None, (whole, rest)))


def about(length: Millis) -> str:
    """Return a length of time in few words: 12:41, from an hour on 7 h, from a day on 3 days."""
    if length < HOUR:
        return f"{length // MINUTE}:{length % MINUTE // SECOND:02d}"
    if length < 24 * HOUR:
        return _("{hours} h").format(hours=length // HOUR)
    days = length // (24 * HOUR)
    return _("1 day") if days == 1 else _("{days} days").format(days=days)


def years(count: int) -> str:
    """Return a number of years: 1 year, 3 years."""
    return _("1 year") if count == 1 else _("{count} years").format(count=count)


def same_until(told: Iterable[Millis], awaited: Iterable[Millis], now: Millis) -> Millis:
    """Return until when the lengths of time to some instants read the same, and no awaited instant has come.

    Within an hour they tell seconds.
    """
    lengths = [at - now for at in told]
    left = [length % (SECOND if abs(length) < HOUR else MINUTE) for length in lengths]
    return now + max(1, min([*left, *(at - now for at in awaited if at > now)], default=MINUTE))


def short_duration(length: Millis) -> str:
    """Return a length of time in few cells: 12:41, from an hour on 7h, from a day on 3d."""
    return about(length) if length < HOUR else rough_duration(length)


def rough_duration(length: Millis) -> str:
    """Return a length of time as one number: 45s, 12m, 7h, 3d."""
    if length < MINUTE:
        return _("{seconds}s").format(seconds=length // SECOND)
    if length < HOUR:
        return _("{minutes}m").format(minutes=length // MINUTE)
    if length < 24 * HOUR:
        return _("{hours}h").format(hours=length // HOUR)
    return _("{days}d").format(days=length // (24 * HOUR))
