"""The sentences of refusals about cases."""

from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.steps import OF_A_PERSON, CaseStep
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_, _
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    CaseReason.WORDS_MISSING: N_("What did the customer say? A complaint needs words."),
    CaseReason.LONG_AGO: N_("{at} is more than ten years ago. Type again when the case came in."),
    CaseReason.NO_COMPLAINT: N_("There is no complaint No. {number}."),
    CaseReason.FITS_NO_CAR: N_(
        "{plate} fits no car that was here, and does not look like a plate. Correct it, or press F10 again to keep it."
    ),
    CaseReason.WRONG_STATE: N_("Complaint No. {number} is {stage}: “{step}” is not possible now."),
    CaseReason.NOTE_MISSING: N_("“{step}” needs a few words: write them, then try again."),
    CaseReason.NOT_ALLOWED: N_(
        "“{step}” is for the manager on duty, the deputy or the director. Sign in as one of them."
    ),
    CaseReason.CANNOT_CLOSE: N_(
        "Complaint No. {number} cannot be closed yet: {why}. The manager may close it anyway, and says why."
    ),
    CaseReason.SAME_SEVERITY: N_("Complaint No. {number} is {severity} already. Choose the other one."),
    CaseReason.QUALITY_INCOMPLETE: N_(
        "Quality's answer needs what was found, why it came to it, and the measure that keeps it from coming back."
    ),
    CaseReason.REPORT_INCOMPLETE: N_("The closing report needs a cause, the measures and the result."),
    CaseReason.NO_REPORT_TO_READ: N_("Complaint No. {number} has no closing report that the head has still to read."),
    CaseReason.DATE_MISSING: N_("By when? For example: 16:30, tomorrow 3pm, monday, 3 days, 3-5."),
    CaseReason.DATE_PAST: N_("{at} is not in the future: it is {now} now. Right would be a later time."),
    CaseReason.DATE_FAR: N_("{at} is too far away. Type it again."),
    CaseReason.NO_CLOCK: N_("Complaint No. {number} has no such clock running."),
    CaseReason.CLOCK_MISSED: N_("“{clock}” was due at {at} and is missed: a pause would only hide it."),
    CaseReason.PAUSED_ALREADY: N_("“{clock}” is paused until {at} already. Let it run on first."),
    CaseReason.NOT_PAUSED: N_("That clock of complaint No. {number} is not paused."),
    CaseReason.BAD_SATISFACTION: N_("How satisfied is the customer? Right would be a number from 1 to 5."),
    CaseReason.NOTHING_TO_AMEND: N_("Nothing of complaint No. {number} would change."),
    CaseReason.HAS_PENALTY: N_(
        "Penalty No. {penalty} stands on complaint No. {number}: its plate and nature stay unless that is countered."
    ),
    CaseReason.NO_TEMPLATE: N_("There is no template “{name}”."),
    CaseReason.TEMPLATE_EMPTY: N_("A template needs a name and words."),
    CaseReason.WHICH_CLOCK: N_("Which clock? Right would be one of: {choices}."),
    CaseReason.WHICH_PROMISE: N_("{count} promises are running: which of them? {choices}"),
    CaseReason.PROMISE_MISSED: N_(
        "The date that was promised is over: only the manager on duty, the deputy or the director withdraws it now."
    ),
    CaseReason.ONSITE_INCOMPLETE: N_("The plan on site needs what the customer gets, and who goes with which tools."),
    CaseReason.ONSITE_UNSAID: N_("Has the customer understood, and is the customer satisfied? Choose yes or no."),
    CaseReason.NOBODY_LEAVES: N_(
        "Nobody leaves before the customer has understood and is satisfied. Only the manager on duty, the deputy or the"
        " director lets them go, and says why."
    ),
    CaseReason.LEGAL_INCOMPLETE: N_(
        "“{matter}” needs what it is called, such as the file number or the contract's name, and its next date."
    ),
    CaseReason.WHICH_ASK: N_("What is not needed any more? Right would be one of: {choices}."),
    CaseReason.NOT_TAKEN: N_("“{step}” takes no {text}. It takes: {choices}."),
    CaseReason.BAD_DOCUMENT: N_(
        "{path}: a document is a page for the browser. Right would be a name that ends in .html."
    ),
}

_STANDS = N_("“{step}” is not possible now: complaint No. {number} {why}.")

_WHY_STANDS: dict[CaseStep, str] = {
    CaseStep.INFORM: N_("has nothing its head must be told"),
    CaseStep.VISIT: N_("needs no visit"),
    CaseStep.KEEP: N_("has no promise to keep"),
    CaseStep.WITHDRAW: N_("has no promise to withdraw"),
    CaseStep.TO_QUALITY: N_("is at quality already{first}"),
    CaseStep.QUALITY: N_("waits for no answer from quality"),
    CaseStep.PASS_ON: N_("has no answer from quality to pass on"),
    CaseStep.REPORT: N_("is {to} already{first}"),
    CaseStep.DECIDE: N_("was not reported upward"),
    CaseStep.WRITE_UP: N_("has nothing spoken to write up"),
    CaseStep.PAUSE: N_("has no clock running"),
    CaseStep.RESUME: N_("has no clock paused"),
    CaseStep.FOLLOW_UP: N_("is followed up already{first}"),
    CaseStep.ASK_MATERIAL: N_("waits for technical records already{first}"),
    CaseStep.MATERIAL: N_("waits for no technical records"),
    CaseStep.ASK_LEGAL: N_("waits for legal advice already{first}"),
    CaseStep.LEGAL: N_("waits for no legal advice"),
    CaseStep.LEGAL_NEXT: N_("waits for no legal advice"),
    CaseStep.ONSITE: N_("has an on-site plan already{first}"),
    CaseStep.ONSITE_DONE: N_("has no on-site plan"),
    CaseStep.ASK_SAMPLE: N_("waits for a part already{first}"),
    CaseStep.SAMPLE_HERE: N_("waits for no part from the customer"),
    CaseStep.SAMPLE_SENT: N_("has no part to send"),
    CaseStep.SAMPLE: N_("has no part being analysed"),
    CaseStep.NOT_NEEDED: N_("waits for nothing that was asked for"),
}
"""What each step lacks in a case that has come far enough for it."""

_FOR_DIRECTOR = N_("“{step}” is for the director: the case was reported up to them. Sign in as the director.")


_WHO = N_("“{step}”: who? Choose the person, or type the name, then try again.")


def _note_missing(facts: Facts, said: Said) -> str:
    return _WHO if facts.get("step") in OF_A_PERSON else SENTENCES[CaseReason.NOTE_MISSING]


def _not_allowed(facts: Facts, said: Said) -> str:
    return _FOR_DIRECTOR if facts.get("director") else SENTENCES[CaseReason.NOT_ALLOWED]


def _wrong_state(facts: Facts, said: Said) -> str:
    return _STANDS if facts.get("stands") else SENTENCES[CaseReason.WRONG_STATE]


def _lacks(facts: Facts, said: Said) -> str:
    step = facts.get("step")
    if not isinstance(step, CaseStep) or step not in _WHY_STANDS:
        return ""
    first = _(" ({who}, {at})").format(who=said["who"], at=said["at"]) if facts.get("who") else ""
    return _(_WHY_STANDS[step]).format(first=first, to=said.get("to", ""))


def _obstacles(facts: Facts, said: Said) -> str:
    return _("{why} ({clocks})").format(why=said["why"], clocks=said["clocks"]) if said.get("clocks") else said["why"]


REFUSALS = Refusals(
    SENTENCES,
    choices={
        CaseReason.NOT_ALLOWED: _not_allowed,
        CaseReason.NOTE_MISSING: _note_missing,
        CaseReason.WRONG_STATE: _wrong_state,
    },
    facts={CaseReason.CANNOT_CLOSE: ("why", _obstacles), CaseReason.WRONG_STATE: ("why", _lacks)},
)
