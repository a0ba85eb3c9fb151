"""What a guided demo says: what happened first at a station, and which key answers it."""

from collections.abc import Mapping

from frontdesk.domain.demo import Stop, Tour, What
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled

_SAYS: Mapping[What, str] = {
    What.DECIDE: N_("F8 takes it on, then decide"),
    What.TELL: N_("tell whoever is named, then F8"),
    What.LATE: N_("F6 receives, F8 says seen"),
    What.DUE: N_("F8 opens the case"),
    What.EXPIRED: N_("F8 opens the tickets"),
    What.TASK: N_("a decision sends you: do it, then F8"),
    What.CALL: N_("a customer is called: this is what they see"),
}


def says(tour: Tour, *, is_paused: bool) -> str:
    """Return what the demo does now: what it waits for, or that time runs, or stands."""
    if tour.stop is None:
        return _("Time stands still.") if is_paused else _("The day plays itself.")
    if tour.has_dialog:
        return _("the demo waits while this is open")
    return waits_at(tour.stop) if tour.answered_at is None else _("done: the day goes on")


def waits_at(stop: Stop) -> str:
    """Return what happened, and which key answers it."""
    said = _(_SAYS[stop.what])
    return said if stop.kind is None else labelled(word(stop.kind), said)
