"""`frontdesk compact`: the log of an older version, made shorter on record."""

from pathlib import Path
from typing import Any

from older_log import tell_as_0_3

from data.proof.heads import head, written
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor


def test_it_is_smaller_and_an_end_that_was_written_down_holds(run: Any, database: Path) -> None:
    run("arrive", "A12345")
    run("receive", "A12345", "--by", "李四")
    assert run("compact").out == "Nothing in the log can be made shorter.\n"
    tell_as_0_3(database)
    with Desk.open(database, Actor("test", "")) as desk:
        end = head(desk.connection)
    assert end is not None
    done = run("compact", "--by", "王五", "--json").json
    assert (done["done"], done["events"]) == ("compact", end.seq)
    assert Path(done["copy"]).name.startswith(f"{database.stem}-before-compact-")
    assert run("compact", "--json").json["events"] == 0
    found = run("doctor", "--end", written(end), "--json").json
    assert found["ok"], found
    assert [each for each in found["checks"] if f"up to {end.seq} were made shorter" in each["message"]]
    assert run("undo", "--by", "李四").code == 0


def test_not_while_it_is_open(run: Any, refused: Any, database: Path) -> None:
    run("arrive", "A12345")
    tell_as_0_3(database)
    with Desk.open(database, Actor("guard", "张三")):
        assert "is still open" in refused("compact")
    said = run("compact").out
    assert "Events made shorter: 1." in said
    assert "before-compact" in said
