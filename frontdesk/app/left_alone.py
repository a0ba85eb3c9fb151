"""Covers customers' names and words at a station that nobody touches; the next key uncovers them."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from frontdesk.domain.people.pins import SignIn
from frontdesk.domain.stations.left_alone import is_left_alone
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis
from screens.kit.dialog import Dialog
from screens.kit.left_alone import COVERED
from screens.kit.live import Live


class LeftAlone:
    """Knows whether a station is left alone. `untouched`: for how long nobody pressed a key or touched it."""

    def __init__(
        self, untouched: Callable[[], Millis], screens: Callable[[], list[Screen[Any]]], show: Callable[[bool], None]
    ) -> None:
        self._untouched, self._screens, self._show = untouched, screens, show
        self._covers = False

    def look(self, live: Live, station: StationKind) -> bool:
        """Return whether customers are covered now, and cover the dialogs that are up."""
        by_pin = live.snapshot is not None and live.snapshot.policy.sign_in == SignIn.PINS
        self._cover(by_pin and is_left_alone(station, self._untouched()))
        return self._covers

    def ends(self) -> bool:
        """Uncover, because somebody pressed a key; return whether what it is for could not be seen."""
        if not self._covers:
            return False
        was_unseen = isinstance(self._screens()[-1], Dialog)
        self._cover(False)
        self._show(False)
        return was_unseen

    def _cover(self, covers: bool) -> None:
        if covers or self._covers:
            for screen in self._screens():
                if isinstance(screen, Dialog):
                    screen.set_class(covers, COVERED)
        self._covers = covers
