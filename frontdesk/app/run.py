"""Putting a station together, and running it."""

from pathlib import Path

from frontdesk.app.app import FrontdeskApp
from frontdesk.app.demo_keys import Pacemaker
from frontdesk.app.first import Opening
from frontdesk.app.listeners import Listener
from frontdesk.app.printing import DocumentFiling, TicketPrinter, TicketPrinting
from frontdesk.app.remembering import RemembersTheme
from frontdesk.app.sounding import Sounding
from frontdesk.domain.stations.station import StationKind


def run_station(
    path: Path, station: StationKind, begun: Opening, *, by: str = "", demo: Pacemaker | None = None,
    printer: TicketPrinter | None = None, told: str = "", wrong: str = "", theme: str = "dark",
) -> int:  # fmt: skip
    """Open a station that first shows what was done (`told`) or is `wrong`; return the exit code once it is closed."""
    app = FrontdeskApp(
        path, station, begun.first, by=by, demo=demo, listeners=listeners(printer), told=told, wrong=wrong, theme=theme
    )
    app.stage = begun.stage
    return app.run_to_its_end()


def listeners(printer: TicketPrinter | None) -> list[Listener]:
    """Return the listeners to the station's messages."""
    return [Sounding(), RemembersTheme(), DocumentFiling(), *([TicketPrinting(printer)] if printer is not None else [])]
