"""The names of the values and events of emergency orders."""

from collections.abc import Mapping

from frontdesk.domain.orders.events import OrderEvent
from frontdesk.domain.orders.order import OrderOutcome, OrderStage
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (OrderStage.ANSWER, N_("waits for an answer")),
    (OrderStage.TELL, N_("customer does not know yet")),
    (OrderStage.FETCH, N_("being fetched")),
    (OrderStage.OVER, N_("order is over")),
    (OrderOutcome.SUPPLIED, N_("goods supplied")),
    (OrderOutcome.DECLINED, N_("cannot be supplied")),
    (OrderOutcome.WITHDRAWN, N_("not wanted any more")),
)

EVENTS: Mapping[str, str] = {
    OrderEvent.TAKE: N_("emergency order taken"),
    OrderEvent.CHANGE: N_("emergency order corrected"),
    OrderEvent.PROMISE: N_("goods promised"),
    OrderEvent.DECLINE: N_("goods cannot be supplied"),
    OrderEvent.SUPPLY: N_("goods supplied"),
    OrderEvent.WITHDRAW: N_("goods not wanted any more"),
    OrderEvent.SHOW_PHONE: N_("phone shown in full"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
