"""A store as version 0.2.0 left it: cases in every stage, what is due, numbers that were given and taken back.

Run: version_two.py STORE PROCESSES: opens STORE in so many processes at once, and prints what came of it.
"""

import json
import sys
from importlib.resources import files
from pathlib import Path

from version_one import MINUTE, NOON, PLACES, POLICY, open_together

from data.engine.connection import Connection, connect
from data.opening import APPLICATION_ID
from frontdesk.domain.escalations.plan import Plan, Stage
from frontdesk.domain.people.roles import Role

DAY = 1440 * MINUTE
CASES = [
    # id, stage, severity, plate, minutes before noon it came in, notes: step and minutes before noon
    (1, "closed", "major", "苏A00001", 4000, [("answer", 3900), ("resolve", 2000), ("confirm", 1500), ("close", 1400)]),
    (2, "closed", "ordinary", "苏A00002", 3000,
     [("close", 2900), ("reopen", 2800), ("answer", 2700), ("confirm", 2600), ("close", 2500)]),
    (3, "registered", "ordinary", "苏A00003", 700, []),
    (4, "assigned", "major", "", 60, [("assign", 50)]),
    (5, "answered", "ordinary", "苏A00001", 30, [("assign", 25), ("answer", 20), ("note", 10)]),
    (6, "resolved", "major", "苏A00006", 500, [("answer", 400), ("inform", 390), ("resolve", 300)]),
    (7, "confirmed", "ordinary", "苏A00007", 500, [("answer", 400), ("resolve", 300), ("confirm", 1)]),
]  # fmt: skip
CLOCKS = [
    # case, name, due and met: minutes before noon
    (1, "first_answer", 3800, 3900), (1, "full_answer", 1800, 2000), (1, "head_informed", 3970, None),
    (1, "on_site", 2560, None), (2, "first_answer", 2800, None), (2, "full_answer", -300, None),
    (3, "first_answer", 120, None), (3, "full_answer", -3 * 1440, None), (4, "first_answer", -360, None),
    (4, "full_answer", -5 * 1440, None), (4, "head_informed", 30, 40), (4, "on_site", -1380, None),
    (5, "first_answer", -360, 20), (5, "full_answer", -5 * 1440, None), (6, "first_answer", 0, 400),
    (6, "full_answer", -360, 300), (6, "head_informed", 470, 390), (6, "on_site", -900, None),
    (7, "first_answer", 0, 400), (7, "full_answer", -360, 300),
]  # fmt: skip
LAST_CASE, LAST_CLOCK, LAST_NOTE = 9, 27, 31
"""The highest numbers that were ever given: what had them was taken back."""


def make(path: Path) -> None:
    """Write the store."""
    connection = connect(path, new=True)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for script in ("001_first_schema.sql", "002_escalations_as_a_closed_loop.sql"):
        connection.executescript(files("data.schema").joinpath(script).read_text(encoding="utf-8"))
    connection.executescript(
        "drop table escalations_001;"
        "create table _sqlite_migrations (id integer primary key, migration_set text, name text, applied_at text);"
        "create unique index migrations_once on _sqlite_migrations (migration_set, name);"
        "insert into _sqlite_migrations values (1, 'frontdesk', 'm001_first_schema', '2026-05-01');"
        "insert into _sqlite_migrations values"
        " (2, 'frontdesk', 'm002_escalations_as_a_closed_loop', '2026-05-02');"
        "pragma user_version = 2;"
    )
    policy = POLICY | {"full_answer_days": 3, "on_site_s": 86_400, "working_days": "statutory"}
    connection.execute("insert into policies values (1, 0, '', ?)", (json.dumps(policy),))
    for position, place in enumerate(PLACES):
        connection.execute("insert into places values (?, ?, ?, ?, ?, 1)", (*place, position))
    connection.execute("insert into staff (id, name, post) values (1, '王芳', 'manager')")
    _fill(connection)
    connection.close()


def _fill(connection: Connection) -> None:
    for number, stage, severity, plate, came, notes in CASES:
        connection.execute("insert into phones values (?, ?, '138****0000')", (number, f"1380000000{number}"))
        due = [NOON - due * MINUTE for case, _, due, met in CLOCKS if case == number and met is None]
        connection.execute(
            "insert into complaints (id, received_at, registered_at, channel, kind, severity, stage, customer,"
            " phone_id, plate, words, assigned_to, next_due)"
            " values (?, ?, ?, 'phone', 'service', ?, ?, '陈静', ?, ?, '漏油', ?, ?)",
            (number, NOON - came * MINUTE, NOON - came * MINUTE, severity, stage, number, plate,
             "李四" if number in (4, 5) else "", min(due, default=None)),
        )  # fmt: skip
        for step, ago in notes:
            connection.execute(
                "insert into notes (complaint_id, at, who, step, words) values (?, ?, '李四', ?, '已办')",
                (number, NOON - ago * MINUTE, step),
            )
    arrived = {number: NOON - ago * MINUTE for number, _, _, _, ago, _ in CASES}
    for number, name, until, met in CLOCKS:
        connection.execute(
            "insert into clocks (complaint_id, name, started_at, due_at, met_at) values (?, ?, ?, ?, ?)",
            (number, name, arrived[number], NOON - until * MINUTE, None if met is None else NOON - met * MINUTE),
        )
    for table, last in (("complaints", LAST_CASE), ("clocks", LAST_CLOCK), ("notes", LAST_NOTE)):
        connection.execute("update sqlite_sequence set seq = ? where name = ?", (last, table))
    for number, (clock, plate, crossed) in enumerate([(3, "苏A00001", 3970), (7, "苏A00003", 120)], 1):
        # As it was then: nobody could take it on, and only the advisor was called.
        plan = Plan((Stage(0, (Role.ADVISOR,)),)).to_json()
        at = NOON - crossed * MINUTE
        connection.execute(
            "insert into escalations (id, kind, subject, plate, crossed_at, raised_at, state, revision, plan, level,"
            " based_at, called_at, calls) values (?, 'complaint_due', ?, ?, ?, ?, 'raised', 2, ?, 1, ?, ?, 1)",
            (number, f"clock:{clock}", plate, at, at, plan, at, at),
        )


if __name__ == "__main__":
    print(json.dumps(open_together(Path(sys.argv[1]), int(sys.argv[2]))))
