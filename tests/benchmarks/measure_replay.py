"""How fast a visit log goes through the real commands."""

import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from figures import Row, scratch

VISITS = 400
COMMANDS = 3


def write_log(path: Path) -> None:
    """Write a day: a car every hundred seconds, received after half a minute, gone after ten."""
    lines = ["plate,arrived,received,left"]
    for number in range(VISITS):
        times = (8 * 3600 + number * 100 + after for after in (0, 30, 600))
        lines.append(f"苏A{number:05d}," + ",".join(f"{t // 3600:02d}:{t // 60 % 60:02d}:{t % 60:02d}" for t in times))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def replay(log: Path, store: Path) -> float:
    """Replay a log into a new store, in a process of its own; return the seconds it took."""
    command = [sys.executable, "-m", "frontdesk", "replay", str(log), "--date", "2026-03-02", "--database", str(store)]
    began = time.perf_counter()
    subprocess.run([*command, "--json"], check=True, capture_output=True)
    return time.perf_counter() - began


def rows() -> Iterable[Row]:
    """Commands a second of a replay at full speed, start-up included."""
    with scratch() as folder:
        write_log(folder / "log.csv")
        seconds = replay(folder / "log.csv", folder / "store.db")
    yield Row("replay: commands a second", VISITS * COMMANDS / seconds, "/s")
    yield Row(f"replay: a day of {VISITS} cars", seconds, "s")
