"""The names of the values and events of rescues, and of the parts that are fetched."""

from collections.abc import Mapping

from frontdesk.domain.parts.events import PartEvent
from frontdesk.domain.parts.part import Carrier, PartState, Source
from frontdesk.domain.rescues.events import RescueEvent
from frontdesk.domain.rescues.terms import Hurt, RescueOutcome, RescueStage, Stands
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Stands.CARRIAGEWAY, N_("in a traffic lane")),
    (Stands.SHOULDER, N_("on the hard shoulder")),
    (Stands.OFF_ROAD, N_("off the road")),
    (Hurt.UNKNOWN, N_("whether anybody is hurt is not known yet")),
    (Hurt.NOBODY, N_("nobody hurt")),
    (Hurt.SOMEBODY, N_("somebody hurt")),
    (RescueStage.PLAN, N_("waits for a plan")),
    (RescueStage.CONSENT, N_("waits for consent")),
    (RescueStage.APPROVAL, N_("waits for the signature")),
    (RescueStage.DEPARTURE, N_("gets ready")),
    (RescueStage.ON_THE_WAY, N_("on the road")),
    (RescueStage.ON_SITE, N_("with the car")),
    (RescueStage.FOLLOW_UP, N_("to be asked how it was")),
    (RescueStage.OVER, N_("rescue is over")),
    (RescueOutcome.REPAIRED, N_("repaired on site")),
    (RescueOutcome.TOWED, N_("towed to the store")),
    (RescueOutcome.OTHER_SHOP, N_("to another shop")),
    (RescueOutcome.CANCELLED, N_("called off by the customer")),
    (Source.STOCK, N_("own stock")),
    (Source.FACTORY, N_("urgent order at the maker")),
    (Source.NEIGHBOUR, N_("neighbouring dealer")),
    (Source.BACKUP, N_("backup supplier")),
    (Carrier.ROAD, N_("by road")),
    (Carrier.COURIER, N_("by courier")),
    (Carrier.AIR, N_("by air")),
    (PartState.ASKED, N_("part wanted")),
    (PartState.ORDERED, N_("part ordered")),
    (PartState.SHIPPED, N_("part on its way")),
    (PartState.ARRIVED, N_("part has come")),
    (PartState.HANDED, N_("part handed out")),
    (PartState.CANCELLED, N_("part not wanted any more")),
)

EVENTS: Mapping[str, str] = {
    RescueEvent.TAKE: N_("call for rescue taken"),
    RescueEvent.CHANGE: N_("call for rescue corrected"),
    RescueEvent.PLAN: N_("rescue planned"),
    RescueEvent.CONSENT: N_("customer agrees to the plan"),
    RescueEvent.REFUSE: N_("customer does not agree to the plan"),
    RescueEvent.DEPART: N_("rescue team left"),
    RescueEvent.ETA: N_("new time of arrival"),
    RescueEvent.CONTACT: N_("word from the road"),
    RescueEvent.ARRIVE: N_("rescue team arrived"),
    RescueEvent.CHECK: N_("fault and parts checked on site"),
    RescueEvent.READ: N_("read what is otherwise on site"),
    RescueEvent.RESULT: N_("rescue ended"),
    RescueEvent.FOLLOW_UP: N_("customer asked how the rescue was"),
    PartEvent.ASK: N_("part asked for"),
    PartEvent.CHANGE: N_("way of a part changed"),
    PartEvent.MAKER_OK: N_("maker approved a part"),
    PartEvent.STEP: N_("a part went on"),
    PartEvent.HAND: N_("parts handed out"),
    PartEvent.CANCEL: N_("a part was called off"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
