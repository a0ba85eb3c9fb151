"""The whole picture as JSON, for `frontdesk status --json`. Times are ISO 8601 in the store's zone, phones masked."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from frontdesk.commands.escalations import as_json as escalation_json
from frontdesk.commands.escalations import tasks
from frontdesk.commands.lounge import tickets
from frontdesk.commands.people import duty
from frontdesk.commands.zone.as_json import left_json
from frontdesk.domain.cases.case import Case
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.phones import mask_in
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.leaving import LeftUnreceived
from frontdesk.domain.zone.places import Place, PlaceKind
from frontdesk.words.times import iso_time
from frontdesk.words.zone import place_name

Json = dict[str, object]

_OTHER_PLACES = {
    "temporary": PlaceKind.TEMPORARY,
    "repair": PlaceKind.REPAIR,
    "waiting": PlaceKind.WORKSHOP_BAY,
    "workshop": PlaceKind.WORKSHOP,
}


def as_json(snapshot: Snapshot, now: Millis, zone: ZoneInfo, left: Mapping[str, LeftUnreceived]) -> Json:
    """Return what stands where, and what is open; `left`: who left unreceived, by the name of each time."""
    floor = snapshot.floor
    bays = []
    for place in floor.of_kind(PlaceKind.BAY):
        car = next(iter(floor.at(place)), None)
        kept = floor.kept_for(place)
        name = (kept.ticket or kept.plate) if kept else None
        bays.append({**(car_json(car, now, zone) if car else _empty(place)), "kept_for": name})
    first_due = next((case.next_due.due_at for case in snapshot.complaints if case.next_due), None)
    return {
        "now": iso_time(now, zone),
        "store": snapshot.policy.store_name,
        "count": floor.count,
        "limit": snapshot.policy.over_count,
        "bays": bays,
        "lane": _cars(snapshot, PlaceKind.LANE, now, zone),
        "places": {key: _cars(snapshot, kind, now, zone) for key, kind in _OTHER_PLACES.items()},
        "kept": [{"place": each.place, "plate": each.plate, "ticket": each.ticket or None} for each in floor.kept],
        "offers": [{"place": each.bay.key, "plate": each.car.plate} for each in snapshot.offers],
        "open_escalations": snapshot.count_escalations,
        "escalations": [escalation_json.as_json(each, snapshot, now, zone) for each in snapshot.escalations],
        "tasks": tasks.as_json(snapshot, zone, now),
        "tickets": tickets.as_json(snapshot, now, zone),
        "on_duty": duty.on_duty(snapshot, now),
        "watched": snapshot.presence.is_watched(now),
        "left_unreceived": {name: left_json(each) for name, each in left.items()},
        "complaints": {
            "open": snapshot.open_complaints,
            "next_due": iso_time(first_due, zone),
            "items": [_complaint(case, now, zone) for case in snapshot.complaints],
        },
    }


def _cars(snapshot: Snapshot, kind: PlaceKind, now: Millis, zone: ZoneInfo) -> list[Json]:
    return [car_json(car, now, zone) for car in snapshot.floor.cars if car.place.kind is kind]


def _empty(place: Place) -> Json:
    return {**dict.fromkeys(_CAR_KEYS), "place": place.key, "name": place_name(place)}


def car_json(car: Car, now: Millis, zone: ZoneInfo) -> Json:
    """Return a car with where it stands, since when, and its two clocks."""
    values = (
        car.place.key,
        place_name(car.place),
        car.plate,
        car.purpose.value,
        iso_time(car.arrived_at, zone),
        iso_time(car.here_since, zone),
        car.zone_time(now) / SECOND,
        car.customer_wait(now) / SECOND,
        iso_time(car.received_at, zone),
        car.received_by or None,
        iso_time(car.work_order_at, zone),
        iso_time(car.handed_over_at, zone),
        iso_time(car.expected_exit_at, zone),
        car.ticket or None,
    )
    return dict(zip(_CAR_KEYS, values, strict=True))


_CAR_KEYS = (
    "place",
    "name",
    "plate",
    "purpose",
    "arrived",
    "here_since",
    "zone_time_s",
    "customer_wait_s",
    "received",
    "received_by",
    "work_order",
    "handed_over",
    "expected_exit",
    "ticket",
)


def _complaint(case: Case, now: Millis, zone: ZoneInfo) -> Json:
    return {
        "number": case.id,
        "stage": case.stage.value,
        "severity": case.severity.value,
        "kind": case.kind,
        "channel": case.channel,
        "received": iso_time(case.received_at, zone),
        "customer": mask_in(case.customer),
        "phone": case.phone,
        "plate": case.plate or None,
        "assigned_to": case.assigned_to or None,
        "next_due": iso_time(case.next_due.due_at, zone) if case.next_due else None,
        "overdue": case.next_due is not None and case.next_due.is_missed(now),
        "drill": case.is_drill,
    }
