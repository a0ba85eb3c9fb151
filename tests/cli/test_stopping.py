"""A command that is stopped, at a known point: it says what is done and what is not, and leaves nothing half done."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import version_two
from version_one import NOON

from data.engine.connection import connect, schema_version
from data.engine.version import SCHEMA_VERSION
from data.older import is_older
from data.upgrade import upgrade

if sys.platform == "win32":
    pytest.skip("ending by a signal is a POSIX thing", allow_module_level=True)

HALT = Path(__file__).parents[1] / "support" / "halt.py"
PATIENCE_S = 60
GOOD = "received_at,channel,kind,severity,customer,phone,plate,words\n" + 5 * (
    "2026-05-29T09:00,phone,service,ordinary,王先生,,,等太久\n"
)
LOG = "plate,arrived,received,left\n" + "".join(f"A1234{n},09:{n}0,09:{n}1,09:{n}5\n" for n in range(5))
YEAR = '{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}'


@pytest.fixture
def stop(database: Path) -> Callable[..., tuple[int, str, str]]:
    """Run a command, stop it at a point; return its exit code and what it said."""

    def run(point: str, *arguments: object, number: int = signal.SIGINT) -> tuple[int, str, str]:
        process = subprocess.Popen(
            [sys.executable, HALT, point, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert process.stdin is not None
        assert process.stdout is not None
        said = process.stdout.readline()
        assert said == "here\n", process.communicate()[1]
        process.send_signal(number)
        out, err = process.communicate("go on\n", timeout=PATIENCE_S)
        assert "Traceback" not in err
        assert "KeyboardInterrupt" not in err
        return process.returncode, out, err

    return run


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.endswith(("-wal", "-shm"))}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(
    ("language", "said"), [("en", "Stopped before anything was done."), ("zh", "已停止，什么也没有做。")]
)
def test_while_it_loads(stop: Any, database: Path, language: str, said: str, number: int) -> None:
    assert stop("frontdesk.machine.settings", "arrive", "A12345", "--language", language, number=number) == (
        130,
        "",
        said + "\n",
    )
    assert not database.exists()


FILES = {
    "backup": ("backup", "new.db"),
    "export csv": ("complaints", "export", "new.csv"),
    "export xlsx": ("complaints", "export", "new.xlsx"),
    "print": ("complaints", "print", "1", "form", "new.html"),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_no_half_file_is_left(run: Any, stop: Any, database: Path, name: str, number: int) -> None:
    run("complaints", "add", "--words", "等太久")
    *words, at = FILES[name]
    file, before = database.parent / at, names(database.parent)
    where = "data.backup" if name == "backup" else "frontdesk.files.new_file"
    assert stop(f"{where}:keep_on_disk", *words, file, number=number) == (130, "", f"Stopped: {file} was not made.\n")
    assert names(database.parent) == before
    code, out, err = stop("frontdesk.commands.kit.output:say", *words, file)
    assert (code, out, err) == (130, "", f"Stopped, but {file} is made and whole.\n")
    assert file.exists()


def test_what_gets_its_name_is_told_to_be_there(run: Any, stop: Any, database: Path) -> None:
    run("complaints", "add", "--words", "等太久")
    file = database.parent / "new.csv"
    assert (
        stop("frontdesk.files.new_file:place", "complaints", "export", file)[2]
        == f"Stopped, but {file} is made and whole.\n"
    )
    assert "等太久" in file.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("point", "is_done"),
    [("data.restore:_put_into", False), ("data.restore:_write_over", False), ("frontdesk.desk.desk:Desk.do", True)],
)
def test_a_restore_is_whole_or_not_at_all(run: Any, stop: Any, database: Path, point: str, is_done: bool) -> None:
    backup = database.parent / "copy.db"
    run("arrive", "A12345")
    run("backup", backup)
    run("arrive", "B12345", "--new")
    before = names(database.parent)
    code, out, err = stop(point, "restore", backup)
    assert (code, out) == (130, "")
    if is_done:
        assert err == f"Stopped, but {database} was restored before.\n"
    else:
        assert err == f"Stopped: nothing was restored, and {database} is as it was.\n"
        assert names(database.parent) == before
    assert run("status", "--json").json["count"] == (1 if is_done else 2)
    assert run("doctor").code == 0


@pytest.mark.parametrize(
    ("point", "count"), [("frontdesk.desk.cases.importing:_register@4", 3), ("frontdesk.desk.desk:Desk.poke@3", 3)]
)
def test_an_import_says_how_many_lines_are_in_and_goes_on(
    run: Any, stop: Any, database: Path, point: str, count: int
) -> None:
    file = database.parent / "table.csv"
    file.write_text(GOOD, encoding="utf-8")
    code, out, err = stop(point, "complaints", "import", file)
    assert (code, out) == (130, f"Complaints registered: {count}\n")
    found = re.search(rf"^Stopped: {count} lines are in\. .* --operation ([0-9a-f]+)\.$", err, re.MULTILINE)
    assert found, err
    assert run("complaints", "import", file, "--operation", found[1]).code == 0
    assert len(run("complaints", "list", "--json").json["complaints"]) == 5


def test_one_command_says_whether_it_was_saved(run: Any, stop: Any) -> None:
    code, out, err = stop("data.engine.transaction:_append", "arrive", "A12345")
    assert (code, out) == (130, "")
    assert err.endswith("Stopped: nothing was saved.\n")
    assert run("status", "--json").json["count"] == 0
    assert stop("frontdesk.desk.desk:Desk.poke", "arrive", "A12345") == (130, "", "Stopped, but it was saved before.\n")
    assert run("status", "--json").json["count"] == 1
    assert stop("frontdesk.commands.picture.status:up_to_date", "status") == (
        130,
        "",
        "Stopped. Nothing was changed.\n",
    )


def test_json(run: Any, stop: Any) -> None:
    run("arrive", "A12345")
    code, out, err = stop("data.engine.transaction:_append", "leave", "A12345", "--reason", "other", "--json")
    assert (code, out) == (130, '{"error": "interrupted", "message": "Stopped: nothing was saved."}\n')
    assert err == "Stopped: nothing was saved.\n"


def test_doctor_and_calendar_and_replay(run: Any, stop: Any, database: Path) -> None:
    run("arrive", "A12345")
    said = "Stopped: not everything was looked at. Nothing was changed.\n"
    assert stop("frontdesk.desk.doctor.proof:walk", "doctor") == (130, "", said)
    year, log = database.parent / "year.json", database.parent / "log.csv"
    year.write_text(YEAR, encoding="utf-8")
    log.write_text(LOG, encoding="utf-8")
    assert stop("frontdesk.desk.calendar:reckon_anew", "calendar", "import", year)[2] == "Stopped: nothing was saved.\n"
    assert run("calendar", "show", "2027", "--json").json["provisional"]
    code, out, err = stop(
        "frontdesk.replay.replay:_give@7", "replay", log, "--date", "2026-05-29", "--database", log.with_suffix(".db")
    )
    assert (code, out.splitlines()[0]) == (130, "2 visits, at most 1 cars at once")
    assert err.endswith("Stopped: this is what was done so far; the steps after it were not.\n")


@pytest.mark.parametrize(
    "point", ["data.upgrade:back_up", "data.backup:keep_on_disk", "data.cases.search_terms:index_all"]
)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_update_is_whole_or_not_at_all(stop: Any, database: Path, point: str, number: int) -> None:
    version_two.make(database)
    before = names(database.parent)
    said = f"Stopped: {database} is as the older version left it, and no copy was kept.\n"
    assert stop(point, "arrive", "A12345", number=number) == (130, "", said)
    assert names(database.parent) == before
    assert is_older(database)
    assert upgrade(database, NOON) is not None
    connection = connect(database)
    assert schema_version(connection) == SCHEMA_VERSION
    connection.close()


def test_ctrl_z_waits_until_others_need_not_wait(run: Any, database: Path) -> None:
    """A process that stands still in the midst of a write would stop the whole store."""
    run("arrive", "A12345")
    words = [sys.executable, str(HALT), "data.engine.transaction:_append", "arrive", "B67890"]
    # A group of its own: where nobody is left to say "go on" (a session's first group), the system drops a Ctrl+Z.
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", process_group=0
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        process.send_signal(signal.SIGTSTP)
        process.stdin.write("go on\n")
        process.stdin.flush()
        _, state = os.waitpid(process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(state)
        assert run("arrive", "D45678").code == 0
        process.send_signal(signal.SIGCONT)
        assert "arrived" in process.stdout.read()
    assert process.returncode == 0
    assert run("status", "--json").json["count"] == 3
