"""Frontdesk's figures, one command: python tests/benchmarks/run.py [NAME …]. They report; they do not gate.

Each module beside this one is a figure: `rows()` measures and returns what to print. Ratios are taken side by side in
one run, because absolute figures belong to one machine.
"""

import argparse
import importlib
import os
import platform
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]

from figures import Row  # noqa: E402

from data.engine.connection import SQLITE_VERSION  # noqa: E402


def main() -> None:
    """Measure the figures that were named, or all of them, and print one table."""
    every = sorted(path.stem for path in HERE.glob("measure_*.py"))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help=", ".join(name.removeprefix("measure_") for name in every))
    parser.add_argument("--rounds", type=int, help="fewer rounds for a quick look, of the figures that take turns")
    parser.add_argument("--visits", type=int, nargs="+", help="how large the stores are that grow compares")
    parser.add_argument("--month", type=Path, help="another month of visits than the real one, for outlook")
    parser.add_argument("--followed-month", action="store_true", help="prompts: play the recorded month, too")
    given = parser.parse_args()
    wanted = given.names
    sqlite = ".".join(map(str, SQLITE_VERSION))
    print(f"Python {platform.python_version()}, SQLite {sqlite}, {platform.system()}, {os.cpu_count()} cores\n")
    print(f"{'figure':<44}{'measured':>14}{'beside it':>14}{'ratio':>8}  goal")
    for name in every:
        if wanted and name.removeprefix("measure_") not in wanted:
            continue
        began = time.perf_counter()
        measure = importlib.import_module(name)
        if given.rounds and hasattr(measure, "ROUNDS"):
            vars(measure)["ROUNDS"] = given.rounds
        if given.visits and hasattr(measure, "SIZES"):
            vars(measure)["SIZES"] = given.visits
        if given.month and hasattr(measure, "MONTH"):
            vars(measure)["MONTH"] = given.month
        if given.followed_month and hasattr(measure, "FOLLOWED_MONTH"):
            vars(measure)["FOLLOWED_MONTH"] = True
        for row in measure.rows():
            print(_line(row), flush=True)
        print(f"  ({name}: {time.perf_counter() - began:.1f} s)\n", file=sys.stderr)


def _line(row: Row) -> str:
    beside = "" if row.beside is None else f"{row.beside:,.2f} {row.unit}"
    ratio = "" if not row.beside else f"{row.value / row.beside:.2f}"
    return f"{row.figure:<44}{f'{row.value:,.2f} {row.unit}':>14}{beside:>14}{ratio:>8}  {row.goal}"


if __name__ == "__main__":
    main()
