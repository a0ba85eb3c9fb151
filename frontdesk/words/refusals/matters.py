"""The sentences of refusals about matters, approvals, measures and the monthly review."""

from frontdesk.domain.approvals.reasons import ApprovalReason
from frontdesk.domain.matters.matter import NEVER_LEFT
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.measures.reasons import MeasureReason
from frontdesk.domain.review.reasons import ReviewReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_, _
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    MatterReason.NO_MATTER: N_("There is no matter No. {number}. See frontdesk matters."),
    MatterReason.MATTER_CLOSED: N_("Matter No. {number} was closed by {who} {when}: nothing more is owed for it."),
    MatterReason.MATTER_OPEN: N_(
        "Matter No. {number} cannot be closed yet: {obstacles}. The manager can close it all the same and says why."
    ),
    MatterReason.DUE_ENDED: N_("“{due}” is not owed for matter No. {number} any more."),
    MatterReason.DUE_PAST: N_("Right for “{due}” would be another time that is still to come."),
    MatterReason.DUE_FAR: N_("Right for “{due}” would be a time within a year."),
    MatterReason.DUE_WHY: N_("Say why “{due}” is done later."),
    ApprovalReason.NO_APPROVAL: N_("Nothing is to be signed for matter No. {number}."),
    ApprovalReason.APPROVAL_DECIDED: N_("What was to be signed for matter No. {number} is {state} since {when}."),
    ApprovalReason.OWN_REQUEST: N_("{who} wrote or submitted matter No. {number}: somebody else signs it."),
    ApprovalReason.SIGNED_TWICE: N_("{who} has signed for matter No. {number} already: another person signs next."),
    ApprovalReason.NOT_THE_ROLE: N_("Matter No. {number} is now to be signed by the {role}; {who} is not."),
    ApprovalReason.TEXT_CHANGED: N_(
        "Since matter No. {number} was submitted, this has changed: {fields}. It has to be submitted again."
    ),
    ApprovalReason.SUBMITTED_ANEW: N_(
        "Matter No. {number} was submitted anew since you opened it. Read it again, then sign."
    ),
    ApprovalReason.REJECTED_WHY: N_("Say why matter No. {number} is rejected, or what has to be different."),
    ApprovalReason.NOTHING_TO_CONFIRM: N_("{who} has approved nothing by phone for matter No. {number}."),
    ApprovalReason.IN_PERSON_ONLY: N_("Matter No. {number} is signed in person, not by phone."),
    ApprovalReason.ON_THE_PHONE: N_(
        "What {who} approves by phone is taken down by somebody else than {names}, and with the words they said."
    ),
    MeasureReason.NO_MEASURE: N_("There is no measure No. {number}. See frontdesk measures."),
    MeasureReason.MEASURE_STATE: N_(
        "Measure No. {number} is {state} since {when} ({who}): “{act}” is not possible now."
    ),
    MeasureReason.MEASURE_WHAT: N_("What is to change? Say it in one line."),
    MeasureReason.NO_OWNER: N_("Who sees to measure No. {number}? Choose somebody on the staff list."),
    MeasureReason.NO_METRIC: N_("“{text}” is nothing that is measured. Right would be one of: {choices}."),
    MeasureReason.BAD_EXPECTED: N_(
        "What is expected of measure No. {number} is a change in percent of what it is measured by: -40 is two fifths"
        " less. Both are given, or neither."
    ),
    MeasureReason.UNTIL_PAST: N_("Measure No. {number} is to be done by a time that is to come, within a year."),
    MeasureReason.OWN_MEASURE: N_(
        "{who} proposed measure No. {number}, sees to it or carried it out: somebody else looks what came of it."
    ),
    MeasureReason.NO_EVIDENCE: N_("What was done for measure No. {number}, and what shows it? Say it in a sentence."),
    MeasureReason.NOTHING_MEASURED: N_(
        "Measure No. {number} has nothing to measure it by: it can only be called carried out."
    ),
    MeasureReason.NOT_DONE: N_("Measure No. {number} is not carried out yet: there is no effect to see."),
    MeasureReason.TOO_EARLY: N_(
        "It is too early to say what came of measure No. {number}: {days} days to go. Until then it can only be called"
        " carried out."
    ),
    MeasureReason.CHECK_WORDS: N_("Say in a sentence what came of measure No. {number}."),
    MeasureReason.DROPPED_WHY: N_("Say why measure No. {number} is dropped."),
    ReviewReason.NO_REVIEW: N_(
        "There is no review of {month}. It is opened on the first of the month after, or by frontdesk reviews open."
    ),
    ReviewReason.REVIEW_OPENED: N_("The review of {month} is opened already."),
    ReviewReason.REVIEW_STATE: N_(
        "The review of {month} is {state}: nothing in it changes any more. What is corrected goes into the next one."
    ),
    ReviewReason.MONTH_RUNS: N_("{month} is not over yet: its review is opened on the first of the month after."),
    ReviewReason.NOT_OF_MONTH: N_("Escalation No. {number} is no over-count or over-stay of {month}."),
    ReviewReason.NO_CAUSE: N_("“{text}” is no cause on the store's list. Right would be one of: {choices}."),
    ReviewReason.NOTHING_PROPOSED: N_("No cause is proposed for what is still open in {month}: say them one by one."),
    ReviewReason.ALL_SAID: N_("Nothing is left to say here: each of these cases of {month} has this cause already."),
    ReviewReason.HAS_MEASURE: N_("There is a measure against this cause of {month} already: {causes}."),
    ReviewReason.CAUSES_OPEN: N_("{count} cases of {month} have no cause yet: say them first."),
    ReviewReason.MEASURES_MISSING: N_(
        "These causes of {month} are frequent and need a measure, or a reason why there is none: {causes}."
    ),
    ReviewReason.NO_CONCLUSION: N_("What does {month} come to? Say it in a few sentences for the director."),
    ReviewReason.LEFT_WHY: N_("Why does this cause need no measure: {causes}?"),
}

_FIELDS = {
    "revision": N_("the revision"),
    "travel": N_("the time on the road"),
    "minutes": N_("the time of the work"),
    "leader": N_("who leads it"),
    "crew": N_("who goes along"),
    "jobs": N_("the work planned"),
    "cost_min": N_("the least it costs"),
    "cost_max": N_("the most it costs"),
    "parts": N_("the parts"),
    "tools": N_("the tools"),
    "cautions": N_("what is to be minded"),
    "at": N_("the time it was written"),
    "who": N_("who wrote it"),
    "month": N_("the month"),
    "class": N_("the class"),
    "day": N_("the day"),
    "cases": N_("the cases"),
    "numbers": N_("the phone numbers"),
    "messages": N_("the messages"),
    "appointments": N_("the appointments of the past"),
    "repairs": N_("the words of repairs"),
    "matters": N_("the words of meetings, rescues, orders and incidents"),
    "taken_back": N_("the cases that were taken back"),
    "arrivals": N_("the visits"),
    "over_counts": N_("the over-counts"),
    "over_count_length": N_("the time above the limit"),
    "over_stays": N_("the over-stays"),
    "over_stay_length": N_("the time stood too long"),
    "late": N_("the late receptions"),
    "zone_time_p90": N_("the time in the zone"),
    "causes": N_("the causes"),
    "measures": N_("the measures"),
    "left": N_("the causes without a measure"),
    "problems": N_("the quality problems"),
    "corrections": N_("what was corrected of the month before"),
    "conclusion": N_("the conclusion"),
    "incident": N_("the incident"),
    "audience": N_("to whom it is said"),
    "plan": N_("the plan's short name"),
    "title": N_("the title"),
    "version": N_("the version"),
    "text": N_("the text"),
    "before": N_("what it was"),
    "after": N_("what it is now"),
    "why": N_("the reason"),
    "policy": N_("the numbers"),
    "author": N_("who wrote it"),
    "year": N_("the year"),
    "kind": N_("the kind"),
    "method": N_("how customers are asked"),
    "size": N_("how many are asked"),
    "months": N_("the months"),
    "person": N_("who sees to it"),
    "questions": N_("the questions"),
    "decision": N_("the decision"),
    "services": N_("the services"),
    "scope": N_("whom it is for"),
    "begins": N_("when it begins"),
    "ends": N_("when it ends"),
    "place": N_("the place or time"),
    "resumes": N_("when it goes on"),
    "first": N_("the first day"),
    "last": N_("the last day"),
    "turns": N_("who works when"),
    "gaps": N_("who is missing"),
    "hours": N_("the opening hours"),
    "contact": N_("whom to ring"),
    "emergency": N_("the emergency contact"),
    "words": N_("the words"),
}


def _fields(facts: Facts, _said: Said) -> str:
    names = facts.get("fields", ())
    return _(", ").join(_(_FIELDS[str(name)]) for name in names) if isinstance(names, tuple) else ""


_NOT_AT_ALL = N_("Matter No. {number} cannot be closed yet: {obstacles}. It closes once that is settled.")


def _open(facts: Facts, _said: Said) -> str:
    standing = facts.get("obstacles", ())
    is_hard = isinstance(standing, tuple) and not NEVER_LEFT.isdisjoint(standing)
    return _NOT_AT_ALL if is_hard else SENTENCES[MatterReason.MATTER_OPEN]


REFUSALS = Refusals(
    SENTENCES, facts={ApprovalReason.TEXT_CHANGED: ("fields", _fields)}, choices={MatterReason.MATTER_OPEN: _open}
)
