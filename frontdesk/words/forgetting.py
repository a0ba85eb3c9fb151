"""What goes with a customer beside cases, in words."""

from collections.abc import Mapping
from typing import Any

from frontdesk.words.i18n import _


def other_counts(counts: Mapping[str, Any]) -> list[str]:
    """Return how many messages, appointments and repairs there are of some counts; nothing where there are none."""
    said = (
        ("messages", _("messages: {count}")),
        ("appointments", _("appointments: {count}")),
        ("repairs", _("repairs with words: {count}")),
    )
    return [text.format(count=counts[name]) for name, text in said if counts.get(name)]
