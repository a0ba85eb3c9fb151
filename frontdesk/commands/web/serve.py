"""`frontdesk serve`: shows stations in browsers until it is asked to end."""

import asyncio
import logging
import sys
import threading
from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit import output
from frontdesk.commands.kit.reach import refuse_wrong
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.commands.stations.watch import Trouble, lookout
from frontdesk.commands.web import reached
from frontdesk.commands.web.listen import reach_of, refused_port
from frontdesk.desk.desk import Desk
from frontdesk.desk.stations import devices
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.station import StationKind
from frontdesk.machine import log
from frontdesk.machine.services.readiness import tell_ready
from frontdesk.process.stopping import told_to_end
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.web.reach import Reach

_logger = logging.getLogger(__name__)


def run(args: Namespace) -> int:
    """Serve until asked to end; return the exit code, 0 only if it was asked."""
    log.start()
    refuse_wrong(args)
    return on_store(args, lambda session: _serve(args, session))


def _serve(args: Namespace, session: Session) -> int:
    reach = reach_of(args)
    session.desk.note_end()
    session.desk.close()
    try:
        asyncio.run(_until_told(args, reach, Trouble(session.zone)))
    except OSError as error:
        return refused_port(args, error)
    _logger.info("ended, as it was told to")
    return 0


async def _until_told(args: Namespace, reach: "Reach", trouble: Trouble) -> None:
    """Serve stations and call whoever is due, until told to end; what ends one of them ends both."""
    from frontdesk.web.limits import Limits  # noqa: PLC0415 - aiohttp takes a second to load
    from frontdesk.web.serving import serve  # noqa: PLC0415

    end, stop, loop = asyncio.Event(), threading.Event(), asyncio.get_running_loop()
    with told_to_end(lambda: loop.call_soon_threadsafe(end.set)):
        looking = asyncio.create_task(asyncio.to_thread(lookout(args, trouble, trouble.over).run, stop))
        looking.add_done_callback(lambda _: end.set())
        try:
            await serve(args.store.absolute(), reach, Limits(), end, lambda: _is_ready(args, reach))
        finally:
            stop.set()
            await looking


def _is_ready(args: Namespace, reach: "Reach") -> None:
    address = reach.address_at("127.0.0.1")
    _logger.info("serving %s at %s", args.store, address)
    addresses = [reach.address_at(host) for host in reach.called.addresses]
    if args.json:
        output.say_json({"address": address, **({"addresses": addresses} if args.lan else {})})
    else:
        output.warn(_("Stations: {address}; Ctrl-C ends it.").format(address=address))
        if args.lan:
            reached.tell(reach, addresses)
        if sys.stderr.isatty():
            _offer(args, address)
    sys.stdout.flush()
    tell_ready()


def _offer(args: Namespace, address: str) -> None:
    """Show whoever sits at this machine an address that pairs their browser: opening it is enough."""
    with Desk.open(args.store, Actor("serve", args.by), create=False) as desk:
        code = devices.offer(desk, tuple(StationKind), _("this machine"))
    output.warn(_("To open them in a browser of this machine: {address}").format(address=f"{address}#{code}"))
