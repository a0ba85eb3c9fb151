"""`frontdesk demo`: a seeded day that runs, in a database that is deleted when the demo ends."""

import tempfile
from argparse import Namespace
from pathlib import Path

from frontdesk.commands.stations.open import prepare
from frontdesk.demo.day import DEFAULT_SPEED, Demo, Runner
from frontdesk.demo.script import script
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import SystemClock
from frontdesk.machine import log
from frontdesk.machine.ticket_printer import MachinePrinter
from frontdesk.process.stopping import held_back


def run(args: Namespace) -> int:
    """Open a station on a demo; return its exit code."""
    refused = prepare(args)
    if refused is not None:
        return refused
    log.start()
    from frontdesk.app.first import Opening, read_first  # noqa: PLC0415 - needed only where a station opens
    from frontdesk.app.run import run_station  # noqa: PLC0415 - textual reads the environment when it is imported

    station = StationKind(args.station)
    with tempfile.TemporaryDirectory(prefix="frontdesk-demo-", ignore_cleanup_errors=True) as folder:
        # Under a second; SQLite has been seen to swallow an interruption in the midst of it.
        with held_back():
            demo = Demo.create(Path(folder), SystemClock(), args.speed or DEFAULT_SPEED)
        runner = Runner(demo)
        runner.start()
        try:
            visitor = Visitor(demo, is_guided=not args.unattended)
            by, printer = args.operator or visitor.operator(station), MachinePrinter(args.settings)
            begun = Opening(read_first(demo.path, Actor(station.value, by)), None)
            return run_station(
                demo.path, station, begun, by=by, demo=visitor, printer=printer, theme=args.settings.theme
            )
        finally:
            runner.stop()
            demo.close()


class Visitor:
    """A visitor's control over the demo's time, and the names of the people whose places the visitor takes."""

    def __init__(self, demo: Demo, *, is_guided: bool) -> None:
        self._demo = demo
        self._staff = script().staff
        self.is_guided = is_guided

    @property
    def is_held(self) -> bool:
        """Whether the demo waits for the visitor."""
        return self._demo.is_held

    def faster(self) -> None:
        """Let the demo's time run faster, or go on as before where it waits."""
        if self._demo.is_held:
            self._demo.go_on()
        else:
            self._demo.faster()

    def slower(self) -> None:
        """Let the demo's time run slower, down to a pause."""
        self._demo.slower()

    def hold(self) -> None:
        """Let time stand until the demo goes on."""
        self._demo.hold()

    def go_on(self) -> None:
        """Let time run again as before."""
        self._demo.go_on()

    def sit_down(self, station: StationKind) -> None:
        """Leave a station's prompts to the visitor, who looks at it from now on."""
        self._demo.sit_down(station)

    def operator(self, station: StationKind) -> str:
        """Return who works at a station in the demo."""
        return next((member.name for member in self._staff if member.station == station), "")
