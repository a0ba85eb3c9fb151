"""The clocks of a case in words and colours, counting down (Q1–Q3, C3, C5, C6, C8)."""

from functools import partial

from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.clocks import ClockState
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.values.clock import Millis
from frontdesk.words import times
from frontdesk.words.cases.clock_line import clock_line
from frontdesk.words.cases.clocks import in_row, to_go
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.kit.spans import Span

TONES = {
    ClockState.RUNNING: "ok",
    ClockState.SOON: "warn",
    ClockState.OVERDUE: "over",
    ClockState.PAUSED: "dim",
    ClockState.MET: "ok",
    ClockState.MET_LATE: "warn",
    ClockState.LIFTED: "dim",
    ClockState.WITHDRAWN: "dim",
}
"""The colour of a clock; the words beside it say the same."""


def due_spans(case: Case, now: Millis, warning: Millis, room: int, *, beside: int = 0) -> list[Span]:
    """Return all running clocks of a case in at most `room` cells; for a closed case, its follow-up.

    `warning`: how long before its due time a clock warns. `beside`: how many cells the rest of the row would like.
    """
    if not case.is_open:
        return [_follow_up(case, now)]
    line = clock_line(case, now, warning, partial(in_row, now=now), room, beside=beside)
    if line is None:
        return [Span(_("nothing due"), "dim")]
    between = Span(line.between, "dim")
    spans = [piece for text, state in line.clocks for piece in (between, Span(text, TONES[state]))][1:]
    return [*spans, between, Span(f"+{line.more}", "dim")] if line.more else spans


def same_until(case: Case, now: Millis, warning: Millis) -> Millis:
    """Return until when the clocks of a case read the same in a row."""
    pauses = [pause for clock in case.running for pause in clock.pauses if pause.until > now]
    told = [*(clock.due_at for clock in case.running), *(pause.until for pause in pauses)]
    awaited = [*(clock.warns_from(warning) for clock in case.running), *(pause.since for pause in pauses)]
    return times.same_until(told if case.follow_up_at is None else [*told, case.follow_up_at], awaited, now)


def _follow_up(case: Case, now: Millis) -> Span:
    name = word(CaseStep.FOLLOW_UP)
    if case.follow_up_at is None:
        return Span("–", "dim")
    if case.followed_up_at is not None:
        marks = "" if case.satisfaction is None else f" {case.satisfaction}/5"
        return Span(f"{name} ✓{marks}", "ok")
    state = ClockState.OVERDUE if now > case.follow_up_at else ClockState.RUNNING
    tone = "over" if state is ClockState.OVERDUE else "plain"
    return Span(f"{name} {to_go(state, case.follow_up_at - now)}", tone)
