"""What a step is about, where there are several: the promise, or what was asked for, that is meant (C15–C18, Q3)."""

from frontdesk.domain.cases.asks import AskKind
from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.clocks import DueClock
from frontdesk.domain.cases.step_inputs import Given


def promises_meant(case: Case, given: Given) -> tuple[DueClock, ...]:
    """Return the promises that may be meant: the one that is named, else every one that is still to be kept."""
    return tuple(clock for clock in case.promises if given.promise in {None, clock.id})


def asks_meant(case: Case, given: Given) -> tuple[AskKind, ...]:
    """Return what may be meant of what is asked for: the kind that is named, else everything."""
    return tuple(asked.kind for asked in case.asked if given.ask in {None, asked.kind})
