"""The sentences of refusals about checks."""

from frontdesk.domain.checks.check import Check
from frontdesk.domain.checks.reasons import CheckReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.checks import check_word
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    CheckReason.NO_CHECK: N_("There is no check “{text}”. Right would be one of: {choices}."),
    CheckReason.NOT_A_CHECK: N_("No. {number} is no check. See frontdesk checks."),
    CheckReason.NO_PLAYBOOK: N_(
        "There is no playbook “{text}” of a check. Its file says about = “check”; frontdesk playbooks load takes it in."
    ),
    CheckReason.CHECK_ON: N_("“{check}” is switched on already, just like that."),
    CheckReason.CHECK_OFF: N_("“{check}” is switched off: it is switched on first."),
    CheckReason.CHECK_OPEN: N_("“{check}” is open already: No. {number}. It is done first."),
    CheckReason.CHECK_ENDED: N_("Check No. {number} is over since {when}: {state}. What is wrong now is checked anew."),
    CheckReason.CHECK_TIME: N_("“{text}” is no time of day by which a check is done. Right would be {time} to 23:59."),
    CheckReason.ITEMS_OPEN: N_("Not answered yet in check No. {number}: {steps}."),
    CheckReason.ITEM_SAYS: N_("“{step}”: 1 in order, 2 not. Words with F3 say what is not in order."),
    CheckReason.NO_ANSWER: N_("What is the answer? Right would be: frontdesk checks do {number} lights=1 --done."),
    CheckReason.BAD_ANSWER: N_("“{text}” is no answer. Right would be the item, =, and what it comes to: lights=1."),
    CheckReason.CHECK_PLAYBOOK: N_("“{playbook}” is for a check: it is switched on or opened with frontdesk checks."),
    CheckReason.OF_CHECK: N_("No. {number} is a check: its items are answered with frontdesk checks do {number}."),
}

TYPED: dict[Reason, str] = {
    CheckReason.ITEM_SAYS: N_("“{step}”: 1 in order, 2 not; what is not in order goes into --fault."),
}


def _check(facts: Facts, _said: Said) -> str:
    check = facts.get("check")
    return check_word(check) if isinstance(check, Check) else "—"


REFUSALS = Refusals(
    SENTENCES,
    typed=TYPED,
    facts={
        CheckReason.CHECK_ON: ("check", _check),
        CheckReason.CHECK_OFF: ("check", _check),
        CheckReason.CHECK_OPEN: ("check", _check),
    },
)
