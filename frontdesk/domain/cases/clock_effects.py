"""How a step affects a case's clocks: which it starts, meets, lifts, revives (C3, C5, C6, C15–C18, Q1–Q3). Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from frontdesk.domain.cases.asks import Asked, AskKind
from frontdesk.domain.cases.case import Case, Severity
from frontdesk.domain.cases.clocks import ClockName, DueClock
from frontdesk.domain.cases.meant import asks_meant, promises_meant
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import MET_BY, CaseStep
from frontdesk.domain.values.clock import Millis

ALWAYS = (ClockName.FIRST_ANSWER, ClockName.FULL_ANSWER, ClockName.AGREE_DATE)
OF_MAJOR = (ClockName.HEAD_INFORMED, ClockName.ON_SITE)
OF_ASKS = {AskKind.MATERIAL: ClockName.MATERIAL, AskKind.LEGAL: ClockName.LEGAL}
"""The clock of what was asked for, while it is not there (C15, C18)."""


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
    hurry: tuple[DueClock, ...] = ()
    """Records for which people wait on site from now on (C15)."""


def owed(severity: Severity) -> tuple[ClockName, ...]:
    """Return the clocks that every case of a severity runs under."""
    return ALWAYS + OF_MAJOR if severity is Severity.MAJOR else ALWAYS


def effects(case: Case, step: CaseStep, given: Given, now: Millis) -> Effects:
    """Return what a step does to the clocks of a case."""
    if step in _EFFECTS:
        return _EFFECTS[step](case, given)
    match step:
        case CaseStep.PAUSE:
            return Effects(pause=tuple(clock for clock in case.pausable(now) if clock.name is given.clock))
        case CaseStep.RESUME:
            return Effects(resume=tuple(clock for clock in case.resumable(now) if clock.name is given.clock))
        case _:
            return Effects(meet=case.running_of_any(MET_BY.get(step, ())))


def _promised(case: Case, given: Given) -> Effects:
    """Of a case that is not answered within the week only a date after it tells when it will be (Q3)."""
    week = case.running_of(ClockName.AGREE_DATE)
    tells_when = week is not None and given.at is not None and given.at > week.due_at
    also = (week,) if week is not None and tells_when else ()
    return Effects(start=(ClockName.PROMISED,), meet=(*also, *case.running_of_any(MET_BY[CaseStep.PROMISE])))


def _withdrawn(case: Case, given: Given) -> Effects:
    """A promise that was entered wrongly met nothing: the customer is owed a date again where no other tells it."""
    meant, week = promises_meant(case, given), case.newest_of(ClockName.AGREE_DATE)
    if week is None or week.met_at is None or case.running_of(ClockName.FULL_ANSWER) is None:
        return Effects(withdraw=meant)
    others = (
        clock
        for clock in case.clocks
        if clock.agreed_at is not None and clock.name is ClockName.PROMISED and clock.lifted_at is None
        if clock not in meant and clock.started_at >= week.started_at
    )
    tells_when = any((clock.agreed_at or 0) > week.due_at for clock in others)
    return Effects(withdraw=meant, revive=() if tells_when else (week,))


def _asked_legal(case: Case, given: Given) -> Effects:
    return Effects(start=() if given.at is None else (ClockName.LEGAL,))


def _next_legal(case: Case, given: Given) -> Effects:
    return Effects(start=(ClockName.LEGAL,), meet=case.running_of_any((ClockName.LEGAL,)))


def _on_site(case: Case, given: Given) -> Effects:
    """Whoever is on site waits for the records that were asked for before (C15)."""
    waited_for = tuple(c for c in case.running_of_any((ClockName.MATERIAL,)) if c.agreed_at is None)
    return Effects(meet=case.running_of_any(MET_BY[CaseStep.ONSITE]), hurry=waited_for)


def _left(case: Case, given: Given) -> Effects:
    """Who leaves before the customer is satisfied owes how it goes on (C16)."""
    early = False in {given.understood, given.content}
    start = (ClockName.LEFT_SITE,) if early else ()
    return Effects(start=start, meet=case.running_of_any(MET_BY[CaseStep.ONSITE_DONE]))


def _needless(case: Case, given: Given) -> Effects:
    names = (OF_ASKS[kind] for kind in asks_meant(case, given) if kind in OF_ASKS)
    return Effects(lift=case.running_of_any(names))


def _judged(case: Case, given: Given) -> Effects:
    if given.severity is Severity.ORDINARY:
        return Effects(lift=tuple(clock for clock in case.running if clock.name in OF_MAJOR))
    lifted = _lifted(case, OF_MAJOR)
    known = {clock.name for clock in case.clocks}
    return Effects(start=tuple(name for name in OF_MAJOR if name not in known), revive=lifted)


def _reopened(case: Case, given: Given) -> Effects:
    """Return the effects of reopening: the answer clocks start again, and clocks lifted at closing run on."""
    running = {clock.name for clock in case.running}
    major = OF_MAJOR if case.severity is Severity.MAJOR else ()
    still_owed = (ClockName.PROMISED, ClockName.QUALITY_ANSWER, *major)
    asked = (OF_ASKS[kind] for kind in OF_ASKS if Asked(kind.value) in case.asked)
    newest = (case.newest_of(name) for name in (*asked, ClockName.LEFT_SITE))
    revive = (*_lifted(case, still_owed), *(c for c in newest if c is not None and c.lifted_at is not None))
    return Effects(start=tuple(name for name in ALWAYS if name not in running), revive=revive)


def _lifted(case: Case, names: tuple[ClockName, ...]) -> tuple[DueClock, ...]:
    return tuple(
        clock for clock in case.clocks if clock.lifted_at is not None and clock.name in names and not clock.withdrawn
    )


_EFFECTS: dict[CaseStep, Callable[[Case, Given], Effects]] = {
    CaseStep.TO_QUALITY: lambda case, given: Effects(start=(ClockName.QUALITY_ANSWER,)),
    CaseStep.ASK_MATERIAL: lambda case, given: Effects(start=(ClockName.MATERIAL,)),
    CaseStep.PROMISE: _promised,
    CaseStep.WITHDRAW: _withdrawn,
    CaseStep.ASK_LEGAL: _asked_legal,
    CaseStep.LEGAL_NEXT: _next_legal,
    CaseStep.ONSITE: _on_site,
    CaseStep.ONSITE_DONE: _left,
    CaseStep.NOT_NEEDED: _needless,
    CaseStep.JUDGE: _judged,
    CaseStep.CLOSE_ANYWAY: lambda case, given: Effects(lift=case.running),
    CaseStep.REOPEN: _reopened,
}
"""The steps that do more to the clocks than to meet some."""
