"""A measure and its history as JSON: times ISO 8601 in the store's zone, changes in percent."""

from zoneinfo import ZoneInfo

from frontdesk.domain.measures.measure import Measure
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(measure: Measure, zone: ZoneInfo) -> Json:
    """Return a measure with all that was said about it."""
    first = measure.matter.next_due
    return {
        "number": measure.id,
        "what": measure.matter.title,
        "state": measure.state,
        "review": measure.matter.part_of,
        "cause": measure.cause or None,
        "proposed_by": measure.proposed_by,
        "owner": measure.owner or None,
        "metric": measure.metric or None,
        "expected": measure.expected,
        "next_due": iso_time(first.due_at, zone) if first else None,
        "agreed_at": iso_time(measure.agreed_at, zone),
        "agreed_by": measure.agreed_by or None,
        "done_at": iso_time(measure.done_at, zone),
        "done_by": measure.done_by or None,
        "checked_at": iso_time(measure.checked_at, zone),
        "checked_by": measure.checked_by or None,
        "verdict": measure.verdict,
        "history": [
            {"at": iso_time(each.at, zone), "by": each.who, "state": each.state, "words": each.words}
            for each in measure.entries
        ],
    }
