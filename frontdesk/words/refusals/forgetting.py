"""The sentences of refusals about forgetting a customer."""

from frontdesk.domain.forgetting.reasons import ForgetReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    ForgetReason.NOBODY_NAMED: N_(
        "Who is to be forgotten? Say --phone, --plate or --case; a name alone may be several people's."
    ),
    ForgetReason.NOBODY_FOUND: N_("No case and no half-filled form is of this customer: nothing is to be forgotten."),
    ForgetReason.CASES_OPEN: N_(
        "Not forgotten: complaint No. {numbers} is open, its deadlines run, and somebody has to reach the customer."
        " Close it first."
    ),
    ForgetReason.NOT_FOR_YOU: N_("Forgetting a customer is for a manager, the deputy or the director (--by NAME)."),
    ForgetReason.NOT_CONFIRMED: N_("Nothing was forgotten. To do it without being asked, say --yes."),
}

REFUSALS = Refusals(SENTENCES)
