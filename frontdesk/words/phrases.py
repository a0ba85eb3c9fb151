"""The desk's wording: places, tasks, numbers, instants, lengths of time, in the user's language."""

from collections.abc import Callable

from frontdesk.domain.values.clock import Millis
from frontdesk.words.i18n import _

At = Callable[[Millis], str]
"""How an instant is written."""


def labelled(name: str, text: str) -> str:
    """Return a text with its label in front."""
    return _("{name}: {text}").format(name=name, text=text)


def case_number(number: int) -> str:
    """Return the number of a complaint, an escalation or a task as text: No. 12."""
    return _("No. {number}").format(number=number)
