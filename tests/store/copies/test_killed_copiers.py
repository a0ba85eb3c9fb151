"""Whoever makes copies is killed at random: none is lost, none is half, and each evening stands on record once (G2)."""

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rounds import Rounds

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, which this system cannot do")

KILLS, MANY = 12, 100
"""In one round."""


def test_none_is_lost_and_none_is_half(
    run_support: Callable[..., dict[str, Any]], tmp_path: Path, rounds: Rounds
) -> None:
    for number in rounds(1, 5):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = run_support("copiers.py", folder, rounds.of(KILLS, MANY), random.randrange(1 << 30))
        assert found["wrong"] == []
        assert found["done"] == found["evenings"]
        # Twelve days lie between two evenings on which anything runs.
        assert found["missed"] == 12 * (found["evenings"] - 1)
        assert found["other"] == []
        assert set(found["drills"]) <= {"done"}
        assert found["left"] == []
        rounds.also["kills"] += found["kills"]
        rounds.also["evenings"] += found["evenings"]
