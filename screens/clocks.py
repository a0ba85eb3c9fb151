"""The clocks of a case in words and colours, counting down (Q1–Q3, C3, C5, C6, C8)."""

from frontdesk.clock_words import brief, to_go
from frontdesk.domain.case_clocks import ClockState, DueClock
from frontdesk.domain.case_steps import Step
from frontdesk.domain.clock import Millis
from frontdesk.domain.complaints import Complaint
from frontdesk.i18n import _
from frontdesk.words import word
from screens.lines import Span

TONES = {
    ClockState.RUNNING: "ok",
    ClockState.SOON: "warn",
    ClockState.OVERDUE: "over",
    ClockState.PAUSED: "dim",
    ClockState.MET: "ok",
    ClockState.MET_LATE: "warn",
    ClockState.LIFTED: "dim",
}
"""The colour of a clock; the words beside it say the same."""


def due_span(case: Complaint, now: Millis, warning: Millis) -> Span:
    """Return the countdown to a case's next due; of a closed one, to its follow-up.

    `warning`: how long before it is due a clock warns.
    """
    if case.next_due is not None:
        return clock_span(case.next_due, now, warning)
    return Span(_("nothing due"), "dim") if case.is_open else _follow_up(case, now)


def clock_spans(case: Complaint, now: Millis, warning: Millis) -> list[Span]:
    """Return every clock of a case in a row: what runs by its due, then what was met or is owed no longer."""
    ended = sorted((clock for clock in case.clocks if not clock.is_running), key=lambda clock: clock.met_at is None)
    spans: list[Span] = []
    for clock in (*sorted(case.running, key=lambda clock: clock.due_at), *ended):
        spans += [Span(" · ", "dim")] if spans else []
        spans.append(clock_span(clock, now, warning))
    return spans or [Span(_("nothing due"), "dim")]


def clock_span(clock: DueClock, now: Millis, warning: Millis) -> Span:
    """Return one clock: late, soon, standing still, or in good time; met or lifted."""
    return Span(f"{word(clock.name)} {brief(clock, now, warning)}", TONES[clock.state(now, warning)])


def _follow_up(case: Complaint, now: Millis) -> Span:
    name = word(Step.FOLLOW_UP)
    if case.follow_up_at is None:
        return Span("–", "dim")
    if case.followed_up_at is not None:
        marks = "" if case.satisfaction is None else f" {case.satisfaction}/5"
        return Span(f"{name} ✓{marks}", "ok")
    state = ClockState.OVERDUE if now > case.follow_up_at else ClockState.RUNNING
    tone = "over" if state is ClockState.OVERDUE else "plain"
    return Span(f"{name} {to_go(state, case.follow_up_at - now)}", tone)
