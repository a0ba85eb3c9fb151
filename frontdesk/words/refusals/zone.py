"""The sentences of refusals about the pre-inspection zone."""

from frontdesk.domain.values.errors import Reason
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.places import PlaceKind
from frontdesk.domain.zone.reasons import ZoneReason
from frontdesk.words.i18n import N_, _
from frontdesk.words.refusals.refusals import Facts, Refusals, Said
from frontdesk.words.times import duration
from frontdesk.words.zone import place_name

SENTENCES: dict[Reason, str] = {
    ZoneReason.ALREADY_HERE: N_("{plate} is already here: {place} since {since}."),
    ZoneReason.NOT_HERE: N_("{plate} is not at the store. Check the plate, or let it arrive first (F2)."),
    ZoneReason.PLACE_FULL: N_("{place} is full: {cars}. Free now: {free}."),
    ZoneReason.UNKNOWN_PLACE: N_("There is no place “{text}”. Places: {places}."),
    ZoneReason.SAME_PLACE: N_("{plate} already stands there: {place} since {since}."),
    ZoneReason.NOT_IN_LANE: N_("{plate} no longer stands in the lane: {place} since {since}."),
    ZoneReason.NO_SWAP: N_("{plate} cannot change places with a car there: {place}. Move it there instead (F3)."),
    ZoneReason.ALREADY_RECEIVED: N_("{plate} was received at {at} by {who}."),
    ZoneReason.NOT_RECEIVED: N_("{plate} has not been received yet. Receive the customer first (F6)."),
    ZoneReason.ALREADY_WORK_ORDER: N_("{plate} has had its work order since {at}."),
    ZoneReason.NO_WORK_ORDER: N_(
        "{plate} has no work order yet; only cars with one go to the workshop. Make it first (F7)."
    ),
    ZoneReason.TOO_SOON: N_("Nothing was done: that key came right behind F8. Look at the board, then press it again."),
    ZoneReason.AMBIGUOUS_PLATE: N_("“{text}” fits several cars: {plates}. Type more of the plate."),
    ZoneReason.ENTERED_LATE: N_(
        "{at} is more than a week ago. Check the clock of whoever says so, or type the time again."
    ),
    ZoneReason.BEFORE_LAST_CHANGE: N_("{at} is too early for {plate}: its last change was at {since}."),
    ZoneReason.WHICH_CAR: N_("{count} fit, and none is chosen: ↑ ↓ chooses the car, then press the key again."),
    ZoneReason.TIME_LONG_AGO: N_("{at} is {ago} ago. {key} again, or Enter: that time."),
    ZoneReason.UNUSUAL_PLATE: N_(
        "{plate} does not look like a plate. Correct it, or say --unusual if that is the plate."
    ),
    ZoneReason.UNKNOWN_PURPOSE: N_(
        "“{text}” is not maintenance or repair: such a car may not stop in the zone. Turn it away (F5)."
    ),
    ZoneReason.SAME_PLATE: N_("{plate} is the plate on record already. Type the right one."),
    ZoneReason.PLATE_CORRECTED: N_("{wrong} was corrected to {plate} by {who} at {at}."),
    ZoneReason.LEFT_ALREADY: N_(
        "{plate} left at {left_at}: its plate is corrected by the manager on duty, the deputy or the director."
    ),
    ZoneReason.HERE_THEN: N_(
        "{plate} was here at that time: visit No. {number}, since {since}. A car is at one place at a time."
    ),
    ZoneReason.NO_SUCH_VISIT: N_("There is no visit No. {number}."),
    ZoneReason.WHICH_VISIT: N_(
        "{plate} left at {left_at}. Which visit is meant? --visit and its number: {visits}, the latest first."
    ),
    ZoneReason.OTHER_VISIT: N_("Visit No. {number} is on record with {plate}, not with {wrong}."),
    ZoneReason.LIKE_ANOTHER: N_(
        "{plate} is one character away from {other}, which is here: {place} since {since}."
        " Look again; a script says --new where it is another car."
    ),
    ZoneReason.WHY_LEFT: N_(
        "{plate} has not been received: why does it leave? At a station F4 asks; a script says --reason: {choices}."
    ),
}

WHY: dict[Reason, str] = {
    ZoneReason.NOT_HERE: N_("no car is in the zone"),
    ZoneReason.PLACE_FULL: N_("no place is free"),
    ZoneReason.NOT_RECEIVED: N_("no car in the zone has been received"),
    ZoneReason.NO_WORK_ORDER: N_("no car in the zone has a work order"),
}

_LEFT_BEFORE = N_("{plate} is not at the store: it left at {left_at}.")


def _not_here(facts: Facts, said: Said) -> str:
    return _LEFT_BEFORE if facts.get("left_at") else SENTENCES[ZoneReason.NOT_HERE]


def _free_places(facts: Facts, said: Said) -> str:
    floor = facts.get("floor")
    if not isinstance(floor, Floor):
        return "—"
    free = [place_name(p) for p in floor.places if p in floor.open_places(p.kind) and p.kind is not PlaceKind.WORKSHOP]
    return _(", ").join(free) or "—"


def _ago(facts: Facts, said: Said) -> str:
    at, now = facts.get("at"), facts.get("now")
    return duration(now - at) if isinstance(at, int) and isinstance(now, int) else "—"


REFUSALS = Refusals(
    SENTENCES,
    why=WHY,
    choices={ZoneReason.NOT_HERE: _not_here},
    facts={ZoneReason.PLACE_FULL: ("free", _free_places), ZoneReason.TIME_LONG_AGO: ("ago", _ago)},
)
