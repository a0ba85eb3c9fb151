"""Emergency orders in words: the lines of one, and what the customer is told (I10)."""

from collections.abc import Iterable
from datetime import tzinfo

from frontdesk.domain.orders.order import Answer, Order, OrderStage
from frontdesk.domain.parts.part import PartOrder, PartState
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.times import long_time

FIELDS = {"customer": N_("customer"), "phone": N_("phone"), "goods": N_("goods"), "until": N_("by when")}
_NEXT = {
    OrderStage.ANSWER: N_("find out when it comes: F5; then type the time and F2, or say why not: F4"),
    OrderStage.TELL: N_("call the customer; then “was told” in the messages, or F2 anew"),
    OrderStage.FETCH: N_("F5 where it comes from · F2 another time · F8 supplied"),
}


def heading(order: Order) -> str:
    """Return whose order it is and how far it is."""
    form = order.form
    state = word(order.outcome) if order.outcome else word(order.stage)
    return " · ".join(filter(None, (clean_line(form.customer), order.phone, show_plate(form.plate), state)))


def list_line(order: Order, zone: tzinfo) -> str:
    """Return an order as a line of a list."""
    state = word(order.outcome) if order.outcome else word(order.stage)
    until = labelled(_("needed by"), long_time(order.form.until, zone))
    return " · ".join(filter(None, (goods(order.goods), clean_line(order.form.customer), until, state)))


def goods(parts: Iterable[PartOrder]) -> str:
    """Return what is ordered, with how many of each."""
    wanted = [part for part in parts if part.state is not PartState.CANCELLED] or list(parts)
    return _(", ").join(f"{clean_line(part.name)} ×{part.quantity}" for part in wanted)


def order_lines(order: Order, zone: tzinfo) -> list[str]:
    """Return what the customer said, and what was done about it, with who and when."""
    form = order.form
    lines = [
        labelled(_("order taken"), f"{long_time(order.called_at, zone)} {order.taken_by}"),
        labelled(_("needed by"), long_time(form.until, zone)),
    ]
    if form.why:
        lines.append(labelled(_("what for"), clean_line(form.why)))
    lines += [_answered(each, zone) for each in order.answers]
    if order.ended_at is not None and order.outcome is not None:
        said = clean_line(order.result_words)
        lines.append(" · ".join(filter(None, (long_time(order.ended_at, zone), word(order.outcome), said))))
    return lines


def warnings(order: Order, zone: tzinfo) -> list[str]:
    """Return what does not go together: a promise after the need, goods that come after the promise."""
    if order.answer is None or order.answer.becomes is None or order.stage is OrderStage.OVER:
        return []
    found = [
        _("{part} comes at {at}, after the time that was answered: tell the customer another one.").format(
            part=clean_line(part.name), at=long_time(part.eta or 0, zone)
        )
        for part in order.late
    ]
    if order.answer.becomes > order.form.until:
        found.append(_("That is later than it is needed."))
    return found


def next_step(order: Order) -> str:
    """Return which key goes on with it."""
    said = _NEXT.get(order.stage)
    return _(said) if said else ""


def promise_text(order: Order, becomes: Millis, zone: tzinfo, why: str) -> str:
    """Return what the customer is told of when it comes."""
    named, at, known = goods(order.goods), long_time(becomes, zone), order.known
    if known is None or known.becomes is None:
        said = _("{goods}: it is yours by {time}.").format(goods=named, time=at)
    else:
        said = _("{goods}: it is yours by {time}, not by {was}.").format(
            goods=named, time=at, was=long_time(known.becomes, zone)
        )
        said = f"{said} {clean_line(why)}".strip()
    more = [_("{part} may not go by air.").format(part=p.name) for p in order.missing if not p.may_fly]
    waits = [p for p in order.missing if p.monitored and p.maker_ok_at is None]
    more += [_("{part} has to be approved by its maker.").format(part=p.name) for p in waits]
    return " ".join((said, *more))


def decline_text(order: Order, why: str) -> str:
    """Return what the customer is told where it cannot be supplied."""
    text = _("{goods}: we are sorry, it cannot be supplied. {why}")
    return text.format(goods=goods(order.goods), why=clean_line(why)).strip()


def _answered(answer: Answer, zone: tzinfo) -> str:
    if answer.becomes is None:
        said = _("cannot be supplied")
    else:
        said = _("theirs by {time}").format(time=long_time(answer.becomes, zone))
    known = _("customer knows") if answer.told_at is not None else _("customer does not know yet")
    when = f"{long_time(answer.at, zone)} {answer.who}"
    return " · ".join(filter(None, (when, said, known, clean_line(answer.words))))
