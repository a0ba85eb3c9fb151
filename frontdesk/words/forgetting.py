"""What goes with a customer beside cases, in words."""

from collections.abc import Mapping
from typing import Any

from frontdesk.words.i18n import _


def other_counts(counts: Mapping[str, Any]) -> list[str]:
    """Return how much there is of each kind that some counts tell of."""
    said = (
        ("messages", _("messages: {count}")),
        ("appointments", _("appointments: {count}")),
        ("repairs", _("repairs with words: {count}")),
        ("matters", _("meetings, rescues, orders and incidents: {count}")),
    )
    return [text.format(count=counts[name]) for name, text in said if counts.get(name)]
