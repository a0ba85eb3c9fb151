"""Senders that are killed at any moment: no customer is told twice by a program, and nothing is lost (P4)."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SENDERS = Path(__file__).parents[2] / "support" / "killed_senders.py"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes that are killed are forked")
def test_nobody_is_told_twice_and_nothing_is_lost(tmp_path: Path, rounds: Any) -> None:
    kills, told = 0, {"sent": 0, "uncertain": 0}
    for number in rounds(1, 100):
        folder = tmp_path / str(number)
        folder.mkdir()
        words = [sys.executable, str(SENDERS), str(folder), "16", str(number)]
        found = json.loads(subprocess.run(words, check=True, capture_output=True).stdout)
        assert {name: found[name] for name in ("twice", "elsewhere", "sent_without_a_file", "calls_lost")} == {
            "twice": 0, "elsewhere": 0, "sent_without_a_file": 0, "calls_lost": 0,
        }, found  # fmt: skip
        kills += found["killed"]
        told = {name: count + found[name] for name, count in told.items()}
    rounds.also.update({"kills": kills, **told})
    assert told["sent"] > 0
