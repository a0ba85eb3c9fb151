"""The events of escalations as lines of the log."""

from collections.abc import Callable, Mapping

from rich.cells import cell_len

from frontdesk.domain.escalations.events import EscalationEvent
from frontdesk.domain.escalations.tasks import Errand
from frontdesk.domain.escalations.terms import Action
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import event_word, word_of
from frontdesk.words.phrases import labelled

GO_SOMEWHERE = (EscalationEvent.DONE,)

NAMES_ITS_CARS = (EscalationEvent.ACT,)
"""The events whose text names the cars: nothing has happened to them yet."""

_ROOM = 54
"""How many cells an order takes beside its time and the key that takes it back."""


def ordered(entry: Happened) -> str:
    """Return what was decided and for which cars, or for how many: ordered: 苏A·12345, 苏A·22222 re-order the jobs."""
    plates, action = (entry.plate, *entry.others), word_of(Action, entry.detail)
    names = _(", ").join(map(show_plate, plates))
    told = _("ordered: {cars} {action}").format(cars=names, action=action)
    if len(plates) == 1 or cell_len(told) <= _ROOM:
        return told
    return _("ordered: {count} cars {action}").format(count=len(plates), action=action)


SAYS: Mapping[str, Callable[[Happened], str]] = {
    EscalationEvent.ACT: ordered,
    EscalationEvent.DONE: lambda entry: labelled(event_word(entry.kind), word_of(Errand, entry.detail)),
}
