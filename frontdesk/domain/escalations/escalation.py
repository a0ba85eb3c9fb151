"""What is over a limit, and one situation on record (Z4a, Z5, Z6, Q1, C3)."""

from typing import NamedTuple

from frontdesk.domain.escalations.plan import Plan
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.terms import AT_THE_LIMIT, CROWDING, Action, Kind, Outcome, State, Why
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate


class Escalation(NamedTuple):
    """One crossing on record, with who did what and when last; its `RecordLine`s tell everything that was done."""

    id: int
    kind: Kind
    subject: Subject
    plate: Plate
    crossed_at: Millis
    raised_at: Millis
    state: State
    revision: int
    plan: Plan
    level: int
    """How far up the chain it has come; 1 is the first stage."""
    based_at: Millis
    """The instant from which the chain's stages count: the crossing, or the last time it was raised again."""
    called_at: Millis
    """When somebody was called last."""
    calls: int
    continues: int | None
    """The first escalation of a series that keeps crossing the limit; the series has one prompt."""
    told_at: Millis | None
    told_by: str
    acknowledged_at: Millis | None
    acknowledged_by: str
    acted_at: Millis | None
    acted_by: str
    action: Action | None
    verify_at: Millis | None
    """When the situation must be over, after somebody acted."""
    cleared_at: Millis | None
    cleared_by: str
    cleared_from: State | None
    """How far it had come when the situation ended."""
    outcome: Outcome | None
    why: Why | None
    """Why the situation ended without anybody having acted."""
    explained_by: str
    heard: int | None = None
    """The level of the stage that was called last and heard, as its record has it; 0 where none was."""

    @property
    def passed_on(self) -> bool:
        """Whether the stage it has come to reached nobody when it was called."""
        return self.level > 0 and self.heard not in {None, self.level}

    @property
    def is_open(self) -> bool:
        """Whether the situation still stands."""
        return self.state is not State.CLEARED

    @property
    def is_crowding(self) -> bool:
        """Whether the plan's four actions apply to it."""
        return self.kind in CROWDING

    def was_there_at(self, moment: Millis) -> bool:
        """Whether the situation existed at a moment: from its limit on, or only from just after the limit."""
        return self.crossed_at <= moment if self.kind in AT_THE_LIMIT else self.crossed_at < moment

    @property
    def prompt(self) -> int:
        """The number of its prompt: its own number, or that of the first in its series."""
        return self.id if self.continues is None else self.continues

    @property
    def is_told(self) -> bool:
        """Whether it is on record that the person called last has been told (Z5, Z6)."""
        return self.told_at is not None and self.told_at >= self.called_at

    @property
    def is_unexplained(self) -> bool:
        """Whether it ended without anybody acting, and nobody has said why yet (Z7)."""
        return self.outcome is Outcome.UNHANDLED and self.why is None

    def is_to_explain(self, least: Millis) -> bool:
        """Whether it is asked why nobody acted: what was over sooner than `least` is only counted (Z7)."""
        return self.is_unexplained and self.lasted(self.crossed_at) >= least

    @property
    def happened(self) -> bool:
        """Whether the limit was crossed, as far as is known by now: it was not where the entry was taken back."""
        return self.outcome not in {Outcome.UNDONE, Outcome.CORRECTED}

    @property
    def credited_to(self) -> str:
        """Who dealt with it once it is over; nobody with what did not happen."""
        by = self.acted_by if self.is_crowding else self.cleared_by
        return by if self.happened else ""

    def lasted(self, now: Millis) -> Millis:
        """Return how long the situation stood, or has stood so far."""
        return (now if self.cleared_at is None else self.cleared_at) - self.crossed_at

    def is_held(self, now: Millis, hold: Millis) -> bool:
        """Whether it ended so recently that its prompt stays up, in case the limit is crossed again."""
        ended = self.outcome in {Outcome.CLEARED, Outcome.UNHANDLED} and self.cleared_at is not None
        return ended and self.is_crowding and now - (self.cleared_at or 0) < hold
