"""Lists in which one digit chooses: digits that come faster than a person can mean them choose nothing."""

from textual.message import Message


class PicksByDigit:
    """A list, or a dialog, in which one digit chooses or marks something."""


class Hurried(Message):
    """A digit came with others, or with letters, as of a plate that is typed on; it chose nothing."""
