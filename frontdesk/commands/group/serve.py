"""`frontdesk group serve`: head office's door, open until it is asked to end."""

import asyncio
import logging
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit import output
from frontdesk.commands.kit.reach import refuse_wrong
from frontdesk.commands.web.listen import reach_of, refused_port
from frontdesk.domain.group.office import OfficeReason
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.text import clean_code, clean_line
from frontdesk.group.database import connected, require_parts
from frontdesk.machine import log
from frontdesk.machine.services.readiness import tell_ready
from frontdesk.process.stopping import told_to_end
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.web.reach import Reach

_logger = logging.getLogger(__name__)


def run(args: Namespace) -> int:
    """Answer stores until asked to end; return the exit code, 0 only if it was asked."""
    log.start()
    refuse_wrong(args)
    require_parts()
    from frontdesk.group import tables  # noqa: PLC0415 - of the extra `group`

    reach = _reach(args)
    with connected(args.group_database) as connection:
        tables.bring_up_to_date(connection)
    try:
        asyncio.run(_until_told(args, reach))
    except OSError as error:
        return refused_port(args, error)
    _logger.info("ended, as it was told to")
    return 0


def _reach(args: Namespace) -> "Reach":
    """Return where to listen, and by which names. Raises `InputError`: BAD_OFFICE_ADDRESS, and for a certificate."""
    if not args.address:
        return reach_of(args)
    from frontdesk.web.reach import BehindProxy  # noqa: PLC0415 - aiohttp takes a second to load

    if args.lan:
        raise InputError(OfficeReason.ADDRESS_OR_LAN)
    try:
        return BehindProxy(args.port, clean_code(args.address))
    except ValueError as error:
        raise InputError(OfficeReason.BAD_OFFICE_ADDRESS, text=clean_line(args.address, 80)) from error


async def _until_told(args: Namespace, reach: "Reach") -> None:
    from frontdesk.group.serving import serve  # noqa: PLC0415 - of the extra `group`

    end, loop = asyncio.Event(), asyncio.get_running_loop()
    with told_to_end(lambda: loop.call_soon_threadsafe(end.set)):
        await serve(args.group_database, reach, end, lambda: _is_ready(args, reach))


def _is_ready(args: Namespace, reach: "Reach") -> None:
    known = ("127.0.0.1", *reach.called.names, *reach.called.addresses)
    addresses = [args.address] if args.address else [reach.address_at(host) for host in known]
    _logger.info("head office at %s", addresses[0])
    if args.json:
        output.say_json({"address": addresses[0], "addresses": addresses[1:]})
    else:
        said = _("Head office: {addresses}; Ctrl-C ends it. Stores that may send: frontdesk group stores add")
        output.warn(said.format(addresses=_(", ").join(addresses)))
        output.warn(_("Its dashboard is there in a browser. Who may look: frontdesk group readers add"))
        if args.lan and args.plain:
            output.warn(_("NOT ENCRYPTED (--plain): whoever is in this network can read what stores send."))
    sys.stdout.flush()
    tell_ready()
