"""What a killed command left is swept by the next one, and nothing that somebody is at work on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from frontdesk.files import leftovers
from frontdesk.files.new_file import building_beside, make, write_over

KILLED = """
import os, signal, sys
from pathlib import Path
from frontdesk.files.new_file import building_beside
with building_beside(Path(sys.argv[1])) as building:
    building.write_text("13811110001")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """What a process left that was killed while it made a file."""
    if sys.platform != "linux":
        pytest.skip("elsewhere only the age of a file tells")
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "backup.db")], check=False)
    (found,) = tmp_path.iterdir()
    return found


def test_the_next_command_sweeps_it(left: Path, tmp_path: Path) -> None:
    assert leftovers.abandoned(tmp_path) == [left]
    make(tmp_path / "other.csv", lambda building: None)
    assert [each.name for each in tmp_path.iterdir()] == ["other.csv"]


def test_so_do_the_settings(left: Path, tmp_path: Path) -> None:
    write_over(tmp_path / "settings.toml", b"")
    assert not left.exists()


def test_what_is_being_made_stays(tmp_path: Path) -> None:
    with building_beside(tmp_path / "a.db") as first, building_beside(tmp_path / "b.db") as second:
        journal = Path(f"{first}-wal")
        journal.touch()
        os.utime(first, (1, 1))
        if sys.platform == "linux":
            assert leftovers.abandoned(tmp_path) == []
        leftovers.sweep(tmp_path)
        assert second.exists()
        assert first.exists() or sys.platform != "linux"
        journal.unlink(missing_ok=True)


@pytest.mark.parametrize("name", [".desk.db.0123456789ab", ".profile", ".x.0123456789ab.parts", "a.part"])
def test_what_may_be_somebody_elses_stays(tmp_path: Path, name: str) -> None:
    other = tmp_path / name
    other.touch()
    os.utime(other, (1, 1))
    leftovers.sweep(tmp_path)
    assert other.exists()
    assert leftovers.abandoned(tmp_path) == ([other] if name == ".desk.db.0123456789ab" else [])


def test_a_killed_replay_leaves_nothing_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    killed = tmp_path / "frontdesk-replay-killed"
    killed.mkdir()
    (killed / "replay.db").touch()
    os.utime(killed, (1, 1))
    assert leftovers.abandoned_in_folders(tmp_path / "none") == [killed / "replay.db"]
    with leftovers.replay_folder() as mine:
        assert [each.name for each in tmp_path.iterdir()] == [mine.name]
        with leftovers.replay_folder() as other:
            assert mine.exists()
            assert other != mine
    assert list(tmp_path.iterdir()) == []


def test_so_does_a_killed_set_up(tmp_path: Path) -> None:
    killed = tmp_path / ".frontdesk-setup-killed"
    killed.mkdir()
    (killed / "desk.db").write_text("13811110001")
    os.utime(killed, (1, 1))
    assert leftovers.abandoned_in_folders(tmp_path) == [killed / "desk.db"]
    with leftovers.setup_folder(tmp_path) as mine:
        assert list(tmp_path.iterdir()) == [mine]
    assert list(tmp_path.iterdir()) == []
