"""The names of the values and events of cars and places."""

from collections.abc import Mapping

from frontdesk.domain.zone.cars import Purpose
from frontdesk.domain.zone.events import ZoneEvent
from frontdesk.domain.zone.leaving import WhyLeft
from frontdesk.domain.zone.places import PlaceKind
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (PlaceKind.BAY, N_("bay")),
    (PlaceKind.LANE, N_("lane")),
    (PlaceKind.TEMPORARY, N_("temporary parking")),
    (PlaceKind.REPAIR, N_("waiting-for-repair area")),
    (PlaceKind.WORKSHOP_BAY, N_("workshop waiting bay")),
    (PlaceKind.WORKSHOP, N_("workshop")),
    (Purpose.MAINTENANCE, N_("maintenance")),
    (Purpose.REPAIR, N_("repair")),
    (Purpose.OTHER, N_("other")),
    (WhyLeft.NO_WAIT, N_("did not want to wait")),
    (WhyLeft.WRONG_PLACE, N_("wrong place, or only turning")),
    (WhyLeft.COMES_BACK, N_("will come back another time")),
    (WhyLeft.OTHER, N_("another reason")),
    (WhyLeft.UNKNOWN, N_("not said why")),
)

EVENTS: Mapping[str, str] = {
    ZoneEvent.ARRIVE: N_("arrived"),
    ZoneEvent.RECEIVE: N_("received"),
    ZoneEvent.WORK_ORDER: N_("work order made"),
    ZoneEvent.HAND_OVER: N_("handed over to the workshop"),
    ZoneEvent.MOVE: N_("moved"),
    ZoneEvent.SWAP: N_("swapped places"),
    ZoneEvent.LEAVE: N_("left"),
    ZoneEvent.TURN_AWAY: N_("turned away"),
    ZoneEvent.CORRECT_PLATE: N_("plate corrected"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
