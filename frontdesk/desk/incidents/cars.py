"""Cars that were where something happened are looked at before anybody works on them (I16)."""

from typing import NamedTuple

from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.incidents import car_checks, incidents
from data.zone import floor as floors
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import operator
from frontdesk.domain.incidents.aftermath_events import AftermathEvent
from frontdesk.domain.incidents.car_checks import CarCheck, CheckResult, check_checked
from frontdesk.domain.incidents.incident import WORDS_LIMIT, Incident
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.text import whole_words


class ToLookAt(NamedTuple):
    """A car that is still to be looked at, and what happened where it stood."""

    check: CarCheck
    incident: Incident


def to_look_at(desk: Desk) -> tuple[ToLookAt, ...]:
    """Return the cars that are here and still to be looked at."""

    def question(connection: Connection) -> tuple[ToLookAt, ...]:
        found = car_checks.open_ones(connection)
        return tuple(ToLookAt(each, incidents.get(connection, each.incident)) for each in found)

    return desk.read(question)


def check(
    desk: Desk, number: int, plate: Plate, result: CheckResult, *, words: str = "", operation: str | None = None
) -> Result:
    """Put down what was found of a car that was there; damage is said in words.

    Raises `Refused`: NO_INCIDENT, NO_CAR_CHECK, CAR_CHECK_WORDS.
    """
    said = whole_words(words, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        connection = transaction.connection
        incidents.get(connection, number)
        car = floors.floor(connection).find(plate)
        open_ones = car_checks.open_of(connection, car.visit_id) if car else ()
        found = next((each for each in open_ones if each.incident == number), None)
        car_checks.put(transaction, check_checked(found, plate, result, said), result, said)
        return Result(AftermathEvent.CAR_CHECK, plate, number=number, facts={"result": result})

    return desk.do(body, operation)
