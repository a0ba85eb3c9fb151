"""The sentences of refusals about shifts, absences and the roster."""

from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_, _
from frontdesk.words.refusals.refusals import Facts, Refusals, Said
from frontdesk.words.trainings import certificate_word

SENTENCES: dict[Reason, str] = {
    RosterReason.TWO_SHIFTS: N_("{name} has a shift on {day} already: one a day. Set that day free first."),
    RosterReason.ABSENT: N_("{name} is away on {day} ({why})."),
    RosterReason.NOT_THEIR_POST: N_("{name} is a {post} and is not put down as {role}."),
    RosterReason.NO_CERTIFICATE: N_("{name} lacks the certificate this shift asks for: {certificate}."),
    RosterReason.CERTIFICATE_ENDED: N_(
        "{name}'s certificate is valid until {day} only: {certificate}. Once it is renewed, put its new last day on"
        " record: frontdesk trainings certificate."
    ),
    RosterReason.REST_TOO_SHORT: N_(
        "{name} would rest only {hours} between this shift and that of {day}; at least 11 hours are needed."
    ),
    RosterReason.SEVENTH_DAY: N_("{name} would work more than 6 days in a row. One of the days around has to be free."),
    RosterReason.KEPT_FREE: N_("{name} was set free that day."),
    RosterReason.COULD: N_("{name} is free."),
    RosterReason.BAD_SHIFT_TIMES: N_(
        "“{text}” is not from when until when. Right would be 08:00 16:30, or over midnight 20:00 07:00."
    ),
    RosterReason.SHIFT_KEY: N_(
        "“{text}” is no short name. Right would be small letters and digits, like early or day2."
    ),
    RosterReason.NO_SHIFT: N_("There is no shift “{text}”. Right would be one of: {choices}."),
    RosterReason.SHIFT_TAKEN: N_(
        "“{text}” is or was a shift of {times}, and rosters tell of it. Choose another short name for other times."
    ),
    RosterReason.SHIFT_SAME: N_("“{text}” is on the list just so already."),
    RosterReason.NO_SHIFTS: N_("No shift is on the list: frontdesk shifts add early 08:00 16:30."),
    RosterReason.NO_ABSENCE: N_("There is no absence No. {number} that holds. See frontdesk absences."),
    RosterReason.ABSENCE_DAYS: N_(
        "From {first} to {last} is no absence: the last day is not before the first, within a year."
    ),
    RosterReason.ABSENCE_WHY: N_("Why is {name} away? One word is enough: holiday, sick, training."),
    RosterReason.ABSENT_ALREADY: N_("{name} is entered from {first} to {last} already ({why}, No. {number})."),
    RosterReason.NO_ROSTER: N_("There is no roster {number}. Begin one: frontdesk roster plan FIRST LAST."),
    RosterReason.ROSTER_DAYS: N_(
        "A roster goes from today or later to a day not before it, at most {most} days; {first} to {last} does not."
    ),
    RosterReason.ROSTER_OVERLAPS: N_("Roster No. {number} ({state}) has days of these already: {first} to {last}."),
    RosterReason.ROSTER_STATE: N_("Roster No. {number}: {state}. That is not possible with it now."),
    RosterReason.PUBLISHED_STAYS: N_(
        "Roster No. {number} is published: nobody is simply set free in it. Only a swap, an absence or somebody who"
        " takes over changes it."
    ),
    RosterReason.ROSTER_BREACH: N_(
        "{name} cannot work what is planned for {day} ({why}). Set that day anew, or have it proposed again."
    ),
    RosterReason.BAD_NEED: N_("A need is a number from 0 to {most}, with a word why."),
    RosterReason.NEED_DAYS: N_("From {first} to {last} is no day: the last day is not before the first."),
    RosterReason.NEED_UNSAID: N_(
        "How many the shift {text} needs on {day} ({post}) is not said yet: say the number too."
    ),
    RosterReason.NEED_SAME: N_("These shifts need just so many already."),
    RosterReason.ALREADY_SO: N_("{name} is down for just that on {day} already."),
    RosterReason.NOT_ROSTERED: N_("Nothing is planned there: {name} {day}."),
    RosterReason.DAY_OVER: N_("{day} is over: what was worked then does not change any more."),
    RosterReason.NOT_YOUR_SHIFT: N_("{name} is neither of the two who swap, and does not run the service."),
    RosterReason.SWAP_SAME: N_("{name} cannot swap with themselves."),
    RosterReason.SWAP_ASKED: N_("{name} asked for this swap already; now {who} has to agree, or the manager says so."),
    RosterReason.NOTHING_TO_PLAN: N_("Roster No. {number} has nothing in it yet: say what its shifts need first."),
    RosterReason.NOBODY_PLANNED: N_(
        "Nobody is put down in roster No. {number} yet: set shifts by hand or have it proposed, then submit it."
    ),
    RosterReason.PLANNING_EXTRA: N_(
        "A proposal needs OR-Tools, which finds the fairest roster that keeps every rule: pip install"
        " 'frontdesk[planning]'. Setting shifts by hand works without it, by the same rules."
    ),
    RosterReason.ROSTER_ENDING: N_(
        "{path} is no name for it. Right would be one that ends in .html, .csv, .xlsx or .ics."
    ),
    RosterReason.PLAN_CHANGED: N_("Roster No. {number} has changed since it was proposed. Have it proposed again."),
}

WHY: dict[Reason, str] = {
    RosterReason.TWO_SHIFTS: N_("has a shift that day"),
    RosterReason.ABSENT: N_("away"),
    RosterReason.NOT_THEIR_POST: N_("another post"),
    RosterReason.NO_CERTIFICATE: N_("no certificate"),
    RosterReason.CERTIFICATE_ENDED: N_("certificate ended"),
    RosterReason.REST_TOO_SHORT: N_("less than 11 hours of rest"),
    RosterReason.SEVENTH_DAY: N_("6 days in a row already"),
    RosterReason.KEPT_FREE: N_("set free"),
    RosterReason.COULD: N_("is free to come"),
}


def _hours(facts: Facts, _said: Said) -> str:
    rest = facts.get("rest", 0)
    minutes = rest if isinstance(rest, int) else 0
    return _("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)


def _certificate(facts: Facts, _said: Said) -> str:
    return certificate_word(str(facts.get("certificate", "")))


REFUSALS = Refusals(
    SENTENCES,
    why=WHY,
    facts={
        RosterReason.REST_TOO_SHORT: ("hours", _hours),
        RosterReason.NO_CERTIFICATE: ("certificate", _certificate),
        RosterReason.CERTIFICATE_ENDED: ("certificate", _certificate),
    },
)
