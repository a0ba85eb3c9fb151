"""A store as the first version left it: a few cars, escalations of every state, tickets, a station.

Run: version_one.py STORE PROCESSES: opens STORE in so many processes at once, and prints what came of it.
"""

import json
import os
import sys
import time
from importlib.resources import files
from pathlib import Path
from typing import Any

import data.schema.migrations  # noqa: F401 - loaded before the fork
from data.engine.connection import Connection, connect
from data.opening import APPLICATION_ID
from data.upgrade import upgrade
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import FrontdeskError

NOON = 1_780_027_200_000
"""2026-05-29 12:00:00 in Shanghai: when the first version was closed for the last time."""

MINUTE = 60_000
POLICY = {
    "store_name": "", "time_zone": "Asia/Shanghai", "province": "苏", "bays": ["1", "2", "3"],
    "temporary_capacity": 8, "repair_capacity": 6, "workshop_bays": ["1", "2"], "over_count": 4,
    "over_count_warning": 3, "over_stay_s": 1200, "over_stay_warning_s": 900, "late_reception_s": 60,
    "late_reception_manager_s": 180, "undo_s": 120, "head_informed_s": 1800,
    "opening_hours": ["08:30-18:00"] * 7, "closed_dates": [],
}  # fmt: skip
"""The first version's policy, whole: what it did not know has its default."""

PLACES = [("bay1", "bay", "1", 1), ("bay2", "bay", "2", 1), ("bay3", "bay", "3", 1), ("lane", "lane", "", None),
          ("temporary", "temporary", "", 8), ("repair", "repair", "", 6), ("waiting1", "workshop_bay", "1", 1),
          ("waiting2", "workshop_bay", "2", 1), ("workshop", "workshop", "", None)]  # fmt: skip

CARS = {
    # visit: (plate, minutes before noon it came, place, in temporary parking since so many minutes before)
    1: ("苏A00001", 40, "bay1", None),
    2: ("苏A00002", 30, "bay2", None),
    3: ("苏A00003", 12, "bay3", None),
    4: ("苏A00004", 3, "lane", None),
    5: ("苏A00005", 50, "temporary", 45),
    6: ("苏A00006", 25, "temporary", 20),
    7: ("苏A00007", 90, None, 80),
}

ESCALATIONS = [
    # id, kind, subject, plate; minutes before noon it was crossed, raised, told, acknowledged, acted on; action;
    # minutes before noon it was over; outcome
    (1, "over_count", "zone", "", 80, 80, 79, 79, 78, "divert", 75, "cleared"),
    (2, "over_count", "zone", "", 60, 60, None, None, None, None, 59, "cleared"),
    (3, "late_reception", "visit:7", "苏A00007", 89, 89, None, 88, None, None, 87, "corrected"),
    (4, "over_stay", "visit:7", "苏A00007", 70, 70, None, None, None, None, 70, "undone"),
    (5, "over_stay", "visit:1", "苏A00001", 20, 20, None, 19, 18, "reorder", None, None),
    (6, "over_stay", "visit:2", "苏A00002", 10, 10, 9, 8, None, None, None, None),
    (7, "over_count", "zone", "", 3, 3, None, None, None, None, None, None),
    (8, "late_reception", "visit:4", "苏A00004", 2, 2, None, None, None, None, None, None),
]

TICKETS = [(1, 7, 1, 80), (2, 5, 2, 46), (3, 5, 3, 45), (4, 6, 4, 20)]
"""Number, visit, number of the day, minutes before noon; visit 5 was diverted twice."""


def make(path: Path) -> None:
    """Write the store."""
    connection = connect(path, new=True)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.executescript(files("data.schema").joinpath("001_first_schema.sql").read_text(encoding="utf-8"))
    connection.executescript(
        "create table _sqlite_migrations (id integer primary key, migration_set text, name text, applied_at text);"
        "create unique index migrations_once on _sqlite_migrations (migration_set, name);"
        "insert into _sqlite_migrations values (1, 'frontdesk', 'm001_first_schema', '2026-05-01');"
        "pragma user_version = 1;"
    )
    connection.execute("insert into policies values (1, 0, '', ?)", (json.dumps(POLICY),))
    for position, place in enumerate(PLACES):
        connection.execute("insert into places values (?, ?, ?, ?, ?, 1)", (*place, position))
    _fill(connection)
    connection.close()


def _fill(connection: Connection) -> None:
    for visit, (plate, came, place, parked) in CARS.items():
        arrived, left = NOON - came * MINUTE, None if place else NOON - 30 * MINUTE
        received = None if plate == "苏A00004" else arrived
        connection.execute(
            "insert into visits (id, plate, purpose, arrived_at, received_at, left_at, ended)"
            " values (?, ?, 'repair', ?, ?, ?, ?)",
            (visit, plate, arrived, received, left, "left" if left else None),
        )
        connection.execute("insert into vehicles values (?, ?, ?, 1)", (visit, plate, arrived))
        stays = (
            [("lane", arrived, NOON - parked * MINUTE), ("temporary", NOON - parked * MINUTE, left)] if parked else []
        )
        for key, since, until in stays or [(str(place), arrived, None)]:
            alone = int(key.startswith("bay"))
            connection.execute(
                "insert into stays (visit_id, place, alone, started_at, ended_at) values (?, ?, ?, ?, ?)",
                (visit, key, alone, since, until),
            )
    for number, kind, subject, plate, crossed, raised, told, known, acted, action, cleared, outcome in ESCALATIONS:
        state = "cleared" if outcome else "acted" if acted else "acknowledged" if known else "raised"
        ago = [None if minutes is None else NOON - minutes * MINUTE for minutes in (told, known, acted, cleared)]
        connection.execute(
            "insert into escalations (id, kind, subject, plate, crossed_at, raised_at, state, revision, told_at,"
            " told_by, acknowledged_at, acknowledged_by, acted_at, acted_by, action, cleared_at, cleared_by, outcome)"
            " values (?, ?, ?, ?, ?, ?, ?, 2, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, kind, subject, plate, NOON - crossed * MINUTE, NOON - raised * MINUTE, state,
             ago[0], "张三" if told else "", ago[1], "王五" if known else "", ago[2], "王五" if acted else "", action,
             ago[3], "李四" if outcome else "", outcome),
        )  # fmt: skip
    for number, visit, of_the_day, minutes in TICKETS:
        row = (number, visit, "2026-05-29", of_the_day, NOON - minutes * MINUTE)
        connection.execute("insert into tickets values (?, ?, ?, ?, ?)", row)
    connection.execute("insert into stations values (4711, 'guard', '张三', 99, ?)", (NOON,))
    connection.execute("insert into staff (id, name, post) values (1, '王芳', 'manager')")


def open_together(store: Path, processes: int) -> dict[str, Any]:
    """Open the store in several processes at the same instant; each looks at it and puts on record what is due."""
    begin = time.monotonic() + 0.01
    children = []
    for number in range(processes):
        child = os.fork()
        if child == 0:
            os._exit(_open(store, number, begin))
        children.append(child)
    return {"failed": sum(os.waitpid(child, 0)[1] != 0 for child in children)}


def _open(store: Path, number: int, begin: float) -> int:
    while time.monotonic() < begin:
        pass
    try:
        upgrade(store, NOON)
        with Desk.open(store, Actor(f"s{number}", ""), ManualClock(NOON + 5 * MINUTE)) as desk:
            handling.evaluate(desk)
    except FrontdeskError as error:
        os.write(2, f"{error.reason} {error.facts}\n".encode())
        return 1
    return 0


if __name__ == "__main__":
    print(json.dumps(open_together(Path(sys.argv[1]), int(sys.argv[2]))))
