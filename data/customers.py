"""The customers, by what is on record of cars and cases: there is no table of them (G5).

A car belongs to the number that was said for it last, and a case to that of its car. So each car and each case has
exactly one customer, and it is found by a few looks into indexes, however much is on record.
"""

import json
from collections.abc import Iterator
from typing import NamedTuple

from data import served
from data.engine.connection import Connection
from data.served import Booked
from frontdesk.domain.appointments.appointment import State
from frontdesk.domain.cases.case import Stage
from frontdesk.domain.customers.customer import Customer, Place, Which
from frontdesk.domain.values.clock import Millis

_OVER = frozenset({State.ARRIVED, State.NO_SHOW})
_BEHIND = "\U0010ffff"
_KNOWN = "exists (select 1 from vehicles v where v.plate = c.plate and v.visits > 0)"
_NUMBER = (
    "select p.number from (select phone_id, registered_at as at, id from complaints where plate = ?1 and drill = 0"
    " union all select phone_id, made_at, id from appointments where plate = ?1) s"
    " join phones p on p.id = s.phone_id where p.number <> '' order by s.at desc, s.id desc limit 1"
)
_CASE = (
    "select c.id, c.registered_at, c.customer, c.stage, c.plate, c.phone_id, coalesce(p.masked, ''),"
    " coalesce(p.number, '')"
)
_CASES = f"{_CASE} from complaints c left join phones p on p.id = c.phone_id where c.drill = 0"


class Met(NamedTuple):
    """A car, a case or an appointment that was met on the way through the records, whose customer may come next."""

    place: Place
    plate: str
    case: int = 0
    booking: int = 0


class _Said(NamedTuple):
    id: int
    made_at: Millis
    name: str
    stage: str
    plate: str
    phone_id: int | None
    masked: str
    number: str


class Customers:
    """Finds customers in a transaction; who is asked for again is not looked up again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._of_number: dict[str, Customer] = {}

    def of_plate(self, plate: str) -> Customer:
        """Return whose car it is."""
        number = self._number(plate)
        return self._with(number) if number else self._made(self._cases("c.plate = ?", plate), [plate])

    def of_case(self, case: int) -> Customer:
        """Return whose case it is."""
        said = self._cases("c.id = ?", case)
        if said and said[0].plate:
            return self.of_plate(said[0].plate)
        return self._with(said[0].number) if said and said[0].number else self._made(said, [])

    def of_booking(self, booking: int) -> Customer:
        """Return whose appointment it is."""
        (booked,) = served.appointment(self._connection, booking)
        if booked.plate:
            return self.of_plate(booked.plate)
        return self._with(booked.number) if booked.number else self._made([], [], booked=[booked])

    def of(self, met: Met) -> Customer:
        """Return whose it is that was met."""
        if met.booking:
            return self.of_booking(met.booking)
        return self.of_case(met.case) if met.case else self.of_plate(met.plate)

    def _with(self, number: str) -> Customer:
        if number not in self._of_number:
            also = self._cases("c.phone_id in (select id from phones where number = ?)", number)
            said = {each.plate for each in also if each.plate} | served.plates_of(self._connection, number)
            plates = [plate for plate in said if self._number(plate) == number]
            listed = json.dumps(plates)
            told = self._cases("c.plate in (select value from json_each(?))", listed) if plates else []
            told += [each for each in also if not each.plate]
            self._of_number[number] = self._made(sorted(told), plates, number)
        return self._of_number[number]

    def _made(
        self, said: list[_Said], plates: list[str], number: str = "", booked: list[Booked] | None = None
    ) -> Customer:
        if booked is None:
            booked = served.appointments(self._connection, plates, number)
        here: list[tuple[str, Millis]] = self._connection.execute(
            "select plate, last_arrived_at from vehicles where plate in (select value from json_each(?)) and visits > 0"
            " order by last_arrived_at desc, plate desc",
            (json.dumps(plates),),
        ).fetchall()
        visited = tuple(plate for plate, _ in here)
        told: list[_Said | Booked] = sorted([*said, *booked], key=lambda each: (each.made_at, each.id), reverse=True)
        called = next((each for each in told if number and each.number == number), None)
        return Customer(
            next((each.name for each in told if each.name), ""),
            called.masked if called else "",
            called.phone_id if called else None,
            (*visited, *sorted(set(plates) - set(visited))),
            here[0][1] if here else None,
            tuple(each.id for each in said if each.stage != Stage.CLOSED),
            tuple(each.id for each in said),
            visited,
            tuple(each.id for each in booked),
            min((each.at for each in booked if each.state == State.BOOKED), default=None),
            max((each.at for each in booked if each.state in _OVER), default=None),
            served.repairs(self._connection, plates) if plates else (),
            served.messages(self._connection, plates, number) if plates or number else (),
        )

    def _number(self, plate: str) -> str:
        row = self._connection.execute(_NUMBER, (plate,)).fetchone()
        return "" if row is None else str(row[0])

    def _cases(self, condition: str, value: object) -> list[_Said]:
        rows = self._connection.execute(f"{_CASES} and {condition} order by c.id", (value,))
        return [_Said(*row) for row in rows]


def met(connection: Connection, which: Which, after: Place | None, span: tuple[Millis, Millis]) -> Iterator[Met]:
    """Yield the cars, then the cases and appointments without one that was here, behind a place.

    `span`: of the day that is meant.

    All: who was here last comes first. Of an area or a day: by their plates.
    """
    if after is None or after.is_known:
        yield from _cars(connection, which, after, span)
        after = None
    if which.day is not None:
        return
    if after is None or not after.is_booked:
        yield from _only_cases(connection, which, after)
        after = None
    if not which.area:
        yield from _only_booked(connection, after)


def _cars(connection: Connection, which: Which, after: Place | None, span: tuple[Millis, Millis]) -> Iterator[Met]:
    low, behind = max(which.area, after.plate if after else ""), which.area + _BEHIND
    if which.day is not None:
        rows = connection.execute(
            "select distinct plate, 0 from visits v indexed by visits_by_arrival"
            " where arrived_at >= ? and arrived_at < ? and plate >= ? and plate < ?"
            " and exists (select 1 from stays where visit_id = v.id) order by plate",
            (*span, low, behind),
        )
    elif which.area:
        rows = connection.execute(
            "select plate, 0 from vehicles where plate >= ? and plate < ? and visits > 0 order by plate", (low, behind)
        )
    else:
        begin = (after.at, after.plate) if after else (2**62, "")
        rows = connection.execute(
            "select plate, last_arrived_at from vehicles indexed by vehicles_lately where visits > 0"
            " and (last_arrived_at, plate) < (?, ?) order by last_arrived_at desc, plate desc",
            begin,
        )
    for plate, at in rows:
        if after is None or plate != after.plate:
            yield Met(Place(is_known=True, at=at, plate=plate), plate)


def _only_cases(connection: Connection, which: Which, after: Place | None) -> Iterator[Met]:
    if which.area:
        low = max(which.area, after.plate if after else "")
        rows = connection.execute(
            f"select plate from complaints c where plate >= ?1 and plate < ?2 and drill = 0 and not {_KNOWN}"
            f" union select plate from appointments c where plate >= ?1 and plate < ?2 and not {_KNOWN} order by plate",
            (low, which.area + _BEHIND),
        )
        for (plate,) in rows:
            if after is None or plate != after.plate:
                yield Met(Place(is_known=False, at=0, plate=plate), plate)
        return
    rows = connection.execute(
        f"select id, plate from complaints c where id < ? and drill = 0 and not {_KNOWN} order by id desc",
        (after.at if after else 2**62,),
    )
    for case, plate in rows:
        yield Met(Place(is_known=False, at=case, plate=""), plate, case)


def _only_booked(connection: Connection, after: Place | None) -> Iterator[Met]:
    rows = connection.execute(
        f"select id, plate from appointments c where id < ? and not {_KNOWN} order by id desc",
        (after.at if after else 2**62,),
    )
    for number, plate in rows:
        yield Met(Place(is_known=False, at=number, plate="", is_booked=True), plate, booking=number)


def came(connection: Connection, span: tuple[Millis, Millis]) -> frozenset[str]:
    """Return the plates that came at or after one instant and before another."""
    rows = connection.execute(
        "select distinct plate from visits v indexed by visits_by_arrival where arrived_at >= ? and arrived_at < ?"
        " and exists (select 1 from stays where visit_id = v.id)",
        span,
    )
    return frozenset(plate for (plate,) in rows)


def numbers(connection: Connection, phones: list[int]) -> dict[int, str]:
    """Return phone numbers in full. The caller puts the request on record."""
    rows = connection.execute(
        "select id, number from phones where id in (select value from json_each(?))", (json.dumps(phones),)
    )
    return dict(rows.fetchall())
