"""`frontdesk watch`: calls people when they are due even if no station is open; one line for each step (Z5, Z6)."""

import logging
import sys
import threading
from argparse import Namespace
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from frontdesk.commands.copies.at_start import copier
from frontdesk.commands.escalations.as_json import step_json
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.commands.kit.store_path import is_there
from frontdesk.desk.stations.headless import HeadlessStation, Seen
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis, SystemClock
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.machine import log
from frontdesk.machine.group.shipper import Shipper
from frontdesk.machine.poster import Poster
from frontdesk.machine.services.readiness import tell_ready
from frontdesk.machine.weather.fetcher import Fetcher
from frontdesk.process.stopping import told_to_end
from frontdesk.words.escalations.record import name_of, step_words
from frontdesk.words.i18n import _
from frontdesk.words.phrases import case_number
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.times import clock_time

STATION = "watch"
"""The station name in the records made by watching."""

_logger = logging.getLogger(__name__)

_LOOKS_EVERY_S = 1.0


def run(args: Namespace) -> int:
    """Watch until asked to end; return the exit code, 0 only if it was asked."""
    log.start()
    stop = threading.Event()
    try:
        # From before its first word on: whoever has read that it is there may ask it to end.
        with told_to_end(stop.set):
            if not _comes(args.store, stop):
                return 0
            return on_store(args, lambda session: _watch(args, session, stop))
    except FrontdeskError as error:
        # A service on Windows has nobody who reads what it says: the log does.
        _logger.error("not watching: %s", error.reason)
        raise


def _comes(store: Path, stop: threading.Event) -> bool:
    """Wait for a database that is not there yet; return whether it came before somebody asked to end."""
    if is_there(store):
        return True
    _logger.info("waiting for %s", store)
    output.warn(_("There is no database {path} yet: waiting for it; Ctrl-C ends it.").format(path=store))
    # For a supervisor it is up: it would give up on a service that never gets ready.
    tell_ready()
    while not stop.wait(_LOOKS_EVERY_S):
        if is_there(store):
            return True
    return False


def _watch(args: Namespace, session: Session, stop: threading.Event) -> int:
    session.desk.note_end()
    session.desk.close()
    trouble = Trouble(session.zone)
    ready = Readiness(args.store, trouble)
    looks = lookout(args, trouble, ready.tell)
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="lookout") as pool:
        looking = pool.submit(looks.run, stop)
        while not looking.done():
            # Now and then: on Windows a signal interrupts no wait.
            wait([looking], timeout=1.0)
    looking.result()
    _logger.info("ended, as it was told to")
    return 0


def lookout(args: Namespace, trouble: "Trouble", on_ready: Callable[[], None]) -> HeadlessStation:
    """Return what calls whoever is due, and says each step in a line."""
    copies, texts, shipper = copier(args), Poster(args.store), Shipper(args.store)
    forecasts = Fetcher(args.store, wanted=bool(args.settings.forecast_from))

    def look(snapshot: Snapshot, now: Millis) -> None:
        copies.look(snapshot.copying, now)
        texts.look(snapshot.sends_at, now)
        forecasts.look(snapshot.weather.fetch_at, now)
        shipper.look(snapshot.seq)

    return HeadlessStation(
        args.store,
        Actor(STATION, args.operator),
        SystemClock(),
        on_step=lambda seen: _say(seen, as_json=args.json),
        on_failure=trouble.tell,
        on_ready=on_ready,
        on_look=look,
    )


class Trouble:
    """Reports what is wrong with the store, once for each change and not every second."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._said = ""

    def tell(self, error: FrontdeskError) -> None:
        """Report the error, once."""
        said = sentence(error, self._zone)
        if said != self._said:
            self._said = said
            _logger.error("not watching: %s", error.facts.get("detail", error.reason), exc_info=error.__cause__)
            output.warn(said)

    def over(self) -> None:
        """Report that the error is over, if there was one."""
        if self._said:
            self._said = ""
            output.warn(_("Watching again."))


class Readiness:
    """Reports once that watching has begun: to the reader, to the supervisor, and in the log."""

    def __init__(self, store: Path, trouble: Trouble) -> None:
        self._store = store
        self._trouble = trouble
        self._told = False

    def tell(self) -> None:
        """Report it if that was not done yet; after trouble, report that it is over."""
        if not self._told:
            self._told = True
            _logger.info("watching %s", self._store)
            output.warn(_("Watching {path}; Ctrl-C ends it.").format(path=self._store))
            tell_ready()
        self._trouble.over()


def _say(seen: Seen, *, as_json: bool) -> None:
    escalation, step, policy = seen.escalation, seen.step, seen.policy
    zone = ZoneInfo(policy.time_zone)
    if as_json:
        about = {"escalation": escalation.id, "kind": escalation.kind, "plate": escalation.plate or None}
        output.say_json({**about, "state": escalation.state, "step": step_json(step, zone)})
    else:
        said = step_words(step, policy.places())
        at = clock_time(step.at, zone)
        output.say(f"{at} {name_of(escalation)} · {said} · {case_number(escalation.id)}")
    sys.stdout.flush()
