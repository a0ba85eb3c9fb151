"""The one way anything is written: immediate, re-read, decided, conditional, one event row, all or nothing."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from data.engine import row_changes, store_time, stored_result
from data.engine.asked_once import asking_once, forget_answers
from data.engine.connection import Connection, DatabaseError, IntegrityError, check_schema, errors_as_sentences
from data.engine.turns import begin
from frontdesk.domain.journal.chain import Rule, event_hash
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result, new_operation
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.unreadable import SENSELESS
from frontdesk.domain.values.clock import Clock, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.process.stopping import unpaused

Row = dict[str, Any]


@dataclass(slots=True)
class Transaction:
    """One command at work: its connection, its time, and every row it changed, before and after."""

    connection: Connection
    now: Millis
    actor: Actor
    changes: list[Row] = field(default_factory=list)
    proof: str | None = None
    """How it is known who does it; None for what nobody did."""

    def insert(self, table: str, row: Row) -> int:
        """Insert a row; return its id."""
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        cursor = self.connection.execute(f"insert into {table} ({names}) values ({marks})", tuple(row.values()))
        number = int(cursor.lastrowid or 0)
        self.changes.append({"table": table, "id": number, "before": None, "after": self.image(table, number)})
        return number

    def update(self, table: str, number: int, values: Row, *, where: Row | None = None) -> None:
        """Change one row if it is still as `where` says. Raises `Refused(CHANGED_SINCE)`."""
        before = self.image(table, number)
        sets = ", ".join(f"{name} = ?" for name in values)
        conditions = "".join(f" and {name} is ?" for name in where or {})
        cursor = self.connection.execute(
            f"update {table} set {sets} where id = ?{conditions}",
            (*values.values(), number, *(where or {}).values()),
        )
        if cursor.rowcount != 1:
            raise Refused(JournalReason.CHANGED_SINCE)
        self.changes.append({"table": table, "id": number, "before": before, "after": self.image(table, number)})

    def attempt(self, part: Callable[[], object]) -> bool:
        """Do a part of the work; if a record makes no sense, take that part back. Return whether it was done."""
        written = len(self.changes)
        self.connection.execute("SAVEPOINT part")
        try:
            part()
        except (IntegrityError, Refused, *SENSELESS):
            self.connection.execute("ROLLBACK TO part")
            forget_answers(self.connection)
            del self.changes[written:]
            return False
        finally:
            self.connection.execute("RELEASE part")
        return True

    def restore(self, change: Row) -> None:
        """Undo one recorded change; the row must still be as that change left it."""
        table, number, before = change["table"], change["id"], change["before"]
        now = self.image(table, number)
        if not _is_as(now, change["after"]):
            raise Refused(JournalReason.CHANGED_SINCE)
        if before is None:
            self.connection.execute(f"delete from {table} where id = ?", (number,))
        else:
            sets = ", ".join(f"{name} = ?" for name in before)
            self.connection.execute(f"update {table} set {sets} where id = ?", (*before.values(), number))
        self.changes.append({"table": table, "id": number, "before": now, "after": before})

    def image(self, table: str, number: int) -> Row | None:
        """Return a row as it is now, or None if there is none."""
        return image(self.connection, table, number)


def image(connection: Connection, table: str, number: int) -> Row | None:
    """Return a row as it is now, or None if there is none."""
    cursor = connection.execute(f"select * from {table} where id = ?", (number,))
    row = cursor.fetchone()
    return None if row is None else dict(zip((c[0] for c in cursor.description), row, strict=True))


def _is_as(row: Row | None, recorded: Row | None) -> bool:
    """Whether a row is as an event left it; what an update added since, the event does not tell: that is empty yet."""
    if row is None or recorded is None:
        return row is recorded
    return {name: value for name, value in row.items() if name in recorded or value is not None} == recorded


def write(
    connection: Connection,
    *,
    operation: str,
    actor: Actor,
    clock: Clock,
    body: Callable[[Transaction], Result | None],
    allow: Callable[[Transaction, Result], None],
    first: Callable[[Transaction], Result | None] = lambda transaction: None,
    after: Callable[[Transaction], None] = lambda transaction: None,
) -> Result | None:
    """Carry out one command in one transaction, once: an operation id that is known gets its first result again.

    What has to be put right `first` is an event of its own; `after` each of the two it is noted what its rows touch.
    `allow` raises `Refused` where it is not for whoever gave it. A `body` that returns None had nothing to do and
    leaves nothing else behind. Raises what the body raises, `Refused` where a constraint holds against it,
    `StoreError` where it could not be kept.
    """
    with errors_as_sentences(), unpaused(), asking_once(connection):
        begin(connection)
        try:
            check_schema(connection)
            known = _answered(connection, operation)
            if known is not None:
                connection.execute("ROLLBACK")
                return known
            transaction = Transaction(connection, store_time.now(connection, clock), actor)
            before = first(transaction)
            if before is not None:
                after(transaction)
                _append(transaction, new_operation(), replace(before, at=transaction.now))
                transaction = Transaction(connection, store_time.now(connection, clock), actor)
            with _dated(transaction.now):
                result = body(transaction)
                if result is None:
                    connection.execute("ROLLBACK" if before is None else "COMMIT")
                    return None
                allow(transaction, result)
            after(transaction)
            result = replace(result, at=result.at or transaction.now)
            result = _append(transaction, operation, result)
        except IntegrityError as error:
            _roll_back(connection)
            raise Refused(JournalReason.CHANGED_SINCE, detail=str(error)) from error
        except BaseException:
            _roll_back(connection)
            raise
        _commit(connection, operation)
    return result


@contextmanager
def _dated(now: Millis) -> Generator[None]:
    """Add to a refusal when it was made: a time in it is said with its day where that is another."""
    try:
        yield
    except Refused as refused:
        refused.facts.setdefault("now", now)
        raise


def kept(connection: Connection, operation: str) -> Result | None:
    """Return the recorded result of an operation id, or None if nothing was recorded."""
    with errors_as_sentences():
        return _answered(connection, operation)


def try_to_write(connection: Connection) -> None:
    """Begin to write, but write nothing. Raises `StoreError` if the store cannot be written."""
    with errors_as_sentences():
        begin(connection)
        try:
            check_schema(connection)
        finally:
            connection.execute("ROLLBACK")


def _commit(connection: Connection, operation: str) -> None:
    try:
        connection.execute("COMMIT")
    except DatabaseError:
        _roll_back(connection)
        # A COMMIT that fails may have been stored all the same: the operation id tells.
        try:
            kept = _answered(connection, operation) is not None
        except DatabaseError:
            kept = False
        if not kept:
            raise


def _roll_back(connection: Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _answered(connection: Connection, operation: str) -> Result | None:
    row = connection.execute(f"select {stored_result.COLUMNS} from events where operation = ?", (operation,)).fetchone()
    return None if row is None else stored_result.from_row(row)


def _append(transaction: Transaction, operation: str, result: Result) -> Result:
    last = transaction.connection.execute("select hash from events order by seq desc limit 1").fetchone()
    result = replace(result, seq=_next_number(transaction.connection))
    row: Row = {
        "seq": result.seq,
        "operation": operation,
        "at": transaction.now,
        "occurred_at": result.at,
        "station": transaction.actor.station,
        "who": transaction.actor.who,
        "kind": result.kind,
        "plate": result.plate,
        "place": result.place,
        "detail": result.detail,
        "answer": stored_result.to_json(result),
        "changes": row_changes.to_json(transaction.changes, result.at),
        "undoes": result.undoes,
        "proof": transaction.proof,
        "rule": Rule.APART,
    }
    row["hash"] = event_hash(last[0] if last else "", row)
    transaction.connection.execute(
        f"insert into events ({', '.join(row)}) values ({', '.join('?' * len(row))})", tuple(row.values())
    )
    return result


def _next_number(connection: Connection) -> int:
    """Return one more than the highest number ever given, so that removed events leave a gap."""
    row = connection.execute("select seq from sqlite_sequence where name = 'events'").fetchone()
    return 1 if row is None else int(row[0]) + 1
