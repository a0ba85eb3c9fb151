"""The sentences of refusals about the next hour."""

from frontdesk.domain.outlook.reasons import OutlookReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    OutlookReason.TOO_FEW_DAYS: N_(
        "The next hour is told from {wanted} earlier days of the same class ({of}); on record are {days}."
        " It comes by itself once there are enough."
    ),
}

REFUSALS = Refusals(SENTENCES)
