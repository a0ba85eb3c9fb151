"""The clocks of a case in words, the same on a page, in a list and on paper (Q1–Q3, C3, C5, C6, C8, C15–C18)."""

from collections.abc import Callable
from datetime import tzinfo

from frontdesk.domain.cases.clocks import ClockName, ClockState, DueClock, Pause
from frontdesk.domain.values.clock import Millis
from frontdesk.words.cases.clock_line import Size
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import At, labelled
from frontdesk.words.times import about, duration, end_time, rough_duration, short_duration, short_time

_SHORT = {
    ClockName.FIRST_ANSWER: N_("1st"),
    ClockName.HEAD_INFORMED: N_("head"),
    ClockName.ON_SITE: N_("site"),
    ClockName.FULL_ANSWER: N_("full"),
    ClockName.QUALITY_ANSWER: N_("QA"),
    ClockName.PROMISED: N_("date"),
    ClockName.AGREE_DATE: N_("week"),
    ClockName.MATERIAL: N_("recs"),
    ClockName.LEGAL: N_("law"),
    ClockName.LEFT_SITE: N_("exit"),
}
"""The name of each clock in a line with many of them, at most four cells long."""


def short_clock(name: ClockName) -> str:
    """Return the name of a clock for when there is little room."""
    return _(_SHORT[name])


def clock_name(clock: DueClock) -> str:
    """Return the name of a clock; for a promise, the promised thing."""
    return f"{word(clock.name)} “{clock.what}”" if clock.what else word(clock.name)


def due_words(clock: DueClock, at: At) -> str:
    """Return the name of a clock and when it is due."""
    return labelled(clock_name(clock), _("due {time}").format(time=end_time(clock.due_at, at)))


def standing(clock: DueClock, now: Millis, warning: Millis, at: At) -> str:
    """Return the state of a clock with its times: met, paused until, overdue, or the time left.

    `warning`: how long before its due time a clock warns.
    """
    state, until = clock.state(now, warning), clock.paused_until(now)
    if clock.met_at is not None:
        stands = _("met {at}").format(at=at(clock.met_at))
    elif clock.lifted_at is not None and clock.withdrawn:
        stands = _("withdrawn {at}: entered wrongly").format(at=at(clock.lifted_at))
    elif clock.lifted_at is not None:
        stands = _("owed no longer since {at}").format(at=at(clock.lifted_at))
    elif state is ClockState.PAUSED and until is not None:
        stands = _("paused until {at}").format(at=end_time(until, at))
    else:
        stands = to_go(state, clock.due_at - now)
    late = _("late") if not (clock.is_running or clock.withdrawn) and clock.is_missed(now) else ""
    # What hangs on a year nobody has published may still change.
    changes = _("provisional") if clock.is_running and clock.provisional else ""
    return " · ".join(filter(None, (stands, late, changes)))


def brief(clock: DueClock, state: ClockState, now: Millis) -> str:
    """Return the state of a clock in a word or two, counting down. `~`: it may still change."""
    if state in {ClockState.LIFTED, ClockState.WITHDRAWN}:
        return "–"
    if state is ClockState.MET_LATE:
        return f"✓ {_('late')}"
    if state is ClockState.MET:
        return "✓"
    if state is ClockState.PAUSED and (until := clock.paused_until(now)) is not None:
        return _("paused for {time}").format(time=about(until - now))
    changes = "~" if clock.provisional and state is not ClockState.OVERDUE else ""
    return changes + to_go(state, clock.due_at - now, about)


def to_go(state: ClockState, left: Millis, length: Callable[[Millis], str] = duration) -> str:
    """Return how long there is until something is due, or how long it is overdue."""
    if state is ClockState.OVERDUE:
        return _("OVERDUE {time}").format(time=length(-left))
    text = _("in {time}, soon") if state is ClockState.SOON else _("in {time}")
    return text.format(time=length(left))


def in_row(clock: DueClock, state: ClockState, size: Size, now: Millis) -> str:
    """Return one clock for a row of a list, in full words counting down, or short."""
    if size is Size.FULL:
        return f"{word(clock.name)} {brief(clock, state, now)}"
    return _in_short(clock, state, size, now, short_duration if size is Size.SHORT else rough_duration)


def in_print(clock: DueClock, state: ClockState, size: Size, now: Millis, zone: tzinfo) -> str:
    """Return one clock for a printed list, with its due time; if short, roughly how much time is left."""
    if size is not Size.FULL:
        return _in_short(clock, state, size, now, rough_duration)
    if not clock.is_running:
        return f"{word(clock.name)} {brief(clock, state, now)}"
    due = end_time(clock.due_at, lambda at: short_time(at, zone, now))
    if state is ClockState.RUNNING:
        return f"{word(clock.name)} {'~' if clock.provisional else ''}{due}"
    return f"{word(clock.name)} {due} {brief(clock, state, now)}"


def _in_short(clock: DueClock, state: ClockState, size: Size, now: Millis, length: Callable[[Millis], str]) -> str:
    """Return a clock by its short name. `+`: overdue by; `‖`: paused for; `!`: soon due; `~`: it may still change."""
    name = short_clock(clock.name)
    bare = size is Size.BARE
    if state is ClockState.OVERDUE:
        time = _("+") if bare else _("+{time}").format(time=length(now - clock.due_at))
    elif state is ClockState.PAUSED and (until := clock.paused_until(now)) is not None:
        time = _("‖{time}").format(time="" if bare else length(until - now))
    else:
        left = "" if bare else ("~" if clock.provisional else "") + length(clock.due_at - now)
        time = f"{left}!" if state is ClockState.SOON else left
    if size is Size.SHORT:
        return f"{name} {time}"
    return name + time if bare else _("{clock} {time}").format(clock=name, time=time)


def pause_line(pause: Pause, at: At) -> str:
    """Return a pause of a clock: from when until when, who asked for it, and why."""
    span = _("paused from {since} until {until}").format(since=at(pause.since), until=end_time(pause.until, at))
    return " · ".join(filter(None, (span, pause.who, pause.reason)))
