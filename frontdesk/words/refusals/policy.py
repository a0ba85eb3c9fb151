"""The sentences of refusals about the policy."""

from frontdesk.domain.policy.reasons import PolicyDetail, PolicyReason
from frontdesk.domain.values.errors import Detail, Reason
from frontdesk.words.i18n import N_
from frontdesk.words.policy.form import right
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    PolicyReason.BAY_IN_USE: N_("{place} cannot go away or shrink now: {plate} stands there."),
    PolicyReason.ENTRY_IN_USE: N_(
        "{name}: “{entry}” stays in the list, {count} cases are on record under it. Put it back: {key}."
    ),
    PolicyReason.NOT_RIGHT: N_("“{text}” is not right. Right would be: {right}."),
    PolicyReason.CHANGED_MEANWHILE: N_("The policy was changed by somebody else meanwhile. Look at it again."),
    PolicyReason.GOVERNED: N_(
        "Plan “{plan}” brings the numbers: write a new version, frontdesk plans new {plan} --policy FILE. In an"
        " emergency the director changes one for a day: frontdesk plans emergency."
    ),
    PolicyReason.ONLY_MANAGERS: N_(
        "Only a service manager, the deputy or a director changes the policy; {who} is none of them."
    ),
}

DETAILS: dict[Detail, str] = {
    PolicyDetail.SEVEN_DAYS: N_("seven, Monday to Sunday, each like 08:30-18:00"),
}


def _right(facts: Facts, said: Said) -> str:
    """Return what may be typed for the setting that is not right."""
    return right(str(facts["key"]), facts.get("most")) if "key" in facts else "—"


REFUSALS = Refusals(
    SENTENCES,
    details=DETAILS,
    facts={PolicyReason.NOT_RIGHT: ("right", _right)},
)
