"""Incidents as JSON: times ISO 8601 in the store's zone."""

from zoneinfo import ZoneInfo

from frontdesk.desk.incidents.reading import Shown
from frontdesk.domain.incidents.incident import Incident
from frontdesk.domain.values.phones import mask_in
from frontdesk.words.times import iso_time

Json = dict[str, object]


def incident_json(incident: Incident, zone: ZoneInfo) -> Json:
    """Return an incident as it stands."""
    return {
        "number": incident.id,
        "kind": incident.kind,
        "place": incident.place,
        "level": incident.level,
        "drill": incident.is_drill,
        "hurt": incident.hurt,
        "facts": list(incident.facts),
        "words": mask_in(incident.words),
        "reported_at": iso_time(incident.reported_at, zone),
        "reported_by": incident.reported_by or None,
        "occurred_at": iso_time(incident.occurred_at, zone),
        "command": incident.command or None,
        "commanded_at": iso_time(incident.commanded_at, zone),
        "contained_at": iso_time(incident.contained_at, zone),
        "contained_by": incident.contained_by or None,
        "ended_at": iso_time(incident.ended_at, zone),
        "ended_by": incident.ended_by or None,
        "outcome": incident.outcome,
    }


def shown_json(found: Shown, zone: ZoneInfo) -> Json:
    """Return an incident with its record, and who was called."""
    return {
        **incident_json(found.incident, zone),
        "log": [
            {
                "at": iso_time(entry.at, zone),
                "occurred_at": iso_time(entry.occurred_at, zone),
                "station": entry.station,
                "by": entry.who or None,
                "entry": entry.entry,
                "value": entry.value or None,
                "words": mask_in(entry.words) or None,
            }
            for entry in found.entries
        ],
        "called": [
            {"at": iso_time(line.at, zone), "role": line.role, "name": line.who or None, "heard": line.delivered}
            for line in found.called
            if line.role
        ],
        "obstacles": list(found.obstacles),
    }
