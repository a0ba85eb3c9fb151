"""The board of a past minute as JSON. Times are ISO 8601 in the store's zone, lengths in seconds."""

from zoneinfo import ZoneInfo

from frontdesk.commands.escalations import as_json as escalation_json
from frontdesk.commands.escalations import tasks
from frontdesk.commands.lounge import tickets
from frontdesk.commands.picture.as_json import car_json
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.past import Missing, Past
from frontdesk.domain.zone.places import PlaceKind
from frontdesk.words.past import not_held
from frontdesk.words.times import iso_time
from frontdesk.words.zone import place_name

Json = dict[str, object]

_DEPENDS = ("next_step_at", "next_level")
"""What depends on the stations that were open, which no event tells."""


def as_json(past: Past, zone: ZoneInfo) -> Json:
    """Return who was where, which prompts were up, who had been told, and what the log does not hold."""
    floor, snapshot = past.snapshot.floor, past.snapshot
    bays = [(place, next(iter(floor.at(place)), None)) for place in floor.of_kind(PlaceKind.BAY)]
    return {
        "at": iso_time(past.at, zone),
        "seq": past.seq,
        "store": snapshot.policy.store_name,
        "count": floor.count,
        "limit": snapshot.policy.over_count,
        "bays": [{"place": bay.key, "name": place_name(bay), "plate": car.plate if car else None} for bay, car in bays],
        "cars": [car_json(car, past.at, zone) for car in floor.cars],
        "open_escalations": snapshot.count_escalations,
        "prompts": [_prompt(each, past, zone) for each in past.prompts],
        "tasks": tasks.as_json(snapshot, zone, past.at),
        "tickets": tickets.as_json(snapshot, past.at, zone),
        "missing": [_missing(each, zone) for each in past.missing],
    }


def _prompt(escalation: Escalation, past: Past, zone: ZoneInfo) -> Json:
    own = (line for line in past.told if line.escalation == escalation.id)
    found = escalation_json.with_steps(escalation, own, past.snapshot, now=past.at, zone=zone)
    return {name: value for name, value in found.items() if name not in _DEPENDS}


def _missing(missing: Missing, zone: ZoneInfo) -> Json:
    return {
        "what": missing.gap,
        "entries": missing.entries,
        "since": iso_time(missing.since, zone),
        "until": iso_time(missing.until, zone),
        "plate": missing.plate or None,
        "text": not_held(missing, zone),
    }
