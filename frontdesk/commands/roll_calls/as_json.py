"""A round of a roll call as JSON: times ISO 8601 in the store's zone."""

from zoneinfo import ZoneInfo

from frontdesk.domain.roll_calls.roll_call import PEOPLE, Entry, RollCall, Subject
from frontdesk.domain.values.phones import mask_in
from frontdesk.words.roll_calls import entry_name
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(roll_call: RollCall, zone: ZoneInfo) -> Json:
    """Return a round with everybody on it."""
    people, cars = roll_call.counted(*PEOPLE), roll_call.counted(Subject.CAR)
    return {
        "number": roll_call.matter,
        "round": roll_call.round,
        "started_at": iso_time(roll_call.started_at, zone),
        "started_by": roll_call.started_by,
        "ended_at": iso_time(roll_call.ended_at, zone),
        "ended_by": roll_call.ended_by or None,
        "complete": roll_call.is_complete,
        "expected": people.expected,
        "present": people.answered,
        "missing": people.missing,
        "cars": {"expected": cars.expected, "answered": cars.answered},
        "names": [_entry(each, zone) for each in roll_call.entries],
    }


def _entry(entry: Entry, zone: ZoneInfo) -> Json:
    return {
        "subject": entry.subject,
        "name": entry_name(entry),
        "plate": entry.plate or None,
        "place": entry.place or None,
        "mark": entry.mark,
        "came_at": iso_time(entry.came_at, zone),
        "gone_at": iso_time(entry.gone_at, zone),
        "marks": [
            {"at": iso_time(each.at, zone), "by": each.who, "mark": each.mark, "words": mask_in(each.words) or None}
            for each in entry.marks
        ],
    }
