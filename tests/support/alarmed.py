"""A station in a process of its own that says when it is called for an incident.

Run: alarmed.py STORE STATION. Says `ready`, then a line of JSON for each call: what it heard, and when, in running
time. It ends with its input.
"""

import json
import sys
import threading
import time
from pathlib import Path

from frontdesk.desk.stations.change_watcher import ChangeWatcher
from frontdesk.domain.escalations.alerts import StationAlerts
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import SystemClock


def main() -> None:
    path, station, clock = Path(sys.argv[1]), StationKind(sys.argv[2]), SystemClock()
    alerts = StationAlerts(station)

    def look(snapshot: Snapshot) -> None:
        found = alerts.look(snapshot.prompts(station, snapshot.now(clock.now())), clock.monotonic())
        if not looked.is_set():
            looked.set()
        elif found.urgency is not None:
            print(json.dumps({"urgency": found.urgency, "at": time.monotonic()}), flush=True)

    looked = threading.Event()
    watcher = ChangeWatcher(
        path, lambda: Actor(station.value, ""), clock, look, lambda error: None, evaluated_at=clock.now
    )
    watcher.start()
    looked.wait(20)
    time.sleep(0.3)  # Its port is on record.
    print("ready", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
