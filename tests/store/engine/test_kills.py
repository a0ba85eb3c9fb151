"""Processes that are killed, and processes that start together: nothing acknowledged is lost, nothing is half done."""

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, which this system cannot do")


def test_hundreds_of_kills(
    run_support: Callable[..., dict[str, Any]], tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    kills = rounds(200, 20_000)
    found = run_support("kill_writers.py", tmp_path, kills, random.randrange(1 << 30))
    assert found["killed"] >= kills
    assert found["lost"] == []
    assert found["died"] == []
    assert found["acknowledged"] > kills // 2


def test_three_processes_start_on_no_file(
    run_support: Callable[..., dict[str, Any]], tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    times = rounds(40, 2000)
    found = run_support("start_together.py", tmp_path, times)
    assert found == {"rounds": times, "failed": 0, "left": [], "whole": times}
