"""`frontdesk uninstall` says what removes the program and what stays, and deletes nothing."""

import importlib.util
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from frontdesk.machine import installation
from frontdesk.machine.services import supervisor
from frontdesk.machine.services.service import Ran
from frontdesk.machine.services.systemd import Systemd


@pytest.mark.parametrize(
    ("receipt", "kind", "remove"),
    [
        ("uv-receipt.toml", "uv", ("uv", "tool", "uninstall", "frontdesk")),
        ("pipx_metadata.json", "pipx", ("pipx", "uninstall", "frontdesk")),
        ("", "venv", ("/py", "-m", "pip", "uninstall", "frontdesk")),
    ],
)
def test_how_it_was_installed(tmp_path: Path, receipt: str, kind: str, remove: tuple[str, ...]) -> None:
    if receipt:
        (tmp_path / receipt).write_text("")
    how = installation.found(tmp_path, Path("/usr"), "/py")
    assert (how.kind, how.folder, how.remove) == (kind, tmp_path, remove)


def test_without_an_environment_or_pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert installation.found(tmp_path, tmp_path, "/py").kind == "pip"
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    remove = installation.found(tmp_path, Path("/usr"), "/py").remove
    assert remove == ("uv", "pip", "uninstall", "--python", "/py", "frontdesk")


def test_what_was_never_installed(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", missing)
    how = installation.found()
    assert (how.kind, how.remove) == ("source", ())
    assert (how.folder / "frontdesk" / "machine" / "installation.py").exists()
    assert f"it runs from the folder {how.folder}." in run("uninstall").out


def test_what_stays(run: Any, home: Path, database: Path, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "supervisor", Systemd)
    monkeypatch.setattr(supervisor, "run", lambda command: Ran(0))
    run("arrive", "A12345")
    config.write_text('by = "王芳"\n')
    kept = [
        database.with_name(f"desk-{name}.db")
        for name in ("20260529T100000.000000Z", "20261128T080000.123000", "before-update-20261128T080000.123000")
    ]
    completion = home / "data" / "bash-completion" / "completions" / "frontdesk"
    completion.parent.mkdir(parents=True)
    for file in (*kept, completion):
        file.write_text("")
    run("service", "install", "watch")
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    said = run("uninstall")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0].startswith("Nothing is deleted here. It was installed with ")
    assert "frontdesk service remove watch" in lines
    assert f"- the records: {database}" in lines
    answer = run("uninstall", "--json").json
    assert answer["services"] == ["watch"]
    assert answer["commands"][0] == ["frontdesk", "service", "remove", "watch"]
    assert sys.executable in answer["commands"][-1] or answer["installed_by"] in {"uv", "pipx"}
    assert [(each["what"], each["path"]) for each in answer["stays"]] == [
        ("database", str(database)),
        *(("replaced", str(aside)) for aside in kept),
        ("settings", str(config)),
        ("completion", str(completion)),
        ("service", str(home / "config" / "systemd" / "user" / "frontdesk-watch.service")),
    ]
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before


def test_it_works_whatever_the_settings_say(run: Any, config: Path) -> None:
    config.write_text("[[[")
    ran = run("uninstall", "--language", "zh")
    assert ran.code == 0
    assert "此命令不删除任何内容。" in ran.out
    assert f"- 设置：{config}" in ran.out
