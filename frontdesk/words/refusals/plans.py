"""The sentences of refusals about plans."""

from frontdesk.domain.plans.plan import VersionState
from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_, _
from frontdesk.words.policy.changes import number_name
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    PlanReason.NO_PLAN: N_("There is no plan “{plan}”. See frontdesk plans."),
    PlanReason.BAD_PLAN_KEY: N_("“{text}” is no short name of a plan; right would be letters and digits: zone."),
    PlanReason.PLAN_TITLE: N_("What is plan “{plan}” called in full? Say it once, with its first version."),
    PlanReason.OTHER_TITLE: N_("Plan “{plan}” is called “{title}”, as in the versions before. Leave the title out."),
    PlanReason.PLAN_WORDS: N_(
        "A version of plan “{plan}” has a text, says in a sentence what it is now, and why it changes."
    ),
    PlanReason.NUMBERS_ELSEWHERE: N_(
        "The numbers of the store stand in plan “{other_plan}”: write a new version of that one."
    ),
    PlanReason.NUMBERS_MOVED: N_(
        "Since {plan} {version} was written, this has been changed at the store: {numbers}. Write it anew, frontdesk"
        " plans new {plan}: then it has what is so now, and is submitted again."
    ),
    PlanReason.PLAN_STATE: N_("{plan} {version} (No. {number}) is {state}. {next}"),
    PlanReason.THREE_PEOPLE: N_(
        "Nobody on the staff list could approve what {who} wrote: put the director or the general manager on it, or let"
        " somebody else write it."
    ),
    PlanReason.NOT_IN_FORCE: N_("No version of plan “{plan}” is in force yet."),
    PlanReason.READ_ALREADY: N_("{who} has read {plan} {version} already, {when}."),
    PlanReason.NOT_GOVERNED: N_(
        "No plan brings the numbers of this store: change them with Ctrl+W or frontdesk policy load."
    ),
    PlanReason.NO_NUMBER: N_("“{text}” is no single number of the policy. See frontdesk policy show."),
    PlanReason.NOT_AT_ONCE: N_("{key} is changed by a version of the plan alone: no day depends on it."),
    PlanReason.EMERGENCY_WHY: N_("Say why {key} is changed at once."),
    PlanReason.UNFITTING: N_("{key} cannot be {value} while {other_key} is {held}: change that one first."),
    PlanReason.SAME_NUMBER: N_("{key} is {value} already."),
    PlanReason.ONLY_DIRECTORS: N_(
        "Only the director or the general manager changes a number at once; {who} is neither."
    ),
}

_NEXT = {
    VersionState.DRAFT: N_("It is submitted next: frontdesk plans submit."),
    VersionState.SUBMITTED: N_("It has to be signed first: frontdesk approvals."),
    VersionState.REVIEWED: N_("It has to be signed first: frontdesk approvals."),
    VersionState.APPROVED: N_("It is put in force next: frontdesk plans publish."),
    VersionState.IN_FORCE: N_("What changes is written as a new version: frontdesk plans new."),
    VersionState.DROPPED: N_("What changes is written as a new version: frontdesk plans new."),
    VersionState.SUPERSEDED: N_("What changes is written as a new version: frontdesk plans new."),
}


def _next(facts: Facts, _said: Said) -> str:
    """Return what is done next with a version in this state."""
    state = facts.get("state")
    return _(_NEXT[state]) if isinstance(state, VersionState) else "—"


def _numbers(facts: Facts, _said: Said) -> str:
    keys = facts.get("keys", ())
    return _(", ").join(number_name(str(key)) for key in keys) if isinstance(keys, tuple) else ""


REFUSALS = Refusals(
    SENTENCES, facts={PlanReason.PLAN_STATE: ("next", _next), PlanReason.NUMBERS_MOVED: ("numbers", _numbers)}
)
