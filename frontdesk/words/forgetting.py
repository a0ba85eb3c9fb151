"""What goes with a customer beside cases, in words."""

from collections.abc import Mapping
from typing import Any

from frontdesk.words.i18n import _


def other_counts(counts: Mapping[str, Any]) -> list[str]:
    """Return how many messages, appointments, repairs, meetings, rescues and orders there are of some counts."""
    said = (
        ("messages", _("messages: {count}")),
        ("appointments", _("appointments: {count}")),
        ("repairs", _("repairs with words: {count}")),
        ("matters", _("meetings, rescues and orders: {count}")),
    )
    return [text.format(count=counts[name]) for name, text in said if counts.get(name)]
