"""The clocks of a case in words and colours, counting down (Q1–Q3, C3, C5, C6, C8)."""

from frontdesk.domain.case_clocks import DueClock
from frontdesk.domain.case_steps import Step
from frontdesk.domain.clock import Millis
from frontdesk.domain.complaints import Complaint
from frontdesk.i18n import _
from frontdesk.wording import duration
from frontdesk.words import word
from screens.lines import Span


def due_span(case: Complaint, now: Millis, warning: Millis) -> Span:
    """Return the countdown to a case's next due; of a closed one, to its follow-up.

    `warning`: how long before it is due a clock warns.
    """
    due = case.next_due
    if due is None:
        return Span(_("nothing due"), "dim") if case.is_open else _follow_up(case, now)
    if due.is_missed(now):
        return Span(f"{word(due.name)} {_('OVERDUE {time}').format(time=duration(now - due.due_at))}", "over")
    return _running(due, now, warning)


def clock_spans(case: Complaint, now: Millis, warning: Millis) -> list[Span]:
    """Return every clock of a case in a row: what runs by its due, then what was met or is owed no longer."""
    ended = sorted((clock for clock in case.clocks if not clock.is_running), key=lambda clock: clock.met_at is None)
    spans: list[Span] = []
    for clock in (*sorted(case.running, key=lambda clock: clock.due_at), *ended):
        spans += [Span(" · ", "dim")] if spans else []
        spans.append(clock_span(clock, now, warning))
    return spans or [Span(_("nothing due"), "dim")]


def clock_span(clock: DueClock, now: Millis, warning: Millis) -> Span:
    """Return one clock: late, soon, standing still, or in good time; met or lifted. `~`: it may still change."""
    name = word(clock.name)
    if clock.lifted_at is not None:
        return Span(f"{name} –", "dim")
    if clock.met_at is not None:
        return Span(f"{name} ✓ {_('late')}", "warn") if clock.is_missed(now) else Span(f"{name} ✓", "ok")
    if clock.is_missed(now):
        return Span(f"{name} {_('{time} late').format(time=duration(now - clock.due_at))}", "over")
    return _running(clock, now, warning)


def _running(clock: DueClock, now: Millis, warning: Millis) -> Span:
    """Return a clock that is not missed."""
    name, about = word(clock.name), "~" if clock.provisional else ""
    paused = clock.paused_until(now)
    if paused is not None:
        return Span(f"{name} {_('paused for {time}').format(time=duration(paused - now))}", "dim")
    left = duration(clock.due_at - now)
    if clock.is_soon(now, warning):
        return Span(f"{name} {about}{_('in {time}, soon').format(time=left)}", "warn")
    return Span(f"{name} {about}{_('in {time}').format(time=left)}", "ok")


def _follow_up(case: Complaint, now: Millis) -> Span:
    name = word(Step.FOLLOW_UP)
    if case.follow_up_at is None:
        return Span("–", "dim")
    if case.followed_up_at is not None:
        marks = "" if case.satisfaction is None else f" {case.satisfaction}/5"
        return Span(f"{name} ✓{marks}", "ok")
    if now > case.follow_up_at:
        return Span(f"{name} {_('{time} late').format(time=duration(now - case.follow_up_at))}", "over")
    return Span(f"{name} {_('in {time}').format(time=duration(case.follow_up_at - now))}", "plain")
