"""An action: a key of a station, and what it does."""

from collections.abc import Awaitable, Callable
from typing import NamedTuple

from frontdesk.domain.stations.station import StationKind
from screens.kit.keys import ALL, Key
from screens.kit.station import Station


class Action(NamedTuple):
    """A key, what it does, and at which stations. `label` is a word or two, `help` a sentence; both English msgids."""

    key: str
    name: str
    label: str
    help: str
    run: Callable[[Station], Awaitable[None]]
    stations: frozenset[StationKind] = ALL
    hint: frozenset[StationKind] = frozenset()
    """The stations whose bottom line shows it."""

    def as_key(self) -> Key:
        """Return the action as an entry of the table of keys."""
        return Key(self.key, f"do('{self.name}')", self.label, self.help, self.stations, self.hint)
