"""The sentences of what is refused: the policy."""

from frontdesk.domain.policy.reasons import PolicyReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    PolicyReason.BAY_IN_USE: N_("{place} cannot go away or shrink now: {plate} stands there."),
}

REFUSALS = Refusals(SENTENCES)
