"""Reasons for a refusal: escalations and tasks."""

from frontdesk.domain.values.errors import Reason


class EscalationReason(Reason):
    """Why an escalation was not answered, or a task not ended."""

    ALREADY_HANDLED = "already_handled"
    ESCALATION_CLOSED = "escalation_closed"
    NOTHING_POSSIBLE = "nothing_possible"
    NOT_CROWDING = "not_crowding"
    NOT_THIS_CAR = "not_this_car"
    NOT_ALL_ORDERS = "not_all_orders"
    NOT_ALL_RECEIVED = "not_all_received"
    UNDER_WAY = "under_way"
    STILL_STANDS = "still_stands"
    NO_ESCALATION = "no_escalation"
    NOTHING_TO_EXPLAIN = "nothing_to_explain"
    NO_TASK = "no_task"
    TASK_ENDED = "task_ended"
