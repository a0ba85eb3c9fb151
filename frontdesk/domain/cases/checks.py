"""Checks whether this person can take a step now with the given inputs, and the refusals (C2–C9, C16, C18, Q3, Q4)."""

from frontdesk.domain.cases.asks import ON_FILE
from frontdesk.domain.cases.case import Case, Nature, ReportedTo, Severity, Stage
from frontdesk.domain.cases.meant import asks_meant, promises_meant
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.step_inputs import NOTHING, Given
from frontdesk.domain.cases.steps import NEEDS_NOTE, CaseStep, is_possible, is_stage_right, obstacles
from frontdesk.domain.people.roles import Rank
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason

LONGEST_PAUSE: Millis = 180 * DAY
FARTHEST_PROMISE: Millis = 731 * DAY
"""A promised date further away than this is taken for a typing mistake."""
FARTHEST_BACK: Millis = 3653 * DAY
"""Ten years; a receipt date before that is taken for a typing mistake."""
SATISFACTION = range(1, 6)
_DATED = frozenset({CaseStep.PROMISE, CaseStep.LEGAL_NEXT})
"""In their forms the date stands first: of two that are empty, it is named."""


def check(case: Case, step: CaseStep, words: str, given: Given, *, rank: Rank, now: Millis) -> None:
    """Check that this person can take a step now with the given inputs. Raises `Refused`."""
    if step is CaseStep.CLOSE and case.stage is Stage.CONFIRMED and obstacles(case):
        clocks = tuple(clock.name for clock in case.running)
        raise Refused(CaseReason.CANNOT_CLOSE, number=case.id, why=obstacles(case), clocks=clocks)
    if not is_possible(case, step):
        stands = is_stage_right(case, step)
        raise Refused(
            CaseReason.WRONG_STATE,
            number=case.id,
            stage=case.stage,
            step=step,
            stands=stands,
            to=case.reported_to or None,
        )
    if rank < rank_needed(case, step, given):
        raise Refused(CaseReason.NOT_ALLOWED, step=step, director=rank_needed(case, step, given) is Rank.DIRECTOR)
    if step is CaseStep.WITHDRAW and rank < Rank.MANAGER and any(c.is_missed(now) for c in promises_meant(case, given)):
        # Whoever missed it would only hide it.
        raise Refused(CaseReason.PROMISE_MISSED, number=case.id)
    if step is CaseStep.ONSITE_DONE and rank < Rank.MANAGER and False in {given.understood, given.content}:
        raise Refused(CaseReason.NOBODY_LEAVES, number=case.id)
    if step in _DATED and given.at is None:
        raise Refused(CaseReason.DATE_MISSING, step=step)
    if step in NEEDS_NOTE and not words:
        raise Refused(CaseReason.NOTE_MISSING, number=case.id, step=step)
    if step in _CHECKS:
        _CHECKS[step](case, given, now)


def rank_needed(case: Case, step: CaseStep, given: Given = NOTHING) -> Rank:
    """Return the lowest rank that may take a step (C2, Q4)."""
    if step is CaseStep.DECIDE:
        return Rank.DIRECTOR if case.reported_to is ReportedTo.DIRECTOR else Rank.MANAGER
    # The desk reports to the manager; past them it goes by their own word.
    if step is CaseStep.REPORT and case.reported_to is ReportedTo.MANAGER:
        return Rank.MANAGER
    lowered = step is CaseStep.JUDGE and (given.severity or case.severity.other) is Severity.ORDINARY
    return Rank.MANAGER if lowered or step is CaseStep.CLOSE_ANYWAY else Rank.DESK


def check_received(at: Millis, now: Millis) -> None:
    """Check that a case came in before now, but at most ten years ago. Raises `Refused`: IN_FUTURE, LONG_AGO."""
    if at > now:
        raise Refused(ValueReason.IN_FUTURE, at=at, now=now)
    if at < now - FARTHEST_BACK:
        raise Refused(CaseReason.LONG_AGO, at=at, now=now)


def _check_judged(case: Case, given: Given, now: Millis) -> None:
    if given.severity is None or given.severity is case.severity:
        raise Refused(CaseReason.SAME_SEVERITY, number=case.id, severity=case.severity)


def _check_quality(case: Case, given: Given, now: Millis) -> None:
    if not (given.investigation and given.analysis and given.measure):
        raise Refused(CaseReason.QUALITY_INCOMPLETE, number=case.id)


def _check_promise(case: Case, given: Given, now: Millis) -> None:
    _check_ahead(given.at, now, FARTHEST_PROMISE, CaseStep.PROMISE)


def _check_withdrawn(case: Case, given: Given, now: Millis) -> None:
    meant = promises_meant(case, given)
    if not meant:
        raise Refused(CaseReason.NO_CLOCK, number=case.id)
    if len(meant) > 1:
        raise Refused(
            CaseReason.WHICH_PROMISE, number=case.id, count=len(meant), choices=tuple(clock.what for clock in meant)
        )


def _check_pause(case: Case, given: Given, now: Millis) -> None:
    if not any(clock.name is given.clock for clock in case.pausable(now)):
        _refuse_pause(case, given, now)
    _check_ahead(given.at, now, LONGEST_PAUSE, CaseStep.PAUSE)


def _check_ahead(at: Millis | None, now: Millis, farthest: Millis, step: CaseStep) -> None:
    if at is None:
        raise Refused(CaseReason.DATE_MISSING, step=step)
    if at <= now:
        raise Refused(CaseReason.DATE_PAST, at=at, now=now)
    if at > now + farthest:
        raise Refused(CaseReason.DATE_FAR, at=at, now=now)


def _refuse_pause(case: Case, given: Given, now: Millis) -> None:
    clock = case.running_of(given.clock)
    if clock is None:
        raise Refused(CaseReason.NO_CLOCK, number=case.id)
    if clock.is_missed(now):
        raise Refused(CaseReason.CLOCK_MISSED, number=case.id, clock=clock.name, at=clock.due_at, now=now)
    # Also one that is still to begin, where the machine's clock was set back: pauses do not overlap.
    raise Refused(CaseReason.PAUSED_ALREADY, clock=clock.name, at=clock.pauses_end(now), now=now)


def _check_resumed(case: Case, given: Given, now: Millis) -> None:
    if not any(clock.name is given.clock for clock in case.resumable(now)):
        raise Refused(CaseReason.NOT_PAUSED, number=case.id)


def _check_report(case: Case, given: Given, now: Millis) -> None:
    """Check that a finished report is complete; an inquiry needs no report (C9)."""
    report = given.report
    if report is None or case.nature is Nature.INQUIRY:
        return
    if not (report.cause and report.measures and report.result):
        raise Refused(CaseReason.REPORT_INCOMPLETE, number=case.id)


def _check_satisfaction(case: Case, given: Given, now: Millis) -> None:
    if given.satisfaction not in SATISFACTION:
        raise Refused(CaseReason.BAD_SATISFACTION)


def _check_onsite(case: Case, given: Given, now: Millis) -> None:
    if given.remedy is None or not given.people:
        raise Refused(CaseReason.ONSITE_INCOMPLETE, number=case.id)


def _check_left(case: Case, given: Given, now: Millis) -> None:
    if given.understood is None or given.content is None:
        raise Refused(CaseReason.ONSITE_UNSAID, number=case.id)


def _check_needless(case: Case, given: Given, now: Millis) -> None:
    kinds = asks_meant(case, given)
    if len(kinds) != 1:
        choices = tuple(dict.fromkeys(asked.kind for asked in case.asked))
        raise Refused(CaseReason.WHICH_ASK, number=case.id, choices=choices)


def _check_legal(case: Case, given: Given, now: Millis) -> None:
    """Check that a contract or a lawsuit has a name and a date, which with advice may be given (C18)."""
    if given.matter in ON_FILE and not (given.reference and given.at is not None):
        raise Refused(CaseReason.LEGAL_INCOMPLETE, number=case.id, matter=given.matter)
    if given.at is not None:
        _check_ahead(given.at, now, FARTHEST_PROMISE, CaseStep.ASK_LEGAL)


def _check_next_legal(case: Case, given: Given, now: Millis) -> None:
    _check_ahead(given.at, now, FARTHEST_PROMISE, CaseStep.LEGAL_NEXT)


_CHECKS = {
    CaseStep.JUDGE: _check_judged,
    CaseStep.QUALITY: _check_quality,
    CaseStep.PROMISE: _check_promise,
    CaseStep.WITHDRAW: _check_withdrawn,
    CaseStep.PAUSE: _check_pause,
    CaseStep.RESUME: _check_resumed,
    CaseStep.CLOSE: _check_report,
    CaseStep.FOLLOW_UP: _check_satisfaction,
    CaseStep.ASK_LEGAL: _check_legal,
    CaseStep.LEGAL_NEXT: _check_next_legal,
    CaseStep.ONSITE: _check_onsite,
    CaseStep.ONSITE_DONE: _check_left,
    CaseStep.NOT_NEEDED: _check_needless,
}
