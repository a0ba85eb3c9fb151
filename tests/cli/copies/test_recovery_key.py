"""Sealed copies: the key is told once, and opens them; another one, none, or a missing part is said (G2)."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from frontdesk.files import vault

Refusal = Callable[..., str]
vault_is_there = pytest.importorskip("pyrage")


@pytest.fixture
def disk(run: Any, home: Path) -> Path:
    run("arrive", "A12345")
    (home / "disk").mkdir()
    assert run("backup", "--schedule", home / "disk").code == 0
    return home / "disk"


def only(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


@pytest.mark.parametrize(("language", "title"), [("en", "Recovery key for the copies"), ("zh", "数据库备份的恢复密钥")])
def test_the_key_is_told_once_and_opens_what_it_sealed(
    run: Any, refused: Refusal, disk: Path, language: str, title: str
) -> None:
    home, config = disk.parent, disk.parent / "settings.toml"
    told = run("backup", "key", "--print", home / "key.html", "--json", "--language", language).json
    page = (home / "key.html").read_text(encoding="utf-8")
    assert title in page
    assert "".join(re.findall("<span>(.*?)</span>", page)) == told["key"]
    assert told["key"] not in config.read_text()
    assert f'backup_key = "{told["public"]}"' in config.read_text()
    assert refused("backup", "key").startswith("Copies are sealed with a recovery key already.")
    assert run("backup", "now").code == 0
    file, key = only(disk), home / "key.txt"
    assert file.name.endswith(".db.age")
    assert b"SQLite" not in file.read_bytes()
    # As it is typed from the page: in groups, over two lines.
    typed = re.sub("(.{4})", r"\1 ", told["key"])
    key.write_text(f"{typed[:50].lower()}\n{typed[50:]}\n")
    assert run("backup", "verify", "--key", key, "--json").json["on_record"]
    assert run("backup", "drill", "--key", key, "--json").json["drill"] == "done"
    run("arrive", "B12345", "--new")
    assert run("restore", file, "--key", key).code == 0
    assert run("status", "--json").json["count"] == 1


def test_another_key_and_none_are_said_and_are_no_failed_drill(
    run: Any, refused: Refusal, disk: Path, home: Path
) -> None:
    run("backup", "key")
    run("backup", "now")
    file, key = only(disk), home / "key.txt"
    sealed = f"{file} is sealed: it needs the recovery key. With the key in a file: --key FILE."
    for command in (("backup", "verify"), ("backup", "drill"), ("restore", file)):
        assert refused(*command) == sealed
        key.write_text(vault.new_key()[0])
        said = refused(*command, "--key", key)
        assert said == f"This recovery key does not open {file}: it was sealed with another one."
        key.write_text("hello")
        assert refused(*command, "--key", key).startswith("That is no recovery key: one begins with ")
    assert run("backup", "--json").json["drill"] is None
    assert {each.name for each in home.iterdir() if each.name.startswith(".")} <= {".desk.db.copying"}


@pytest.mark.parametrize(
    ("mistyped", "said"),
    [
        (lambda key: key[:40], "it has 40 letters and digits, and right would be 74"),
        (lambda key: f"{key[:30]}O{key[31:]}", "“O” is in no key"),
        (lambda key: key[:30] + ("Q" if key[30] != "Q" else "P") + key[31:], "at least one letter or digit is wrong"),
    ],
)
def test_a_key_with_a_wrong_letter(
    run: Any, refused: Refusal, disk: Path, mistyped: Callable[[str], str], said: str
) -> None:
    key = disk.parent / "key.txt"
    key.write_text(mistyped(run("backup", "key", "--json").json["key"]))
    run("backup", "now")
    told = refused("backup", "verify", "--key", key)
    assert told.startswith(f"The recovery key is mistyped: {said}")


def test_a_sealed_copy_with_a_flipped_bit(run: Any, refused: Refusal, disk: Path, home: Path) -> None:
    key = home / "key.txt"
    key.write_text(run("backup", "key", "--json").json["key"])
    run("backup", "now")
    found = home / "found.db.age"
    content = bytearray(only(disk).read_bytes())
    content[len(content) // 2] ^= 1
    found.write_bytes(content)
    said = f"{found} is damaged: what is in it is not what was sealed"
    assert refused("backup", "verify", found, "--key", key) == said
    assert refused("restore", found, "--key", key) == said


def test_without_the_part_that_seals_it_is_said_what_to_install(
    run: Any, refused: Refusal, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", "key")
    monkeypatch.setitem(__import__("sys").modules, "pyrage", None)
    said = "For sealed copies a part is missing that is installed on request: pip install 'frontdesk[vault]'"
    ran = run("backup", "now")
    assert said in ran.out
    assert ran.code == 1
    assert list(disk.iterdir()) == []
