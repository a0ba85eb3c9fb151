"""The first picture of a station: read from the store, and drawn before the application is loaded."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from frontdesk.app.stage import Stage, standing
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import SystemClock
from screens.kit.escape_painting import Painter, colours_of
from screens.kit.live import Live
from screens.kit.palettes import PALETTES
from screens.stations.first_picture import first_picture


class Opening(NamedTuple):
    """A station that opens: the store's picture, and what stands in the terminal."""

    first: Snapshot
    stage: Stage | None


def read_first(path: Path, actor: Actor) -> Snapshot:
    """Return the picture of the store for a station that opens. Raises `StoreError`."""
    with Desk.open(path, actor) as desk:
        return desk.snapshot()


@contextmanager
def opening(path: Path, actor: Actor, station: StationKind, theme: str) -> Iterator[Opening]:
    """Read the store, and put its picture up until the application takes the terminal over. Raises `StoreError`."""
    with ExitStack() as until_over:
        with Desk.open(path, actor) as desk:
            first = desk.snapshot()
            live = Live(first, first.now(SystemClock().now()), actor)
            stage = until_over.enter_context(standing(partial(painted, live, station, theme)))
            from frontdesk.machine import log  # noqa: PLC0415 - it is written to only from here on

            log.start()
            desk.note_end()
        yield Opening(first, stage)


def painted(live: Live, station: StationKind, theme: str, columns: int, rows: int) -> list[str]:
    """Return the rows of the first picture as they are sent to the terminal."""
    painter = partial(Painter, PALETTES[theme], colours_of(os.environ), grey="NO_COLOR" in os.environ)
    painters = {ground: painter(ground) for ground in ("page", "raised")}
    return [painters[row.ground].painted(row.line, columns) for row in first_picture(live, station, columns, rows)]
