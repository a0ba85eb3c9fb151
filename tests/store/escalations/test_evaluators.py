"""Three evaluators that are killed at random: nothing is raised twice, nothing is missed, nothing comes long late."""

import os
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, which this system cannot do")

STORES = 2
"""Side by side, each with its three: most of the time is waiting."""


def test_hundreds_of_episodes(
    run_support: Callable[..., dict[str, Any]], tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    episodes = rounds(400, 20_000) // STORES

    def run(store: int) -> dict[str, Any]:
        folder = tmp_path / str(store)
        folder.mkdir()
        return run_support("evaluators.py", folder, episodes, random.randrange(1 << 30))

    with ThreadPoolExecutor(STORES) as pool:
        for found in pool.map(run, range(STORES)):
            assert found["episodes"] == episodes
            assert found["died"] == 0
            assert found["kills"] >= episodes // 25
            assert found["duplicates"] == []
            assert found["missed"] == []
            assert found["unexpected"] == []
            half_of_them, *_ = found["late"]
            assert half_of_them <= 5000
