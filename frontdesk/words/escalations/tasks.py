"""The tasks given to a station."""

from collections.abc import Iterable

from frontdesk.domain.escalations.tasks import OF_WORKSHOP, Errand, Task
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.places import Place
from frontdesk.words.i18n import _
from frontdesk.words.phrases import labelled
from frontdesk.words.zone import place_at


def task_text(task: Task, places: Iterable[Place]) -> str:
    """Return a task as an order: drive 苏A·12345 to waiting bay 2."""
    place = place_at(task.place, places)
    text = {
        Errand.PARK: _("guide {plate} to {place}"),
        Errand.LOUNGE: _("take the customer of {plate} to the lounge, ticket {ticket}"),
        Errand.DRIVE: _("drive {plate} to {place}"),
        Errand.REORDER: _("re-order the jobs of {plate}: what frees the zone soonest first"),
    }[task.errand].format(plate=show_plate(task.plate), place=place, ticket=task.ticket)
    return labelled(_("workshop"), text) if task.errand in OF_WORKSHOP else text
