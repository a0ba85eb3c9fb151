"""Finishing errands from a decision, by one key or because the car stands where it was sent (Z5, Z6)."""

import json

from data import lounge
from data.engine.transaction import Transaction
from data.escalations import escalations, record, tasks
from data.zone import floor as floors
from data.zone import visits
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.domain.escalations.events import EscalationEvent
from frontdesk.domain.escalations.tasks import MOVES, Errand, Task
from frontdesk.domain.escalations.terms import LineKind
from frontdesk.domain.journal.result import Result
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.places import PlaceKind
from frontdesk.domain.zone.rules import check_move


def done(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Record that an errand is done; a car that was sent somewhere stands there from now on.

    Refused if it was already done (with who and when), or if the place was taken meanwhile.
    """

    def body(transaction: Transaction) -> Result:
        crossings.note_crossings(transaction, transaction.now)
        task = tasks.get(transaction.connection, number)
        if task.errand in MOVES:
            _drive(transaction, task)
        _end(transaction, task, done=True)
        settle(transaction)
        crossings.note_ends(transaction, transaction.now)
        crossings.note_crossings(transaction, transaction.now)
        return Result(EscalationEvent.DONE, task.plate, task.place, number=number, facts={"errand": task.errand})

    return desk.do(body, operation)


def settle(transaction: Transaction) -> None:
    """End the errands and tickets that are settled by what happened to a car, however it happened."""
    connection = transaction.connection
    cars = {car.visit_id: car for car in floors.floor(connection).cars}
    todo = tasks.open_ones(connection)
    on_the_way = {task.visit_id for task in todo if task.errand is Errand.PARK and _is_in_zone(cars.get(task.visit_id))}
    waiting = {visit for visit, car in cars.items() if car.place.kind is PlaceKind.TEMPORARY} | on_the_way
    for task in todo:
        car = cars.get(task.visit_id)
        if task.errand in MOVES and car is not None and car.place.key == task.place:
            _end(transaction, task, done=True)
        elif task.visit_id not in waiting if task.errand is Errand.LOUNGE else not _is_in_zone(car):
            # The car is gone, or stands where it no longer matters; the customer no longer waits.
            tasks.end(transaction, task, done=False)
    for ticket in lounge.open_ones(connection):
        if ticket.visit_id not in waiting:
            lounge.change(transaction, ticket, {"closed_at": transaction.now})


def _is_in_zone(car: Car | None) -> bool:
    return car is not None and car.place.in_zone


def _end(transaction: Transaction, task: Task, *, done: bool) -> None:
    tasks.end(transaction, task, done=done)
    detail = json.dumps({"errand": task.errand, "plate": task.plate, "place": task.place}, ensure_ascii=False)
    level = escalations.get(transaction.connection, task.escalation).level
    record.add(transaction, task.escalation, LineKind.DONE, level, detail=detail)


def _drive(transaction: Transaction, task: Task) -> None:
    connection = transaction.connection
    floor = floors.floor(connection)
    car = floor.car(task.plate)
    place = floor.place(task.place)
    check_move(floor, car, place)
    # A machine's clock may step back; what happens now never happens before what happened last.
    left = floors.last_in(connection, place)
    last = visits.last_change(connection, car.visit_id)
    at = max(transaction.now, last, left.here_since if left else last)
    visits.move(transaction, car, place, at)
