"""Rows that no command would write, and that the schema takes all the same: any instant, any text where one may be."""

import contextlib
import random
from typing import Any

from data.engine.connection import Connection, DatabaseError

Statement = tuple[str, tuple[Any, ...]]

INSTANTS = (-(2**63), -62_135_596_800_001, -1, 0, 1, 1_772_416_800_000, 253_402_300_800_000, 2**63 - 1)
"""The ends of what can be kept, the first year, the last, and now."""
TEXTS = ("", "x", "zone", "visit:", "visit:x", "ticket:1", "苏A12345", "[b]", "9" * 400)


def poison(connection: Connection, chance: random.Random, rounds: int) -> int:
    """Write so many rows with whatever comes; return how many the schema took."""
    taken = 0
    for _round in range(rounds):
        statement, values = chance.choice(ROWS)(chance)
        with contextlib.suppress(DatabaseError):
            connection.execute(statement, values)
            taken += 1
    return taken


def at(chance: random.Random) -> int:
    """An instant: one of the ends, or any."""
    return chance.choice((chance.choice(INSTANTS), chance.randint(-(2**63), 2**63 - 1)))


def _visit(chance: random.Random) -> Statement:
    return (
        "insert into visits (plate, purpose, arrived_at, received_at, expected_exit_at) values (?, 'repair', ?, ?, ?)",
        (f"苏A{chance.randrange(10**6)}", at(chance), chance.choice((None, 2**63 - 1)), at(chance)),
    )


def _stay(chance: random.Random) -> Statement:
    return (
        "insert into stays (visit_id, place, alone, started_at) select ?, key, kind = 'bay', ? from places"
        " order by random() limit 1",
        (chance.randint(1, 40), at(chance)),
    )


def _escalation(chance: random.Random) -> Statement:
    instant = at(chance)
    return (
        "insert into escalations (kind, subject, plate, crossed_at, raised_at, state, revision, plan, level, based_at,"
        " called_at, calls) values (?, ?, ?, ?, ?, 'raised', 1, ?, ?, ?, ?, 0)",
        (
            chance.choice(("over_count", "over_stay", "late_reception", "complaint_due", "diversion_expired")),
            chance.choice(TEXTS), chance.choice(TEXTS), instant, instant,
            chance.choice(("{}", "[]", "1", '{"stages": []}', '{"stages": [{"after": 1, "roles": ["x"]}]}')),
            chance.choice((0, 1, 2**40)), at(chance), at(chance),
        ),
    )  # fmt: skip


def _ticket(chance: random.Random) -> Statement:
    return (
        "insert into tickets (visit_id, day, number, issued_at, expires_at, called_at, bay)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        (chance.randint(1, 40), chance.choice(TEXTS), chance.choice((1, 2**62)), at(chance), at(chance), at(chance),
         chance.choice(("", "bay1", "x"))),
    )  # fmt: skip


def _case(chance: random.Random) -> Statement:
    return (
        "insert into complaints (received_at, registered_at, channel, kind, severity, stage, customer, plate, words,"
        " next_due) values (?, ?, 'phone', 'service', 'major', 'registered', ?, ?, 'x', ?)",
        (at(chance), at(chance), chance.choice(TEXTS), chance.choice(TEXTS), chance.choice((None, at(chance)))),
    )


def _clock(chance: random.Random) -> Statement:
    starts = at(chance)
    return (
        "insert into clocks (complaint_id, name, started_at, due_at) values (?, ?, ?, ?)",
        (
            chance.randint(1, 20),
            chance.choice(("first_answer", "on_site")),
            starts,
            chance.choice((starts, 2**63 - 1)),
        ),
    )


def _task(chance: random.Random) -> Statement:
    return (
        "insert into tasks (escalation_id, errand, visit_id, place, ticket, asked_at, asked_by)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        (chance.randint(1, 20), chance.choice(("park", "lounge", "drive", "reorder")), chance.randint(1, 40),
         chance.choice(("bay1", "x")), chance.choice(TEXTS), at(chance), chance.choice(TEXTS)),
    )  # fmt: skip


def _duty(chance: random.Random) -> Statement:
    starts = at(chance)
    return (
        "insert into duties (role, name, starts_at, ends_at, set_at, set_by) values ('deputy', 'x', ?, ?, ?, '')",
        (starts, at(chance), at(chance)),
    )


ROWS = (_visit, _stay, _escalation, _ticket, _case, _clock, _task, _duty)
