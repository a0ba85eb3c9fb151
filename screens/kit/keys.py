"""A key, what it does, and at which stations."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding, BindingType

from frontdesk.domain.stations.station import StationKind

ALL = frozenset({StationKind.GUARD, StationKind.RECEPTION, StationKind.MANAGER})
"""The stations that see the zone, and do something with its cars."""
WORKSHOP = frozenset({StationKind.WORKSHOP})
EVERYWHERE = ALL | WORKSHOP
"""Wherever somebody works."""
DESK = frozenset({StationKind.RECEPTION, StationKind.MANAGER})
GATE = frozenset({StationKind.GUARD, StationKind.RECEPTION})
GUARD = frozenset({StationKind.GUARD})
MANAGER = frozenset({StationKind.MANAGER})
RECEPTION = frozenset({StationKind.RECEPTION})


OF_A_KEY = "of a key"
"""The group of the workers started by a key; the next key waits until they are done."""


_SHORTER = {"pagedown": "PgDn", "pageup": "PgUp"}


class Key(NamedTuple):
    """A key, what it does, and at which stations. `label` is a word or two, `help` a sentence; both English msgids."""

    key: str
    action: str
    label: str
    help: str
    stations: frozenset[StationKind] = ALL
    hint: frozenset[StationKind] = frozenset()
    """The stations whose bottom line shows it."""

    @property
    def shown(self) -> str:
        """The key as people read it: F2, Ctrl+N; "" for what has no key of its own, and is found with Ctrl+P."""
        return "+".join(_SHORTER.get(part, part.capitalize()) for part in self.key.split("+"))

    @property
    def number(self) -> int:
        """The number of the function key; all other keys sort after them."""
        return int(self.key[1:]) if self.key[1:].isdigit() else 99

    @property
    def of_application(self) -> bool:
        """Whether the application handles the key instead of the station."""
        return self.action.startswith("app.")


def bindings(keys: Iterable[Key]) -> list[BindingType]:
    """Return keys as Textual bindings that only our own hints show.

    A station's key waits until the keys typed before it are handled, so that a fast typist's plate is complete. A key
    of the whole application (quit, language) does not depend on typed text, and works over any dialog.
    """
    return [Binding(key.key, key.action, show=False, priority=key.of_application) for key in keys if key.key]
