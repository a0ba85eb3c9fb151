"""`frontdesk notify`: what sends what, and whether a channel takes a text (Z5, P4)."""

import asyncio
from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk.messages import outbox
from frontdesk.domain.messages.delivery import Answer, Parcel
from frontdesk.domain.messages.reasons import MessageReason
from frontdesk.domain.people.roles import Role
from frontdesk.domain.values.errors import Refused
from frontdesk.machine.senders.deliver import deliver
from frontdesk.machine.senders.notify_file import NAMES, Notify, load, path
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.messages import route_word
from frontdesk.words.phrases import labelled
from frontdesk.words.times import iso_time, long_time

_ON_THIS_MACHINE = ("folder:", "command:")


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    return on_store(args, _test if args.verb == "test" else _list)


def _list(session: Session) -> int:
    notify = load(path())
    rows = [(name, channel) for name in NAMES for channel in notify.routes.get(name, ())]
    if session.args.json:
        output.say_json_list("routes", (_as_json(session, *row) for row in rows))
        return 0
    if not rows:
        output.say(_("Nothing is sent: {path} names no channel.").format(path=path()))
    for name, channel in rows:
        tried = outbox.last_try(session.desk, _kept_as(name, channel))
        last = _("never tried")
        if tried is not None:
            last = " · ".join(filter(None, (long_time(tried[0], session.zone), word(tried[1]), tried[2])))
        output.say(labelled(route_word(name), f"{channel} · {last}"))
    return 0


def _as_json(session: Session, name: str, channel: str) -> dict[str, object]:
    tried = outbox.last_try(session.desk, _kept_as(name, channel))
    last = None
    if tried is not None:
        last = {"at": iso_time(tried[0], session.zone), "result": tried[1], "receipt": tried[2]}
    return {"name": name, "channel": channel, "last": last}


def _kept_as(name: str, channel: str) -> str:
    """Return under which name tries stand on record: a call's channel, a text's kind."""
    return channel if name in set(Role) else name


def _test(session: Session) -> int:
    channel, notify = session.args.channel, load(path())
    known = (*notify.robots, *notify.mailboxes)
    if channel not in known and not channel.startswith(_ON_THIS_MACHINE):
        listed = (*known, *(f"{kind}/…" for kind in _ON_THIS_MACHINE))
        raise Refused(MessageReason.NO_CHANNEL, text=channel, path=path(), choices=listed)
    store = session.snapshot.policy.store_name or "Frontdesk"
    parcel = Parcel((), _("{store}: a test, nothing is to be done").format(store=store), at=session.desk.now())
    found = asyncio.run(_deliver(channel, parcel, notify))
    if session.args.json:
        output.say_json({"channel": channel, "answer": found[0], "receipt": found[1]})
    else:
        output.say(" · ".join(filter(None, (channel, word(found[0]), found[1]))))
    if found[0] is Answer.UNCERTAIN:
        return output.fail(_("It may have been sent: look where it should have come in."))
    return 0 if found[0] is Answer.SENT else output.fail(_("It was not sent."))


async def _deliver(channel: str, parcel: Parcel, notify: Notify) -> tuple[Answer, str]:
    found = await deliver(channel, parcel, notify)
    return found.answer, found.receipt
