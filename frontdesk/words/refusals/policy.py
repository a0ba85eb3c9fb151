"""The sentences of refusals about the policy."""

from frontdesk.domain.policy.reasons import PolicyDetail, PolicyReason
from frontdesk.domain.values.errors import Detail, Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    PolicyReason.BAY_IN_USE: N_("{place} cannot go away or shrink now: {plate} stands there."),
    PolicyReason.ENTRY_IN_USE: N_(
        "{name}: “{entry}” stays in the list, {count} cases are on record under it. Put it back: {key}."
    ),
}

DETAILS: dict[Detail, str] = {
    PolicyDetail.SEVEN_DAYS: N_("seven, Monday to Sunday, each like 08:30-18:00"),
}

REFUSALS = Refusals(SENTENCES, details=DETAILS)
