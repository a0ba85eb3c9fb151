"""The clocks of a case: their names, when they are due, how long they were paused (Q1–Q3, C3, C5, C6, C15–C18)."""

from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import DAY, Millis


class ClockName(StrEnum):
    """The deadlines a case can have."""

    FIRST_ANSWER = "first_answer"
    HEAD_INFORMED = "head_informed"
    QUALITY_ANSWER = "quality_answer"
    ON_SITE = "on_site"
    FULL_ANSWER = "full_answer"
    PROMISED = "promised"
    AGREE_DATE = "agree_date"
    """A case that is not answered within a week: the customer is told when it will be, and agrees (Q3)."""
    MATERIAL = "material"
    """The technical or the quality department owes records (C15)."""
    LEGAL = "legal"
    """The next date of what the legal adviser has: a hearing, an answer (C18)."""
    LEFT_SITE = "left_site"
    """The people left before the customer was satisfied: how it goes on is owed (C16)."""


class ClockState(StrEnum):
    """How a clock stands."""

    RUNNING = "running"
    SOON = "soon"
    """It is running and will be due soon."""
    OVERDUE = "overdue"
    PAUSED = "paused"
    MET = "met"
    MET_LATE = "met_late"
    LIFTED = "lifted"
    """It no longer has to be met."""
    WITHDRAWN = "withdrawn"
    """A promise that was entered wrongly."""


class Pause(NamedTuple):
    """A pause of a clock, from `since` until just before `until`, as planned or as cut short."""

    since: Millis
    until: Millis
    reason: str = ""
    who: str = ""

    def covers(self, at: Millis) -> bool:
        """Whether an instant falls into it."""
        return self.since <= at < self.until


class DueClock(NamedTuple):
    """One deadline of a case; it runs until it is met, or lifted because it no longer applies."""

    id: int
    name: ClockName
    started_at: Millis
    due_at: Millis
    """When it is due, pauses included; a pause under way is assumed to last as planned."""
    met_at: Millis | None
    provisional: bool = False
    """Whether it may still change, because it depends on a year whose working days are not published."""
    lifted_at: Millis | None = None
    agreed_at: Millis | None = None
    """What was agreed on: a promise's date (Q3), a legal date (C18); of records, since when people are there (C15)."""
    what: str = ""
    """What was promised; of a legal date, what the matter is called."""
    withdrawn: bool = False
    """A promise that was entered wrongly, and never owed."""
    pauses: tuple[Pause, ...] = ()

    @property
    def is_running(self) -> bool:
        """Whether it still has to be met."""
        return self.met_at is None and self.lifted_at is None

    def state(self, now: Millis, warning: Millis) -> ClockState:
        """Return the state of the clock. `warning`: how long before the due time it warns."""
        missed = self.is_missed(now)
        if self.lifted_at is not None:
            return ClockState.WITHDRAWN if self.withdrawn else ClockState.LIFTED
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
        """Return when its current pause ends, or None if it is running or has ended."""
        found = (pause.until for pause in self.pauses if pause.covers(now))
        return next(found, None) if self.is_running else None

    def pauses_end(self, now: Millis) -> Millis | None:
        """Return when its last pause ends, or None if no pause is ahead, even after the clock was set back."""
        end = max((pause.until for pause in self.pauses), default=now)
        return end if end > now else None

    def paused(self, now: Millis) -> Millis:
        """Return how long it has been paused so far, by the wall clock."""
        ended = self.met_at if self.met_at is not None else self.lifted_at
        ends = now if ended is None else ended
        return sum(max(0, min(pause.until, ends) - pause.since) for pause in self.pauses)

    def warns_from(self, warning: Millis) -> Millis:
        """Return when it begins to warn: `warning` before it is due, but at most the last third of its running time.

        For a hearing somebody prepares, and a customer is reached by day: they warn a day before.
        """
        runs = self.due_at - self.started_at - self.paused(self.due_at)
        early = max(warning, DAY) if self.name in {ClockName.LEGAL, ClockName.AGREE_DATE} else warning
        return self.due_at - min(early, runs // 3)

    def is_soon(self, now: Millis, warning: Millis) -> bool:
        """Whether it warns now, because it is running, not paused, and due soon."""
        runs = self.is_running and self.paused_until(now) is None
        return runs and self.warns_from(warning) <= now <= self.due_at
