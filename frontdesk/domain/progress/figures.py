"""How well customers were kept informed: promises kept, and how long they heard nothing (P4)."""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.values.clock import Millis


class Figures(NamedTuple):
    """What a stretch of time came to. Silence is counted while the store was open; None where nobody was told."""

    promises: int
    kept: int
    words: int
    """How often word was owed by an instant that is over, or was given before."""
    late: int
    """How often of these it came too late, or not yet."""
    told: int
    """How often a person heard it; never mixed with what was only sent."""
    sent: int
    silence_median: Millis | None
    silence_longest: Millis | None

    @property
    def share_kept(self) -> float | None:
        """Return the share of promises that were kept; None where none was to be kept."""
        return self.kept / self.promises if self.promises else None


def figures(dues: Sequence[Due], silences: Sequence[Millis], since: Millis, now: Millis, sent: int = 0) -> Figures:
    """Return the figures of what was due from an instant until now; what was lifted before its time is no figure."""
    due = [each for each in dues if each.lifted_at is None and since <= (each.met_at or each.due_at) <= now]
    promised = [each for each in due if each.name is DueName.PROMISE]
    owed = [each for each in due if each.name is DueName.WORD]
    return Figures(
        promises=len(promised),
        kept=sum(not each.is_missed(now) for each in promised),
        words=len(owed),
        late=sum(each.is_missed(now) for each in owed),
        told=len(silences),
        sent=sent,
        silence_median=round(median(silences)) if silences else None,
        silence_longest=max(silences, default=None),
    )
