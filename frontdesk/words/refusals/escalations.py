"""The sentences of refusals about escalations and tasks."""

from frontdesk.domain.escalations.reasons import EscalationReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    EscalationReason.ALREADY_HANDLED: N_("{who} was first, at {at}."),
    EscalationReason.ESCALATION_CLOSED: N_("This escalation is closed already: {who} {at}"),
    EscalationReason.NOTHING_POSSIBLE: N_("“{action}” is not possible for {plate}: {why}."),
    EscalationReason.NOT_CROWDING: N_("The four actions are for an over-count or an over-stay."),
    EscalationReason.NOT_THIS_CAR: N_("This car cannot be chosen for it now. Look at the board, then choose again."),
    EscalationReason.NOT_ALL_ORDERS: N_(
        "Only cars with a work order go to the workshop, and not all of these have one."
    ),
    EscalationReason.NOT_ALL_RECEIVED: N_(
        "Not all of these customers have been received yet. Receive them first (F6)."
    ),
    EscalationReason.UNDER_WAY: N_("Something was decided on this car already, and is under way."),
    EscalationReason.STILL_STANDS: N_("Escalation No. {number} still stands: it is explained once it is over."),
    EscalationReason.NO_ESCALATION: N_("There is no escalation No. {number}. See frontdesk escalations."),
    EscalationReason.NOTHING_TO_EXPLAIN: N_(
        "Escalation No. {number} needs no reason: only a crowding that nobody acted on does."
    ),
    EscalationReason.NO_TASK: N_("Nothing was asked for under No. {number}. See frontdesk tasks."),
    EscalationReason.TASK_ENDED: N_("No. {number} is done already: {who} {at}"),
}

WHY: dict[Reason, str] = {
    EscalationReason.NOT_CROWDING: N_("the four actions are for an over-count or an over-stay"),
    EscalationReason.NOT_THIS_CAR: N_("not with the cars chosen"),
    EscalationReason.NOT_ALL_ORDERS: N_("not all of them have a work order"),
    EscalationReason.NOT_ALL_RECEIVED: N_("not all of them have been received"),
    EscalationReason.UNDER_WAY: N_("decided already, and under way"),
}

_NOT_POSSIBLE = N_("“{action}” is not possible now: {why}.")


def _nothing_possible(facts: Facts, said: Said) -> str:
    return SENTENCES[EscalationReason.NOTHING_POSSIBLE] if facts.get("plate") else _NOT_POSSIBLE


REFUSALS = Refusals(SENTENCES, why=WHY, choices={EscalationReason.NOTHING_POSSIBLE: _nothing_possible})
