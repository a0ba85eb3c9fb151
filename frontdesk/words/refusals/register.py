"""The sentences of refusals about the register."""

from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    RegisterReason.AREA_NAME: N_("What is the area called? Right would be 1 to {right} characters."),
    RegisterReason.NO_AREA: N_("There is no area “{text}”. Right would be one of frontdesk areas."),
    RegisterReason.TOO_MANY_AREAS: N_("There are {right} areas, and there may be no more: rename one of them."),
    RegisterReason.NAME_TAKEN: N_("“{name}” is on the list already: choose a name that nothing else has."),
    RegisterReason.MEMBER_TWICE: N_("{name} is named twice; each person is in a team once."),
    RegisterReason.NOT_IN_TEAM: N_("{name} is not in this team."),
    RegisterReason.TEAM_FULL: N_("A team has at most {right} people."),
    RegisterReason.SAME_AS_BEFORE: N_("Nothing would change: {name}."),
}

REFUSALS = Refusals(SENTENCES)
