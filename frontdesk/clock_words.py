"""The clocks of a case in words, the same on a page, in a list and on paper (Q1–Q3, C3, C5, C6, C8)."""

from datetime import tzinfo

from frontdesk.domain.case_clocks import ClockState, DueClock, Pause
from frontdesk.domain.clock import Millis
from frontdesk.domain.complaints import Complaint
from frontdesk.i18n import _
from frontdesk.wording import At, duration, labelled, short_time
from frontdesk.words import word


def clock_name(clock: DueClock) -> str:
    """Return what a clock is called; of a promise, what was promised."""
    return f"{word(clock.name)} “{clock.what}”" if clock.what else word(clock.name)


def due_words(clock: DueClock, at: At) -> str:
    """Return what a clock is called, and when it is due."""
    return labelled(clock_name(clock), _("due {time}").format(time=at(clock.due_at)))


def standing(clock: DueClock, now: Millis, warning: Millis, at: At) -> str:
    """Return how a clock stands, with the instants: met, paused until, overdue, or how long there is.

    `warning`: how long before it is due a clock warns.
    """
    state, until = clock.state(now, warning), clock.paused_until(now)
    if clock.met_at is not None:
        stands = _("met {at}").format(at=at(clock.met_at))
    elif clock.lifted_at is not None:
        stands = _("owed no longer since {at}").format(at=at(clock.lifted_at))
    elif state is ClockState.PAUSED and until is not None:
        stands = _("paused until {at}").format(at=at(until))
    else:
        stands = to_go(state, clock.due_at - now)
    late = _("late") if not clock.is_running and clock.is_missed(now) else ""
    # What hangs on a year nobody has published may still change.
    changes = _("provisional") if clock.is_running and clock.provisional else ""
    return " · ".join(filter(None, (stands, late, changes)))


def brief(clock: DueClock, now: Millis, warning: Millis) -> str:
    """Return how a clock stands in a word or two, counting down. `~`: it may still change."""
    state, until = clock.state(now, warning), clock.paused_until(now)
    if state is ClockState.LIFTED:
        return "–"
    if state is ClockState.MET_LATE:
        return f"✓ {_('late')}"
    if state is ClockState.MET:
        return "✓"
    if state is ClockState.PAUSED and until is not None:
        return _("paused for {time}").format(time=duration(until - now))
    changes = "~" if clock.provisional and state is not ClockState.OVERDUE else ""
    return changes + to_go(state, clock.due_at - now)


def to_go(state: ClockState, left: Millis) -> str:
    """Return how long there is until something is due, or how long it is overdue."""
    if state is ClockState.OVERDUE:
        return _("OVERDUE {time}").format(time=duration(-left))
    text = _("in {time}, soon") if state is ClockState.SOON else _("in {time}")
    return text.format(time=duration(left))


def next_clock(case: Complaint, now: Millis, warning: Millis, zone: tzinfo) -> str:
    """Return the clocks of a case in one line of a list: the next one due, and how many others run."""
    clock = case.next_due
    if clock is None:
        return "—"
    due = f"{word(clock.name)} {short_time(clock.due_at, zone, now)}"
    stands = "" if clock.state(now, warning) is ClockState.RUNNING else brief(clock, now, warning)
    others = f"+{len(case.running) - 1}" if len(case.running) > 1 else ""
    return " · ".join(filter(None, (due, stands, others)))


def pause_line(pause: Pause, at: At) -> str:
    """Return a pause of a clock: from when until when, who asked for it, and why."""
    span = _("paused from {since} until {until}").format(since=at(pause.since), until=at(pause.until))
    return " · ".join(filter(None, (span, pause.who, pause.reason)))
