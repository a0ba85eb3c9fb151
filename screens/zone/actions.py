"""The station keys for the car that is meant (Z3, Z4)."""

from collections.abc import Callable
from functools import partial

from frontdesk.desk import gates, zone
from frontdesk.domain.journal.result import Result
from frontdesk.domain.picture.candidates import (
    Can,
    is_here,
    is_to_be_received,
    needs_work_order,
)
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate, show_plate, special_next, with_character
from frontdesk.domain.zone.plate_correction import NamedVisit
from frontdesk.domain.zone.reasons import ZoneReason
from frontdesk.words.i18n import N_, _
from screens.kit.actions import Action
from screens.kit.keys import ALL, DESK, GATE, RECEPTION
from screens.kit.settling import Front
from screens.kit.station import Station
from screens.zone.car_meant import begin_anew, car_meant, refuse, type_plate, typed_fragment, with_car
from screens.zone.new_car import arrive, turn_away


async def _on_car(command: Callable[..., Result], key: str, station: Station, can: Can = is_here) -> None:
    try:
        plate, at = await car_meant(station, can, key=key)
    except FrontdeskError as error:
        refuse(station, error)
        return
    await with_car(station, command, plate, at=at)


async def _move(station: Station) -> None:
    """Ask where to move the car, and move it."""
    from screens.zone.move import MoveDialog  # noqa: PLC0415 - the first picture does without it

    try:
        plate, at = await car_meant(station, key="F3")
        car = station.latest().floor.car(plate)
    except FrontdeskError as error:
        refuse(station, error)
        return
    station.open(MoveDialog(car, at, station), partial(_done, station))


async def _leave(station: Station) -> None:
    """The car leaves; where the workshop never had it that is asked about first, F4 may have been hit by mistake."""
    from screens.zone.leave import LeaveDialog  # noqa: PLC0415 - the first picture does without it

    try:
        plate, at = await car_meant(station, key="F4")
    except FrontdeskError as error:
        refuse(station, error)
        return
    car = station.latest().floor.find(plate)
    if car is None or car.handed_over_at is not None:
        await with_car(station, zone.leave, plate, why=None, anyway=False, at=at)
    else:
        station.open(LeaveDialog(car, at, station), partial(_done, station))


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
    await _on_car(zone.receive, "F6", station, is_to_be_received)


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
    from frontdesk.desk import plates  # noqa: PLC0415 - whatever bears a plate is loaded with it

    visits = await station.desk.do(plates.visits, plate)
    if not visits:
        raise Refused(ZoneReason.NOT_HERE, plate=plate)
    return visits[0]


async def _camera(station: Station) -> None:
    """Type on what a camera was not sure of; nobody is shown it any more."""
    seen = next(iter(station.latest().camera), None)
    if seen is None:
        station.say(_("There is no plate that a camera was not sure of."))
    elif typed_fragment(station):
        station.say(_("Something is typed already: finish that, or Esc, then press it again."))
    elif await station.ask(gates.looked_at, seen.id):
        type_plate(station, seen.text)


async def _lane(station: Station) -> None:
    """Show every car in the lane, the longest time first; the one that is chosen is marked on the board."""
    from screens.zone.whole_lane import whole_lane  # noqa: PLC0415 - the first picture does without it

    whole_lane(station)


async def _province(station: Station) -> None:
    """Ask for a province character, or one that could come next; a province goes to the front of what is typed."""
    from screens.zone.province import ProvinceDialog  # noqa: PLC0415 - the first picture does without it

    special = special_next(typed_fragment(station), station.latest().policy.province)
    station.open(ProvinceDialog(special), partial(_put_character, station))


def _put_character(station: Station, character: str | None) -> None:
    if character:
        type_plate(station, with_character(typed_fragment(station), character))


ACTIONS = (
    Action(
        "f2", "arrive", N_("arrive"), N_("The car typed in arrives: to a free bay, else into the lane."), arrive,
        hint=GATE,
    ),
    Action("f3", "move", N_("move"), N_("Move the car to another place."), _move, hint=ALL),
    Action(
        "f4", "leave", N_("leave"), N_("The car leaves the store. Why is asked where nobody received the customer."),
        _leave, hint=GATE,
    ),
    Action(
        "f5", "turn_away", N_("turn away"),
        N_("Not here for maintenance or repair: turned away from the zone, and on record."),
        turn_away, hint=GATE,
    ),
    Action(
        "f6", "receive", N_("receive"),
        N_("The customer is received. With nothing typed at the reception desk: who has waited longest."), _receive,
        DESK, DESK,
    ),
    Action(
        "f7", "work_order", N_("work order"), N_("The work order is made."),
        partial(_on_car, zone.make_work_order, "F7", can=needs_work_order),
        DESK, RECEPTION,
    ),
    Action(
        "f10", "hand_over", N_("hand over"), N_("Hand the car over to the workshop."),
        partial(_on_car, zone.hand_over, "F10"), DESK, RECEPTION,
    ),
    Action(
        "ctrl+k", "correct_plate", N_("correct plate"),
        N_("Put right the plate of a car that is here; of one that has left, the manager, the deputy or the director."),
        _correct_plate,
    ),
    Action(
        "", "camera", N_("camera"),
        N_("Type on what a camera at the gate was not sure of: → in an empty box."), _camera, GATE,
    ),
    Action("", "lane", N_("lane"), N_("Every car in the lane, the longest time first; Enter marks one."), _lane),
    Action(
        "ctrl+e", "province", N_("province"),
        N_("Choose a plate's province with one key, or 使 挂 学 警 领 港 澳 where it could come next."), _province,
    ),
)  # fmt: skip
