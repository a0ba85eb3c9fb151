"""Files that are named on the command line and are none: told the same on every system, and soon."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from frontdesk.domain.files import FileReason
from frontdesk.domain.values.errors import InputError
from frontdesk.files import given_file

Refusal = Callable[..., str]

READERS = [
    ["policy", "load"],
    ["calendar", "import"],
    ["complaints", "import"],
    ["replay"],
    ["restore"],
]
limited = pytest.mark.skipif(os.name == "nt", reason="Windows says of too long a name that there is no such file")


@pytest.fixture(params=READERS, ids=" ".join)
def reader(request: pytest.FixtureRequest, run: Any) -> list[str]:
    run("arrive", "A12345")
    return list(request.param)


def test_a_folder(reader: list[str], refused: Refusal, tmp_path: Path) -> None:
    assert refused(*reader, tmp_path) == f"{tmp_path} is a folder. Name a file in it."


@pytest.mark.parametrize("name", ["none.csv", "file/none.csv"])
def test_no_file_and_a_file_in_what_is_no_folder(
    reader: list[str], refused: Refusal, tmp_path: Path, name: str
) -> None:
    (tmp_path / "file").write_text("")
    assert refused(*reader, tmp_path / name) == f"There is no file {tmp_path / name}."


@limited
def test_a_name_that_is_too_long(reader: list[str], refused: Refusal, tmp_path: Path) -> None:
    said = refused(*reader, tmp_path / ("x" * 300))
    assert said.endswith("x cannot be read: File name too long")


def test_windows_says_of_a_folder_that_access_is_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(InputError) as refused:
        given_file.read(tmp_path)
    assert refused.value.reason is FileReason.IS_FOLDER


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device")
@pytest.mark.parametrize("reader", READERS[:4], ids=" ".join, indirect=True)
def test_what_never_ends(reader: list[str], refused: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(given_file, "LARGEST", 1024 * 1024)
    assert refused(*reader, "/dev/zero") == "/dev/zero cannot be read: it is larger than 1 MB."


@limited
@pytest.mark.parametrize("command", ["status", "arrive", "backup", "doctor"])
def test_a_database_whose_name_is_too_long(refused: Refusal, command: str, tmp_path: Path) -> None:
    arguments = {"arrive": ["A1"], "backup": ["copy.db"]}.get(command, [])
    said = refused(command, *arguments, "--database", tmp_path / ("x" * 300))
    assert said.endswith("x cannot be opened: File name too long")


def test_the_home_of_nobody(run: Any, refused: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless(path: Path) -> Path:
        if str(path).startswith("~"):
            raise RuntimeError("Could not determine home directory.")
        return path

    monkeypatch.setattr(Path, "expanduser", homeless)
    ran = run("status", "--database", "~nobody/desk.db")
    assert (ran.code, ran.out) == (2, "")
    assert "~nobody/desk.db cannot be read: there is no such user" in ran.err
    monkeypatch.setenv("FRONTDESK_CONFIG", "~nobody/settings.toml")
    assert refused("status", code=2) == "~nobody/settings.toml cannot be read: there is no such user"
