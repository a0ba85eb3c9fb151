"""A penalty and its entries as JSON: amounts in CNY, times ISO 8601 in the store's zone."""

from zoneinfo import ZoneInfo

from frontdesk.domain.penalties.penalty import Entry, Penalty
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(penalty: Penalty, zone: ZoneInfo) -> Json:
    """Return a penalty with all its entries."""
    entries = [_entry(entry, zone) for entry in penalty.entries]
    return {**_about(penalty, zone), "state": penalty.state, "entries": entries}


def line_json(penalty: Penalty, entry: Entry, zone: ZoneInfo) -> Json:
    """Return one line of the ledger."""
    return {**_about(penalty, zone), **_entry(entry, zone)}


def _about(penalty: Penalty, zone: ZoneInfo) -> Json:
    return {
        "number": penalty.id,
        "complaint": penalty.complaint,
        "plate": penalty.plate,
        "person": penalty.person,
        "amount": penalty.amount,
        "evidence": {
            "escalation": penalty.escalation,
            "kind": penalty.kind,
            "crossed_at": iso_time(penalty.crossed_at, zone),
        },
    }


def _entry(entry: Entry, zone: ZoneInfo) -> Json:
    return {
        "at": iso_time(entry.at, zone),
        "entry": entry.state,
        "booked": entry.amount,
        "by": entry.who,
        "words": entry.words,
    }
