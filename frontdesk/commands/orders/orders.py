"""`frontdesk orders`: what a customer needs of a sudden, from the call until it is theirs (I10)."""

from argparse import Namespace
from collections.abc import Callable
from zoneinfo import ZoneInfo

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.orders import results
from frontdesk.commands.rescues.as_json import part_json
from frontdesk.desk import orders
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.orders.order import Order, OrderForm, OrderStage
from frontdesk.domain.parts.typed import read_needed
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.phones import mask_in
from frontdesk.domain.values.plates import plate_or_none
from frontdesk.words import orders as words
from frontdesk.words.i18n import _
from frontdesk.words.phrases import case_number
from frontdesk.words.rescues import part_line
from frontdesk.words.times import iso_time

Json = dict[str, object]


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in _COMMANDS:
        return carry_out(args, lambda session: _COMMANDS[session.args.verb](session), results)
    return on_store(args, {"show": _show, "phone": _phone}.get(args.verb, _list))


def _list(session: Session) -> int:
    found = orders.newest(session.desk)
    if not session.args.all:
        found = tuple(each for each in found if each.stage is not OrderStage.OVER)
    return output.say_list(
        session.args, "orders", (as_json(each, session.zone) for each in found),
        (f"{each.id} {words.list_line(each, session.zone)}" for each in found), _("Nobody waits for goods."),
    )  # fmt: skip


def _show(session: Session) -> int:
    order, zone = orders.shown(session.desk, session.args.number), session.zone
    if session.args.json:
        output.say_json(as_json(order, zone))
        return 0
    output.say(words.heading(order))
    lines = [f"{case_number(part.id)} {part_line(part, zone)}" for part in order.goods]
    for text in (*lines, *words.order_lines(order, zone), *words.warnings(order, zone)):
        output.say(f"  {text}")
    return 0


def _phone(session: Session) -> int:
    phone = orders.show_phone(session.desk, session.args.number, session.args.operation)
    if session.args.json:
        output.say_json({"number": session.args.number, "phones": [phone]})
    else:
        output.say(phone)
    return 0


def as_json(order: Order, zone: ZoneInfo) -> Json:
    """Return an order with all that is on record of it; the number of the customer is masked."""
    form = order.form
    return {
        "number": order.id, "stage": order.stage,
        "taken_at": iso_time(order.called_at, zone), "taken_by": order.taken_by,
        "customer": form.customer, "phone": order.phone, "plate": form.plate or None,
        "by_when": iso_time(form.until, zone), "for": mask_in(form.why) or None,
        "goods": [part_json(part, zone) for part in order.goods],
        "answers": [
            {"at": iso_time(each.at, zone), "by": each.who, "promised": iso_time(each.becomes, zone),
             "why": mask_in(each.words) or None, "told_at": iso_time(each.told_at, zone)}
            for each in order.answers
        ],
        "ended_at": iso_time(order.ended_at, zone), "outcome": order.outcome,
        "words": mask_in(order.result_words) or None,
    }  # fmt: skip


def _take(session: Session) -> Result:
    args = session.args
    plate = plate_or_none(args.plate, session.snapshot.policy.province)
    form = OrderForm(args.customer, _ahead(session, args.by_when), plate, args.why)
    return orders.take(
        session.desk, form, args.phone, tuple(map(read_needed, args.goods)), operation=args.operation
    )  # fmt: skip


def _correct(session: Session) -> Result:
    args, form = session.args, orders.shown(session.desk, session.args.number).form
    form = form._replace(
        customer=form.customer if args.customer is None else args.customer,
        until=form.until if args.by_when is None else _ahead(session, args.by_when),
        plate=form.plate if args.plate is None else plate_or_none(args.plate, session.snapshot.policy.province),
        why=form.why if args.why is None else args.why,
    )
    return orders.change(session.desk, args.number, form, args.phone, operation=args.operation)


def _promise(session: Session) -> Result:
    args, becomes = session.args, _ahead(session, session.args.time)
    tell = words.promise_text(orders.shown(session.desk, args.number), becomes, session.zone, args.why)
    return orders.promise(
        session.desk, args.number, becomes, tell, words=args.why, is_told=args.told, operation=args.operation
    )


def _decline(session: Session) -> Result:
    args = session.args
    tell = words.decline_text(orders.shown(session.desk, args.number), args.why)
    return orders.decline(
        session.desk, args.number, tell, words=args.why, is_told=args.told, operation=args.operation
    )  # fmt: skip


def _supplied(session: Session) -> Result:
    args = session.args
    return orders.supply(session.desk, args.number, args.words, operation=args.operation)


def _withdrawn(session: Session) -> Result:
    args = session.args
    return orders.withdraw(session.desk, args.number, args.words, operation=args.operation)


def _ahead(session: Session, text: str) -> Millis:
    return read_deadline(text, session.desk.now(), OpeningHours.of(session.snapshot.policy))


_COMMANDS: dict[str, Callable[[Session], Result]] = {
    "add": _take, "correct": _correct, "promise": _promise, "decline": _decline, "supplied": _supplied,
    "withdrawn": _withdrawn,
}  # fmt: skip
