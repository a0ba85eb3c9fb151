"""Whoever asks to stop is heard while SQLite works on one long statement."""

import signal
import threading

import pytest

from data.engine.connection import DatabaseError, stoppable
from frontdesk.desk.desk import Desk

LONG = "with recursive n(i) as (select begun() union all select i + 1 from n limit 30000000) select sum(i) from n"


def test_a_long_statement_is_stopped(desk: Desk) -> None:
    begun = threading.Event()

    def stop() -> None:
        begun.wait()
        signal.raise_signal(signal.SIGINT)

    def begin() -> int:
        begun.set()
        return 0

    desk.connection.create_function("begun", 0, begin)
    threading.Thread(target=stop, daemon=True).start()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt) as stopped, stoppable(desk.connection):
            desk.connection.execute(LONG).fetchone()
    finally:
        signal.signal(signal.SIGINT, before)
    # By SQLite, in the midst of it; not by Python, after it.
    assert isinstance(stopped.value.__cause__, DatabaseError)
    assert not desk.connection.in_transaction
