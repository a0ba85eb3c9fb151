"""The names of the store's places."""

from collections.abc import Callable, Iterable, Mapping

from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Doubt, Plate, doubt_about, show_plate
from frontdesk.domain.zone.events import ZoneEvent
from frontdesk.domain.zone.floor import Kept
from frontdesk.domain.zone.leaving import LeftUnreceived, WhyLeft
from frontdesk.domain.zone.offers import Offer
from frontdesk.domain.zone.places import Place, PlaceKind
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word, word
from frontdesk.words.times import duration

_CIRCLED = "①②③④⑤⑥⑦⑧⑨"


GO_SOMEWHERE = (ZoneEvent.ARRIVE, ZoneEvent.MOVE, ZoneEvent.SWAP, ZoneEvent.HAND_OVER)

SAYS: Mapping[str, Callable[[Happened], str]] = {
    ZoneEvent.CORRECT_PLATE: lambda entry: corrected(entry.kind, entry.detail),
    ZoneEvent.LEAVE: lambda entry: left(entry.kind, entry.detail),
    ZoneEvent.SWAP: lambda entry: f"{event_word(entry.kind)} {show_plate(entry.detail)}",
}
"""The longer text of an event whose own word is not enough."""


def corrected(kind: str, wrong: str) -> str:
    """Return the text for a corrected plate, with the wrong one: plate corrected, was 苏A·12."""
    return _("{what}, was {plate}").format(what=event_word(kind), plate=show_plate(wrong))


def left(kind: str, why: str) -> str:
    """Return that a car left; where the customer had not been received, why: left, not received: another reason."""
    if why not in set(WhyLeft):
        return event_word(kind)
    return _("{what}, not received: {why}").format(what=event_word(kind), why=word(WhyLeft(why)))


def left_unreceived(left: LeftUnreceived) -> str:
    """Return how many left without having been received, and why: 3 (did not want to wait 2, another reason 1)."""
    reasons = _(", ").join(f"{word(why)} {count}" for why, count in left.by_reason.items())
    return _("{count} ({reasons})").format(count=left.count, reasons=reasons) if reasons else str(left.count)


def place_name(place: Place) -> str:
    """Return what a place is called: "bay 2", "lane", or the name the store gave it."""
    if place.kind is PlaceKind.BAY:
        return _("bay {name}").format(name=place.name) if place.name.isdigit() else place.name
    if place.kind is PlaceKind.WORKSHOP_BAY:
        return _("waiting bay {name}").format(name=place.name) if place.name.isdigit() else place.name
    return word(place.kind)


def place_at(key: str, places: Iterable[Place], unknown: str = "") -> str:
    """Return the name of the place with this key; `unknown` if there is none."""
    return next((place_name(place) for place in places if place.key == key), unknown)


def kept_text(kept: Kept) -> str:
    """Return for whom a place is kept: kept for A001."""
    return _("kept for {name}").format(name=kept.ticket or show_plate(kept.plate))


_ODD = {
    Doubt.UNUSUAL: N_("{plate} does not look like a plate."),
    Doubt.SHORT: N_("{plate} is too short for a plate."),
    Doubt.NO_CITY: N_("{plate} has no letter for its city."),
}


def oddness(plate: Plate) -> str:
    """Return what is odd about a plate, as a sentence; "" for a usual one."""
    doubt = doubt_about(plate)
    return _(_ODD[doubt]).format(plate=show_plate(plate)) if doubt else ""


def likeness(plate: Plate, other: Plate) -> str:
    """Return that a new plate may have been meant for that of another car."""
    said = _("{plate} is new, and like {other}: is it that car?")
    return said.format(plate=show_plate(plate), other=show_plate(other))


def offer_text(offer: Offer, now: Millis) -> str:
    """Return what the floor offers, as an order: bay 2 free: guide 苏A·12345, waiting 3:10."""
    text = _("{bay} free: guide {plate}, waiting {time}")
    waits = duration(offer.car.customer_wait(now))
    return text.format(bay=place_name(offer.bay), plate=show_plate(offer.car.plate), time=waits)


def bay_mark(place: Place) -> str:
    """Return a bay's short mark: ① for 1."""
    return _CIRCLED[int(place.name) - 1] if place.name in set("123456789") else place.name
