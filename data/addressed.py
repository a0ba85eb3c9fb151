"""What belongs to a customer and to no case: messages with their tries, what is wished for a number, appointments.

It is found by number, plate and name; what was taken back right after it was written stands in the log alone.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from data import matter_words, repair_words
from data.engine.connection import Connection
from frontdesk.domain.forgetting.customer import ADDRESSED, GONE, Addressed, Customer, without_words
from frontdesk.domain.values.clock import Millis

_OF = {
    "messages": "id in (select value from json_each(:messages))",
    "message_tries": "message_id in (select value from json_each(:messages))",
    "survey_answers": (
        "asked_id in (select id from survey_asked where message_id in (select value from json_each(:messages)))"
    ),
    "contact_wishes": "id in (select value from json_each(:wishes))",
    "appointments": "id in (select value from json_each(:appointments))",
}
_SAYS = (
    f"(m.name <> '' or m.text <> '{GONE}' or exists (select 1 from phones p where p.id = m.phone_id and p.number <> '')"
    " or exists (select 1 from message_tries t where t.message_id = m.id"
    f" and (t.words not in ('', '{GONE}') or t.receipt not in ('', '{GONE}'))))"
)
_GOES_WITH_IT = (
    "(exists (select 1 from appointments a where a.phone_id = m.phone_id)"
    " or exists (select 1 from complaints c where c.phone_id = m.phone_id))"
)
"""A message may have its number from an appointment or a case, and those have a term of their own."""
_PAST = "audience <> 'staff' and ended_at < :before and made_at < :before and " + _SAYS.replace(
    "p.number <> ''", f"p.number <> '' and not {_GOES_WITH_IT}"
)
_NUMBER = "exists (select 1 from phones p where p.id = a.phone_id and p.number <> '')"
_HOLDS = f"(a.customer <> '' or a.work not in ('', '{GONE}') or a.why not in ('', '{GONE}') or {_NUMBER})"
_STILL_USED = (
    "exists (select 1 from messages m where m.phone_id = a.phone_id and (m.ended_at is null or m.ended_at >= :before))"
)
"""Whoever was booked long ago is told about a later repair under the same number."""
_NUMBER_OVER = f"({_NUMBER} and not {_STILL_USED})"
_HOLDS_OVER = _HOLDS.replace(_NUMBER, _NUMBER_OVER)
_OVER = "a.state <> 'booked' and a.at < :before and a.made_at < :before"


def of_customer(connection: Connection, customer: Customer, phones: Collection[int]) -> Addressed:
    """Return what is addressed to a customer; `phones`: the numbers of their cases, where only a case is named."""
    listed = json.dumps(sorted(phones))
    wanted = {
        "p.number = :phone": customer.phone,
        "m.plate = :plate": customer.plate,
        "p.number <> '' and p.number in (select number from phones where id in (select value from json_each(:phones)))":
            not (customer.phone or customer.plate),
        "m.name = :name": customer.name,
    }  # fmt: skip
    where = " and ".join(condition for condition, said in wanted.items() if said)
    values = {"phone": customer.phone, "plate": customer.plate, "phones": listed, "name": customer.name}
    rows = connection.execute(
        "select m.id, m.phone_id, m.ended_at from messages m left join phones p on p.id = m.phone_id"
        f" where audience <> 'staff' and {_SAYS} and {where} order by m.id",
        values,
    ).fetchall()
    booked = _appointments(connection, customer, listed)
    numbers = [phone for phone in (*(row[1] for row in rows), *(row[1] for row in booked)) if phone is not None]
    wishes = connection.execute(
        "select w.id, w.phone_id from contact_wishes w join phones p on p.id = w.phone_id where p.number <> ''"
        " and (p.number = :phone"
        " or p.number in (select number from phones where id in (select value from json_each(:ids))))",
        {"phone": customer.phone, "ids": json.dumps([*numbers, *sorted(phones)])},
    ).fetchall()
    repairs = repair_words.of_customer(
        connection, customer, (number for number, *_ in booked), (number for number, *_ in rows)
    )
    met = matter_words.of_customer(connection, customer, phones)
    return Addressed(
        tuple(number for number, _, _ in rows),
        tuple(number for number, _, ended_at in rows if ended_at is None),
        tuple(number for number, _ in wishes),
        tuple(dict.fromkeys((*numbers, *met.phones, *(phone for _, phone in wishes)))),
        tuple(number for number, _, _ in booked),
        tuple(number for number, _, is_expected in booked if is_expected),
        repairs.ids,
        repairs.still_open,
        met.ids,
        met.still_open,
    )


def _appointments(connection: Connection, customer: Customer, phones: str) -> list[tuple[int, int | None, int]]:
    """Return the appointments of a customer, each with its number and whether they may still come."""
    wanted = {
        "p.number = :phone": customer.phone,
        "a.plate = :plate": customer.plate,
        "p.number <> '' and p.number in (select number from phones where id in (select value from json_each(:phones)))":
            not (customer.phone or customer.plate),
        "a.customer = :name": customer.name,
    }  # fmt: skip
    where = " and ".join(condition for condition, said in wanted.items() if said)
    return connection.execute(
        "select a.id, a.phone_id, a.state = 'booked' from appointments a left join phones p on p.id = a.phone_id"
        f" where {where} and {_HOLDS} order by a.id",
        {"phone": customer.phone, "plate": customer.plate, "phones": phones, "name": customer.name},
    ).fetchall()


def past(connection: Connection, before: Millis, limit: int) -> Addressed:
    """Return the messages that ended before an instant and still hold a name, a number or words, oldest first."""
    rows = connection.execute(
        f"select m.id, iif({_GOES_WITH_IT}, null, m.phone_id) from messages m where {_PAST} order by m.id limit :limit",
        {"before": before, "limit": limit},
    ).fetchall()
    numbers, phones = _apart(rows)
    return Addressed(numbers, phones=phones, taken_back=_taken_back(connection, "messages", numbers))


def past_appointments(connection: Connection, before: Millis, limit: int) -> Addressed:
    """Return the appointments for before an instant that still hold a name, a number or words, oldest first."""
    rows = connection.execute(
        f"select a.id, iif({_STILL_USED}, null, a.phone_id) from appointments a where {_OVER} and {_HOLDS_OVER}"
        " order by a.id limit :limit",
        {"before": before, "limit": limit},
    ).fetchall()
    numbers, phones = _apart(rows)
    return Addressed(appointments=numbers, phones=phones, taken_back=_taken_back(connection, "appointments", numbers))


def count_appointments(connection: Connection, before: Millis) -> tuple[int, int, int]:
    """Return how many appointments were for before an instant; how many still say something, and hold a number."""
    row = connection.execute(
        f"select count(*), coalesce(sum{_HOLDS_OVER}, 0), coalesce(sum{_NUMBER_OVER}, 0) from appointments a"
        f" where {_OVER}",
        {"before": before},
    ).fetchone()
    return int(row[0]), int(row[1]), int(row[2])


def _apart(rows: Iterable[tuple[int, int | None]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the numbers of rows, and the phones they have."""
    listed = list(rows)
    phones = dict.fromkeys(phone for _, phone in listed if phone is not None)
    return tuple(number for number, _ in listed), tuple(phones)


def _taken_back(connection: Connection, table: str, numbers: Iterable[int]) -> tuple[tuple[str, int], ...]:
    """Return what was taken back when it was new, up to the last of some rows: it is older than that one."""
    last = max(numbers, default=0)
    kept = {number for (number,) in connection.execute(f"select id from {table} where id <= ?", (last,))}
    return tuple((table, number) for number in range(1, last + 1) if number not in kept)


def count_past(connection: Connection, before: Millis) -> int:
    """Return how many messages ended before an instant and still hold a name, a number or words."""
    return int(connection.execute(f"select count(*) from messages m where {_PAST}", {"before": before}).fetchone()[0])


def redact(connection: Connection, found: Addressed) -> None:
    """Take the names and words out of the rows, in a transaction under way."""
    values = {
        "messages": json.dumps(found.messages),
        "wishes": json.dumps(found.wishes),
        "appointments": json.dumps(found.appointments),
    }
    for table, columns in ADDRESSED.items():
        cursor = connection.execute(f"select id, {', '.join(columns)} from {table} where {_OF[table]}", values)
        names = [column[0] for column in cursor.description]
        for row in cursor.fetchall():
            clean = without_words(table, dict(zip(names, row, strict=True)))
            sets = ", ".join(f"{name} = :{name}" for name in columns)
            connection.execute(f"update {table} set {sets} where id = :id", clean)


def named(connection: Connection, found: Addressed) -> set[str]:
    """Return the names and plates in the messages of a customer."""
    rows = connection.execute(
        "select name, plate from messages where id in (select value from json_each(?))"
        " union select customer, plate from appointments where id in (select value from json_each(?))",
        (json.dumps(found.messages), json.dumps(found.appointments)),
    )
    return {said for names in rows for said in names if said}


class Theirs:
    """Tells which rows of the log are addressed to a customer."""

    def __init__(self, connection: Connection, found: Addressed, names: Iterable[str]) -> None:
        self._kept = {
            table: {number for (number,) in connection.execute(f"select id from {table}")}
            for table in ("messages", "appointments")
        }
        self._names = set(names)
        self._rows = {("messages", number) for number in found.messages}
        self._rows |= {("contact_wishes", number) for number in found.wishes}
        self._rows |= {("appointments", number) for number in found.appointments}
        self._rows |= set(found.taken_back)
        asked = connection.execute(
            "select id from survey_asked where message_id in (select value from json_each(?))",
            (json.dumps(found.messages),),
        )
        self._asked = {number for (number,) in asked}

    def __call__(self, table: str, number: int, row: Mapping[str, Any]) -> bool:
        """Whether a row is theirs; `row` is what is told of it, which is all of it where it is new."""
        if table == "message_tries":
            named = ("messages", row.get("message_id")) in self._rows
        elif table == "survey_answers":
            named = row.get("asked_id") in self._asked
        else:
            was_taken_back = table in self._kept and number not in self._kept[table]
            said = (row.get("name"), row.get("customer"), row.get("plate"))
            named = was_taken_back and not self._names.isdisjoint(said)
        if named:
            self._rows.add((table, number))
        return (table, number) in self._rows
