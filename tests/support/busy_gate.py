"""A gate camera that never rests: opens the store, turns a car away, closes it, again and again.

Run: busy_gate.py STORE NAME. Prints each plate once it is on record, until it is ended. `waits` behind it: the first
time it keeps the store open until a line comes in, and ends.
"""

import sys
from itertools import count
from pathlib import Path

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import SystemClock
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import Plate


def main(store: Path, name: str, waits: bool) -> None:
    for number in count(1):
        plate = Plate(f"苏{name}{number:05}")
        try:
            with Desk.open(store, Actor("command", name), SystemClock(), create=False) as desk:
                zone.turn_away(desk, plate)
                if waits:
                    print(plate, flush=True)
                    sys.stdin.readline()
                    return
        except FrontdeskError as error:
            print("-", error.reason, flush=True)
        else:
            print(plate, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], waits=sys.argv[3:] == ["waits"])
