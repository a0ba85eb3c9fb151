"""How a step affects the clocks of a case: which it starts, meets, lifts or revives (C3, C5, C6, Q1–Q3). Pure."""

from dataclasses import dataclass

from frontdesk.domain.cases.case import Case, Severity
from frontdesk.domain.cases.clocks import ClockName, DueClock
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import MET_BY, CaseStep
from frontdesk.domain.values.clock import Millis

ALWAYS = (ClockName.FIRST_ANSWER, ClockName.FULL_ANSWER)
OF_MAJOR = (ClockName.HEAD_INFORMED, ClockName.ON_SITE)

STARTED_BY = {CaseStep.TO_QUALITY: ClockName.QUALITY_ANSWER, CaseStep.PROMISE: ClockName.PROMISED}


@dataclass(frozen=True, slots=True)
class Effects:
    """How a step affects a case's clocks."""

    start: tuple[ClockName, ...] = ()
    meet: tuple[DueClock, ...] = ()
    lift: tuple[DueClock, ...] = ()
    """The clocks that no longer have to be met."""
    withdraw: tuple[DueClock, ...] = ()
    """Never owed: entered wrongly."""
    revive: tuple[DueClock, ...] = ()
    """The clocks that have to be met again; they keep their first start, so that lifting one wins no time."""
    pause: tuple[DueClock, ...] = ()
    resume: tuple[DueClock, ...] = ()


def owed(severity: Severity) -> tuple[ClockName, ...]:
    """Return the clocks that every case of a severity runs under."""
    return ALWAYS + OF_MAJOR if severity is Severity.MAJOR else ALWAYS


def effects(case: Case, step: CaseStep, given: Given, now: Millis) -> Effects:
    """Return what a step does to the clocks of a case."""
    match step:
        case CaseStep.PAUSE:
            found = Effects(pause=tuple(clock for clock in case.pausable(now) if clock.name is given.clock))
        case CaseStep.RESUME:
            found = Effects(resume=tuple(clock for clock in case.resumable(now) if clock.name is given.clock))
        case CaseStep.WITHDRAW:
            found = Effects(withdraw=promises_meant(case, given))
        case CaseStep.TO_QUALITY | CaseStep.PROMISE:
            found = Effects(start=(STARTED_BY[step],))
        case CaseStep.JUDGE:
            found = _judged(case, given.severity)
        case CaseStep.CLOSE_ANYWAY:
            found = Effects(lift=case.running)
        case CaseStep.REOPEN:
            found = _reopened(case)
        case _:
            met = case.running_of(MET_BY.get(step))
            found = Effects(meet=(met,) if met else ())
    return found


def promises_meant(case: Case, given: Given) -> tuple[DueClock, ...]:
    """Return the promises that may be meant: the one that is named, else every one that is still to be kept."""
    return tuple(clock for clock in case.promises if given.promise in {None, clock.id})


def _judged(case: Case, severity: Severity | None) -> Effects:
    if severity is Severity.ORDINARY:
        return Effects(lift=tuple(clock for clock in case.running if clock.name in OF_MAJOR))
    lifted = _lifted(case, OF_MAJOR)
    known = {clock.name for clock in case.clocks}
    return Effects(start=tuple(name for name in OF_MAJOR if name not in known), revive=lifted)


def _reopened(case: Case) -> Effects:
    """Return the effects of reopening: the answer clocks start again, and clocks lifted at closing run on."""
    running = {clock.name for clock in case.running}
    major = OF_MAJOR if case.severity is Severity.MAJOR else ()
    still_owed = (ClockName.PROMISED, ClockName.QUALITY_ANSWER, *major)
    return Effects(start=tuple(name for name in ALWAYS if name not in running), revive=_lifted(case, still_owed))


def _lifted(case: Case, names: tuple[ClockName, ...]) -> tuple[DueClock, ...]:
    return tuple(
        clock for clock in case.clocks if clock.lifted_at is not None and clock.name in names and not clock.withdrawn
    )
