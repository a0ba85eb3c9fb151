"""The sentences of refusals about emergency orders."""

from frontdesk.domain.orders.reasons import OrderReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_, _
from frontdesk.words.orders import FIELDS
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    OrderReason.NO_ORDER: N_("There is no emergency order No. {number}."),
    OrderReason.ORDER_OVER: N_("Order No. {number} is over: nothing more is done about it."),
    OrderReason.ORDER_FIELD: N_("The order lacks: {field}. Who, a phone number, what, and by when."),
    OrderReason.ORDER_UNTIL: N_("{at} is no time to need it by: right would be one after now ({now}), within a year."),
    OrderReason.ORDER_PROMISE: N_("{at} is no time to promise: right would be one after now ({now}), within a year."),
    OrderReason.ORDER_SAME: N_("That is what the customer was answered already: {at}."),
    OrderReason.ORDER_WHY: N_("Why does it come later, or not at all? A few words: the customer will ask."),
}


def _field(facts: Facts, _said: Said) -> str:
    name = FIELDS.get(str(facts.get("field")))
    return _(name) if name else ""


REFUSALS = Refusals(SENTENCES, facts={OrderReason.ORDER_FIELD: ("field", _field)})
