"""`frontdesk messages send`: sends what is due, each channel by itself, then ends; `watch` and `serve` begin it."""

import asyncio
import logging
from argparse import Namespace

from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk.desk import Desk
from frontdesk.desk.messages import outbox
from frontdesk.domain.messages.delivery import Parcel
from frontdesk.domain.values.clock import SECOND
from frontdesk.domain.values.errors import InputError
from frontdesk.machine import log
from frontdesk.machine.senders.deliver import WITHIN_S, deliver
from frontdesk.machine.senders.notify_file import Notify, load, path
from frontdesk.words.messages import call_text, text_of

_logger = logging.getLogger(__name__)
_LINGERS: int = 20 * SECOND
"""What is due so soon is waited for: the first tries again follow each other quickly."""
_PAUSE_S = 0.5


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    log.start()
    return on_store(args, _send)


def _send(session: Session) -> int:
    try:
        notify = load(path())
    except InputError as error:
        _logger.error("nothing is sent: %s", error.reason)
        raise
    outbox.set_routes(session.desk, notify.routes)
    return 0 if asyncio.run(send_due(session.desk, notify)) else 1


async def send_due(desk: Desk, notify: Notify, *, within_s: float = WITHIN_S, lingers: int = _LINGERS) -> bool:
    """Send until nothing is due any more or soon; a channel that hangs holds up no other.

    Return whether all that was due could be taken on.
    """
    working: dict[str, asyncio.Task[bool]] = {}
    in_vain: set[str] = set()
    while True:
        for channel in outbox.waiting(desk):
            if channel not in working and channel not in in_vain:
                working[channel] = asyncio.create_task(_work(desk, notify, channel, within_s))
        if working:
            done, _ = await asyncio.wait(working.values(), timeout=_PAUSE_S, return_when=asyncio.FIRST_COMPLETED)
            in_vain |= {channel for channel, task in working.items() if task in done and not task.result()}
            working = {channel: task for channel, task in working.items() if task not in done}
            continue
        following = outbox.next_at(desk)
        if following is None or following > desk.now() + lingers or in_vain:
            return not in_vain
        await asyncio.sleep(_PAUSE_S)


async def _work(desk: Desk, notify: Notify, channel: str, within_s: float) -> bool:
    """Send what is due for one channel, one text after another; return whether there was any."""
    done = False
    while (claimed := outbox.claim(desk, channel)) is not None:
        found = await deliver(claimed.route, _parcel(claimed), notify, within_s=within_s)
        _logger.info("message %d to %s: %s %s", claimed.messages[0].id, channel, found.answer, found.receipt)
        outbox.note(desk, claimed, found)
        done = True
    return done


def _parcel(claimed: outbox.Claimed) -> Parcel:
    first = claimed.messages[0]
    numbers = tuple(message.id for message in claimed.messages)
    if claimed.calls:
        return Parcel(numbers, call_text(claimed.calls, claimed.store, claimed.at), purpose=first.purpose,
                      at=claimed.at)  # fmt: skip
    return Parcel(numbers, text_of(first), claimed.phone, first.name, first.purpose, claimed.at)
