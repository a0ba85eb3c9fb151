"""The sentences of refusals about the set-up."""

from frontdesk.domain.setup.reasons import SetupReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    SetupReason.NO_STORE_NAME: N_("The store needs a name. Right would be what stands on its documents."),
    SetupReason.EMPTY_PROVINCE: N_("The province is missing. Right would be a name like Guangdong, or its character."),
    SetupReason.NO_PROVINCE: N_("“{text}” is no province. Right would be a name like Guangdong, or its character."),
    SetupReason.EMPTY_BAYS: N_("The bays are missing. Right would be their names with a blank between them: 1 2 3."),
    SetupReason.BAD_BAYS: N_(
        "“{text}”: right would be 1 to 60 names with a blank between them, like 1 2 3; none twice."
    ),
    SetupReason.TAKEN_BAY_NAME: N_(
        "“{text}” already means another place. Right would be another name, like 1 or East."
    ),
    SetupReason.BAD_HOURS: N_("“{text}” is not right. Right would be 8:30-18:00, or nothing for a day that is closed."),
    SetupReason.NEVER_OPEN: N_("The store is closed on all seven days. Right would be 8:30-18:00 on one of them."),
    SetupReason.BAD_CLOSED_DAY: N_(
        "“{text}” is no day. Right would be 2026-02-17, or 2026-02-16~2026-02-22 for a whole week."
    ),
    SetupReason.NOBODY_TO_CORRECT: N_("Nobody is on the list yet. Whoever is typed can be corrected right here."),
    SetupReason.NO_MANAGER: N_("Nobody is service manager yet. Put one on the list: prompts go to that person first."),
    SetupReason.NO_STATION: N_("Choose which station this is: 1, 2, 3 or 4."),
    SetupReason.ALREADY_SET_UP: N_(
        "The store is set up already: {path}. What was set is changed at the manager console"
        " (Ctrl+W, people: Ctrl+O), or with frontdesk policy and frontdesk staff."
    ),
}

REFUSALS = Refusals(SENTENCES)
