"""The result of a command, for scripts and for readers."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.places import Place
from frontdesk.words.i18n import _
from frontdesk.words.lookup import event_word
from frontdesk.words.times import iso_time, short_time
from frontdesk.words.zone import place_at


def as_json(result: Result, by: str, zone: ZoneInfo) -> dict[str, object]:
    """Return a result to a script."""
    return {
        "done": result.kind,
        "plate": result.plate or None,
        "place": result.place or None,
        "at": iso_time(result.at, zone),
        "by": by,
        "detail": result.detail or None,
        "number": result.number or None,
        "others": list(result.others),
        "event": result.seq,
        "undoes": result.undoes,
        "warnings": list(result.warnings),
    }


def as_line(
    result: Result, particulars: str, more: Iterable[str], places: Iterable[Place], *, zone: ZoneInfo, now: Millis
) -> str:
    """Return a result to a reader: which cars, what was done, where, and when."""
    plates = _(", ").join(show_plate(plate) for plate in (result.plate, *result.others) if plate)
    place = place_at(result.place, places, result.place)
    at = short_time(result.at, zone, now)
    return " · ".join(filter(None, (plates, event_word(result.kind), particulars, place, *more, at)))
