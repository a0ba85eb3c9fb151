"""The sentences of refusals about playbooks and runs."""

from frontdesk.domain.people.staff import Post
from frontdesk.domain.runs.evidence import EvidenceKind, evidence_of
from frontdesk.domain.runs.reasons import PlaybookDetail, RunReason
from frontdesk.domain.values.errors import Detail, Reason
from frontdesk.words.holidays import all_missing
from frontdesk.words.i18n import N_, _
from frontdesk.words.refusals.refusals import Facts, Refusals, Said
from frontdesk.words.runs import evidence_words

SENTENCES: dict[Reason, str] = {
    RunReason.NO_PLAYBOOK: N_("There is no playbook “{text}”. Right would be one of: {choices}."),
    RunReason.BAD_PLAYBOOK: N_("{file}, line {number}: {key} = “{value}” is not right. Right would be: {right}."),
    RunReason.SAME_PLAYBOOK: N_("Playbook “{text}” says exactly that already, in its version {version}."),
    RunReason.NOT_OF_CAR: N_(
        "“{playbook}” is for a car in repair that is ready: begin it with frontdesk progress hand-back."
    ),
    RunReason.REPORTED_INSTEAD: N_(
        "“{playbook}” is begun by reporting it, so that everybody hears the alarm: Ctrl+X at any station, or frontdesk"
        " incidents report {kind} PLACE; as a drill, with --drill."
    ),
    RunReason.HOLIDAY_INSTEAD: N_(
        "“{playbook}” is begun for the days of a holiday: frontdesk holidays open, or “holiday plans” in Ctrl+P."
    ),
    RunReason.NO_RUN: N_("No run is under way for matter No. {number}. See frontdesk steps."),
    RunReason.RUN_OPEN: N_("“{text}” is under way for matter No. {number}: it is brought to its end first."),
    RunReason.NO_STEP: N_("“{text}” is no step of matter No. {number}. Right would be one of: {choices}."),
    RunReason.NO_FACT: N_("Nothing in “{playbook}” depends on “{text}”. Right would be one of: {choices}."),
    RunReason.STEP_WAITING: N_("“{step}” comes later; first: {steps}."),
    RunReason.STEP_LEFT_OUT: N_("“{step}” is only to be done where this is so: {fact}."),
    RunReason.STEP_OVER: N_("“{step}” went on until “{until}”, which {who} ended {when}."),
    RunReason.STEP_ENDED: N_("“{step}” is {state} since {when} ({who})."),
    RunReason.STEP_MANDATORY: N_("“{step}” may not be left undone. The manager can skip it and says why."),
    RunReason.NOT_YOURS: N_("“{step}” is for the {role} and those above; {name} is neither."),
    RunReason.STEP_TIME: N_("“{step}” happened between {at} and now: say when."),
    RunReason.EVIDENCE_MISSING: N_("“{step}” needs: {evidence}."),
    RunReason.OUT_OF_RANGE: N_(
        "{value} is outside {range} for “{step}”. If that was measured, say what is not in order instead."
    ),
    RunReason.CHECK_SAYS: N_(
        "“{step}” in order, or not? If not: F3, and “{words}” says what. If it is, empty the box, then Enter."
    ),
    RunReason.VALUE_NEEDLESS: N_("“{step}” needs no value, and “{value}” would be lost: leave it away."),
    RunReason.NOT_SEEN: N_("“{step}” is done once the program sees it. Still missing: {which}."),
    RunReason.ROLL_CALL_OPEN: N_("“{step}” is done once the roll call is complete: not everybody is counted yet."),
    RunReason.TIME_GIVEN: N_("“{step}” was between {at} and now: give that time, 10:05."),
    RunReason.NOT_FAILED: N_("“{step}” found nothing that waits for a measure: say first what is not in order."),
    RunReason.NO_MEASURE_OF_CAR: N_("“{step}” is put in order and done again: no car is handed back with a fault."),
    RunReason.MEASURE_NOT_YOURS: N_(
        "What “{step}” found goes to a measure: {who}, who leads it, or a manager decides that."
    ),
    RunReason.STEP_WHY: N_("“{step}”: say in a few words what is not in order, or why it is skipped."),
    RunReason.LEAD_WHY: N_("{who} leads No. {number} now: name somebody else, and say why."),
}

TYPED: dict[Reason, str] = {
    RunReason.CHECK_SAYS: N_(
        "“{step}” in order, or not? If not: frontdesk steps fail, and “{words}” says what. If it is, say nothing with"
        " it."
    ),
}

_MISSING = N_("{file}, line {number}: {key} is missing.")
_OF_ANOTHER = N_("{who} took “{step}” {when}: it is theirs, or for whoever leads or manages.")

DETAILS: dict[Detail, str] = {
    PlaybookDetail.KEY_FORM: N_("small letters and digits, a letter first, at most 30: supplier"),
    PlaybookDetail.KEY_TWICE: N_("a name that stands there once"),
    PlaybookDetail.TITLE_FORM: N_("1 to 60 characters"),
    PlaybookDetail.TITLE_TWICE: N_("a title that stands there once"),
    PlaybookDetail.STEP_COUNT: N_("1 to 60 steps"),
    PlaybookDetail.FIRST_COUNT: N_("2 to 4 lines that say what is done at once"),
    PlaybookDetail.FIRST_OF_INCIDENT: N_('nothing here, or kind = "incident"'),
    PlaybookDetail.ONE_OF: N_("one of: {choices}"),
    PlaybookDetail.NOTHING_TO_NAME: N_("nothing, for the playbook has none"),
    PlaybookDetail.NO_CYCLE: N_("an order with a beginning; these wait for each other: {choices}"),
    PlaybookDetail.NOT_IN_CHECK: N_("nothing: the items of a check have no order"),
    PlaybookDetail.DUE_FORM: N_("2 min, start + 10 min, report + 5 min or holiday - 7 d (s, min, h, d)"),
    PlaybookDetail.DUE_BEFORE: N_("a step that comes before it in after: {choices}"),
    PlaybookDetail.EACH_FORM: N_("areas, cars, or things: with one of {choices}"),
    PlaybookDetail.EACH_TITLE: N_("a title with {{area}} for areas, {{car}} for cars, {{thing}} for things, no other"),
    PlaybookDetail.REPEAT_FORM: N_("a length, 30 min (s, min, h, d)"),
    PlaybookDetail.REPEAT_UNTIL: N_("how often, and in until a step that is always done and waits not for this one"),
    PlaybookDetail.EVIDENCE_FORM: N_(
        "none, words, check, person, time, vehicle, number:200..280 kPa, choice:yes|no, or what the handbook lists"
    ),
    PlaybookDetail.ONE_ALWAYS: N_("at least one step that depends on nothing"),
    PlaybookDetail.FIELD: N_("a field that playbooks have: {choices}"),
    PlaybookDetail.TEXT: N_("a text in quotation marks"),
    PlaybookDetail.LIST: N_("a list in square brackets"),
    PlaybookDetail.YES_OR_NO: N_("true or false"),
    PlaybookDetail.MISSING: N_("that it is there"),
}


def _whose(facts: Facts, _said: Said) -> str:
    """Return why a step is not for somebody: it is another post's, or somebody has taken it."""
    return SENTENCES[RunReason.NOT_YOURS] if isinstance(facts.get("role"), Post) else _OF_ANOTHER


def _at_fault(facts: Facts, _said: Said) -> str:
    """Return what is wrong at a place of a playbook: what should stand there is not, or something else is."""
    return _MISSING if facts.get("right") is PlaybookDetail.MISSING else SENTENCES[RunReason.BAD_PLAYBOOK]


def _evidence(facts: Facts, _said: Said) -> str:
    asked = evidence_of(str(facts.get("evidence", "")))
    if asked is None:
        return "—"
    said = evidence_words(asked)
    return _("a number, {range}").format(range=said) if asked.kind is EvidenceKind.NUMBER else said


def _range(facts: Facts, _said: Said) -> str:
    asked = evidence_of(str(facts.get("evidence", "")))
    return evidence_words(asked) if asked else "—"


def _not_seen(facts: Facts, _said: Said) -> str:
    """Return what is missing of what the program sees by itself."""
    missing = facts.get("missing")
    return all_missing(missing) if isinstance(missing, tuple) else "—"


REFUSALS = Refusals(
    SENTENCES,
    details=DETAILS,
    typed=TYPED,
    choices={RunReason.NOT_YOURS: _whose, RunReason.BAD_PLAYBOOK: _at_fault},
    facts={
        RunReason.EVIDENCE_MISSING: ("evidence", _evidence),
        RunReason.OUT_OF_RANGE: ("range", _range),
        RunReason.NOT_SEEN: ("which", _not_seen),
    },
)
