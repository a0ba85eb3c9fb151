"""The station keys for the car that is meant (Z3, Z4)."""

from collections.abc import Callable
from functools import partial
from typing import Concatenate, ParamSpec

from frontdesk.desk import plates, zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.escalations.alerts import IGNORES_KEYS_FOR
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.plates import NO_PLATE, Doubt, Plate, doubt_about, fragment, show_plate
from frontdesk.domain.zone.plate_correction import NamedVisit
from frontdesk.domain.zone.reasons import ZoneReason
from frontdesk.words.i18n import N_, _
from screens.kit.actions import Action
from screens.kit.feedback import SHOWN_FOR
from screens.kit.keys import ALL, DESK
from screens.kit.settling import Front
from screens.kit.station import Station
from screens.zone.candidates import Can, is_anywhere, is_elsewhere, is_here, is_to_be_received, needs_work_order
from screens.zone.car_meant import begin_anew, car_meant, refuse, typed_fragment
from screens.zone.entry import Asked, PlateEntry

P = ParamSpec("P")


async def _on_car(command: Callable[..., Result], station: Station, can: Can = is_here) -> None:
    try:
        plate, at = await car_meant(station, can)
    except FrontdeskError as error:
        refuse(station, error)
        return
    await _with_car(station, command, plate, at=at)


async def _with_car(
    station: Station, command: Callable[Concatenate[Desk, P], Result], *values: P.args, **named: P.kwargs
) -> None:
    """Run a command on a car; only success empties the entry box."""
    if await station.perform(command, *values, **named):
        begin_anew(station)
    elif station.desk.actor.who:
        station.query_one(PlateEntry).refuse()


async def _new(command: Callable[..., Result], key: str, can: Can, station: Station, *, pressed: str = "") -> None:
    """Run a command on a car that may be new. An unusual plate is asked about once, then kept."""
    try:
        plate, at = await car_meant(station, can)
    except FrontdeskError as error:
        refuse(station, error)
        return
    doubt = doubt_about(plate)
    if doubt and station.latest().floor.find(plate) is None:
        confirms = "Enter" if doubt is Doubt.INCOMPLETE else key
        if not _is_confirmed(station, plate, key, is_right_key=(pressed or key) == confirms):
            text = _INCOMPLETE if doubt is Doubt.INCOMPLETE else _UNUSUAL
            station.say(_(text).format(plate=show_plate(plate), key=confirms))
            return
    await _with_car(station, command, plate, at=at)


def _is_confirmed(station: Station, plate: Plate, key: str, *, is_right_key: bool) -> bool:
    """Whether the plate was asked about, was shown long enough to be read, and the right key confirms it."""
    entry, now = station.query_one(PlateEntry), station.clock.monotonic()
    asked = entry.asked
    is_asked = asked is not None and (asked.text, asked.plate, asked.key) == (entry.value, plate, key)
    # A question that can no longer be read is asked again.
    if asked is None or not is_asked or now - asked.at >= SHOWN_FOR:
        entry.asked = Asked(entry.value, plate, key, now)
        entry.refuse()
        return False
    return is_right_key and now - asked.at >= IGNORES_KEYS_FOR


async def keep_as_typed(station: Station) -> None:
    """Enter: confirm the question about a plate that is shorter than usual."""
    asked = station.query_one(PlateEntry).asked
    if asked is not None:
        await (_arrive if asked.key == "F2" else _turn_away)(station, pressed="Enter")


_UNUSUAL = N_("{plate} is no usual plate. Correct it, or press {key} again to keep it.")
_INCOMPLETE = N_(
    "{plate} is too short, or has no letter for its city. Type the whole plate, or press {key} to keep it."
)

_arrive = partial(_new, zone.arrive, "F2", is_elsewhere)
"""Record that the car arrives."""
_turn_away = partial(_new, zone.turn_away, "F5", is_anywhere)
"""Record that the car is turned away, even if it was never here before."""


async def _move(station: Station) -> None:
    """Ask where to move the car, and move it."""
    from screens.zone.move import MoveDialog  # noqa: PLC0415 - the first picture does without it

    try:
        plate, at = await car_meant(station)
        car = station.latest().floor.car(plate)
    except FrontdeskError as error:
        refuse(station, error)
        return
    station.open(MoveDialog(car, at, station), partial(_done, station))


def _done(station: Station, is_done: bool | None) -> None:
    """Empty the entry box once a dialog has succeeded."""
    if is_done:
        begin_anew(station)


def note_next(station: Station) -> None:
    """See who is to be received next, and since when that can be read."""
    station.keeps(Front).look(_next_customer(station), station.clock.monotonic())


def _next_customer(station: Station) -> Plate:
    return next((car.plate for car in station.latest().floor.cars if car.awaits_reception), NO_PLATE)


async def _receive(station: Station) -> None:
    """Receive the customer. With no plate typed or marked, the one who waited longest, once that name was read."""
    following = NO_PLATE if typed_fragment(station) or station.chosen else _next_customer(station)
    if following and not station.keeps(Front).is_read(following, station.clock.monotonic()):
        text = _("{plate} is next only now. Look, then press F6 again.")
        station.say(text.format(plate=show_plate(following)))
        return
    if following:
        station.chosen = following
    await _on_car(zone.receive, station, is_to_be_received)


async def _correct_plate(station: Station) -> None:
    """Ask for the right plate of the car that is meant; if the car has left, for its latest visit."""
    from screens.zone.correct_plate import PlateDialog  # noqa: PLC0415 - the first picture does without it

    try:
        plate, _at = await car_meant(station)
        visit = await _visit_of(station, plate)
    except FrontdeskError as error:
        station.complain(error)
        return
    station.open(PlateDialog(visit, station), partial(_done, station))


async def _visit_of(station: Station, plate: Plate) -> NamedVisit:
    car = station.latest().floor.find(plate)
    if car is not None:
        return NamedVisit(car.visit_id, plate, car.arrived_at, None)
    visits = await station.desk.do(plates.visits, plate)
    if not visits:
        raise Refused(ZoneReason.NOT_HERE, plate=plate)
    return visits[0]


async def _province(station: Station) -> None:
    """Ask for a province character and put it in front of the typed text."""
    from screens.zone.province import ProvinceDialog  # noqa: PLC0415 - the first picture does without it

    station.open(ProvinceDialog(), partial(_put_in_front, station))


def _put_in_front(station: Station, province: str | None) -> None:
    if province:
        box = station.query_one(PlateEntry)
        box.value = province + fragment(box.value)
        box.cursor_position = len(box.value)


ACTIONS = (
    Action(
        "f2", "arrive", N_("arrive"), N_("The car typed in arrives: to a free bay, else into the lane."), _arrive,
        hint=ALL,
    ),
    Action("f3", "move", N_("move"), N_("Move the car to another place."), _move, hint=ALL),
    Action("f4", "leave", N_("leave"), N_("The car leaves the store."), partial(_on_car, zone.leave), hint=ALL),
    Action(
        "f5", "turn_away", N_("turn away"),
        N_("Not here for maintenance or repair: turned away from the zone, and on record."),
        _turn_away, hint=ALL,
    ),
    Action(
        "f6", "receive", N_("receive"),
        N_("The customer is received. With nothing typed at the reception desk: who has waited longest."), _receive,
        DESK, DESK,
    ),
    Action(
        "f7", "work_order", N_("work order"), N_("The work order is made."),
        partial(_on_car, zone.make_work_order, can=needs_work_order),
        DESK, DESK,
    ),
    Action(
        "f10", "hand_over", N_("hand over"), N_("Hand the car over to the workshop."),
        partial(_on_car, zone.hand_over), DESK, DESK,
    ),
    Action(
        "ctrl+k", "correct_plate", N_("correct plate"),
        N_("Put right the plate of a car that is here; of one that has left, the manager, the deputy or the director."),
        _correct_plate,
    ),
    Action("ctrl+e", "province", N_("province"), N_("Choose a plate's province character with one key."), _province),
)  # fmt: skip
