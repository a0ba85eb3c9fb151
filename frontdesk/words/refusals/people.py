"""The sentences of refusals about the staff list and duty."""

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    PeopleReason.NO_NAME: N_("A person needs a name."),
    PeopleReason.NUMBER_IN_NAME: N_("There is a phone number in the name: it goes into “phone”."),
    PeopleReason.NO_OPERATOR: N_("Who does this? Choose the operator first (Ctrl+O, or --by NAME)."),
    PeopleReason.UNKNOWN_PERSON: N_("{name} is not on the staff list."),
    PeopleReason.ALREADY_STAFF: N_("{name} is on the staff list already."),
    PeopleReason.SHIFT_FAR: N_("{at} is too far away for a duty to begin. Type it again."),
    PeopleReason.SAME_PERSON: N_("Nothing of {name} would change: say another post or phone number."),
    PeopleReason.NOT_FOR_POST: N_(
        "{name} is a {post}, and cannot be {role}: choose an advisor, the supervisor, a manager or a director."
    ),
    PeopleReason.BAD_SHIFT: N_("A duty ends after it starts, and within 31 days. Right would be an end like 18:00."),
    PeopleReason.NO_DUTY: N_("Nobody is set as {role} now; whoever has the post by the staff list stands in."),
    PeopleReason.NOT_BY_GATE: N_("A camera at the gate only reports cars that come and leave."),
    PeopleReason.NOT_BY_SHELL: N_("This needs the person's own PIN at a station; it cannot be typed as a command."),
    PeopleReason.NOT_YOUR_POST: N_("{name} ({post}) may not do this here. Somebody who may has to sign in first."),
    PeopleReason.NOT_FOR_YOU: N_(
        "A PIN is given by the manager, the deputy on duty or a director; to a director, by a director."
    ),
    PeopleReason.SIGN_IN_FIRST: N_("This needs {name}'s PIN. Type it, then press the key once more."),
    PeopleReason.PIN_AGAIN: N_("This needs {name}'s PIN again. Type it, then press the key once more."),
    PeopleReason.PIN_WRONG: N_("Not signed in: the name or the PIN is not right."),
    PeopleReason.PIN_NONE: N_("{name} has no PIN yet. A manager gives one: Ctrl+O, F6."),
    PeopleReason.PIN_WAIT: N_(
        "Too many wrong PINs: the next try is at {at}. Sooner with a new PIN from a manager (Ctrl+O, F6), or by"
        " frontdesk staff pin NAME on the machine that keeps the database."
    ),
    PeopleReason.PIN_WEAK: N_(
        "This PIN is too easy to guess. Right would be {digits} digits: no run, no repeats, no date, no phone number."
    ),
    PeopleReason.PIN_SAME: N_("The new PIN is the old one. Choose another."),
    PeopleReason.PIN_FIRST: N_("This PIN was given to {name}: choose one of your own first."),
    PeopleReason.PIN_GONE: N_(
        "The file with the key of the PINs is not beside this database (a copy was put in its place): new PINs have to"
        " be given, with frontdesk staff pin NAME on this machine."
    ),
    PeopleReason.NO_PINS_YET: N_(
        "Nobody who runs the service has a PIN yet, and nobody could sign anything. First give one to a manager or a"
        " director: frontdesk staff pin NAME, or F6 in the list of Ctrl+O."
    ),
}

TYPED: dict[Reason, str] = {
    PeopleReason.NO_OPERATOR: N_("Who does this? Say it with --by NAME."),
    PeopleReason.NOT_YOUR_POST: N_(
        "{name} ({post}) may not do this here. Right would be somebody who may, with --by NAME, or at a station."
    ),
    PeopleReason.PIN_NONE: N_("{name} has no PIN yet. To give one: frontdesk staff pin {name}."),
}
"""What is said where there are no keys to press."""

_WHO = N_("Who? Type the name as it stands on the staff list.")


def _unknown(facts: Facts, _said: Said) -> str:
    return SENTENCES[PeopleReason.UNKNOWN_PERSON] if facts.get("name") else _WHO


REFUSALS = Refusals(SENTENCES, typed=TYPED, choices={PeopleReason.UNKNOWN_PERSON: _unknown})
