"""Reasons for a refusal: emergency orders."""

from frontdesk.domain.values.errors import Reason


class OrderReason(Reason):
    """Why something was not done about a customer's order."""

    NO_ORDER = "no_order"
    ORDER_OVER = "order_over"
    ORDER_FIELD = "order_field"
    """A field of the form is missing: `field` says which."""
    ORDER_UNTIL = "order_until"
    ORDER_PROMISE = "order_promise"
    ORDER_SAME = "order_same"
    ORDER_WHY = "order_why"
    """Why it comes later than was promised, or cannot be supplied."""
