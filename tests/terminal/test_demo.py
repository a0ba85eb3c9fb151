"""The demo in a terminal: every station in turn, as whoever tries the program sees it."""

import pytest
from at_a_terminal import SEEN, ends_cleanly
from terminal import Open

WORKED_AT = {"manager": "王芳", "lounge": "", "guard": "周强", "reception": "陈静"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_demo_shows_every_station_in_turn(frontdesk: Open, language: str) -> None:
    assert set(WORKED_AT) == set(SEEN)
    demo = frontdesk("demo", language=language)
    for kind, who in WORKED_AT.items():
        demo.reads(SEEN[kind][language], who)
        demo.press("Ctrl+G")
    demo.reads(SEEN["manager"][language], "王芳")
    ends_cleanly(demo)
