"""What happens to a car at the store: arrive, receive, work order, hand over, move, leave, turn away (Z2–Z6, Z4a)."""

from collections.abc import Callable, Collection
from dataclasses import replace

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.zone import floor as floors
from data.zone import visits
from frontdesk.desk import first_comers, near_misses
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings, tasks
from frontdesk.desk.progress import opening as repairs
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate, fragment, is_usual, with_digits
from frontdesk.domain.values.text import whole_line
from frontdesk.domain.zone.cars import Car, Purpose
from frontdesk.domain.zone.events import ZoneEvent
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.leaving import WhyLeft, check_leaving
from frontdesk.domain.zone.places import NEEDS_WORK_ORDER, Place, PlaceKind
from frontdesk.domain.zone.reasons import ZoneReason
from frontdesk.domain.zone.rules import check_move, check_receive, check_time, check_work_order, place_for_arrival
from frontdesk.domain.zone.visits import VisitLine

UNUSUAL_PLATE = "unusual_plate"
"""The warning that a plate has no known form. It is kept as typed."""


def arrive(
    desk: Desk,
    plate: Plate,
    *,
    purpose: Purpose = Purpose.MAINTENANCE,
    place: str | None = None,
    compared: Collection[Plate] | None = None,
    at: Millis | None = None,
    operation: str | None = None,
) -> Result:
    """A car comes to the store: to the bay or place named, else to a free bay, else into the lane (Z4).

    `compared`: it is refused where it is new and like a car here, but for these; None: it is looked at no closer.
    `at` back-dates it: the record keeps when it happened and when it was entered. Raises `Refused`.
    """
    if purpose is Purpose.OTHER:
        raise Refused(ZoneReason.UNKNOWN_PURPOSE, text=purpose.value)

    def body(transaction: Transaction) -> Result:
        happened = _happened_at(transaction, at, visits.last_departure(transaction.connection, plate), plate)
        crossings.note_crossings(transaction, happened)
        connection = transaction.connection
        floor = floors.floor(connection) if at is None else floors.floor_at(connection, at)
        with first_comers.named(connection, transaction.now):
            target = place_for_arrival(floor, plate, place)
        like = near_misses.check_new(connection, floor, plate, compared)
        happened = after_the_last(transaction, target, at, happened)
        visit = visits.open_visit(transaction, plate, purpose, target, happened)
        _came_for_an_appointment(transaction, plate, visit, happened)
        crossings.note_crossings(transaction, transaction.now)
        warnings = () if is_usual(plate) else (UNUSUAL_PLATE,)
        return _noted(Result(ZoneEvent.ARRIVE, plate, target.key, warnings=warnings, at=happened), like)

    return desk.do(body, operation)


def receive(
    desk: Desk, plate: Plate, *, advisor: str = "", at: Millis | None = None, operation: str | None = None
) -> Result:
    """Record that the advisor received the customer; `advisor` if it is not the operator (Z4, Z4a)."""

    def change(transaction: Transaction, floor: Floor, car: Car, when: Millis) -> Result:
        check_receive(car)
        who = whole_line(advisor, NAME_LIMIT) or transaction.actor.who
        _visit(transaction, car, {"received_at": when, "received_by": who})
        return Result(ZoneEvent.RECEIVE, car.plate, car.place.key, facts={"advisor": who})

    return on_car(desk, plate, at, operation, change)


def make_work_order(desk: Desk, plate: Plate, *, at: Millis | None = None, operation: str | None = None) -> Result:
    """Record that the signed job list is made; from now on the car may go to the workshop."""

    def change(transaction: Transaction, floor: Floor, car: Car, when: Millis) -> Result:
        check_work_order(car)
        _visit(transaction, car, {"work_order_at": when})
        repairs.begin_by_rule(transaction, car)
        return Result(ZoneEvent.WORK_ORDER, car.plate, car.place.key)

    return on_car(desk, plate, at, operation, change)


def move(desk: Desk, plate: Plate, place: str, *, at: Millis | None = None, operation: str | None = None) -> Result:
    """Move a car to another place; a move to the workshop means that it is handed over (Z4, Z5b, Z6a)."""

    def change(transaction: Transaction, floor: Floor, car: Car, when: Millis) -> Result:
        target = floor.place(place)
        check_move(floor, car, target)
        when = after_the_last(transaction, target, at, when)
        visits.move(transaction, car, target, when)
        handed_over = target.kind is PlaceKind.WORKSHOP
        if handed_over and car.handed_over_at is None:
            _visit(transaction, car, {"handed_over_at": when})
            repairs.begin_by_rule(transaction, car)
        return Result(ZoneEvent.HAND_OVER if handed_over else ZoneEvent.MOVE, car.plate, target.key, at=when)

    return on_car(desk, plate, at, operation, change)


def hand_over(desk: Desk, plate: Plate, *, at: Millis | None = None, operation: str | None = None) -> Result:
    """The workshop takes the car; the customer's wait ends (Z4)."""
    return move(desk, plate, "workshop", at=at, operation=operation)


def leave(
    desk: Desk, plate: Plate, *, why: WhyLeft | None = WhyLeft.UNKNOWN, anyway: bool = True, at: Millis | None = None,
    operation: str | None = None,
) -> Result:  # fmt: skip
    """The car leaves the store. `why`, where the customer was not received; None: it is refused there.

    `anyway`: also where it was in repair and nobody handed it back, as a camera sees it leave.
    """

    def change(transaction: Transaction, floor: Floor, car: Car, when: Millis) -> Result:
        reason = check_leaving(car, why)
        repairs.end_with_visit(transaction, car, anyway=anyway)
        visits.close_visit(transaction, car, when, "left", reason)
        facts = {} if reason is None else {"why": reason.value}
        return Result(ZoneEvent.LEAVE, car.plate, car.place.key, facts=facts)

    return on_car(desk, plate, at, operation, change)


def turn_away(
    desk: Desk,
    plate: Plate,
    *,
    compared: Collection[Plate] | None = None,
    at: Millis | None = None,
    operation: str | None = None,
) -> Result:
    """A car that did not come for maintenance or repair is sent away, and that is put on record (Z3).

    `compared`: as for `arrive`.
    """

    def body(transaction: Transaction) -> Result:
        floor = floors.floor(transaction.connection)
        car = floor.find(plate)
        like = near_misses.check_new(transaction.connection, floor, plate, compared)
        last = visits.last_departure(transaction.connection, plate)
        if car is not None:
            last = visits.last_change(transaction.connection, car.visit_id)
        happened = _happened_at(transaction, at, last, plate)
        crossings.note_crossings(transaction, happened)
        if car is None:
            visits.turned_away(transaction, plate, happened)
        elif car.received_at is not None:
            raise Refused(ZoneReason.ALREADY_RECEIVED, plate=plate, who=car.received_by, at=car.received_at)
        else:
            visits.close_visit(transaction, car, happened, "turned_away")
            tasks.settle(transaction)
            crossings.note_ends(transaction, happened)
        return _noted(Result(ZoneEvent.TURN_AWAY, plate, car.place.key if car else "", at=happened), like)

    return desk.do(body, operation)


def known_plates(desk: Desk, typed: str) -> list[Plate]:
    """Return the plates seen here before that contain what was typed, latest first."""
    said = fragment(typed)

    def question(connection: Connection) -> list[Plate]:
        return visits.known_plates(connection, said) or visits.known_plates(connection, with_digits(said))

    return desk.read(question)


def timeline(desk: Desk, plate: Plate) -> tuple[VisitLine, ...]:
    """Return a plate's latest visits, newest first, each with the places it stood at."""
    return desk.read(lambda connection: visits.timeline(connection, plate))


def may_undo(transaction: Transaction, last: Happened) -> None:
    """Raise `Refused(CHANGED_SINCE)` if a car would stand without a work order at a place that needs one."""
    for car in floors.floor(transaction.connection).cars:
        if car.place.kind in NEEDS_WORK_ORDER and car.work_order_at is None:
            raise Refused(JournalReason.CHANGED_SINCE, plate=last.plate, kind=last.kind)


def on_car(
    desk: Desk,
    plate: Plate,
    at: Millis | None,
    operation: str | None,
    change: Callable[[Transaction, Floor, Car, Millis], Result],
) -> Result:
    """Do something with a car that is here; limits crossed before are raised, and situations it ends are cleared."""

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        floor = floors.floor(connection)
        with first_comers.named(connection, transaction.now):
            if floor.find(plate) is None:
                raise Refused(ZoneReason.NOT_HERE, plate=plate, left_at=visits.last_departure(connection, plate))
            car = floor.car(plate)
            happened = _happened_at(transaction, at, visits.last_change(connection, car.visit_id), plate)
            crossings.note_crossings(transaction, happened)
            answer = change(transaction, floor if at is None else floors.floor_at(connection, at), car, happened)
        tasks.settle(transaction)
        crossings.note_ends(transaction, happened)
        crossings.note_crossings(transaction, transaction.now)
        return replace(answer, at=answer.at or happened)

    return desk.do(body, operation)


def _noted(result: Result, like: tuple[Plate, ...]) -> Result:
    """Return a result that says which car that was here before a new plate is like."""
    if not like:
        return result
    return replace(result, facts={"like": like[0]}, warnings=(*result.warnings, near_misses.LIKE_KNOWN))


def _happened_at(transaction: Transaction, at: Millis | None, last_change: Millis | None, plate: Plate) -> Millis:
    if at is None:
        # A machine's clock may step back; what happens now never happens before what happened last.
        return max(transaction.now, last_change or transaction.now)
    check_time(at, transaction.now, at if last_change is None else last_change, plate)
    return at


def after_the_last(transaction: Transaction, place: Place, at: Millis | None, happened: Millis) -> Millis:
    """Where the machine's clock stepped back, a car still comes into a bay after the one before it left."""
    left = floors.last_in(transaction.connection, place)
    return happened if at is not None or left is None else max(happened, left.here_since)


def _came_for_an_appointment(transaction: Transaction, plate: Plate, visit: int, arrived_at: Millis) -> None:
    from frontdesk.desk.appointments import arriving  # noqa: PLC0415 - a station opens without the book

    arriving.link(transaction, plate, visit, arrived_at)


def _visit(transaction: Transaction, car: Car, values: Row) -> None:
    transaction.update("visits", car.visit_id, values, where={"left_at": None})
