"""What it costs to prove a store of 110,000 cases: `doctor` and `doctor --thorough`."""

import resource
import tempfile
import time
from pathlib import Path

from many_cases import fill

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction, _append
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.examination import examine
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import Actor

CASES = 110_000
ACTOR = Actor("benchmark", "benchmark")


def rows(connection: Connection, table: str) -> list[Row]:
    cursor = connection.execute(f"select * from {table} order by id")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, values, strict=True)) for values in cursor]


def tell(store: Path) -> None:
    """Write the events that would have brought the cases there, one for each case."""
    with Desk.open(store, ACTOR) as desk:
        clocks = iter(rows(desk.connection, "clocks"))
        desk.connection.execute("begin immediate")
        for case in rows(desk.connection, "complaints"):
            both = [("complaints", case), ("clocks", next(clocks)), ("clocks", next(clocks))]
            changes = [{"table": table, "id": row["id"], "before": None, "after": row} for table, row in both]
            transaction = Transaction(desk.connection, case["registered_at"], ACTOR, changes)
            _append(transaction, f"bench{case['id']}", Result(CaseEvent.REGISTER, number=case["id"]))
        desk.connection.execute("commit")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        fill(store, opened=2_000, closed=CASES - 2_000)
        tell(store)
        print(f"{store.stat().st_size // 1024 // 1024} MB")
        for thorough in (False, True):
            began = time.perf_counter()
            found = examine(store, ACTOR, thorough=thorough)
            took = time.perf_counter() - began
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"thorough={thorough}: {took:.2f} s, at most {memory} MB")
            print(sorted({each.name for each in found if each.level == "problem"}))


if __name__ == "__main__":
    main()
