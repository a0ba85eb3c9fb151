"""A key, what it does, and at which stations."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from frontdesk.domain.stations.station import StationKind

ALL = frozenset({StationKind.GUARD, StationKind.RECEPTION, StationKind.MANAGER})


DESK = frozenset({StationKind.RECEPTION, StationKind.MANAGER})


OF_A_KEY = "of a key"
"""The group of the workers that do what a key asked for: the next key waits until they are done."""


@dataclass(frozen=True, slots=True)
class Key:
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
        """The key as people read it: F2, Ctrl+N."""
        return "+".join(part.capitalize() for part in self.key.split("+"))

    @property
    def number(self) -> int:
        """Which of the function keys it is; any other key comes after them."""
        return int(self.key[1:]) if self.key[1:].isdigit() else 99

    @property
    def of_application(self) -> bool:
        """Whether the application answers it rather than the station."""
        return self.action.startswith("app.")


def bindings(keys: Iterable[Key]) -> list[BindingType]:
    """Return keys as Textual bindings, shown by our own hints.

    A station's key takes its turn behind what was typed before it, so a fast typist's plate is complete. A key of the
    whole application (quit, language) has nothing to do with what is typed, and answers over any dialog.
    """
    return [Binding(key.key, key.action, show=False, priority=key.of_application) for key in keys]
