"""A booked car that may still come: how likely, and between which instants (Z9)."""

from collections.abc import Sequence
from typing import NamedTuple

from frontdesk.domain.values.clock import HOUR, MINUTE, Millis

LATEST: Millis = HOUR
"""Who is later than this is not expected any more, and who came earlier than this came by chance."""
_FEW = 20
"""Of fewer customers nothing is concluded about how punctual they are."""
_USUAL: Millis = 15 * MINUTE
_EARLY, _LATE = 0.1, 0.9


class Booked(NamedTuple):
    """A booked car: how likely it comes at all, and between which instants, each as likely as another."""

    comes: float
    earliest: Millis
    latest: Millis

    def came_by(self, at: Millis) -> float:
        """Return how likely it has come by an instant."""
        if at >= self.latest:
            return self.comes
        return self.comes * max(0, at - self.earliest) / (self.latest - self.earliest)


def expected(at: Millis, comes: float, off: Sequence[Millis]) -> Booked:
    """Return what is expected of a booking. `off`: how far off their time others came, the earliest first."""
    early, late = -_USUAL, _USUAL
    if len(off) >= _FEW:
        early, late = (off[int(len(off) * share)] for share in (_EARLY, _LATE))
    early, late = (max(-LATEST, min(LATEST, each)) for each in (early, late))
    return Booked(comes, at + early, at + max(early + 1, late))
