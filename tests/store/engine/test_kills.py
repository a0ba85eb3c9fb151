"""Processes that are killed, and processes that start together: nothing acknowledged is lost, nothing is half done."""

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rounds import Rounds

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, which this system cannot do")

KILLS, STARTS = 50, 10
"""In one round."""


def test_what_was_acknowledged_outlasts_every_kill(
    run_support: Callable[..., dict[str, Any]], tmp_path: Path, rounds: Rounds
) -> None:
    for number in rounds(1, 100):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = run_support("kill_writers.py", folder, KILLS, random.randrange(1 << 30))
        assert found["killed"] >= KILLS
        assert found["lost"] == []
        assert found["died"] == []
        assert found["acknowledged"] > KILLS // 2
        rounds.also["kills"] += found["killed"]
        rounds.also["commands acknowledged"] += found["acknowledged"]


def test_three_processes_start_on_no_file(
    run_support: Callable[..., dict[str, Any]], tmp_path: Path, rounds: Rounds
) -> None:
    for number in rounds(1, 50):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = run_support("start_together.py", folder, STARTS)
        assert found == {"rounds": STARTS, "failed": 0, "left": [], "whole": STARTS}
