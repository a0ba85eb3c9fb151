"""A concern's words are loaded when the first of its values is named."""

import subprocess
import sys

import pytest

_LOADED = """
import sys
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.zone.places import PlaceKind
from frontdesk.words.lookup import event_word, word

said = SAYING
print(said, *sorted(name.rpartition(".")[2] for name in sys.modules if name.startswith("frontdesk.words.vocabulary.")))
"""


def loaded(saying: str) -> tuple[str, set[str]]:
    """Return what a program that says one word says, and the concerns whose words it loads for that."""
    command = [sys.executable, "-c", _LOADED.replace("SAYING", saying)]
    said, *names = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return said, {*names} - {"vocabulary"}


@pytest.mark.parametrize(
    ("saying", "said", "concerns"),
    [
        ("word(PlaceKind.LANE)", "lane", {"zone"}),
        ("event_word('arrive')", "arrived", {"zone"}),
        ("event_word('that a later version brings')[:4]", "that", None),
        ("word(DueName.AUTHORITY).split()[-1]", "authority", None),
    ],
)
def test_the_words_of_one_concern_are_loaded(saying: str, said: str, concerns: set[str] | None) -> None:
    """None: the words of all, as its own concern has none for it."""
    heard, found = loaded(saying)
    assert heard == said
    assert found == concerns if concerns else {"zone", "aftermath", "weather"} < found
