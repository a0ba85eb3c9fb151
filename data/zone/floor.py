"""The places and the cars that stand there, now or at an earlier instant."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from data import policy
from data.engine.asked_once import asked_once
from data.engine.connection import Connection
from data.engine.unreadable import note
from frontdesk.domain.lounge import ticket_name
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Car, Purpose, Stay, ZoneClock
from frontdesk.domain.zone.floor import Floor, Kept
from frontdesk.domain.zone.places import IN_ZONE, Place, PlaceKind

_HERE = "from visits v indexed by one_open_visit_per_plate where left_at is null"
"""The visits that are not over; left to itself SQLite goes through all that ever were."""


@asked_once
def floor(connection: Connection) -> Floor:
    """Return every place and every car at the store. Call inside a transaction: it takes three statements."""
    places = policy.places(connection)
    return Floor(places, tuple(_cars(connection, places)), _kept(connection))


def _cars(connection: Connection, places: tuple[Place, ...]) -> Iterator[Car]:
    stays, latest = _stays(connection, places)
    for row in connection.execute(
        "select v.id, v.plate, v.purpose, v.arrived_at, v.received_at, v.received_by, v.work_order_at,"
        " v.handed_over_at, v.expected_exit_at,"
        " (select number from tickets t where t.visit_id = v.id and t.closed_at is null),"
        " (select max(closed_at) from tickets t where t.visit_id = v.id)"
        f" {_HERE} order by v.arrived_at, v.id"
    ):
        visit_id, plate, purpose, arrived, received, received_by, work_order, handed_over, exit_at, *lounge = row
        ticket, back_at = lounge
        if visit_id not in latest:
            note("visits", visit_id, "stands nowhere")
            continue
        place, here_since = latest[visit_id]
        yield Car(
            visit_id=visit_id,
            plate=plate,
            purpose=Purpose(purpose),
            place=place,
            here_since=here_since,
            zone=ZoneClock.of(stays[visit_id]),
            arrived_at=arrived,
            received_at=received,
            received_by=received_by,
            work_order_at=work_order,
            handed_over_at=handed_over,
            expected_exit_at=exit_at,
            ticket=ticket_name(ticket) if ticket else "",
            back_at=back_at,
        )


def _stays(
    connection: Connection, places: tuple[Place, ...]
) -> tuple[dict[int, list[Stay]], dict[int, tuple[Place, Millis]]]:
    """Return where each car at the store has stood, by its visit, and where it stands and since when."""
    by_key = {place.key: place for place in places}
    stays: dict[int, list[Stay]] = defaultdict(list)
    latest: dict[int, tuple[Place, Millis]] = {}
    for visit_id, key, kind, name, capacity, started_at, ended_at in connection.execute(
        "select visit_id, place, kind, name, capacity, started_at, ended_at from stays join places on key = place"
        f" where visit_id in (select id {_HERE}) order by stays.id"
    ):
        stays[visit_id].append(Stay(PlaceKind(kind) in IN_ZONE, started_at, ended_at))
        # A place that is in use no more may still have a car on record.
        place = by_key.get(key) or Place(key, PlaceKind(kind), name, capacity)
        if ended_at is None:
            latest[visit_id] = (place, started_at)
    return stays, latest


def _kept(connection: Connection) -> tuple[Kept, ...]:
    """Return the places somebody is on the way to: a car sent there, a customer called to it (Z5a, Z5b, Z6a)."""
    rows = connection.execute(
        "select place, plate, null from tasks t join visits v on v.id = visit_id"
        " where ended_at is null and errand in ('park', 'drive') union all"
        " select bay, plate, number from tickets t join visits v on v.id = visit_id"
        " where closed_at is null and no_show_at is null and bay <> ''"
    )
    return tuple(Kept(place, plate, ticket_name(number) if number else "") for place, plate, number in rows)


def in_zone_between(connection: Connection, plates: Iterable[Plate], begins: Millis, ends: Millis) -> set[Plate]:
    """Return which of some plates were in the zone between two instants; who drove in as the time ended was not."""
    some = tuple(plates)
    rows = connection.execute(
        "select distinct plate from visits v join stays s on s.visit_id = v.id join places on key = s.place"
        f" where plate in ({', '.join('?' * len(some))}) and places.kind in ('bay', 'lane')"
        " and (started_at <= ? or started_at < ?) and (ended_at is null or ended_at > ?)",
        (*some, begins, ends, begins),
    )
    return {plate for (plate,) in rows}


def floor_at(connection: Connection, at: Millis) -> Floor:
    """Return the floor for a back-dated entry; a car that left a bay only after `at` still occupies it."""
    now = floor(connection)
    left = [car for place in now.places if (car := last_in(connection, place)) and car.here_since > at]
    return Floor(now.places, (*now.cars, *left), now.kept)


def last_in(connection: Connection, place: Place) -> Car | None:
    """Return the car that left a place for one car last, `here_since` the instant it left; None for a wider place."""
    row = connection.execute(
        "select visit_id, plate, ended_at, arrived_at from stays join visits v on v.id = visit_id"
        " where place = ? and alone = 1 and ended_at is not null order by ended_at desc limit 1",
        (place.key,),
    ).fetchone()
    if row is None:
        return None
    return Car(row[0], row[1], Purpose.MAINTENANCE, place, row[2], ZoneClock(0, None), row[3])
