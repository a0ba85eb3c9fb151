"""The sentences of refusals about incidents."""

from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Facts, Refusals, Said
from frontdesk.words.register import area_word

SENTENCES: dict[Reason, str] = {
    IncidentReason.NO_INCIDENT: N_("There is no incident No. {number}. See frontdesk incidents."),
    IncidentReason.NO_PLACE: N_("“{text}” is no place of the store. Right would be one of: {choices}."),
    IncidentReason.INCIDENT_OVER: N_("Incident No. {number} is over since {when} ({who})."),
    IncidentReason.JOINED: N_("It was reported before: this is joined to it."),
    IncidentReason.REAL_INCIDENT: N_(
        "No drill now: incident No. {number} ({kind}, {area}) is real. Begin the drill when it is over."
    ),
    IncidentReason.COMMAND_YOURS: N_("You have the command of incident No. {number} since {when}."),
    IncidentReason.COMMAND_TAKEN: N_(
        "{who} has the command of incident No. {number} since {when}. Somebody of a higher post can take it over, or"
        " {who} hands it over."
    ),
    IncidentReason.COMMAND_FOR: N_(
        "{who} is at a station and takes the command of incident No. {number}; from {at} on anybody does."
    ),
    IncidentReason.NO_COMMAND: N_("Nobody has the command of incident No. {number} yet: take it first."),
    IncidentReason.ONLY_COMMAND: N_("{who} has the command of incident No. {number}: that is for {who} to say."),
    IncidentReason.SAME_LEVEL: N_("Incident No. {number} is rated so already: {level}."),
    IncidentReason.LEVEL_WHY: N_("Say why incident No. {number} is less grave now."),
    IncidentReason.NOTHING_SAID: N_("Say what is known of incident No. {number}: a line, or how many are hurt."),
    IncidentReason.HURT_NUMBER: N_("How many are hurt? Right would be a number from 0 to {most}."),
    IncidentReason.CONTAINED: N_("Incident No. {number} is contained since {when} ({who})."),
    IncidentReason.NOT_ENDED: N_("Incident No. {number} cannot be declared over yet: {obstacles}."),
    IncidentReason.NOT_A_MISTAKE: N_(
        "Only who reported incident No. {number}, at the same station and within {seconds} s, or who has the command"
        " takes it back. The command declares it over."
    ),
    IncidentReason.REPORTED_TOO: N_(
        "{who} reported incident No. {number} too: only the command says that there is nothing."
    ),
    IncidentReason.BY_COMMAND: N_("An incident is answered by taking command: frontdesk incidents command {number}."),
}

_WAS = {
    Outcome.MISTAKE: N_("Incident No. {number} was a mistake: {who} took it back {when}."),
    Outcome.STOPPED: N_("Drill No. {number} was stopped {when}, because something really went wrong."),
}


def _over(facts: Facts, _said: Said) -> str:
    usual, outcome = SENTENCES[IncidentReason.INCIDENT_OVER], facts.get("outcome")
    return _WAS.get(outcome, usual) if isinstance(outcome, Outcome) else usual


def _area(facts: Facts, _said: Said) -> str:
    return area_word(str(facts.get("area", "")))


REFUSALS = Refusals(
    SENTENCES,
    choices={IncidentReason.INCIDENT_OVER: _over},
    facts={IncidentReason.REAL_INCIDENT: ("area", _area)},
)
