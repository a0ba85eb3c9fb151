"""An open store with its clock and its operator, which every command works with."""

import os
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from data import clock_set, picture, stations
from data.engine import store_time
from data.engine.connection import Connection, DatabaseError, empty_journal, reading
from data.engine.identity import Identity, check_identity, identity
from data.engine.transaction import Transaction, kept, write
from data.engine.unreadable import noting
from data.figures import marks
from data.journal import last_seq
from data.opening import open_store
from frontdesk.desk import heads, permits, unowned_numbers
from frontdesk.domain.calendar.events import CalendarEvent
from frontdesk.domain.journal.result import Result, new_operation
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.picture.unreadable import SENSELESS, Unreadable
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import Clock, Millis, SystemClock
from frontdesk.domain.values.errors import StoreError

T = TypeVar("T")


@dataclass(slots=True)
class Desk:
    """The store as a command uses it. Use a desk in one thread at a time; open one for each thread."""

    path: Path
    connection: Connection
    clock: Clock
    actor: Actor
    _file: Identity = field(init=False)
    _operation: str = field(init=False, default="")
    follows_log: bool = field(init=False, default=False)
    """Whether its clock is that of a day that is replayed: then it goes back and forth, and nothing moves with it."""
    unreadable: set[Unreadable] = field(init=False, default_factory=set)
    """What turned out, of what was asked, to be on record and not to be shown."""

    def __post_init__(self) -> None:
        self._file = identity(self.path)

    @classmethod
    def open(
        cls, path: Path, actor: Actor, clock: Clock | None = None, *, create: bool = True, only_looks: bool = False
    ) -> "Desk":
        """Open the store at `path`; without `create` only one that is there, once more. Raises `StoreError`."""
        try:
            store = open_store(path, create_missing=create, only_looks=only_looks)
            return cls(path, store, clock or SystemClock(), actor)
        except StoreError as error:
            if error.reason is StoreReason.NEWER and not create:
                raise StoreError(StoreReason.OUTDATED) from error
            raise

    def close(self) -> None:
        """Close the store."""
        self.connection.close()

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def now(self) -> Millis:
        """Return the store's time."""
        return store_time.now(self.connection, self.clock)

    def snapshot(self) -> Snapshot:
        """Return the whole picture."""
        found = picture.read(self.connection, self.clock.now())
        self.unreadable |= set(found.unreadable)
        return found

    def read(self, question: Callable[[Connection], T]) -> T:
        """Ask the store something, in one read transaction."""
        with reading(self.connection), noting() as found:
            answer = question(self.connection)
        self.unreadable |= found
        return answer

    def do(self, body: Callable[[Transaction], Result], operation: str | None = None) -> Result:
        """Carry out one command and wake the stations. Raises `Refused` or `StoreError`."""
        result = self.do_if(body, operation)
        assert result is not None
        return result

    def do_if(self, body: Callable[[Transaction], Result | None], operation: str | None = None) -> Result | None:
        """Carry out a command that may find nothing to do."""
        self.check_identity()
        self._operation = operation or new_operation()
        deleted = False

        def with_numbers(transaction: Transaction) -> Result | None:
            nonlocal deleted
            result = body(transaction)
            if result is not None:
                _mind_the_weather(transaction)
                _mind_the_calls(transaction)
                _mind_the_holidays(transaction, result)
            deleted = result is not None and unowned_numbers.mind(transaction, result)
            return result

        result = write(
            self.connection,
            operation=self._operation,
            actor=self.actor,
            clock=self.clock,
            body=with_numbers,
            allow=permits.check,
            first=self._mind_the_clock,
            after=marks.mark,
        )
        if deleted:
            with suppress(StoreError):
                empty_journal(self.connection)
        if result is not None:
            self.poke()
            if heads.is_due(result.seq - 1, result.seq):
                self.note_end()
                self._keep_up(result.seq)
        return result

    def _mind_the_clock(self, transaction: Transaction) -> Result | None:
        """Where the machine's clock was set back, what is open goes on in running time."""
        return None if self.follows_log else clock_set.mind(transaction, self.clock)

    def note_end(self) -> None:
        """Note in the log where the chain of events ends; if the log or the store fails, nothing else is affected."""
        with suppress(OSError, DatabaseError):
            heads.note(self.connection, self.path)

    def _keep_up(self, seq: int) -> None:
        """Keep what past minutes are rebuilt from; it can be made anew at any time, so it may fail."""
        from data.past import marks as past_marks  # noqa: PLC0415 - nine commands of ten need none

        with suppress(StoreError, DatabaseError, *SENSELESS):
            past_marks.keep_up(self.connection, seq)

    def has_passed(self, seq: int) -> bool:
        """Whether an event that is due to be noted was written after event `seq`."""
        with suppress(DatabaseError):
            return heads.is_due(seq, last_seq(self.connection))
        return False

    def last_result(self) -> Result | None:
        """Return the recorded result of the last command, which may exist even if the command was interrupted."""
        return kept(self.connection, self._operation) if self._operation else None

    def check_identity(self) -> None:
        """Raise `StoreError` if the store's file was moved or replaced since it was opened."""
        check_identity(self.path, self._file)

    def poke(self) -> None:
        """Wake every running station with a datagram to its port on this machine. A lost one costs a second."""
        import socket  # noqa: PLC0415 - a station's first picture wakes nobody

        with suppress(OSError, DatabaseError), closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as poker:
            for port in stations.ports(self.connection, os.getpid()):
                with suppress(OSError):
                    poker.sendto(b"!", ("127.0.0.1", port))


_TOUCHED_BY_WEATHER = frozenset({"appointments", "progress", "matters", "weather_decisions", "weather_rows"})
"""What a list of those whom a decision because of the weather touches is made of."""


def _mind_the_weather(transaction: Transaction) -> None:
    """Where something changed that such a list is made of, it is written anew with it (I7)."""
    if any(change["table"] in _TOUCHED_BY_WEATHER for change in transaction.changes):
        from frontdesk.desk import weather_calls  # noqa: PLC0415 - a station opens without it

        weather_calls.keep_up(transaction)


_ON_THE_LIST = frozenset({"staff", "contacts", "contact_calls"})
"""What the emergency contact list is made of."""


def _mind_the_calls(transaction: Transaction) -> None:
    """Where the contact list changed, so does whom to ring yet (S1)."""
    if any(change["table"] in _ON_THE_LIST for change in transaction.changes):
        from frontdesk.desk import calls_owed  # noqa: PLC0415 - a station opens without it

        calls_owed.keep_up(transaction)


_SHOWS_OF_HOLIDAYS = frozenset({
    "rosters", "turns", "absences", "certificates", "contacts", "contact_calls", "staff", "things", "checks", "runs",
    "holiday_plans", "holiday_notices", "holiday_posts", "approvals", "surveys",
})  # fmt: skip
"""What the points of a holiday's plan are told from."""


_PREPARED = frozenset({"rosters", "checks", "holiday_plans"})
"""What shows that a store prepares with the program."""


def _mind_the_holidays(transaction: Transaction, result: Result) -> None:
    """Where something changed that such a point is told from, it says what is so now (S2, S5)."""
    is_of_hours = isinstance(result.kind, PolicyEvent | CalendarEvent)
    changed = {change["table"] for change in transaction.changes}
    if is_of_hours or changed & _SHOWS_OF_HOLIDAYS:
        from frontdesk.desk import holiday_points  # noqa: PLC0415 - a station opens without it

        if changed & _PREPARED:
            holiday_points.begin(transaction)
        holiday_points.keep_up(transaction)
