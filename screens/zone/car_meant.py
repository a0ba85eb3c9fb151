"""Finds the car that a key is meant for: the typed one, else the one marked on the board."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from frontdesk.desk import near_misses, zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.picture.candidates import Can, is_elsewhere, is_here, plate_meant
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate, fragment, is_too_long, parse_plate
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.typed_times import read_time, split_time
from frontdesk.domain.zone.reasons import ZoneReason
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.zone.entry import Candidates, PlateEntry
from screens.zone.time_asked import TimeAsked, check_typed

if TYPE_CHECKING:
    from frontdesk.domain.appointments.appointment import Appointment

P = ParamSpec("P")


async def car_meant(station: Station, can: Can = is_here, *, key: str = "") -> tuple[Plate, Millis | None]:
    """Return the plate for a key, and the time of the event; None for now. Raises `FrontdeskError`.

    A time typed behind the plate back-dates the event; one far back is asked about until `key` comes again.
    `can`: whether the key's command is possible for a car.
    """
    if not station.settling.is_over:
        raise Refused(ZoneReason.TOO_SOON)
    snapshot = station.latest()
    text = station.query_one(PlateEntry).value
    typed, time = split_time(text)
    at = read_time(time, snapshot.now(station.clock.now()), store_zone(snapshot), past=True) if time else None
    if at is not None and key:
        check_typed(station, text, at, key)
    if fragment(typed):
        # The key may be quicker than the look-up that typing started.
        found = station.query_one(Candidates)
        if found.typed != typed:
            found.typed = typed
        found.known = tuple(await station.desk.do(zone.known_plates, fragment(typed)))
        found.expected = await station.desk.do(_expected, fragment(typed))
        if is_too_long(fragment(typed)):
            parse_plate(typed)
        found.alike = await station.desk.do(near_misses.plates_like, found.whole())
        found.can = can
        return plate_meant(found.fitting(), found.whole(), found.picked, can), at
    if station.chosen and can is not is_elsewhere and snapshot.floor.find(station.chosen):
        return station.chosen, at
    raise Refused(ValueReason.NO_PLATE, text="")


def typed_fragment(station: Station) -> str:
    """Return the typed part of a plate."""
    return fragment(split_time(station.query_one(PlateEntry).value)[0])


def is_typed(station: Station, text: str) -> None:
    """Look for the cars that match the typed text."""
    typed = split_time(text)[0]
    station.keeps(TimeAsked).typed(text)
    station.query_one(Candidates).typed = typed
    entry = station.query_one(PlateEntry)
    if entry.refused != text:
        entry.refused = ""
        station.say("")
    if typed:
        station.chosen = NO_PLATE
        station.run_worker(_look_up(station, fragment(typed)), group="plates", exclusive=True)


async def _look_up(station: Station, typed: str) -> None:
    found = station.query_one(Candidates)
    known = await station.ask(zone.known_plates, typed) if typed else None
    if known is not None:
        found.known = tuple(known)
    booked = await station.ask(_expected, typed) if typed else None
    if booked is not None:
        found.expected = booked
    alike = await station.ask(near_misses.plates_like, found.whole()) if typed else None
    if alike is not None:
        found.alike = alike


def _expected(desk: Desk, typed: str) -> tuple["Appointment", ...]:
    from frontdesk.desk.appointments.expected import expected  # noqa: PLC0415 - the first picture does without it

    return expected(desk, typed)


def mark(station: Station, step: int) -> None:
    """Mark another car, among those that match the typed text, or on the board."""
    if typed_fragment(station):
        found = station.query_one(Candidates)
        found.typed = split_time(station.query_one(PlateEntry).value)[0]
        found.pick(step)
        return
    floor = station.latest().floor
    plates = [car.plate for place in floor.places for car in floor.at(place)]
    if plates:
        at = plates.index(station.chosen) + step if station.chosen in plates else 0
        station.chosen = plates[at % len(plates)]


def refuse(station: Station, error: FrontdeskError) -> None:
    """Say why a key did nothing; the typed text is selected, so that the next plate replaces it."""
    station.query_one(PlateEntry).refuse()
    station.complain(error)


async def with_car(
    station: Station, command: Callable[Concatenate[Desk, P], Result], *values: P.args, **named: P.kwargs
) -> None:
    """Do something with a car; only that empties the entry box."""
    if await station.perform(command, *values, **named):
        begin_anew(station)
    elif station.desk.actor.who:
        station.query_one(PlateEntry).refuse()


def type_plate(station: Station, text: str) -> None:
    """Put a text in the place of what is typed of a plate; a time behind it stays."""
    entry = station.query_one(PlateEntry)
    time = split_time(entry.value)[1]
    entry.value = f"{text} {time}" if time else text
    entry.cursor_position = len(text)


def put_plate(station: Station, plate: Plate) -> None:
    """Put a plate in the place of what is typed of one, selected; a time behind it stays."""
    type_plate(station, plate)
    station.query_one(PlateEntry).refuse()


def begin_anew(station: Station) -> None:
    """Empty the entry box, and mark no car."""
    station.say("")
    station.query_one(PlateEntry).empty()
    station.query_one(Candidates).typed = ""
    station.chosen = NO_PLATE
