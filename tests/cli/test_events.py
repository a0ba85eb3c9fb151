"""`frontdesk events verify`: the chain of events from the first to the last."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest


def test_a_chain_that_holds(run: Any) -> None:
    for number in range(3):
        run("arrive", f"A1234{number}", "--new")
    ran = run("events", "verify")
    assert ran.code == 0
    assert ran.out.startswith("The chain of events is unbroken.\nThe chain of events ends at 3-")
    found = run("events", "verify", "--json").json
    assert (found["ok"], found["found"], found["number"]) == (True, ["unbroken", "head"], 3)
    # What it says of the end is what doctor takes.
    assert "agree" in run("doctor", "--end", f"3-{found['hash']}").out


@pytest.mark.forged
@pytest.mark.parametrize(
    ("statement", "name"),
    [("update events set who = '李四' where seq = 2", "broken"), ("delete from events where seq = 2", "taken_out")],
)
def test_a_chain_that_was_changed(run: Any, database: Path, statement: str, name: str) -> None:
    for number in range(3):
        run("arrive", f"A1234{number}", "--new")
    with closing(sqlite3.connect(database, isolation_level=None)) as forger:
        guards = "select name from sqlite_schema where type = 'trigger' and tbl_name = 'events'"
        for (guard,) in forger.execute(guards).fetchall():
            forger.execute(f"drop trigger {guard}")
        forger.execute(statement)
    ran = run("events", "verify", "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["ok"], found["found"][0]) == (1, False, name)
    assert "event 2" in run("events", "verify").out.casefold()
