"""The keys that only a demo has: the next station, and the speed of time."""

from collections.abc import Callable
from typing import Any, Protocol

from frontdesk.domain.stations.station import StationKind


class Pacemaker(Protocol):
    """The controls of a demo's time."""

    def faster(self) -> None:
        """Let time run faster."""

    def slower(self) -> None:
        """Let time run slower, down to a pause."""

    def operator(self, station: StationKind) -> str:
        """Return who works at a station in the demo."""

    @property
    def is_guided(self) -> bool:
        """Whether the demo waits for whoever looks at it."""

    @property
    def is_held(self) -> bool:
        """Whether it waits now."""

    def hold(self) -> None:
        """Let time stand until the demo goes on."""

    def go_on(self) -> None:
        """Let time run again as before."""

    def sit_down(self, station: StationKind) -> None:
        """Leave a station's prompts to the visitor, who looks at it from now on."""


class Visited(Protocol):
    """The interface of the application for these keys."""

    station: StationKind

    @property
    def demo(self) -> Pacemaker | None:
        """The demo; None if there is none."""

    def sign_in(self, station: StationKind, who: str) -> None:
        """Note that somebody works at a station from now on."""

    def switch_mode(self, mode: str) -> Any:
        """Show another station."""

    def call_later(self, callback: Callable[..., Any], *values: Any) -> bool:
        """Call a function in the application after the current work is done."""


def do(what: str, app: Visited) -> None:
    """Run a key of the demo; do nothing outside a demo."""
    if app.demo is None:
        return
    match what:
        case "faster":
            app.demo.faster()
        case "slower":
            app.demo.slower()
        case "next_station":
            kinds = tuple(StationKind)
            following = kinds[(kinds.index(app.station) + 1) % len(kinds)]
            app.sign_in(following, app.demo.operator(following))
            # Later, as the application: whoever opens a screen is its parent, and that may be a touched button.
            app.call_later(app.switch_mode, following.value)
