"""What a guided demo says: what happened first at a station, and which key answers it."""

from collections.abc import Mapping

from frontdesk.domain.demo import Stop, What
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


def waits_at(stop: Stop) -> str:
    """Return what happened, and which key answers it."""
    said = _(_SAYS[stop.what])
    return said if stop.kind is None else labelled(word(stop.kind), said)
