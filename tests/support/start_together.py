"""Three processes open a store that is not there yet, at the same instant; again and again.

Run: start_together.py FOLDER ROUNDS. Prints one JSON object.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from data.opening import open_store
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import SystemClock
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import Plate

PROCESSES = 3


def start(store: Path, number: int, begin: float) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        while time.monotonic() < begin:
            pass
        with Desk.open(store, Actor(f"s{number}", ""), SystemClock()) as desk:
            zone.arrive(desk, Plate(f"苏A0000{number}"))
        code = 0
    except FrontdeskError as error:
        os.write(2, f"{error.reason} {error.facts}\n".encode())
    finally:
        os._exit(code)
    return 0


def main(folder: Path, rounds: int) -> dict[str, Any]:
    failed, left, whole = 0, [], 0
    # What that needs is loaded before the fork.
    open_store(folder / "first.db").close()
    for number in range(rounds):
        home = folder / str(number)
        store = home / "store.db"
        begin = time.monotonic() + 0.005
        children = [start(store, n, begin) for n in range(PROCESSES)]
        failed += sum(os.waitpid(child, 0)[1] != 0 for child in children)
        connection = open_store(store)
        whole += connection.execute("select count(*) from visits where left_at is null").fetchone()[0] == PROCESSES
        connection.close()
        left += [path.name for path in home.iterdir() if path.name != "store.db"]
    return {"rounds": rounds, "failed": failed, "left": left, "whole": whole}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
