"""The records whose term is over, and what of them is still a customer's (G2)."""

import json
from collections.abc import Iterable

from data.engine.connection import Connection
from data.personal import HAS_NUMBER, IS_PERSONAL
from frontdesk.domain.cases.case import Stage
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.forgetting.customer import CaseOfCustomer
from frontdesk.domain.retention.terms import ListedCase
from frontdesk.domain.values.clock import Millis

_CLOSED_AT = (
    "coalesce((select max(at) from notes n where n.complaint_id = c.id"
    f" and n.step in ('{CaseStep.CLOSE}', '{CaseStep.CLOSE_ANYWAY}')), c.received_at)"
)
_PAST = f"complaints c where c.stage = '{Stage.CLOSED}' and c.received_at < :before and {_CLOSED_AT} < :before"


def count_visits(connection: Connection, before: Millis) -> int:
    """Return how many visits had ended before an instant."""
    row = connection.execute("select count(*) from visits where arrived_at < ?1 and left_at < ?1", (before,)).fetchone()
    return int(row[0])


def count_cases(connection: Connection, before: Millis) -> tuple[int, int, int]:
    """Return how many cases had been closed before an instant; how many of them say something, and hold a number."""
    row = connection.execute(
        f"select count(*), coalesce(sum{IS_PERSONAL}, 0), coalesce(sum({HAS_NUMBER}), 0) from {_PAST}",
        {"before": before},
    ).fetchone()
    return int(row[0]), int(row[1]), int(row[2])


def cases_that_say(connection: Connection, before: Millis, limit: int) -> tuple[CaseOfCustomer, ...]:
    """Return the cases closed before an instant that still hold a name, a number or words, oldest first."""
    rows = connection.execute(
        f"select c.id, c.received_at, c.stage, c.phone_id from {_PAST} and {IS_PERSONAL} order by c.id limit :limit",
        {"before": before, "limit": limit},
    )
    return tuple(CaseOfCustomer(number, at, Stage(stage), phone) for number, at, stage, phone in rows)


def told_of(connection: Connection, numbers: Iterable[int]) -> tuple[ListedCase, ...]:
    """Return what stays of some cases."""
    rows = connection.execute(
        "select id, received_at, kind, coalesce(plate, '') from complaints"
        " where id in (select value from json_each(?)) order by id",
        (json.dumps(list(numbers)),),
    )
    return tuple(ListedCase(*row) for row in rows)


def count_numbers(connection: Connection, cases: Iterable[CaseOfCustomer], phones: Iterable[int] = ()) -> int:
    """Return how many phone numbers some cases hold, and the others that are listed."""
    listed = json.dumps([*(case.phone_id for case in cases if case.phone_id is not None), *phones])
    row = connection.execute(
        "select count(*) from phones where number <> '' and id in (select value from json_each(?))", (listed,)
    ).fetchone()
    return int(row[0])


def taken_back(connection: Connection, cases: Iterable[CaseOfCustomer]) -> tuple[int, ...]:
    """Return the numbers up to the last of some cases that no case has: those were taken back when they were new."""
    last = max((case.id for case in cases), default=0)
    kept = connection.execute("select id from complaints where id <= ?", (last,))
    return tuple(sorted({*range(1, last + 1)} - {number for (number,) in kept}))
