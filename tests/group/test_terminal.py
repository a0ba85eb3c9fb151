"""The dashboard opens in a terminal of its own, takes keys and gives the terminal back; in none it says what else."""

from typing import Any

import psycopg
import pytest
from at_a_terminal import ends_cleanly
from terminal import FRONTDESK, Terminal

SAID = {
    "zh_CN.UTF-8": ("总部 · 1 家门店", "一店", "head office · 1 store", "nothing from this store"),
    "en_US.UTF-8": ("head office · 1 store", "一店", "总部 · 1 家门店", "该店尚无上报"),
}


@pytest.mark.usefixtures("one", "config")
@pytest.mark.parametrize("locale", SAID)
def test_it_opens_in_a_terminal(office: str, monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    for name in ("FRONTDESK_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    told = {"LANG": locale, "FRONTDESK_GROUP_DATABASE": office}
    terminal = Terminal(FRONTDESK, "group", "office", size=(100, 30), environment=told)
    first, store, other, page = SAID[locale]
    try:
        terminal.reads(first)
        terminal.reads(store)
        terminal.press("Ctrl+T")
        terminal.reads(other)
        terminal.press("Enter")
        terminal.reads(page)
        ends_cleanly(terminal)
    finally:
        terminal.close()


def test_it_needs_a_terminal(run: Any, connection: psycopg.Connection[Any]) -> None:
    assert "needs a terminal" in run("office").err
    assert (run("office", "--json").code, "no_station" in run("office", "--json").out) == (2, True)
