"""What whoever sits at a real terminal reads there first, and how they end it."""

from terminal import Terminal

from frontdesk.machine import log

SEEN = {
    "guard": {"en": "│help", "zh": "│帮助"},
    "reception": {"en": "F6 receive", "zh": "F6 接待"},
    "manager": {"en": "Ctrl+Y record", "zh": "Ctrl+Y 记录"},
    "workshop": {"en": "F2 assign", "zh": "F2 派工"},
    "lounge": {"en": "customer lounge", "zh": "客户休息室"},
}
"""What can be read at a station, and not at the one before it."""


def ends_cleanly(station: Terminal) -> None:
    """End it with its key: nothing went wrong, and the terminal is as it was."""
    assert station.end("Ctrl+Q") == 0
    assert station.is_as_before()
    assert not log.path().exists(), log.path().read_text()
