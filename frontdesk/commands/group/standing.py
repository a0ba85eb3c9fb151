"""`frontdesk group status` at a store: how far head office knows it, and what is in the way."""

from argparse import Namespace

from frontdesk.commands.group import asking
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk.group import belonging
from frontdesk.desk.group.belonging import Belonging
from frontdesk.domain.group.answer import NEEDS_SOMEBODY, Position
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.errors import FrontdeskError, InputError
from frontdesk.machine.group.group_file import Group
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.times import long_time


def run(args: Namespace) -> int:
    """Say how it stands; return the exit code."""
    return on_store(args, _status)


def _status(session: Session) -> int:
    group, found = asking.group(), belonging.belonging(session.desk)
    if found.member.code != group.code:
        raise InputError(GroupReason.NOT_JOINED, text=group.code)
    at, error = _asked(session, group)
    if at is None and found.standing.reason in NEEDS_SOMEBODY and error is not None:
        error = InputError(GroupReason(found.standing.reason), number=found.standing.number, text=group.code)
    if session.args.json:
        output.say_json(_as_json(session, group, found, at, error))
        return 0
    output.say(labelled(_("head office"), f"{group.url} · {group.code}"))
    output.say(labelled(_("shared"), word(group.share)))
    if at is not None and error is None:
        waiting = found.last - (at.seq if at.epoch == found.member.epoch else 0)
        words = _("up to event {known} of {last}; {waiting} wait").format(
            known=found.last - waiting, last=found.last, waiting=waiting
        )
        output.say(labelled(_("known there"), words))
    if error is not None:
        heard_at = found.standing.heard_at
        output.say(labelled(_("heard of last"), _("never") if heard_at is None else long_time(heard_at, session.zone)))
        output.say(sentence(error, session.zone))
    return 0


def _asked(session: Session, group: Group) -> tuple[Position | None, FrontdeskError | None]:
    """Return how far head office knows the store, and what is in the way; either may be None."""
    try:
        at = asking.position(group)
        session.desk.read(lambda connection: belonging.start(connection, at, group.code))
    except InputError as error:
        return (at if error.reason is GroupReason.FORK else None), error
    return at, None


def _as_json(
    session: Session, group: Group, found: Belonging, at: Position | None, error: FrontdeskError | None
) -> dict[str, object]:
    heard_at = found.standing.heard_at
    return {
        "url": group.url,
        "code": group.code,
        "share": group.share,
        "epoch": found.member.epoch,
        "last": found.last,
        "known": None if at is None else {"epoch": at.epoch, "event": at.seq},
        "heard_at": None if heard_at is None else to_datetime(heard_at, session.zone).isoformat(),
        "reason": None if error is None else error.reason,
        "message": None if error is None else sentence(error, session.zone),
    }
