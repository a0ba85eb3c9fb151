"""Every station opens in a terminal, takes a key, and gives the terminal back."""

import pytest
from terminal import Terminal

from frontdesk import log

pytestmark = pytest.mark.parametrize("language", ["en", "zh"])

FIRST = {
    "guard": {"en": "F2", "zh": "到店"},
    "reception": {"en": "F6", "zh": "接待"},
    "manager": {"en": "Ctrl+Y", "zh": "记录"},
    "lounge": {"en": "customer lounge", "zh": "客户休息室"},
}


def ends_cleanly(station: Terminal, key: str = "Ctrl+Q") -> None:
    assert station.end(key) == 0
    assert station.is_as_before()
    assert not log.path().exists(), log.path().read_text()


@pytest.mark.parametrize("kind", FIRST)
def test_a_station_opens_and_closes(frontdesk, kind, language):
    station = frontdesk(kind, language=language)
    station.reads(FIRST[kind][language])
    ends_cleanly(station)
