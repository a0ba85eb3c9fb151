"""A store that was lost is made again from its log at head office: all of it but phones and half-filled forms."""

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import door
import pytest
import rebuilt

from data.engine.connection import connect
from frontdesk.domain.values.clock import ManualClock

Run = Any


def test_a_lost_store_is_as_it_was(joined: Run, office: door.Door, database: Path, machine: ManualClock) -> None:
    said = ("complaints", "add", "--customer", "曾小明", "--phone", "13811110001", "--plate", "苏A12341")
    assert joined(*said, "--words", "方向盘抖得厉害", "--kind", "service").code == 0
    copies = database.parents[1] / "copies"
    copies.mkdir()
    assert joined("backup", "--schedule", copies).code == 0
    assert joined("group", "send").code == 0
    lost = database.with_name("lost.db")
    assert joined("backup", lost).code == 0
    for file in database.parent.glob("desk.db*"):
        file.unlink()
    machine.at += 60_000
    assert joined("restore", "--from-group", "--by", "王芳").out == f"Restored: {database}.\n"
    with closing(connect(lost)) as before, closing(connect(database)) as after:
        # What is on record since is that it was restored.
        rebuilt.assert_alike(before, after, since=1)
    assert "problem" not in joined("doctor").out.replace("There is no problem", "")
    # It goes on from there.
    assert joined("staff", "add", "赵敏", "--post", "advisor").code == 0
    assert joined("group", "send").code == 0
    with closing(connect(database)) as store:
        kept = store.execute("select seq, hash from events order by seq").fetchall()
    assert [(event["seq"], event["hash"]) for event in office.log] == kept


def test_a_new_machine_is_told_where_head_office_is_first(
    joined: Run, office: door.Door, database: Path, type_token: Any, refused: Any
) -> None:
    assert joined("group", "send").code == 0
    database.with_name("group.toml").unlink()
    assert refused("restore", "--from-group").startswith("This store belongs to no group.")
    shutil.move(database, database.with_name("elsewhere.db"))
    for file in database.parent.glob("desk.db-*"):
        file.unlink()
    type_token()
    assert "There is no database yet" in joined("group", "join", office.url, door.CODE).out
    assert database.with_name("group.toml").stat().st_mode & 0o777 == 0o600
    assert joined("restore", "--from-group").code == 0
    assert joined("group", "send").code == 0


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda log: log.pop(2), "What head office has does not follow at event 3"),
        (lambda log: log[2].update(at=1), "What head office has does not follow at event 3"),
        (lambda log: log[2]["body"].update(plate="苏B11111"), "What head office has does not follow at event 3"),
        (lambda log: log[2].update(body=None), "Head office does not have everything of event 3"),
        (lambda log: log.clear(), "Head office has no event of SH-003."),
    ],
)
def test_nothing_is_made_of_what_is_not_whole(
    joined: Run, office: door.Door, database: Path, spoil: Any, said: str
) -> None:
    assert joined("group", "send").code == 0
    before = database.read_bytes()
    spoil(office.log)
    assert joined("restore", "--from-group").err.startswith(said)
    assert database.read_bytes() == before
    assert [file.name for file in database.parent.iterdir() if file.name.startswith(".desk")] == []


def test_what_was_shared_without_customers_makes_no_store(
    crowd: Run, office: door.Door, type_token: Any, refused: Any
) -> None:
    assert crowd("complaints", "add", "--customer", "曾小明", "--words", "方向盘抖得厉害").code == 0
    type_token()
    assert crowd("group", "join", office.url, door.CODE, "--share", "masked").code == 0
    assert crowd("group", "send").code == 0
    assert "cannot be made again from its log" in refused("restore", "--from-group")


def test_another_store_is_not_written_over(
    joined: Run, office: door.Door, database: Path, machine: ManualClock, refused: Any
) -> None:
    assert joined("group", "send").code == 0
    for file in database.parent.glob("desk.db*"):
        file.unlink()
    assert joined("staff", "add", "别人", "--post", "manager").code == 0
    assert "is of another store" in refused("restore", "--from-group")
    machine.at += 1000
    assert joined("restore", "--from-group", "--anyway").code == 0
    assert (
        refused("restore") == "Restored from what? Right is frontdesk restore FILE, or frontdesk restore --from-group."
    )


def test_a_new_machine_that_was_set_up_first_gets_its_store_all_the_same(
    joined: Run, office: door.Door, database: Path, *, machine: ManualClock, type_token: Any, refused: Any
) -> None:
    assert joined("group", "send").code == 0
    before = list(office.log)
    for file in database.parent.glob("desk.db*"):
        file.unlink()
    database.with_name("group.toml").unlink()
    assert joined("staff", "add", "别人", "--post", "manager").code == 0
    assert refused("group", "status").startswith("This store belongs to no group.")
    type_token()
    said = refused("group", "join", office.url, door.CODE)
    assert "Not joined" in said
    assert "frontdesk restore --from-group" in said
    assert "has not joined it" in refused("group", "send")
    assert office.log == before
    assert "--anyway" in refused("restore", "--from-group")
    machine.at += 1000
    assert joined("restore", "--from-group", "--anyway").code == 0
    assert joined("group", "send").code == 0
    assert office.log[: len(before)] == before
