"""Takes the pictures in `.pictures`: `python tests/support/pictures.py [--to FOLDER] [NAME ...]`, some or all of them.

Each station is opened in a terminal of its own, as a person would; what it draws is read cell by cell off a terminal
emulator and painted with Pillow: every cell has the same size, a Chinese character takes exactly two, and lines and
blocks reach from edge to edge. The characters are those of Noto Sans Mono CJK and DejaVu Sans Mono (Debian:
fonts-noto-cjk, fonts-dejavu-core).
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pictured_morning
from painted_screen import paint
from terminal import Terminal

from frontdesk.app.app import FrontdeskApp
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.station import StationKind
from frontdesk.words import i18n

_QUIET_S, _LONGEST_S = 1.2, 4.0
"""After this long without anything new a screen is finished, and after this long however the time goes on."""
_FRAME_S = 0.2
"""Longer than any frame takes to be written."""
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Picture:
    """A station, how it is opened, and the keys that are pressed before the picture is taken."""

    station: StationKind
    language: str = "zh"
    theme: str = "dark"
    size: tuple[int, int] = (80, 24)
    keys: tuple[str, ...] = ()
    also: str = ""

    @property
    def then(self) -> str:
        """What has happened since the morning."""
        if self.station is StationKind.LOUNGE or self.also == "tickets":
            return "called"
        return "fire" if self.also.startswith("fire") else ""

    @property
    def name(self) -> str:
        """The name of its file."""
        columns, rows = self.size
        parts = (self.also or self.station.value, self.language, self.theme, f"{columns}x{rows}")
        return "-".join(parts) + ".png"


def everything() -> Iterator[Picture]:
    """Every picture: each station in both themes and sizes, and what one does there."""
    for station in StationKind:
        for theme in ("dark", "light"):
            for size in ((80, 24), (120, 40)):
                yield Picture(station, theme=theme, size=size)
    for also, keys in (("decide", ("F8",)), ("cases", ("Ctrl+F",)), ("alerts", ("Ctrl+Y",)), ("tickets", ("Ctrl+L",))):
        yield Picture(StationKind.MANAGER, also=also, keys=keys)
    yield Picture(StationKind.RECEPTION, also="appointments", keys=("Ctrl+Z",))
    for station in (StationKind.GUARD, StationKind.RECEPTION, StationKind.MANAGER, StationKind.WORKSHOP):
        yield Picture(station, also=f"fire-{station.value}")
    yield Picture(StationKind.MANAGER, also="fire-command", size=(120, 40), keys=("Ctrl+X",))
    yield replace(Picture(StationKind.MANAGER), language="en")


def take(picture: Picture, stores: Path, folder: Path) -> Path:
    """Open the station, wait until its screen is finished, and paint it."""
    store = stores / f"{picture.language}-{picture.then}.db"
    i18n.use(picture.language)
    at = pictured_morning.make(store, picture.language, then=picture.then)
    terminal = Terminal(
        sys.executable, __file__, "--open", picture.station, str(store), str(at), picture.language, picture.theme,
        size=picture.size, environment={"COLORTERM": "truecolor"},
    )  # fmt: skip
    try:
        _finished(terminal)
        for key in picture.keys:
            before = terminal.text
            terminal.press(key)
            terminal.until(partial(_has_changed, terminal, before))
            _finished(terminal)
        image = paint(terminal.cells, light=picture.theme == "light")
    finally:
        terminal.close()
    file = folder / picture.name
    image.quantize(96).save(file, optimize=True)
    return file


def _has_changed(terminal: Terminal, before: str) -> bool:
    return terminal.text != before


def _finished(terminal: Terminal) -> None:
    """Wait until nothing new comes but, each second, the time."""
    terminal.until(lambda: any(terminal.lines))
    begun = quiet = time.monotonic()
    drawn = len(terminal.drawn)
    while time.monotonic() - quiet < _QUIET_S and time.monotonic() - begun < _LONGEST_S:
        terminal.read()
        if len(terminal.drawn) != drawn:
            quiet, drawn = time.monotonic(), len(terminal.drawn)
    while terminal.read(_FRAME_S) and len(terminal.drawn) != drawn:
        # A frame that has begun to come is taken whole.
        drawn = len(terminal.drawn)


def open_station(station: str, store: str, at: str, language: str, theme: str) -> None:
    """Be the program in the terminal: a station whose clock stands at the moment of the picture."""
    i18n.use(language)
    clock, kind = pictured_morning.Since(int(at)), StationKind(station)
    who = pictured_morning.PEOPLE[station]
    with Desk.open(Path(store), Actor(station, who), clock) as desk:
        first = desk.snapshot()
    FrontdeskApp(Path(store), kind, first, by=who, clock=clock, theme=theme).run()


def main() -> None:
    """Take the pictures that were asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", metavar="NAME")
    asked.add_argument("--to", type=Path, default=_ROOT / ".pictures")
    given = asked.parse_args()
    given.to.mkdir(exist_ok=True)
    for picture in everything():
        if not given.names or any(name in picture.name for name in given.names):
            with tempfile.TemporaryDirectory() as stores:
                print(take(picture, Path(stores), given.to))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--open"]:
        open_station(*sys.argv[2:])
    else:
        main()
