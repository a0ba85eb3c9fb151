"""The sentences of refusals about the customer file."""

from frontdesk.domain.customers.reasons import CustomerReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    CustomerReason.UNKNOWN_AREA: N_(
        "“{text}” is no area. Right would be {right}, the first two characters of a plate, or a province like Jiangsu."
    ),
    CustomerReason.BAD_PLACE: N_(
        "“{text}” is no place in the list. Right would be what stands behind --after at the end of the page before."
    ),
    CustomerReason.FIND_WHAT: N_(
        "Who is to be found? Say part of a plate or a name, initials, or the last four digits of a phone."
    ),
    CustomerReason.NUMBERS_WHY: N_("Say with --why what the phone numbers are needed for: it goes on record."),
}

REFUSALS = Refusals(SENTENCES)
