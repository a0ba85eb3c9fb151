"""A car that may be a new one arrives, or is turned away: what is odd about its plate is asked about first."""

from collections.abc import Callable

from frontdesk.desk import near_misses, zone
from frontdesk.domain.escalations.alerts import IGNORES_KEYS_FOR
from frontdesk.domain.journal.result import Result
from frontdesk.domain.picture.candidates import Can, is_anywhere, is_elsewhere
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.plates import Plate, doubt_about, is_read_whole, show_plate, unread
from frontdesk.domain.zone.reasons import ZoneReason
from frontdesk.words.i18n import N_, _
from frontdesk.words.zone import oddness, place_name
from screens.kit.feedback import SHOWN_FOR
from screens.kit.station import Station
from screens.zone.car_meant import car_meant, put_plate, refuse, with_car
from screens.zone.entry import Asked, Candidates, PlateEntry
from screens.zone.time_asked import TimeAsked

_UNUSUAL = N_("{odd} Correct it, or press {key} again to keep it.")
_PART = N_("{odd} Type the whole plate, or press {key} to keep it.")
_LIKE_HERE = N_("{plate} is new. Like {other} in {place}? Enter: that car · {key}: another car")
_LIKE_KNOWN = N_("{plate} is new. Like {other}, here before? Enter: that car · {key}: another car")


async def arrive(station: Station, *, pressed: str = "F2") -> None:
    """F2: the car arrives."""
    await _do(zone.arrive, "F2", is_elsewhere, station, pressed)


async def turn_away(station: Station, *, pressed: str = "F5") -> None:
    """F5: the car is turned away; it may be one that was never here."""
    await _do(zone.turn_away, "F5", is_anywhere, station, pressed)


async def answer_yes(station: Station) -> None:
    """Enter: it is the car, or the time, that was asked about; or, a plate shorter than any other is kept."""
    asked_by = station.keeps(TimeAsked).key
    if asked_by:
        await station.run_action(next(key.action for key in station.own_keys() if key.shown == asked_by))
        return
    asked = station.query_one(PlateEntry).asked
    if asked is not None:
        await (arrive if asked.key == "F2" else turn_away)(station, pressed="Enter")


async def _do(command: Callable[..., Result], key: str, can: Can, station: Station, pressed: str) -> None:
    try:
        plate, at = await car_meant(station, can, key=key)
        _check_read(station, plate)
        alike = await _alike(station, plate)
    except FrontdeskError as error:
        refuse(station, error)
        return
    entry, now = station.query_one(PlateEntry), station.clock.monotonic()
    asked = entry.asked
    is_same = asked is not None and (asked.text, asked.plate, asked.key) == (entry.value, plate, key)
    # A question that can no longer be read is asked again.
    if asked is None or not is_same or now - asked.at >= SHOWN_FOR:
        asked = Asked(entry.value, plate, key, now)
    is_read = _is_read(station, asked)
    others = _others(station, alike, asked)
    if others:
        if not (asked.others == others and is_read):
            _ask(station, asked if asked.others == others else asked._replace(at=now, others=others))
            return
        if pressed == "Enter":
            await _take(command, station, others, at)
            return
        asked, is_read = asked._replace(at=now, others=(), denied=(*asked.denied, *others)), False
    is_odd = doubt_about(plate) is not None and station.latest().floor.find(plate) is None
    is_kept = is_read and entry.asked == asked and pressed == _confirms(plate, key)
    if is_odd and not is_kept:
        _ask(station, asked)
        return
    await with_car(station, command, plate, compared=asked.denied, at=at)


def _check_read(station: Station, plate: Plate) -> None:
    """A car is made of no plate of which a character was not read, but one that fits can be picked."""
    found = station.query_one(Candidates)
    if plate != found.picked and not is_read_whole(found.typed):
        raise unread(found.typed)


async def _alike(station: Station, plate: Plate) -> tuple[Plate, ...]:
    """Return what a new plate may have been taken for; one that is picked from those booked may be new too."""
    found = station.query_one(Candidates)
    return found.alike if plate == found.whole() else await station.desk.do(near_misses.plates_like, plate)


def _others(station: Station, alike: tuple[Plate, ...], asked: Asked) -> tuple[Plate, ...]:
    """Return what a new plate may have been taken for, but for what was denied; what is marked comes first."""
    picked = station.query_one(Candidates).picked
    others = [other for other in alike if other not in asked.denied]
    return tuple(sorted(others, key=lambda other: other != picked))


def _ask(station: Station, asked: Asked) -> None:
    """Ask about a plate; where it was asked about just so, the question stands since then, and is to be read first."""
    entry = station.query_one(PlateEntry)
    is_early = entry.asked == asked
    if not is_early:
        entry.asked = asked
        entry.refuse()
    plate, key = show_plate(asked.plate), asked.key
    if asked.others:
        car = station.latest().floor.find(asked.others[0])
        place = place_name(car.place) if car else ""
        text = _(_LIKE_HERE if car else _LIKE_KNOWN)
        question = text.format(plate=plate, other=show_plate(asked.others[0]), place=place, key=key)
    else:
        text = _(_PART if _is_of_a_part(asked.plate) else _UNUSUAL)
        question = text.format(odd=oddness(asked.plate), key=_confirms(asked.plate, key))
    early = _("Read it first, then press the key again.") if is_early and not _is_read(station, asked) else ""
    station.say(" · ".join(filter(None, (early, question))))


def _is_read(station: Station, asked: Asked) -> bool:
    return station.clock.monotonic() - asked.at >= IGNORES_KEYS_FOR


def _confirms(plate: Plate, key: str) -> str:
    return "Enter" if _is_of_a_part(plate) else key


def _is_of_a_part(plate: Plate) -> bool:
    doubt = doubt_about(plate)
    return doubt is not None and doubt.is_of_a_part


async def _take(command: Callable[..., Result], station: Station, others: tuple[Plate, ...], at: Millis | None) -> None:
    """It is another car than the one that was typed; one that is here does not arrive again, and is there for a key."""
    plate = others[0]
    car = station.latest().floor.find(plate)
    if car is not None and command is zone.arrive:
        put_plate(station, plate)
        station.complain(Refused(ZoneReason.ALREADY_HERE, plate=plate, place=car.place, since=car.here_since))
    else:
        await with_car(station, command, plate, at=at)
