"""Commands on a store with rows that no command would write: each still answers, and in whole sentences."""

import random

import pytest
from poison import poison
from rounds import Rounds

from frontdesk import cli
from frontdesk.desk.desk import Desk

QUESTIONS = (
    ("status",), ("status", "--json"), ("escalations",), ("escalations", "--json"), ("escalations", "1"),
    ("complaints", "list"), ("complaints", "list", "--json"), ("complaints", "show", "1"), ("duty",),
    ("complaints", "export", "cases.csv"), ("complaints", "print", "1", "form", "form.html"),
)  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_one_row_hides_no_other(
    desk: Desk,
    seed: int,
    rounds: Rounds,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(desk.path.parent)
    poison(desk.connection, random.Random(seed), rounds.of(400, 10_000))
    for number, question in enumerate(QUESTIONS):
        named = [word if "." not in word else f"{number}{word}" for word in question]
        assert cli.main(["--database", str(desk.path), "--language", "en", *named]) == 0, capsys.readouterr().err
