"""Three evaluators that are killed at random: nothing is raised twice, nothing is missed, nothing comes long late."""

import os
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from rounds import Rounds

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, which this system cannot do")

STORES = 2
"""Side by side, each with its three: most of the time is waiting."""

EPISODES = 100 // STORES
"""In one store and one round."""


def test_every_episode_is_put_on_record_once_by_all_of_them(
    run_support: Callable[..., dict[str, Any]], tmp_path: Path, rounds: Rounds
) -> None:
    def run(folder: Path) -> dict[str, Any]:
        folder.mkdir()
        return run_support("evaluators.py", folder, EPISODES, random.randrange(1 << 30))

    for number in rounds(1, 50):
        with ThreadPoolExecutor(STORES) as pool:
            for found in pool.map(run, [tmp_path / f"{number}-{store}" for store in range(STORES)]):
                assert found["episodes"] == EPISODES
                assert found["died"] == 0
                assert found["kills"] >= EPISODES // 25
                assert found["duplicates"] == []
                assert found["missed"] == []
                assert found["unexpected"] == []
                half_of_them, *_ = found["late"]
                assert half_of_them <= 5000
                rounds.also["kills"] += found["kills"]
                rounds.also["calls"] += found["calls"]
