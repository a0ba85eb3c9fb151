"""The sentences of refusals about appointments, and about the files they come from."""

from frontdesk.domain.appointments.reasons import AppointmentReason, BookFileReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    AppointmentReason.NO_APPOINTMENT: N_("There is no appointment No. {number}. See frontdesk appointments."),
    AppointmentReason.SLOT_FULL: N_(
        "The half hour from {when} has {booked} of {capacity} appointments: with one more the risk of an over-count is"
        " {risk}%. Next best: {times}. Say so again (F10, or --above) to book it above capacity."
    ),
    AppointmentReason.BOOKED_ALREADY: N_(
        "{plate} is booked for that day already: No. {number}, {when}. Move that one, or call it off first."
    ),
    AppointmentReason.APPOINTMENT_STATE: N_(
        "Appointment No. {number} of {when} is “{state}”: nothing more is done with it. Right would be a new one."
    ),
    AppointmentReason.BOOKED_IN_PAST: N_("{when} is over. Right would be a time that is still to come."),
    AppointmentReason.TOO_SOON: N_("{when} is too soon: by the policy the first time that can be booked is {begun}."),
    AppointmentReason.TOO_FAR: N_("{when} is too far ahead: by the policy at most {days} days ahead are booked."),
    AppointmentReason.NOT_OPEN: N_("At {when} the store is closed. Right would be {right}."),
    AppointmentReason.NOBODY_BOOKED: N_("Who comes? Right would be a plate, a name or a phone number."),
    AppointmentReason.BAD_MINUTES: N_("{count} minutes is no usual length. Right would be {least} to {most}."),
    AppointmentReason.OTHER_CAR: N_("Appointment No. {number} is for {plate}, not for {other}."),
    AppointmentReason.CAR_NOT_HERE: N_(
        "{plate} has not arrived yet. Let it arrive first (F2 at the gate, frontdesk arrive), then say it again."
    ),
    AppointmentReason.VISIT_TAKEN: N_("{plate} is here for appointment No. {number} of {when} already."),
    AppointmentReason.CAPACITY_WHY: N_("Why is it another number? Say it in a few words."),
    AppointmentReason.BAD_CAPACITY: N_("{count} is no capacity of a half hour. Right would be 0 to {most}."),
    AppointmentReason.NO_SLOT: N_(
        "{text} is no half hour in which the store is open. Right would be a full or half hour, like 09:30."
    ),
    AppointmentReason.NO_TIME: N_("{day}: at what time? Right would be 5-30 9:30 or tomorrow 9:30."),
    AppointmentReason.SAME_TIME: N_("Appointment No. {number} is for {when} already."),
    BookFileReason.BAD_BOOK: N_("{path} is not a table of appointments: {detail}"),
    BookFileReason.BAD_CALENDAR: N_("{path} cannot be read as a calendar (.ics): {text}"),
    BookFileReason.BAD_BOOK_ENDING: N_("{path}: the ending says the format. Right would be .csv, .xlsx or .ics."),
    BookFileReason.ALL_DAY: N_(
        "“{text}” lasts all day: nobody knows when the car comes. Right would be an entry with a time of day."
    ),
    BookFileReason.NO_START: N_("“{text}” says no time. Right would be an entry with a beginning (DTSTART)."),
    BookFileReason.BAD_RULE: N_(
        "“{text}” repeats itself by a rule that cannot be read. Right would be one like FREQ=WEEKLY;BYDAY=MO."
    ),
    BookFileReason.UID_TWICE: N_(
        "“{text}” stands in the file twice and says different things, in the same version. Right would be once."
    ),
    BookFileReason.HELD_OFF: N_(
        "The desk has called No. {number} of {when} off: not taken. Only a higher version in the file changes it."
    ),
    BookFileReason.HELD_MOVED: N_(
        "The desk has moved No. {number} to {when}: not taken. Only a higher version in the file changes it."
    ),
    BookFileReason.UNKNOWN_ZONE: N_(
        "“{text}” is in the time zone {zone}, which is none that is known. Right would be one like Asia/Shanghai."
    ),
    BookFileReason.NO_UID: N_("“{text}” has no UID to know it by next time. Right would be an entry with one (UID)."),
    BookFileReason.CELL_NO_NUMBER: N_("“{column}” is “{text}”. Right would be a whole number, {least} to {most}."),
}

_NO_PLATE = N_(
    "Appointment No. {number} was booked without a plate. Let its car arrive first (F2 at the gate), then say which it"
    " is: frontdesk appointments arrived {number} --plate and the plate."
)
_CLOSED_ALL_DAY = N_("On {when} the store is closed all day. The next day it opens is {following}.")


def _not_open(facts: Facts, said: Said) -> str:
    return SENTENCES[AppointmentReason.NOT_OPEN] if facts.get("right") else _CLOSED_ALL_DAY


def _not_here(facts: Facts, said: Said) -> str:
    return SENTENCES[AppointmentReason.CAR_NOT_HERE] if facts.get("plate") else _NO_PLATE


def _no_times(facts: Facts, said: Said) -> str:
    return said["times"] or "—"


REFUSALS = Refusals(
    SENTENCES,
    choices={AppointmentReason.NOT_OPEN: _not_open, AppointmentReason.CAR_NOT_HERE: _not_here},
    facts={AppointmentReason.SLOT_FULL: ("times", _no_times)},
)
