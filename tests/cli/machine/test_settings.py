"""What a machine is set up as: the file, the environment, the flags, and every way to get them wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from private import is_private

from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.errors import InputError
from frontdesk.machine import settings
from frontdesk.machine.settings import Settings

Refusal = Callable[..., str]


def test_nothing_set_up(config: Path) -> None:
    assert settings.load({"FRONTDESK_CONFIG": str(config)}) == Settings()


def test_the_file(config: Path) -> None:
    config.write_text('\ufeffstation = "reception"\ndatabase = "desk.db"\nby = "王\u202e五"\nlanguage = "zh"\n')
    assert settings.load({"FRONTDESK_CONFIG": str(config)}) == Settings(
        station=StationKind.RECEPTION, database=config.parent / "desk.db", language="zh", by="王五"
    )


def test_the_environment_wins_over_the_file_and_a_flag_over_both(
    config: Path, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text('by = "file"\ndatabase = "nowhere.db"\n')
    assert run("arrive", "A1", "--unusual", "--json").json["by"] == "file"
    monkeypatch.setenv("FRONTDESK_BY", "environment")
    assert run("arrive", "A2", "--unusual", "--json").json["by"] == "environment"
    assert run("arrive", "A3", "--unusual", "--by", "flag", "--json").json["by"] == "flag"
    assert not (config.parent / "nowhere.db").exists()


def test_the_language_of_the_file_is_spoken(config: Path, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FRONTDESK_LANGUAGE")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for language, name in (("zh", "中文"), ("en", "English")):
        config.write_text(f'language = "{language}"\n')
        checks = run("doctor", "--json").json["checks"]
        assert next(check for check in checks if check["topic"] == "language")["message"].find(name) >= 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("statoin = 'guard'", "there is no setting “statoin”. Did you mean “station”?"),
        (
            "station = 'guards'",
            'station = "guards" is not right. Right would be: "guard", "reception", "manager", "workshop", "lounge".',
        ),
        (
            "station = 3",
            'station = 3 is not right. Right would be: "guard", "reception", "manager", "workshop", "lounge".',
        ),
        ("language = 'fr'", 'language = "fr" is not right. Right would be: "auto", "zh", "en".'),
        ("by = ['a']", 'by = ["a"] is not right. Right would be: "…".'),
        ("database = 1", 'database = 1 is not right. Right would be: "…".'),
        ("station", "is not readable as TOML: "),
        ("\\", "is not readable as TOML: "),
    ],
)
def test_a_mistyped_setting_is_named(refused: Refusal, config: Path, text: str, said: str) -> None:
    config.write_text(text)
    assert refused("status", code=2).startswith(f"{config}")
    assert said in refused("status", code=2)


def test_a_file_that_is_no_text(refused: Refusal, config: Path) -> None:
    config.write_bytes(b"\xff\xfe\x00")
    assert "is not in UTF-8. Save it again as UTF-8" in refused("status", code=2)


def test_a_mistyped_environment(refused: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDESK_STATION", "gaurd")
    said = refused("status", code=2)
    assert (
        said
        == "environment: FRONTDESK_STATION = gaurd is not right. Right would be: guard, reception, manager, workshop,"
        " lounge."
    )


def test_help_and_version_work_whatever_the_settings_say(config: Path, run: Any) -> None:
    config.write_text("[[[")
    assert run("--help").code == 0
    assert run("--version").code == 0


def test_the_station_is_remembered_and_the_rest_stays(config: Path) -> None:
    settings.remember_station(StationKind.GUARD, config)
    assert is_private(config)
    config.write_text('by = "王五"  # the night shift\n')
    settings.remember_station(StationKind.MANAGER, config)
    loaded = settings.load({"FRONTDESK_CONFIG": str(config)})
    assert loaded == Settings(station=StationKind.MANAGER, by="王五")
    assert "# the night shift" in config.read_text()
    assert list(config.parent.glob(".settings*")) == []


def test_a_settings_error_never_escapes_as_something_else(config: Path) -> None:
    for text in ("a.b = 1", "station = 1979-05-27", "by = inf", "[station]\nx = 1", "language = []", "by = {a = 1}"):
        config.write_text(text)
        with pytest.raises(InputError):
            settings.load()
