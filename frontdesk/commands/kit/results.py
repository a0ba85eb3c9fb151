"""What a command did, for a script and for a reader."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.places import Place
from frontdesk.words.i18n import _
from frontdesk.words.lookup import event_word
from frontdesk.words.times import iso_time, short_time
from frontdesk.words.zone import place_at

if TYPE_CHECKING:
    from frontdesk.commands.kit.session import Session


class Telling(Protocol):
    """How a concern tells what its commands did: its module `results`."""

    def is_same(self, session: "Session", result: Result) -> bool:
        """Whether a result is one of what was typed: an operation id stands for one command and no other."""

    def particulars(self, result: Result) -> str:
        """Return what a result is about besides its cars."""


class Plainly:
    """Tells the commands that are about nothing in particular."""

    def is_same(self, session: "Session", result: Result) -> bool:
        """Whether the result is one of the command that was typed."""
        return bool(result.kind == session.args.command)

    def particulars(self, result: Result) -> str:
        """Return nothing."""
        return ""


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
