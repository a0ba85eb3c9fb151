"""`frontdesk`, `frontdesk guard|reception|manager|workshop|lounge`: open a station in this terminal."""

import gc
import os
import sys
from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.store_path import refuse_second
from frontdesk.commands.kit.upgrading import bring_up_to_date
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.errors import Refused
from frontdesk.machine import settings
from frontdesk.machine.ticket_printer import MachinePrinter
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word


def run(args: Namespace) -> int:
    """Open the station asked for; return its exit code."""
    refuse_second(args, is_station=True)
    refused = prepare(args)
    if refused is not None:
        return refused
    return begin(args, StationKind(args.command) if args.command else args.settings.station or _ask())


def begin(args: Namespace, station: StationKind) -> int:
    """Open a station in a terminal that is prepared; return its exit code. Raises `StoreError`."""
    from frontdesk.app.first import opening  # noqa: PLC0415 - needed only where a station opens

    told, by, theme = bring_up_to_date(args, args.store), args.operator, args.settings.theme
    with opening(args.store, Actor(station.value, by), station, theme) as begun:
        # Loading it takes longer than all before, and it reads the environment when it is loaded.
        from frontdesk.app.run import run_station  # noqa: PLC0415

        return run_station(
            args.store, station, begun, by=by, printer=MachinePrinter(args.settings), told=told,
            wrong=_wrong_locale(), theme=theme,
        )  # fmt: skip


def prepare(args: Namespace) -> int | None:
    """Prepare the terminal for a screen; return an exit code if a screen is not possible."""
    if args.json:
        return output.fail(
            _("A station does not answer in JSON. For scripts: frontdesk status --json."), 2, error="no_station"
        )
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return output.fail(_("A station needs a terminal, and this is none. For scripts: frontdesk status."))
    make_ready()
    return None


def make_ready() -> None:
    """Prepare this process for a screen."""
    # Textual reads these when it is imported. Without the first, an input method's keys get lost in some terminals;
    # the second is how long a change waits for others before it is painted: 4 ms instead of 16.
    os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    os.environ.setdefault("TEXTUAL_FPS", "240")
    # Nothing is garbage before the first picture stands; the application collects again from then on.
    gc.disable()


def _wrong_locale() -> str:
    """Return what is wrong with this terminal's language settings; empty if they can show Chinese."""
    from frontdesk.process.characters import encoding_of_terminal  # noqa: PLC0415 - needed only here

    encoding = encoding_of_terminal()
    if encoding == "utf-8":
        return ""
    said = _("This terminal is set to {encoding}: Chinese typed here becomes ?. Set it, and LANG, to UTF-8.")
    return said.format(encoding=encoding)


def _ask() -> StationKind:
    """Ask which station this machine is, the first time; remember it in the settings file."""
    from frontdesk.commands.kit.inputs import read_choice  # noqa: PLC0415 - needed only the first time

    numbers = {station: str(number) for number, station in enumerate(StationKind, 1)}
    print(_("Which station is this machine?"))
    for station, number in numbers.items():
        print(f"  {number}  {word(station)}")
    asked = "/".join(numbers.values()) + ": "
    while True:
        try:
            chosen = read_choice(StationKind, input(asked), also=lambda station: (numbers[station],))
        except Refused:
            print(_("Type a number from 1 to 5, or its name."))
        except (KeyboardInterrupt, EOFError):
            print()
            raise
        else:
            remember(chosen)
            return chosen


def remember(station: StationKind, known: StationKind | None = None) -> None:
    """Write into the settings file which station this machine is, unless that is `known`; say where, or why not."""
    if station is known:
        return
    file = settings.path()
    try:
        settings.remember_station(station, file)
    except OSError as error:
        detail = error.strerror or str(error)
        output.warn(_("Not remembered: {path} cannot be written ({detail}).").format(path=file, detail=detail))
    else:
        print(_("Remembered in {path}.").format(path=file))
