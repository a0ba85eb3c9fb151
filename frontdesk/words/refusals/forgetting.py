"""The sentences of refusals about forgetting a customer, and about records whose term is over."""

from frontdesk.domain.forgetting.reasons import ForgetReason
from frontdesk.domain.retention.reasons import RetentionReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals
from frontdesk.words.times import years

SENTENCES: dict[Reason, str] = {
    ForgetReason.NOBODY_NAMED: N_(
        "Who is to be forgotten? Say --phone, --plate or --case; a name alone may be several people's."
    ),
    ForgetReason.NOBODY_FOUND: N_(
        "Nothing is on record of this customer: no case, no appointment, no repair with words, no message and no"
        " half-filled form. Look the number or the plate up again."
    ),
    ForgetReason.ALL_GONE: N_(
        "Nothing is to be forgotten: no name, no number and no words are left in complaint No. {numbers}."
    ),
    ForgetReason.STILL_BOOKED: N_(
        "The customer may still come for appointment No. {numbers}. Call it off first, then nobody waits for them."
    ),
    ForgetReason.MATTERS_OPEN: N_(
        "Not forgotten: meeting, rescue or order No. {numbers} is not over."
        " Do what is owed, cancel it, or close it first."
    ),
    ForgetReason.STILL_IN_REPAIR: N_(
        "Not forgotten: {plates} is still in repair, and its customer waits for word. Hand the car back first."
    ),
    ForgetReason.CASES_OPEN: N_(
        "Not forgotten: complaint No. {numbers} is open, its deadlines run, and somebody has to reach the customer."
        " Close it first."
    ),
    ForgetReason.MESSAGES_OPEN: N_(
        "Not forgotten: message No. {numbers} is still to be told to this customer. Tell it or take it back first."
    ),
    ForgetReason.NOT_FOR_YOU: N_("Forgetting a customer is for a manager, the deputy or the director (--by NAME)."),
    ForgetReason.NOT_CONFIRMED: N_("Nothing was forgotten. To do it without being asked, say --yes."),
    RetentionReason.KEPT_UNTIL: N_(
        "Nothing was taken out: {kind} are kept for {time} in full. Right today would be --before {right} at the"
        " latest."
    ),
    RetentionReason.NOTHING_TO_PURGE: N_(
        "Of {kind} that ended before {before} nothing is to be taken out: no name, no number, no words."
    ),
    RetentionReason.PURGE_UNSIGNED: N_(
        "The list is submitted as matter No. {number} and not signed yet: the {role} signs it"
        " (frontdesk sign {number})."
    ),
    RetentionReason.PURGE_UNCONFIRMED: N_(
        "{who} approved matter No. {number} by phone: what cannot be undone waits until they confirm it in person"
        " (frontdesk confirm {number})."
    ),
    RetentionReason.OTHER_PURGE: N_(
        "{kind} up to {before} are submitted already as matter No. {number}: carry that out first, or close it"
        " (frontdesk matters close {number} --why)."
    ),
}

REFUSALS = Refusals(
    SENTENCES, facts={RetentionReason.KEPT_UNTIL: ("time", lambda facts, _said: years(int(str(facts.get("years", 0)))))}
)
