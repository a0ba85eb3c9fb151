"""The playbooks: those the store loaded, each version on record; beside them those that come with the program."""

import json
from functools import lru_cache
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from frontdesk.domain.runs.playbook import Fact, Playbook, PlaybookKind, PlaybookOnRecord, Step

_COLUMNS = "id, version, body, own, at, who"
_NEWEST = "id in (select max(id) from playbooks group by key)"


def newest(connection: Connection) -> dict[str, PlaybookOnRecord]:
    """Return the newest version of each playbook on record, by name."""
    rows = connection.execute(f"select {_COLUMNS} from playbooks where {_NEWEST} order by key")
    return {each.playbook.key: each for each in map(_on_record, rows)}


def versions(connection: Connection, key: str) -> tuple[PlaybookOnRecord, ...]:
    """Return every version of a playbook on record, oldest first."""
    rows = connection.execute(f"select {_COLUMNS} from playbooks where key = ? order by version", (key,))
    return tuple(map(_on_record, rows))


def put(transaction: Transaction, playbook: Playbook, *, own: bool = False) -> PlaybookOnRecord:
    """Return a playbook as it is on record; where the newest one says something else, it is a new version.

    `own`: the store loads it, instead of the one that comes with the program.
    """
    present = newest(transaction.connection).get(playbook.key)
    if present is not None and present.playbook == playbook and present.own is own:
        return present
    version = 1 if present is None else present.version + 1
    row: Row = {"key": playbook.key, "version": version, "at": transaction.now, "who": transaction.actor.who}
    number = transaction.insert("playbooks", {**row, "body": to_text(playbook), "own": int(own)})
    return PlaybookOnRecord(number, version, playbook, own, transaction.now, transaction.actor.who)


def to_text(playbook: Playbook) -> str:
    """Return a playbook as it is kept."""
    told = playbook._asdict()
    told["steps"] = [step._asdict() for step in playbook.steps]
    told["facts"] = [fact._asdict() for fact in playbook.facts]
    return json.dumps(told, ensure_ascii=False)


@lru_cache(maxsize=64)
def of_text(text: str) -> Playbook:
    """Return a playbook as it was kept; of one that many runs follow the text is read once."""
    told = json.loads(text)
    steps = tuple(Step(**{**step, "after": tuple(step["after"])}) for step in told["steps"])
    facts = tuple(Fact(**fact) for fact in told["facts"])
    lists = {name: tuple(told.get(name, ())) for name in ("first", "contacts")}
    kind = told.get("kind", PlaybookKind.WORK.value)
    return Playbook(told["key"], told["title"], told["about"], steps, facts, kind, **lists)


def _on_record(row: tuple[Any, ...]) -> PlaybookOnRecord:
    number, version, body, own, at, who = row
    return PlaybookOnRecord(number, version, of_text(body), bool(own), at, who)
