"""The clocks a case runs under: what each is called, when it is due, how long it was paused (Q1–Q3, C3, C5, C6)."""

from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.values.clock import Millis


class ClockName(StrEnum):
    """The deadlines a case runs under."""

    FIRST_ANSWER = "first_answer"
    HEAD_INFORMED = "head_informed"
    QUALITY_ANSWER = "quality_answer"
    ON_SITE = "on_site"
    FULL_ANSWER = "full_answer"
    PROMISED = "promised"


class ClockState(StrEnum):
    """How a clock stands."""

    RUNNING = "running"
    SOON = "soon"
    """It runs, and will soon be due."""
    OVERDUE = "overdue"
    PAUSED = "paused"
    MET = "met"
    MET_LATE = "met_late"
    LIFTED = "lifted"
    """Owed no longer."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A time a clock stands still: from `since` until just before `until`, planned or as it was cut short."""

    since: Millis
    until: Millis
    reason: str = ""
    who: str = ""

    def covers(self, at: Millis) -> bool:
        """Whether an instant falls into it."""
        return self.since <= at < self.until


@dataclass(frozen=True, slots=True)
class DueClock:
    """One deadline of a case: running until it is met, or lifted because it is owed no longer."""

    id: int
    name: ClockName
    started_at: Millis
    due_at: Millis
    """When it is due, its pauses counted in; one that is paused now: if the pause lasts as planned."""
    met_at: Millis | None
    provisional: bool = False
    """Whether it may still change: it hangs on working days of a year nobody has published."""
    lifted_at: Millis | None = None
    agreed_at: Millis | None = None
    """The date the customer agreed to; a promise's only (Q3)."""
    what: str = ""
    """What was promised."""
    pauses: tuple[Pause, ...] = ()

    @property
    def is_running(self) -> bool:
        """Whether it still has to be met."""
        return self.met_at is None and self.lifted_at is None

    def state(self, now: Millis, warning: Millis) -> ClockState:
        """Return how it stands. `warning`: how long before it is due it warns."""
        missed = self.is_missed(now)
        if self.lifted_at is not None:
            return ClockState.LIFTED
        if self.met_at is not None:
            return ClockState.MET_LATE if missed else ClockState.MET
        if missed:
            return ClockState.OVERDUE
        if self.paused_until(now) is not None:
            return ClockState.PAUSED
        return ClockState.SOON if self.is_soon(now, warning) else ClockState.RUNNING

    def is_missed(self, now: Millis) -> bool:
        """Whether it was not met in time; met at the very instant it is due is in time."""
        ended = self.met_at if self.met_at is not None else self.lifted_at
        return (now if ended is None else ended) > self.due_at

    def paused_until(self, now: Millis) -> Millis | None:
        """Return until when it stands still; None where it runs, or has ended."""
        found = (pause.until for pause in self.pauses if pause.covers(now))
        return next(found, None) if self.is_running else None

    def pauses_end(self, now: Millis) -> Millis | None:
        """Return when its last pause is over; None where none is ahead, also after the clock was set back."""
        end = max((pause.until for pause in self.pauses), default=now)
        return end if end > now else None

    def paused(self, now: Millis) -> Millis:
        """Return how long it has stood still so far, by the wall clock."""
        ended = self.met_at if self.met_at is not None else self.lifted_at
        ends = now if ended is None else ended
        return sum(max(0, min(pause.until, ends) - pause.since) for pause in self.pauses)

    def warns_from(self, warning: Millis) -> Millis:
        """Return when it begins to warn: so long before it is due, but never more than a third of the time it runs."""
        runs = self.due_at - self.started_at - self.paused(self.due_at)
        return self.due_at - min(warning, runs // 3)

    def is_soon(self, now: Millis, warning: Millis) -> bool:
        """Whether it warns: it runs, does not stand still, and will soon be due."""
        runs = self.is_running and self.paused_until(now) is None
        return runs and self.warns_from(warning) <= now <= self.due_at
