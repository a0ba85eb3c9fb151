"""What a station takes while nothing happens but time: of a core, and of memory, with 3 and with 50 cars on the board.

Beside it, an empty Textual application, and one that renews six lines each second, as a station's parts do. All run at
the same time. Linux only: elsewhere left out.
"""

import time
from collections.abc import Iterable
from pathlib import Path

from figures import Row, scratch
from terminals import AVAILABLE, EMPTY_TEXT, SIX_TIMES, Terminal, drain, empty_application, fill, shown, station

SETTLED_S = 10.0
SECONDS = 20.0


def processor(terminal: Terminal) -> float:
    """Return the processor time a program has taken so far, in seconds: of all its threads."""
    # The clock that clock_getcpuclockid(3) names; /proc/PID/stat only counts hundredths of a second.
    return time.clock_gettime((~terminal.pid << 3) | 2)


def memory(terminal: Terminal) -> dict[str, float]:
    """Return what memory a program has, in MB: `Rss` all of it, `Pss` with shared parts shared out."""
    lines = Path(f"/proc/{terminal.pid}/smaps_rollup").read_text().splitlines()[1:]
    return {name: int(said.split()[0]) / 1024 for name, _, said in (line.partition(":") for line in lines)}


def rows() -> Iterable[Row]:
    """Percent of a core and megabytes."""
    if not AVAILABLE or not Path("/proc/self/smaps_rollup").exists():
        return
    with scratch() as folder:
        empty, six = empty_application(), empty_application(SIX_TIMES)
        for each in (empty, six):
            shown([each], EMPTY_TEXT)
        stations = {}
        for cars in (3, 50):
            store = folder / f"{cars}.db"
            plate = fill(store, cars)
            stations[cars] = station(store)
            shown([stations[cars]], plate)
        running = [empty, six, *stations.values()]
        drain(running, SETTLED_S)
        before = [processor(each) for each in running]
        drain(running, SECONDS)
        used = [100 * (processor(each) - since) / SECONDS for each, since in zip(running, before, strict=True)]
        held = [memory(each) for each in running]
        for each in running:
            each.close()
    yield Row("six plain lines renewed each second", used[1], "%", used[0])
    for place, cars in enumerate(stations, 2):
        yield Row(f"idle station, {cars} cars", used[place], "%", used[0], "≤ 1.5 ×" if cars == 50 else "")
        yield Row(f"idle station, {cars} cars: beside the six lines", used[place], "%", used[1])
        yield Row(f"idle station, {cars} cars: memory", held[place]["Rss"], "MB", held[0]["Rss"], "≤ 1.2 ×")
        yield Row(f"idle station, {cars} cars: its share of it", held[place]["Pss"], "MB", held[0]["Pss"])
