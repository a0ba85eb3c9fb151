"""`frontdesk group send`: sends what is new to head office, then ends; `watch` and `serve` begin it."""

import asyncio
import logging
from argparse import Namespace
from functools import partial

from frontdesk.commands.group import asking
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk.desk import Desk
from frontdesk.desk.group import batches, belonging, noting, templates
from frontdesk.domain.group.answer import Position
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.group.templates import read_template
from frontdesk.domain.values.errors import InputError
from frontdesk.machine import log
from frontdesk.machine.group.group_file import Group
from frontdesk.machine.group.office import Office, reached
from frontdesk.process import priority
from frontdesk.words.i18n import _

_logger = logging.getLogger(__name__)


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    log.start()
    priority.step_back()
    return on_store(args, _send)


def _send(session: Session) -> int:
    desk = session.desk
    try:
        group = asking.group()
        belonging.tell_what_updates_filled(desk, group.code)
        at = asyncio.run(send_all(desk, group))
    except InputError as error:
        _logger.warning("not sent: %s %s", error.reason, error.facts.get("detail", ""))
        noting.note_trouble(desk, error)
        raise
    if session.args.json:
        output.say_json({"epoch": at.epoch, "seq": at.seq})
    else:
        output.say(_("Head office knows everything up to event {number}.").format(number=at.seq))
    return 0


async def send_all(desk: Desk, group: Group, *, within_s: float = 60.0) -> Position:
    """Send until head office knows all there is; return how far. Raises `InputError`; what was taken before stays."""
    async with reached(group, within_s=within_s) as office:
        at = await office.position()
        # The file may have been changed by hand: what leaves the house is on record all the same.
        belonging.share_otherwise(desk, group.share, at)
        await _start(office, desk, group, at)
        await _fetch_templates(office, desk)
        while True:
            at = desk.read(partial(belonging.start, at=at, code=group.code))
            payloads = desk.read(partial(batches.following, at=at, share=group.share))
            if not payloads:
                break
            at = await _sent(office, payloads, at)
        at = await office.send(desk.read(partial(batches.sign_of_life, at=at, share=group.share)))
    noting.note_heard(desk)
    return at


async def _start(office: Office, desk: Desk, group: Group, at: Position) -> None:
    """See that the log can be sent. After a fork head office is shown it, so that it stands there too."""
    try:
        desk.read(partial(belonging.start, at=at, code=group.code))
    except InputError as error:
        shown = desk.read(partial(batches.of_fork, at=at, share=group.share))
        if error.reason is GroupReason.FORK and shown is not None:
            await office.send(shown)
        raise


async def _fetch_templates(office: Office, desk: Desk) -> None:
    """Fetch what head office offers and the store does not know yet, and let go what it offers no more."""
    if office.on_offer is None:
        return
    templates.take_back_withdrawn(desk, office.on_offer)
    for number in templates.unknown(desk, office.on_offer):
        said = await office.template(number)
        try:
            templates.keep(desk, read_template({**said, "number": number}))
        except InputError as error:
            # One that a newer program wrote does not keep the log from being sent; later it may be understood.
            _logger.warning("a template is not understood: %s %s", error.reason, error.facts)


async def _sent(office: Office, payloads: list[batches.Payload], at: Position) -> Position:
    """Send them in their order; return where to go on. Raises `InputError` where that is where it began."""
    now = at
    for payload in payloads:
        now = await office.send(payload)
        if now != at:
            break
    if now == at:
        raise InputError(GroupReason.NOT_UNDERSTOOD, status=200)
    return now
