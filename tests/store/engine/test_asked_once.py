"""What is asked within one transaction is right after whatever was written or taken back in it."""

from collections.abc import Callable

from data.engine.asked_once import asked_once
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.values.errors import Refused

asked: list[Connection] = []


@asked_once
def known(connection: Connection) -> list[str]:
    """Return what the store has noted under a key that begins with x."""
    asked.append(connection)
    return [key for (key,) in connection.execute("select key from meta where key like 'x%' order by key")]


def put(transaction: Transaction, key: str) -> None:
    transaction.connection.execute("insert into meta (key, value) values (?, '')", (key,))


def test_it_is_asked_again_only_after_something_was_written(open_desk: Callable[..., Desk]) -> None:
    one, other = open_desk(), open_desk("reception", "李四")
    asked.clear()

    def body(transaction: Transaction) -> None:
        assert known(transaction.connection) == known(transaction.connection) == []
        assert len(asked) == 1
        put(transaction, "x1")
        assert known(transaction.connection) == known(transaction.connection) == ["x1"]
        assert len(asked) == 2
        assert known(other.connection) == []

        def refused() -> None:
            put(transaction, "x2")
            assert known(transaction.connection) == ["x1", "x2"]
            raise Refused(JournalReason.CHANGED_SINCE)

        assert not transaction.attempt(refused)
        assert known(transaction.connection) == ["x1"]

    assert one.do_if(body) is None
    assert known(one.connection) == []


def test_the_next_transaction_sees_what_another_station_wrote(open_desk: Callable[..., Desk]) -> None:
    one, other = open_desk(), open_desk("reception", "李四")
    seen = []

    def look(transaction: Transaction) -> None:
        seen.append(known(transaction.connection))

    one.do_if(look)
    other.connection.execute("insert into meta (key, value) values ('x3', '')")
    one.do_if(look)
    assert seen == [[], ["x3"]]
