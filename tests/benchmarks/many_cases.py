"""A store with very many cases in it, filled in one transaction, past the commands."""

import random
from pathlib import Path

from data.cases.search_terms import index_all_words
from data.engine.connection import Connection
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.search_terms import terms
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, Millis
from frontdesk.domain.values.phones import mask_phone

SURNAMES = {
    "王": "w",
    "李": "l",
    "张": "z",
    "刘": "l",
    "陈": "c",
    "杨": "y",
    "赵": "z",
    "黄": "h",
    "周": "z",
    "吴": "w",
}
GIVEN = {"伟": "w", "芳": "f", "娜": "n", "敏": "m", "静": "j", "丽": "l", "强": "q", "磊": "l", "军": "j", "洋": "y"}
WORDS = "到店后等了很久没有人接待，车子停在预检区，问了几次都说再等等，希望有人给一个说法"


def fill(store: Path, *, opened: int, closed: int, late: int = 0, seed: int = 7) -> None:
    """Put so many cases into a store, `late` of the open ones past due; every plate begins with 苏."""
    with Desk.open(store, Actor("benchmark", "benchmark")) as desk:
        connection, now, chance = desk.connection, desk.now(), random.Random(seed)
        connection.execute("begin immediate")
        for number in range(1, closed + opened + 1):
            _case(connection, number, now, chance, is_open=number > closed, late=number > closed + opened - late)
        index_all_words(connection)
        connection.execute("commit")
        connection.execute("analyze")
        connection.execute("PRAGMA wal_checkpoint(truncate)")


def _case(
    connection: Connection, number: int, now: Millis, chance: random.Random, *, is_open: bool, late: bool
) -> None:
    given = chance.choices(list(GIVEN), k=2)
    surname = chance.choice(list(SURNAMES))
    customer = surname + "".join(given)
    letters = SURNAMES[surname] + "".join(GIVEN[each] for each in given)
    plate = f"苏{chance.choice('ABCDE')}{chance.randrange(100_000):05d}"
    phone = f"13{chance.randrange(10**9):09d}"
    received = now - chance.randrange(HOUR, 3 * DAY) if is_open else now - DAY - (110_000 - number) * 10 * MINUTE
    due = now - chance.randrange(MINUTE, DAY) if late else now + chance.randrange(HOUR, 5 * DAY)
    connection.execute("insert into phones (id, number, masked) values (?, ?, ?)", (number, phone, mask_phone(phone)))
    connection.execute(
        "insert into complaints (id, received_at, registered_at, channel, kind, severity, stage, customer, phone_id,"
        " plate, words, next_due, follow_up_at, followed_up_at) values (?, ?, ?, 'phone', 'service', ?, ?, ?, ?, ?, ?,"
        " ?, ?, ?)",
        (number, received, received, chance.choice(("ordinary", "major")), "registered" if is_open else "closed",
         customer, number, plate, WORDS, due if is_open else None, None if is_open else received + 3 * DAY,
         None if is_open or chance.random() < 0.001 else received + 3 * DAY),
    )  # fmt: skip
    for name, at in (("first_answer", due), ("full_answer", due + DAY)):
        connection.execute(
            "insert into clocks (complaint_id, name, started_at, due_at, met_at) values (?, ?, ?, ?, ?)",
            (number, name, min(received, at), at, None if is_open else received),
        )
    found = terms(number, plate, customer, [letters], phone)
    connection.executemany("insert into case_terms values (?, ?)", [(term, number) for term in sorted(found)])
