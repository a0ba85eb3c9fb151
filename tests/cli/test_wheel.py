"""The wheel: what is in it, and that it runs where there is no checkout."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("frontdesk", "screens", "data")
KEPT = {
    ".py", ".sql", ".tcss", ".csv", ".toml", ".mo", ".po", ".pot", ".cfg", ".wav", ".j2", ".md",
    ".js", ".mjs", ".css", ".svg", ".yaml",
}  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def test_what_is_in_it(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tops = {name.split("/")[0] for name in names}
    assert tops == {*PACKAGES, "frontdesk-0.3.0.dist-info"}
    ours = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if (path.suffix in KEPT or path.name == "LICENSE") and not path.name.startswith(".")
    }
    assert {name for name in names if not name.startswith("frontdesk-")} == ours
    assert {
        "data/schema/001_first_schema.sql",
        "data/schema/002_escalations_as_a_closed_loop.sql",
        "frontdesk/machine/sounds/notice.wav",
        "frontdesk/machine/sounds/alarm.wav",
        "frontdesk/documents/base.html.j2",
        "frontdesk/web/static/station.js",
        "frontdesk/web/static/vendor/xterm-6.0.0/xterm.mjs",
        "frontdesk/handbook/zh/guard.md",
        "frontdesk/handbook/en/guard.md",
    } <= names


def test_a_shop_without_internet_installs_from_a_folder(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Where the registry can be reached: as the README says it, on the one machine and on the other."""
    if not request.config.getoption("--campaign"):
        pytest.skip("takes a quarter of a minute, and the registry")

    def run(*command: object) -> None:
        done = subprocess.run(list(map(str, command)), cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--wheel-dir", "wheels", ROOT)
    run(sys.executable, "-m", "venv", "shop")
    shop = tmp_path / "shop" / ("Scripts" if sys.platform == "win32" else "bin")
    run(shop / "python", "-m", "pip", "install", "--quiet", "--no-index", "--find-links", "wheels", "frontdesk")
    run(shop / "frontdesk", "arrive", "A12345", "--database", tmp_path / "desk.db")
    run(shop / "frontdesk", "doctor", "--database", tmp_path / "desk.db")


def test_it_runs_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed), "HOME": str(tmp_path), "FRONTDESK_LANGUAGE": "en"}
    environment.pop("FRONTDESK_CONFIG", None)

    def run(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = run("-c", "import frontdesk, data, screens; print(frontdesk.__file__, data.__file__, screens.__file__)")
    assert str(ROOT) not in where
    database = str(tmp_path / "desk.db")
    run("-m", "frontdesk", "arrive", "A12345", "--database", database)
    assert json.loads(run("-m", "frontdesk", "status", "--json", "--database", database))["count"] == 1
    assert run("-m", "frontdesk", "handbook", "guard", "--language", "zh").startswith("# 门卫\n")
    run("-m", "frontdesk", "doctor", "--database", database)
    run("-m", "frontdesk", "complaints", "add", "--words", "x", "--database", database)
    for document in ("form", "report"):
        page = tmp_path / f"{document}.html"
        run("-m", "frontdesk", "complaints", "print", "1", document, str(page), "--database", database)
        assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
