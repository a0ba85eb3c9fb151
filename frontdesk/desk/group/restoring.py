"""A lost store, made again from what head office has of its log (G2)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from data import openers
from data import restore as restoring
from data.backup import LEFTOVERS
from data.engine.connection import Connection
from data.engine.parts import Progress
from data.engine.transaction import Transaction
from data.group import reading, rebuilding
from data.opening import open_store
from data.stamp import stamp_of
from data.whose import whose
from frontdesk.desk.desk import Desk
from frontdesk.domain.copies.reasons import CopyReason
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.journal.chain import BODY, HEADER, Rule
from frontdesk.domain.journal.events import JournalEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import Clock
from frontdesk.domain.values.errors import InputError, StoreError
from frontdesk.files import refused_by_system
from frontdesk.files.new_file import building_beside

Said = Mapping[str, Any]


class Rebuilding:
    """A store that is being made from its log, in a file beside the one it will be."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.last = 0
        """The last event that is in it."""
        self._connection = rebuilding.begin(path)

    def take(self, events: Iterable[Said]) -> None:
        """Put more of the log into it. Raises `InputError`: NOT_FULL, NOT_UNDERSTOOD."""
        rows = [_row(event) for event in events]
        rebuilding.take(self._connection, rows)
        self.last += len(rows)
        if rows[-1]["seq"] != self.last:
            missing = next(number for number, row in enumerate(rows, self.last - len(rows) + 1) if row["seq"] != number)
            raise InputError(GroupReason.NOT_WHOLE, number=missing)

    def finish(self, progress: Progress) -> None:
        """Make every row that the log tells of. Raises `StoreError(NOT_WHOLE)`."""
        rebuilding.finish(self._connection, self.path, progress)
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


@contextmanager
def begun(store: Path, clock: Clock) -> Iterator[Rebuilding]:
    """Give a store to be made beside a database; what is not put in its place is deleted. Refused while it is open."""
    if openers.stations(store, clock.now()):
        raise StoreError(StoreReason.IN_USE, path=store)
    with refused_by_system.told(store):
        store.absolute().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with building_beside(store, LEFTOVERS) as building, closing(Rebuilding(building)) as made:
        yield made


def put_in_place(
    made: Rebuilding,
    store: Path,
    actor: Actor,
    clock: Clock,
    *,
    code: str,
    beside: Said,
    anyway: bool,
    progress: Progress,
    done: Callable[[], object],
) -> Path | None:
    """Put it in the place of the database, on record; return where the old one is kept, or None if there was none.

    `beside`: what head office has beside the log. `anyway`: also over another store's database.
    """

    def body(transaction: Transaction) -> Result:
        planned = beside.get("agenda")
        reading.put_agenda(transaction.connection, planned if isinstance(planned, list) else [])
        return Result(JournalEvent.RESTORE, facts={"file": code})

    def note() -> None:
        with Desk.open(store, actor, clock) as desk:
            desk.do(body)
        done()

    def check(copy: Connection) -> None:
        if not anyway:
            _check_own(copy, store, code)

    return restoring.restore(
        made.path, store, stamp=stamp_of(store, clock.now()), progress=progress, check=check, then=note
    )


def _check_own(made: Connection, store: Path, code: str) -> None:
    """Raise `StoreError(OTHER_STORE)` where another store is there; one that cannot be read may be any."""
    try:
        present = open_store(store, create_missing=False, only_looks=True)
    except StoreError:
        return
    with closing(present):
        of = whose(made)
        if of.is_other(whose(present)):
            raise StoreError(CopyReason.OTHER_STORE, path=code, name=of.name, begun=of.begun)


def _row(event: Said) -> dict[str, Any]:
    """Return an event as the log has it."""
    body = event.get("body")
    if not isinstance(body, dict) or None in (body.get(name) for name in BODY):
        raise InputError(GroupReason.NOT_FULL, number=event.get("seq", 0))
    kept = event["body_hash"] if event["rule"] == Rule.APART else None
    return {**{name: event[name] for name in (*HEADER, "rule", "hash")}, **body, "body_hash": kept}
