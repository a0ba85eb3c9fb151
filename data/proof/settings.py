"""Checks of data that is in no row image of the events but follows from them: policies, places, phones, templates."""

import json
from collections import defaultdict
from dataclasses import asdict
from typing import Any

from data import policy
from data.cases import templates
from data.engine import store_time
from data.engine.connection import Connection
from data.engine.row_changes import from_json
from data.people import phones
from data.proof.tables import Folded, Mismatch
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.phones import mask_phone


def unexplained_policies(connection: Connection) -> list[Mismatch]:
    """Return policies that no event put into force, or that are not the one before plus the event's changes."""
    events: dict[tuple[Millis, str], list[tuple[int, Any]]] = defaultdict(list)
    for seq, at, who, detail in connection.execute(
        f"select seq, at, who, detail from events where {policy.BROUGHT} order by seq"
    ):
        events[at, who].append((seq, json.loads(detail)))
    found = []
    before: dict[str, Any] = {}
    for position, (number, at, who, text) in enumerate(
        connection.execute("select id, at, who, policy from policies order by id")
    ):
        stored = json.loads(text)
        mine = events[at, who]
        if position == 0 and at == 0:
            before = stored
            continue
        if not mine:
            found.append(Mismatch("policies", number, 0, "unexplained"))
        else:
            seq, changed = mine.pop(0)
            expected = {**before, **{key: after for key, (_, after) in changed.items()}}
            wrong = tuple(key for key in stored if key in expected and stored[key] != expected[key])
            if wrong:
                found.append(Mismatch("policies", number, seq, "differs", wrong))
        before = stored
    found += [Mismatch("policies", 0, seq, "missing") for left in events.values() for seq, _ in left]
    return found


def begun_otherwise(connection: Connection) -> tuple[str, ...]:
    """Return the numbers of the very first policy that differ from this program's; that policy is in no event.

    No version so far began otherwise. One that does has to say here what the versions before it began with.
    """
    row = connection.execute("select policy from policies where at = 0 order by id limit 1").fetchone()
    stored = {} if row is None else json.loads(row[0])
    right = json.loads(json.dumps(asdict(Policy())))
    return tuple(sorted(key for key, value in stored.items() if right.get(key) != value))


def places_agree(connection: Connection) -> bool:
    """Whether the places in use are those of the policy in force."""
    return policy.places(connection) == policy.current(connection).places()


def unlike_phones(connection: Connection, lately: int | None = None) -> Folded:
    """Return the phones that do not agree with their masked form, or with the digits their case is found by.

    `lately`: only so many are looked at, those that were kept last.
    """
    found = Folded()
    (last,) = connection.execute("select coalesce(max(id), 0) from phones").fetchone()
    after = 0 if lately is None else last - lately
    for number, whole, masked in connection.execute(
        "select id, number, masked from phones where id > ? order by id", (after,)
    ):
        found.rows += 1
        if mask_phone(whole) != masked:
            found.add(Mismatch("phones", number, 0, "differs", ("masked",)))
    for number in phones.of_nobody(connection, after):
        found.add(Mismatch("phones", number, 0, "unexplained"))
    # A case is found by the last four digits of its phone, or by fewer where there are not as many.
    rows = connection.execute(
        "select p.id, c.id from complaints c join phones p on p.id = c.phone_id"
        " where p.id > ? and length(number) = 11 and number not glob '*[^0-9]*' and not exists ("
        "select 1 from case_terms t where t.complaint_id = c.id and term = substr(number, -4)) order by p.id",
        (after,),
    )
    for phone, case in rows:
        found.add(Mismatch("phones", phone, 0, "differs", (f"case_terms {case}",)))
    return found


def unexplained_templates(connection: Connection) -> list[Mismatch]:
    """Return the templates that neither came with the store nor were put in by an event, and those that are gone."""
    touched = {
        change.id
        for told in connection.execute(
            "select changes, occurred_at from events where kind in ('template', 'template_remove')"
        )
        for change in from_json(*told)
        if change.table == "templates"
    }
    begun = templates.defaults()
    rows = {number: tuple(said) for number, *said in connection.execute("select id, name, words from templates")}
    # One that is not used any more stays on record, so that the first numbers are all there.
    gone = set(range(1, len(begun) + 1)) - rows.keys() - touched
    strange = {number for number, said in rows.items() if number not in touched and said not in begun}
    return [
        *(Mismatch("templates", number, 0, "unexplained") for number in sorted(strange)),
        *(Mismatch("templates", number, 0, "missing") for number in sorted(gone)),
    ]


def strange_values(connection: Connection) -> tuple[str, ...]:
    """Return the names of the store's single values that this program never keeps."""
    rows = connection.execute("select key from meta order by key")
    return tuple(str(key) for (key,) in rows if key not in store_time.KEPT)
