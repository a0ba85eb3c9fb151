"""A line of the event log in words; each concern has the words for its own events."""

from collections.abc import Callable, Iterable
from datetime import tzinfo

from frontdesk.domain.agenda.events import RunState
from frontdesk.domain.copies.events import CopyEvent
from frontdesk.domain.forgetting.events import ForgetEvent
from frontdesk.domain.journal.events import JournalEvent
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.people.events import PeopleEvent
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.places import Place
from frontdesk.words import lounge, zone
from frontdesk.words.escalations import happened as escalations
from frontdesk.words.i18n import _
from frontdesk.words.lookup import event_word, word_of
from frontdesk.words.phrases import labelled
from frontdesk.words.times import short_time

_NAMES_SOMEBODY = (
    PeopleEvent.STAFF_ADD,
    PeopleEvent.STAFF_CHANGE,
    PeopleEvent.STAFF_REMOVE,
    PeopleEvent.PIN_GIVEN,
    PeopleEvent.PIN_CHOSEN,
)

SAYS: dict[str, Callable[[Happened], str]] = {
    **zone.SAYS,
    **escalations.SAYS,
    **lounge.SAYS,
    **dict.fromkeys(_NAMES_SOMEBODY, lambda entry: labelled(event_word(entry.kind), entry.detail)),
    CopyEvent.DRILL: lambda entry: labelled(event_word(entry.kind), word_of(RunState, entry.detail.partition(" ")[0])),
    ForgetEvent.FORGET: lambda entry: _forgotten(entry.detail),
    JournalEvent.UNDO: lambda entry: labelled(event_word(entry.kind), event_word(entry.detail)),
}
"""The longer text of an event whose own word is not enough."""


def _forgotten(detail: str) -> str:
    """Return whose data went: one customer's, or those of a list of expired records, which tells its last day, too."""
    from frontdesk.domain.retention.terms import RecordClass  # noqa: PLC0415 - what is cleared is of every concern

    told = detail.split()
    if not told or "-" not in told[-1]:
        return event_word(ForgetEvent.FORGET)
    if told[-2] != RecordClass.CASES:
        return labelled(_("expired records cleared"), word_of(RecordClass, told[-2]))
    return labelled(_("expired cases cleared"), _("{cases} cases").format(cases=told[0]))


GO_SOMEWHERE: frozenset[str] = frozenset((*zone.GO_SOMEWHERE, *escalations.GO_SOMEWHERE, *lounge.GO_SOMEWHERE))
"""The events that end at another place than they began."""


def happened(entry: Happened, places: Iterable[Place], store_zone: tzinfo) -> str:
    """Return one line of the log: 10:42 苏A·12345 arrived → bay 2."""
    at = short_time(entry.occurred_at, store_zone)
    place = zone.place_at(entry.place, places)
    done = SAYS[entry.kind](entry) if entry.kind in SAYS else event_word(entry.kind)
    # A place is not said twice: handed over to the workshop.
    goes = entry.kind in GO_SOMEWHERE and place and not done.endswith(place)
    plate = "" if entry.kind in escalations.NAMES_ITS_CARS else show_plate(entry.plate)
    return " ".join(part for part in (at, plate, done) if part) + (f" → {place}" if goes else "")
