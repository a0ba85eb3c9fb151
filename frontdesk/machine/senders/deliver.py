"""Handing a text to the channel that is named: a robot, a mailbox, a folder, a program."""

import asyncio
import time
from pathlib import Path

from frontdesk.domain.messages.delivery import RECEIPT_LIMIT, Answer, Delivery, Parcel
from frontdesk.domain.values.phones import mask_in
from frontdesk.domain.values.text import clean_line
from frontdesk.machine.senders import local, robots
from frontdesk.machine.senders.notify_file import Notify

WITHIN_S = 10.0
"""How long a channel has to take a text."""


async def deliver(channel: str, parcel: Parcel, notify: Notify, *, within_s: float = WITHIN_S) -> Delivery:
    """Hand a text over and return what came of it; never raises, and its receipt tells no secret."""
    try:
        found = await _deliver(channel, parcel, notify, within_s)
    except Exception as error:
        found = Delivery(Answer.UNCERTAIN, type(error).__name__)
    receipt = found.receipt
    for secret in notify.secrets:
        receipt = receipt.replace(secret, "…")
    return found._replace(receipt=clean_line(mask_in(receipt), RECEIPT_LIMIT))


async def _deliver(channel: str, parcel: Parcel, notify: Notify, within_s: float) -> Delivery:
    kind, _, rest = channel.partition(":")
    if channel in notify.robots:
        from frontdesk.machine.senders import http  # noqa: PLC0415 - what posts takes its time to load

        robot = notify.robots[channel]
        request = robots.ROBOTS[kind](robot.url, robot.secret, robots.cut(parcel.text, kind), int(time.time()))
        return await http.post(request.url, request.body, robots.read, within_s=within_s)
    if channel in notify.mailboxes:
        return await _mail(channel, parcel, notify, within_s)
    if kind == "folder" and rest:
        return await asyncio.to_thread(local.into_folder, Path(rest), parcel)
    if kind == "command" and rest:
        return await local.to_program(rest, parcel, within_s=within_s)
    return Delivery(Answer.REFUSED, "no such channel")


async def _mail(channel: str, parcel: Parcel, notify: Notify, within_s: float) -> Delivery:
    from frontdesk.machine.senders import mail  # noqa: PLC0415 - as above

    box = notify.mailboxes[channel]
    to = (parcel.phone,) if "@" in parcel.phone else box.to
    if not to:
        return Delivery(Answer.REFUSED, "nobody to send it to")
    try:
        async with asyncio.timeout(within_s):
            return await asyncio.to_thread(mail.send, box, to, parcel, within_s)
    except TimeoutError:
        return Delivery(Answer.UNCERTAIN, "no answer in time")
