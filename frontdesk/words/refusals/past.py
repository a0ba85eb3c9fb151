"""The sentences of refusals about looking back."""

from frontdesk.domain.past import PastReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    PastReason.NOT_YET: N_("{exactly} has not come yet. Right would be a time before now."),
    PastReason.NO_LOG: N_("Nothing has been entered in this database yet, so there is no past to show."),
    PastReason.BEFORE_LOG: N_(
        "{exactly} is before the first entry of this database. Right would be a time from {first_at} on."
    ),
}

REFUSALS = Refusals(SENTENCES)
