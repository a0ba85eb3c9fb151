"""A store of the group, as head office knows it, and which of them need somebody first."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from frontdesk.domain.group.office import StoreState, state_of
from frontdesk.domain.values.clock import Millis

_IN_TURN = tuple(StoreState)


class Store(NamedTuple):
    """A store, how far it is known, and what it said of itself last."""

    id: int
    code: str
    name: str
    province: str
    epoch: int
    seq: int
    hash: str
    share: str | None
    program: str | None
    schema: int | None
    heard_at: Millis | None
    trouble: str | None
    trouble_seq: int | None
    trouble_at: Millis | None

    @property
    def position(self) -> dict[str, Any]:
        """The last of its events that is here."""
        return {"epoch": self.epoch, "seq": self.seq, "hash": self.hash}

    def state(self, now: Millis) -> StoreState:
        """Return how head office stands with it."""
        return state_of(self.heard_at, self.trouble, now)


def in_turn(stores: Iterable[Store], now: Millis) -> list[Store]:
    """Return stores as somebody should look at them: what is not taken first, then the longest silent."""
    return sorted(stores, key=lambda store: (_IN_TURN.index(store.state(now)), store.heard_at or 0, store.code))
