"""The sentences of refusals about typed values."""

from frontdesk.domain.values.errors import Reason
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    ValueReason.NO_PLATE: N_("Which car? Type its plate, or part of it."),
    ValueReason.PLATE_TOO_LONG: N_(
        "“{text}” has {count} characters; no plate has more than {right}. Type one plate, a time only behind a space."
    ),
    ValueReason.PLATE_UNREAD: N_("In “{text}” a character was not read. Look again, and type the whole plate."),
    ValueReason.UNREADABLE_TIME: N_("“{text}” is not a time. Right would be 10:05, 10:05:30 or 2026-03-02T10:05."),
    ValueReason.TIME_FAR: N_("“{text}” is too far away. Right would be a time in the years {first} to {last}."),
    ValueReason.IN_FUTURE: N_("{at} is in the future: it is {now} now."),
    ValueReason.BAD_PHONE: N_(
        "“{text}” is not a phone number. Right would be 138 0013 8000 (11 digits) or 0512-6280 0000."
    ),
    ValueReason.TEXT_TOO_LONG: N_("The text has {count} characters. Right would be {right} at most: shorten it."),
    ValueReason.UNKNOWN_CHOICE: N_("“{text}” is not known here. Possible: {choices}."),
}

REFUSALS = Refusals(SENTENCES)
