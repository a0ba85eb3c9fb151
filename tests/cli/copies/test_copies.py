"""`frontdesk backup --schedule`, `now`, `verify`, `drill`: by hand, as a script has them, and where all is not well."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from stations_record import until

from frontdesk.commands.copies import copies
from frontdesk.desk.copies import folders
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError
from frontdesk.process.alone import alone

Refusal = Callable[..., str]


@pytest.fixture
def disks(run: Any, home: Path) -> tuple[Path, Path]:
    """Two folders for copies of a store with a car."""
    run("arrive", "A12345")
    found = home / "disk 1", home / "disk2"
    for each in found:
        each.mkdir()
    return found


@pytest.fixture
def planned(run: Any, disks: tuple[Path, Path]) -> tuple[Path, Path]:
    assert run("backup", "--schedule", *disks).code == 0
    return disks


def only(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def test_folders_are_named_shown_and_given_up(run: Any, disks: tuple[Path, Path], config: Path) -> None:
    said = run("backup").out
    assert said == "No copies are made by themselves. To have them: frontdesk backup --schedule FOLDER.\n"
    ran = run("backup", "--schedule", *disks, "--json")
    told = ran.json
    assert (told["folders"], told["at"], told["late"]) == ([*map(str, disks)], "21:00", False)
    assert (told["keep"], told["copies"]) == ({"daily": 7, "weekly": 5, "monthly": 12}, [])
    assert told["next"][10:] == "T21:00:00+08:00"
    assert ran.err.count("is on the database's own disk: if that fails, both are lost.") == 2
    assert f'backup_to = "{disks[0]}; {disks[1]}"' in config.read_text()
    assert run("settings", "show", "--json").json["settings"]["backup_to"]["from"] == "file"
    assert run("backup", "--schedule").out.splitlines()[1:] == [f"into {disk}" for disk in disks]
    assert run("backup", "--schedule", "none", "--json").json["next"] is None
    assert run("backup", "--json").json["folders"] == []


@pytest.mark.parametrize(
    ("folders", "said"),
    [
        (["1", "2", "3", "4"], "Copies go to at most 3 folders."),
        (["HOME/nowhere"], "No copy in HOME/nowhere: the folder is not there. Is the disk or the share connected?"),
        (["HOME"], "HOME is the database's own folder: a copy there is lost with it."),
        (["there"], "“there” is no whole path of a folder, or has a semicolon in it."),
    ],
)
def test_folders_that_copies_cannot_go_to(
    run: Any, refused: Refusal, disks: tuple[Path, Path], folders: list[str], said: str
) -> None:
    before, home = run("backup", "--json").json, str(disks[0].parent)
    told = refused("backup", "--schedule", *(each.replace("HOME", home) for each in folders))
    assert told.startswith(said.replace("HOME", home))
    assert run("backup", "--json").json == before


@pytest.mark.parametrize(
    ("setting", "right"),
    [
        ("backup_to = 'copies'", "up to three whole paths of folders, with semicolons between"),
        ("backup_to = '/1;/2;/3;/4'", "up to three whole paths of folders, with semicolons between"),
        ("backup_key = 'AGE-SECRET-KEY-1'", "what frontdesk backup key writes there: age1…"),
    ],
)
def test_settings_about_copies_that_are_not_right(run: Any, config: Path, setting: str, right: str) -> None:
    config.write_text(f"{setting}\n")
    for command in (("backup",), ("settings", "check")):
        ran = run(*command)
        assert ran.code
        assert right in ran.out + ran.err


def test_copies_are_made_looked_through_and_tried(run: Any, planned: tuple[Path, Path]) -> None:
    made = run("backup", "now", "--json").json["copies"]
    assert [(each["folder"], each["ok"]) for each in made] == [(str(disk), True) for disk in planned]
    assert [Path(each["file"]) for each in made] == [only(disk) for disk in planned]
    found = run("backup", "verify", "--json").json
    assert (found["ok"], found["on_record"], found["file"]) == (True, True, str(only(planned[1])))
    assert run("backup", "verify", only(planned[0])).out.splitlines()[1] == "It is just as it was written."
    assert run("backup", "drill", "--json").json["drill"] == "done"
    assert run("backup", "--json").json["drill"]["state"] == "done"
    ran = run("doctor")
    assert "ok: The last copy that was made by itself is of " in ran.out
    assert "ok: The restore drill of " in ran.out
    assert ran.code == 0


def test_a_flipped_bit_is_said_and_a_drill_with_it_fails_on_record(
    run: Any, refused: Refusal, planned: tuple[Path, Path]
) -> None:
    run("backup", "now")
    file = only(planned[1])
    content = bytearray(file.read_bytes())
    content[9000] ^= 4
    file.write_bytes(content)
    said = f"{file} is not as it was written: something in it was changed, or the disk lost it."
    assert refused("backup", "verify") == said
    assert refused("backup", "drill") == said
    told = run("backup", "--json").json["drill"]
    assert (told["state"], told["error"]) == ("failed", "copy_changed")
    ran = run("doctor")
    assert ran.code == 1
    assert "did not pass. Do it now: frontdesk backup drill.\nwarning: " + said in ran.out


def test_a_folder_that_is_gone_is_said_with_the_copy_that_was_made(run: Any, planned: tuple[Path, Path]) -> None:
    planned[0].rmdir()
    ran = run("backup", "now")
    said = f"No copy in {planned[0]}: the folder is not there. Is the disk or the share connected?"
    assert ran.code == 1
    assert said in ran.out
    assert ran.err == "Not every folder has its copy.\n"
    assert only(planned[1])
    looked = run("doctor")
    assert f"warning: {said}" in looked.out
    assert looked.code == 0
    only(planned[1]).unlink()
    assert "is not there any more: was it deleted, or is another disk" in run("doctor").out


def test_a_folder_is_taken_once_whatever_it_is_called(run: Any, disks: tuple[Path, Path]) -> None:
    told = run("backup", "--schedule", disks[0], f"{disks[0]}/../disk 1/", "--json").json
    assert told["folders"] == [str(disks[0])]
    assert list(disks[0].iterdir()) == []


def test_a_full_folder_is_said_at_once(
    refused: Refusal, disks: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_building: Path) -> None:
        raise StoreError(StoreReason.DISK_FULL)

    monkeypatch.setattr(folders, "keep_on_disk", full)
    assert refused("backup", "--schedule", disks[0]).startswith(f"No copy in {disks[0]}: the disk there is full.")
    assert list(disks[0].iterdir()) == []


def test_a_changed_copy_is_put_back_only_when_that_is_said(
    run: Any, refused: Refusal, planned: tuple[Path, Path]
) -> None:
    run("backup", "now")
    file = only(planned[1]).rename(planned[1] / "flip.db")
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    said = f"{file} is not as it was written: something in it was changed, or the disk lost it."
    assert refused("restore", file) == said
    assert run("restore", file, "--anyway").code == 0


def test_another_stores_copy_is_told_from_ones_own(
    run: Any, refused: Refusal, disks: tuple[Path, Path], database: Path
) -> None:
    other = disks[0] / "other.db"
    run("arrive", "B12345", "--new", "--database", other)
    ran = run("backup", "verify", other)
    assert "It is not on record here: only what is in it was looked at." in ran.out
    assert ran.err.startswith("It is of another store (")
    assert not run("backup", "verify", other, "--json").json["this_store"]
    before = database.read_bytes()
    assert refused("restore", other).startswith(f"Not restored: {other} is of another store (")
    assert database.read_bytes() == before
    assert run("restore", other, "--anyway").code == 0
    assert run("status", "--json").json["bays"][0]["plate"] == "苏B12345"


def test_words_that_are_no_files_name(run: Any, refused: Refusal, disks: tuple[Path, Path]) -> None:
    assert refused("backup", "now") == (
        "This machine has no folder for copies. To name some: frontdesk backup --schedule FOLDER."
    )
    assert refused("backup", "verify") == (
        "There is no copy on record that is still in its folder. To make one: frontdesk backup now."
    )
    (disks[0] / "empty").touch()
    (disks[0] / "c.csv").write_text("plate,arrived\n" * 50)
    for name, said in (
        ("no.db", "There is no file "),
        ("", f"{disks[0]} is a folder."),
        ("empty", f"{disks[0] / 'empty'} is empty: right would be a file that backup made."),
        ("c.csv", f"{disks[0] / 'c.csv'} is "),
    ):
        assert refused("backup", "verify", disks[0] / name).startswith(said)
    assert refused("restore", disks[0] / "c.csv") == (
        f"{disks[0] / 'c.csv'} is no copy of a Frontdesk database: right would be a file that backup made."
    )
    assert run("backup", disks[0] / "verify").code == 0
    assert (disks[0] / "verify").is_file()


def test_while_another_process_is_at_it_nothing_is_begun(run: Any, planned: tuple[Path, Path], database: Path) -> None:
    with alone(copies.held(database)) as is_first:
        assert is_first
        ran = subprocess.run(
            [sys.executable, "-m", "frontdesk", "backup", "due"], capture_output=True, check=False, text=True
        )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@pytest.mark.skipif(os.name != "posix", reason="ended by a signal")
def test_watch_has_what_is_due_made_by_another_process(
    run: Any, disks: tuple[Path, Path], home: Path, config: Path
) -> None:
    """The folders were written into the settings by hand: copies are planned when it begins."""
    config.write_text(f"backup_to = '{disks[0]}; {disks[1]}'\n")
    with subprocess.Popen(
        [sys.executable, "-m", "frontdesk", "watch"], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as watch:
        until(lambda: run("backup", "--json").json["next"] is not None)
        forward(home / "desk.db")
        until(lambda: len(run("backup", "--json").json["copies"]) == 2)
        watch.terminate()
    assert all(only(disk).suffix == ".db" for disk in disks)
    assert run("doctor").code == 0


def forward(store: Path) -> None:
    """It is evening at once."""
    with Desk.open(store, Actor("guard", "")) as desk:
        desk.connection.execute("update agenda set at = ? where rule = 'copies'", (desk.now(),))
