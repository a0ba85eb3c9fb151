"""`python -m frontdesk.web.child guard 120 40 dark`: one station on pipes, started by `frontdesk serve`."""

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.app.first import painted
from frontdesk.app.stage import SECOND_SCREEN
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import SystemClock
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.machine import log, settings
from frontdesk.machine.settings import Settings
from frontdesk.machine.ticket_printer import MachinePrinter
from frontdesk.process import stopping
from frontdesk.web.pipe import Pipe
from frontdesk.web.window import ENVIRONMENT, Window
from frontdesk.words import i18n
from screens.kit.live import Live

if TYPE_CHECKING:
    from frontdesk.app.listeners import Listener


def main(given: list[str]) -> int:
    """Run a station until its page is closed for good; return the exit code."""
    stopping.listen()
    pipe = Pipe()
    kind, window = StationKind(given[0]), Window.of_arguments(*given[1:])
    i18n.use(settings.language([]))
    log.start()
    # Nothing is garbage before the first picture stands; the application collects again from then on.
    gc.disable()
    try:
        configured = settings.load()
        first = _put_up(pipe, configured.store, kind, window)
    except FrontdeskError as error:
        from frontdesk.words.refusals.sentence import sentence  # noqa: PLC0415 - only where it is refused

        pipe.tell("refused", said=sentence(error))
        return 1
    return _run(pipe, configured, first, kind, window)


def _put_up(pipe: Pipe, store: Path, kind: StationKind, window: Window) -> Snapshot:
    """Draw the store's picture before the application is loaded, which takes longer than all before."""
    actor = Actor(kind.value, "")
    with Desk.open(store, actor, create=False) as desk:
        first = desk.snapshot()
        desk.note_end()
    live = Live(first, first.now(SystemClock().now()), actor)
    picture = painted(live, kind, window.theme, window.columns, window.rows)
    drawn = (f"\x1b[{y};1H{row}" for y, row in enumerate(picture, 1))
    pipe.draw(f"\x1b[?2026h{SECOND_SCREEN}\x1b[?25l\x1b[?7l{''.join(drawn)}\x1b[?2026l")
    return first


def _run(pipe: Pipe, configured: Settings, first: Snapshot, kind: StationKind, window: Window) -> int:
    from frontdesk.app.printing import TicketPrinting  # noqa: PLC0415 - the first picture does without Textual
    from frontdesk.app.sounding import Sounding  # noqa: PLC0415
    from frontdesk.printing.address import parse_address  # noqa: PLC0415
    from frontdesk.web.station import BrowserStation, InTheBrowser  # noqa: PLC0415

    page = InTheBrowser(pipe)
    # A receipt printer is the server's; what would go into one of its folders is for the page.
    is_receipt = bool(configured.printer) and parse_address(configured.printer).kind != "folder"
    printing = TicketPrinting(MachinePrinter(configured) if is_receipt else page)
    listeners: list[Listener] = [Sounding(page.play), page, printing]
    app = BrowserStation(configured.store, kind, first, listeners=listeners, theme=window.theme)
    app.pipe = pipe
    return app.run_to_its_end((window.columns, window.rows))


if __name__ == "__main__":
    os.environ.update(ENVIRONMENT)
    os.environ.pop("NO_COLOR", None)
    with suppress(KeyboardInterrupt):
        sys.exit(main(sys.argv[1:]))
