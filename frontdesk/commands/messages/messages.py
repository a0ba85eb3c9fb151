"""`frontdesk messages`: who is to be told what, and what came of it (P2, P4, S5)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_car_or_stranger, read_choice
from frontdesk.commands.kit.session import Session, carry_out, on_store, up_to_date
from frontdesk.commands.messages import results
from frontdesk.commands.messages.as_json import as_json
from frontdesk.desk.messages import telling, wishes
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.message import Channel, Purpose, ToTell
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import NO_PLATE, is_usual
from frontdesk.domain.values.text import clean_words
from frontdesk.domain.zone.reasons import ZoneReason
from frontdesk.words.i18n import _
from frontdesk.words.messages import heading, message_line, text_of, try_line

_SAYS = {"told": telling.told, "no-answer": telling.no_answer, "refused": telling.refused,
         "wrong-number": telling.wrong_number}  # fmt: skip
_WHY = {"not-reached": telling.not_reached, "withdraw": telling.withdraw}


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    if args.verb == "show":
        return on_store(args, _show)
    if args.verb in {"add", "again"}:
        args.channel = read_choice(Channel, args.channel)
    return carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    args, desk = session.args, session.desk
    if args.verb == "add":
        return _add(session)
    if args.verb == "wish":
        changed = {name: getattr(args, name) for name in ("no_texts", "no_survey", "prefers")}
        return wishes.note(desk, args.phone, args.operation, **changed)
    if args.verb == "release":
        return telling.release(desk, args.number, args.operation)
    if args.verb == "again":
        return telling.again(desk, args.number, phone=args.phone, channel=args.channel, operation=args.operation)
    if args.verb in _WHY:
        return _WHY[args.verb](desk, args.number, args.why, args.operation)
    return _SAYS[args.verb](desk, args.number, args.words, args.operation)


def _add(session: Session) -> Result:
    args = session.args
    plate = read_car_or_stranger(session.snapshot, args.plate) if args.plate else NO_PLATE
    if plate and not is_usual(plate) and session.snapshot.floor.find(plate) is None:
        raise Refused(ZoneReason.NOT_HERE, plate=plate)
    said = ToTell(Purpose.WORD, args.text, name=args.name, plate=plate, phone=args.phone, channel=args.channel)
    return telling.add(session.desk, said, args.operation)


def _list(session: Session) -> int:
    session = up_to_date(session)
    found = telling.listed(session.desk, only_open=session.args.owed)
    now = session.desk.now()
    return output.say_list(
        session.args, "messages", (as_json(each, session.zone) for each in found),
        (message_line(message, session.zone, now) for message in found), _("Nobody is to be told anything."),
    )  # fmt: skip


def _show(session: Session) -> int:
    session = up_to_date(session)
    message, zone = telling.shown(session.desk, session.args.number), session.zone
    if session.args.json:
        output.say_json(as_json(message, zone))
        return 0
    output.say(heading(message, zone, session.desk.now()))
    output.say(clean_words(text_of(message), None))
    for tried in message.tries:
        output.say("  " + try_line(tried, zone))
    return 0
