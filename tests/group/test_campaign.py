"""Stores send a real day while senders and head office are killed: every row is the store's own, nothing is doubled."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "support" / "group_campaign.py"


def test_whatever_happens_on_the_way(
    office: str, tmp_path: Path, request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> None:
    many = request.config.getoption("--campaign")
    seed = request.config.getoption("--seed")
    paths = os.pathsep.join([str(SCRIPT.parents[2]), str(SCRIPT.parent)])
    done = subprocess.run(
        [sys.executable, SCRIPT, office, tmp_path, str(400 if many else 3), str(seed)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert done.returncode == 0, done.stderr
    met = json.loads(done.stdout)
    assert met["differences"] == []
    assert met["epochs"] == (400 + 134 if many else 3 + 1)
    record_property("rounds", {name: count for name, count in met.items() if name != "differences"})
