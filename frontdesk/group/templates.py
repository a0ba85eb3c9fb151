"""Templates at head office: numbers offered to the stores, in versions; which store took which, its log says."""

import json
import secrets
from collections.abc import Mapping
from typing import Any, NamedTuple

from psycopg import Connection
from psycopg.rows import class_row

from frontdesk.domain.group.office import OfficeReason
from frontdesk.domain.group.templates import LARGEST, NAME_LIMIT, NOTE_LIMIT, OfferState, state_of
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_line, whole_line


class TemplateVersion(NamedTuple):
    """A version of a template as it is kept."""

    number: int
    name: str
    version: int
    note: str
    numbers: str
    """The numbers as JSON."""
    added_at: Millis
    added_by: str
    withdrawn_at: Millis | None
    withdrawn_by: str | None

    @property
    def said(self) -> dict[str, object]:
        """What it says, by the names of the numbers."""
        found: dict[str, object] = json.loads(self.numbers)
        return found

    @property
    def as_told(self) -> dict[str, object]:
        """What a store is told of it."""
        return {
            **{key: getattr(self, key) for key in ("number", "name", "version", "note")},
            "by": self.added_by,
            "numbers": self.said,
        }


class AtStore(NamedTuple):
    """How a template stands at a store: the newest of its versions that is known there, and the one it took."""

    code: str
    name: str
    version: int | None
    state: OfferState
    since: Millis | None
    took: int | None
    """The newest version that was accepted and is in force."""


_COLUMNS = ", ".join(TemplateVersion._fields)
_NEWEST = f"select distinct on (name) {_COLUMNS} from policy_templates order by name, version desc"
_AT_STORES = (
    "select s.code, s.name, t.version, a.state, coalesce(a.decided_at, a.asked_at), v.state, v.in_force_at"
    " from stores s left join (group_templates g join policy_templates t on t.number = g.number and t.name = %s)"
    " on g.store = s.code"
    " left join lateral (select state, asked_at, decided_at from approvals"
    "   where store = g.store and matter_id = g.id order by id desc limit 1) a on true"
    " left join plan_versions v on v.store = g.store and v.id = g.plan_version"
    " order by s.code, t.version"
)


def add(
    connection: Connection[Any], name: str, numbers: Mapping[str, object], *, note: str, by: str, now: Millis
) -> TemplateVersion:
    """Add a version of a template; it is offered from now on, and the one before it no more.

    Raises `Refused`: BAD_TEMPLATE_NAME, TEMPLATE_AS_BEFORE.
    """
    called, said = read_name(name), json.dumps(numbers, ensure_ascii=False, sort_keys=True)
    with connection.transaction():
        # Of two that are added at once each gets a version of its own.
        connection.execute("lock table policy_templates in share row exclusive mode")
        before = _newest(connection, called)
        if before is not None and before.withdrawn_at is None and before.numbers == said:
            raise Refused(OfficeReason.TEMPLATE_AS_BEFORE, name=called, version=before.version)
        made = TemplateVersion(
            number=secrets.randbelow(LARGEST) + 1, name=called, version=before.version + 1 if before else 1,
            note=whole_line(note, NOTE_LIMIT), numbers=said, added_at=now, added_by=clean_line(by, NAME_LIMIT),
            withdrawn_at=None, withdrawn_by=None,
        )  # fmt: skip
        marks = ", ".join(["%s"] * len(made))
        connection.execute(f"insert into policy_templates ({_COLUMNS}) values ({marks})", made)
    return made


def withdraw(connection: Connection[Any], name: str, by: str, now: Millis) -> TemplateVersion:
    """Offer a template no more; who accepted it keeps its numbers. Raises `Refused`.

    UNKNOWN_TEMPLATE, TEMPLATE_WITHDRAWN.
    """
    found = newest(connection, name)
    if found.withdrawn_at is not None:
        raise Refused(OfficeReason.TEMPLATE_WITHDRAWN, name=found.name, version=found.version, at=found.withdrawn_at)
    connection.execute(
        "update policy_templates set withdrawn_at = %s, withdrawn_by = %s where number = %s and withdrawn_at is null",
        (now, clean_line(by, NAME_LIMIT), found.number),
    )
    return found._replace(withdrawn_at=now, withdrawn_by=by)


def every(connection: Connection[Any]) -> list[TemplateVersion]:
    """Return every version of every template, the newest of each first."""
    with connection.cursor(row_factory=class_row(TemplateVersion)) as cursor:
        return cursor.execute(f"select {_COLUMNS} from policy_templates order by name, version desc").fetchall()


def newest(connection: Connection[Any], name: str) -> TemplateVersion:
    """Return the newest version of a template. Raises `Refused(UNKNOWN_TEMPLATE)`."""
    found = _newest(connection, clean_line(name, NAME_LIMIT))
    if found is None:
        raise Refused(OfficeReason.UNKNOWN_TEMPLATE, name=clean_line(name, NAME_LIMIT))
    return found


def on_offer(connection: Connection[Any]) -> list[int]:
    """Return the numbers of what is offered now: of each template the newest version, unless it was withdrawn."""
    return [
        number
        for (number,) in connection.execute(
            f"select number from ({_NEWEST}) newest where withdrawn_at is null order by number"
        ).fetchall()
    ]


def with_number(connection: Connection[Any], number: int) -> TemplateVersion | None:
    """Return a template by its number."""
    with connection.cursor(row_factory=class_row(TemplateVersion)) as cursor:
        return cursor.execute(f"select {_COLUMNS} from policy_templates where number = %s", (number,)).fetchone()


def at_stores(connection: Connection[Any], name: str) -> list[AtStore]:
    """Return how a template stands at each store, as the stores' logs tell."""
    found: dict[str, AtStore] = {}
    for code, store, version, approval, since, plan, in_force_at in connection.execute(_AT_STORES, (name,)).fetchall():
        state = state_of(approval, plan)
        took = version if state is OfferState.ACCEPTED else found[code].took if code in found else None
        found[code] = AtStore(code, store, version, state, in_force_at or since, took)
    return [*found.values()]


def read_name(text: str) -> str:
    """Return the name of a template. Raises `Refused(BAD_TEMPLATE_NAME)`."""
    name = clean_line(text, None)
    if not 0 < len(name) <= NAME_LIMIT:
        raise Refused(OfficeReason.BAD_TEMPLATE_NAME, most=NAME_LIMIT)
    return name


def _newest(connection: Connection[Any], name: str) -> TemplateVersion | None:
    with connection.cursor(row_factory=class_row(TemplateVersion)) as cursor:
        return cursor.execute(
            f"select {_COLUMNS} from policy_templates where name = %s order by version desc limit 1", (name,)
        ).fetchone()
