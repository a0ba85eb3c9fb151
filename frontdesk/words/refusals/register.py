"""The sentences of refusals about the register."""

from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.things import ThingState
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    RegisterReason.AREA_NAME: N_("What is the area called? Right would be 1 to {right} characters."),
    RegisterReason.NO_AREA: N_("There is no area “{text}”. Right would be one of frontdesk areas."),
    RegisterReason.TOO_MANY_AREAS: N_("There are {right} areas, and there may be no more: rename one of them."),
    RegisterReason.NAME_TAKEN: N_("“{name}” is on the list already: choose a name that nothing else has."),
    RegisterReason.MEMBER_TWICE: N_("{name} is named twice; each person is in a team once."),
    RegisterReason.NOT_IN_TEAM: N_("{name} is not in this team."),
    RegisterReason.TEAM_FULL: N_("A team has at most {right} people."),
    RegisterReason.THING_NAME: N_("What is it called? Right would be 1 to {right} characters: extinguisher 03."),
    RegisterReason.THING_NUMBER: N_("“{text}” is not right: 0 to {right}, whole pieces."),
    RegisterReason.THING_LEAST: N_("For {name} it is said how many are the least, but not how many there are."),
    RegisterReason.THING_DAY: N_(
        "{day} cannot be the last day of use. Right would be a day from 2000 on, at most {years} years ahead."
    ),
    RegisterReason.THING_WORDS: N_("Say in a few words what it is about: {name}."),
    RegisterReason.RENEWED_PAST: N_("{day} is over: what was renewed can be used until a day that is to come."),
    RegisterReason.NOT_COUNTED: N_("{name} is not counted. To count it, say first how many there are to be."),
    RegisterReason.TOO_MANY_THINGS: N_("There are {right} things on the register; more than that it does not hold."),
    RegisterReason.NO_THING: N_("There is nothing called “{text}” on the register."),
    RegisterReason.WHICH_THING: N_("“{text}” fits several: {choices}. Say the whole name, or the number."),
    RegisterReason.THING_FAULTY: N_(
        "{name} may not be used: {why} ({who}, {when}). Once it is in order, somebody at the desk or of the supplies"
        " team says so in the register."
    ),
    RegisterReason.NOT_FAULTY: N_("{name} is not out of order."),
    RegisterReason.FAULTY_ALREADY: N_("{who} said {when} that {name} is out of order."),
    RegisterReason.STILL_OUT: N_("{name} is out ({who}, {when}): it has to be brought back first."),
    RegisterReason.NOT_OUT: N_("{name} is not out."),
    RegisterReason.IS_RETIRED: N_("{name} is not used any more. To use it again: frontdesk things again."),
    RegisterReason.NOT_RETIRED: N_("{name} is in use."),
    RegisterReason.CONTACT_NAME: N_("Who is it? Right would be a name of 1 to {right} characters."),
    RegisterReason.CONTACT_TAKEN: N_("{name} is on the list already with this number."),
    RegisterReason.NO_CONTACT: N_("There is no contact “{text}” on the list."),
    RegisterReason.WHICH_CONTACT: N_("“{text}” fits several contacts: {choices}. Say the last word of one of these."),
    RegisterReason.TOO_MANY_CONTACTS: N_("There are {right} contacts on the list; more than that it does not hold."),
    RegisterReason.EMERGENCY_NUMBER: N_("{number} is an emergency number: it is not rung to try it."),
    RegisterReason.NUMBERLESS_CONTACT: N_("There is no number of {name} to ring: write it down first."),
    RegisterReason.NOBODY_TO_CALL: N_(
        "There is nobody to call: put people on the staff list and contacts on the contact list first."
    ),
    RegisterReason.BAD_LIST_OF_THINGS: N_("{path} is not a list of things: {detail}"),
    RegisterReason.BAD_LIST_OF_CONTACTS: N_("{path} is not a list of contacts: {detail}"),
    RegisterReason.TWICE_IN_LIST: N_("The same stands further up in the list; the first of them was taken."),
    RegisterReason.CELL_NO_AREA: N_("“{column}” is “{text}”, which is no area of the store: see frontdesk areas."),
    RegisterReason.CELL_NO_DAY: N_(
        "“{column}” is “{text}”, which is no day with its year. Right would be 2027-06-30, or 2027-06 for its last day."
    ),
    RegisterReason.SAME_AS_BEFORE: N_("Nothing would change: {name}."),
}

_UNFIT = {
    ThingState.OUT: N_("{name} is out: {why} ({who}, {when}). It has to be brought back first."),
    ThingState.EXPIRED: N_("{name} may not be used: its last day was {day}. It has to be renewed first."),
    ThingState.RETIRED: N_("{name} is not used any more. To use it again: frontdesk things again."),
}
_BY_A_CHECK = N_(
    "{name} may not be used: {why} ({who}, {when}, No. {number}). The next check that finds it in order lifts that, or"
    " somebody at the desk or of the supplies team."
)
_OUT_FOR = N_("{name} is out for No. {number} ({who}, {when}). It has to be brought back first.")


def _unfit(facts: Facts, _said: Said) -> str:
    """Return why a thing may not be used, by how it stands."""
    state, number = facts.get("state"), facts.get("number")
    if number is not None:
        return _OUT_FOR if state is ThingState.OUT else _BY_A_CHECK
    known = _UNFIT.get(state) if isinstance(state, ThingState) else None
    return known or SENTENCES[RegisterReason.THING_FAULTY]


REFUSALS = Refusals(SENTENCES, choices={RegisterReason.THING_FAULTY: _unfit})
