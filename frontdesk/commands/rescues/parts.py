"""`frontdesk parts`: where parts come from, and how far they are (R4, R5, R8, R9)."""

from argparse import Namespace
from collections.abc import Callable

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.rescues import results
from frontdesk.commands.rescues.as_json import part_json
from frontdesk.desk import parts
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.parts.part import Carrier, PartState, Source, Way
from frontdesk.words.i18n import _
from frontdesk.words.phrases import case_number
from frontdesk.words.rescues import part_line

_NONE = "none"
"""What is typed where something is not known, or not so, any more."""
_SHORT = {state.removeprefix("part_"): state for state in PartState if state is not PartState.ASKED}


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in _COMMANDS:
        return carry_out(args, lambda session: _COMMANDS[session.args.verb](session), results)
    return on_store(args, _list)


def _list(session: Session) -> int:
    found = parts.open_ones(session.desk)
    return output.say_list(
        session.args, "parts", (part_json(each, session.zone) for each in found),
        (f"{case_number(each.id)} {part_line(each, session.zone)} · {case_number(each.matter)}" for each in found),
        _("No part is waited for."),
    )  # fmt: skip


def _want(session: Session) -> Result:
    args = session.args
    return parts.want(session.desk, args.matter, args.name, args.quantity, operation=args.operation)


def _order(session: Session) -> Result:
    args = session.args
    way: Way = {"source": read_choice(Source, args.source)}
    if args.carrier is not None:
        way["carrier"] = None if args.carrier == _NONE else read_choice(Carrier, args.carrier)
    if args.eta is not None:
        hours = OpeningHours.of(session.snapshot.policy)
        way["eta"] = None if args.eta == _NONE else read_deadline(args.eta, session.desk.now(), hours)
    if args.maker is not None:
        way["number"] = args.maker
    if args.may_fly is not None:
        way["may_fly"] = args.may_fly
    if args.monitored is not None:
        way["monitored"] = args.monitored
    return parts.order(session.desk, args.number, way, operation=args.operation)


def _maker_ok(session: Session) -> Result:
    return parts.maker_ok(session.desk, session.args.number, operation=session.args.operation)


def _state(session: Session) -> Result:
    args = session.args
    typed = _SHORT.get(args.state, args.state)
    becomes = read_choice(tuple(_SHORT.values()), typed)
    return parts.step(session.desk, args.number, becomes, operation=args.operation)


_COMMANDS: dict[str, Callable[[Session], Result]] = {
    "want": _want, "order": _order, "maker-ok": _maker_ok, "state": _state,
}  # fmt: skip
