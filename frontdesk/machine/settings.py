"""The settings of this machine: a TOML file, overridden by the environment, overridden by flags."""

import json
import os
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from platformdirs import user_config_path, user_data_path

from frontdesk.domain.files import FileReason
from frontdesk.domain.machine import MachineDetail
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.text import clean_line
from frontdesk.files import given_file
from frontdesk.files.text import decoded
from frontdesk.files.text_file import read_text
from frontdesk.files.toml_file import bad_setting, read_toml, validated
from frontdesk.machine.settings_checks import is_printer, wrong
from frontdesk.words.i18n import LANGUAGES

Language = Literal["auto", "zh", "en"]
Theme = Literal["dark", "light"]

_PATH_LIMIT = 4096


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a machine. None or empty: not set."""

    station: StationKind | None = None
    database: Path | None = None
    language: Language = "auto"
    by: str = ""
    """The operator's name if --by is not given."""
    printer: str = ""
    """Where call tickets are printed (Z5a), as `parse_address` reads it; if empty, into `ticket_folder`."""
    theme: Theme = "dark"
    """The colours of the stations."""
    backup_to: str = ""
    """The folders that the evening's copies go to, with semicolons between them (G2)."""
    backup_key: str = ""
    """The public part of the recovery key that copies are sealed with; if empty, they are open."""
    forecast_from: str = ""
    """Where the weather is looked up by itself (I7): `folder:PATH`, `open-meteo`, or nowhere."""
    forecast_at: str = ""
    """Where the store is, in degrees: 31.23, 121.47."""

    @property
    def ticket_folder(self) -> Path:
        """The folder for tickets as files if no printer is set."""
        return user_data_path("frontdesk", appauthor=False) / "tickets"

    @property
    def certificates(self) -> Path:
        """The folder for what browsers in the store's network know this machine by."""
        return user_data_path("frontdesk", appauthor=False) / "certificates"

    @property
    def copy_folders(self) -> tuple[Path, ...]:
        """The folders for the evening's copies."""
        from frontdesk.domain.copies.settings import folders_in  # noqa: PLC0415 - a station opens without it

        return tuple(map(given_file.expanded, folders_in(self.backup_to)))

    @property
    def store(self) -> Path:
        """The database to use."""
        return self.database or user_data_path("frontdesk", appauthor=False) / "frontdesk.db"


def path(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the settings file: FRONTDESK_CONFIG, else `settings.toml` in the user's configuration folder."""
    named = environ.get("FRONTDESK_CONFIG")
    return given_file.expanded(named) if named else user_config_path("frontdesk", appauthor=False) / "settings.toml"


def language(arguments: Sequence[str], environ: Mapping[str, str] = os.environ) -> str:
    """Return the language before anything else is known; errors are ignored here and reported later by `load`."""
    chosen = _flag(arguments, "--language") or environ.get("FRONTDESK_LANGUAGE")
    if not chosen:
        try:
            # Tolerant: what is wrong with the file is said in the language that it asks for.
            file = path(environ)
            given_file.refuse_special(file)
            said = decoded(given_file.read(file), "replace")
            chosen = str(tomllib.loads(said).get("language", "auto"))
        except (InputError, ValueError, RecursionError):
            chosen = "auto"
    return chosen if chosen in LANGUAGES else "auto"


def load(environ: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of the file and the environment. Raises `InputError` if they are wrong."""
    settings = _from_file(path(environ))
    for field in fields(Settings):
        name = f"FRONTDESK_{field.name.upper()}"
        if environ.get(name):
            settings = replace(settings, **from_environment(field.name, name, environ[name]))
    return settings


def remember_station(station: StationKind, file: Path) -> None:
    """Write into the settings file which station this machine is; the rest of the file stays."""
    _remember("station", station, file)


def remember_theme(theme: str, file: Path) -> None:
    """Write into the settings file which colours the stations have; the rest of the file stays."""
    _remember("theme", theme, file)


def remember_copies(folders: Sequence[Path], file: Path) -> None:
    """Write into the settings file where the evening's copies go; the rest of the file stays."""
    _remember("backup_to", "; ".join(map(str, folders)), file)


def remember_key(public: str, file: Path) -> None:
    """Write into the settings file the public part of the recovery key; the rest of the file stays."""
    _remember("backup_key", public, file)


def _remember(name: str, value: str, file: Path) -> None:
    from frontdesk.files.new_file import write_over  # noqa: PLC0415 - seldom done

    given_file.refuse_special(file)
    text = read_text(file) if given_file.may_be_there(file) else ""
    others = re.sub(rf"^[ \t]*[\"']?{name}[\"']?[ \t]*=.*\n?", "", text, flags=re.MULTILINE)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # A text in JSON is one in TOML: a folder of Windows has backslashes.
    said = json.dumps(value, ensure_ascii=False)
    write_over(file, f"{name} = {said}\n{others}".encode())


def values_of(file: Path) -> dict[str, Any]:
    """Return the values in a settings file; none if there is no file. Raises `InputError`."""
    given_file.refuse_special(file)
    return read_toml(file) if given_file.may_be_there(file) else {}


def _from_file(file: Path) -> Settings:
    values = values_of(file)
    if not _is_plain(values):
        # pydantic, which takes longer to load than everything else here, is asked only to say what is wrong.
        validated(Settings, values, file)
        # TOML has dates of its own; here a date is its text.
        values = {key: str(value) for key, value in values.items()}
    printer = values.get("printer", "")
    if not is_printer(printer):
        raise bad_printer(printer, file)
    for key, right in wrong(values):
        raise bad_setting(Settings, key, values[key], file, right)
    return Settings(
        station=StationKind(values["station"]) if "station" in values else None,
        database=file.parent / given_file.expanded(values["database"]) if values.get("database") else None,
        language=values.get("language", "auto"),
        by=clean_line(values.get("by", "")),
        printer=clean_line(printer, _PATH_LIMIT),
        theme=values.get("theme", "dark"),
        backup_to=clean_line(values.get("backup_to", ""), _PATH_LIMIT),
        backup_key=clean_line(values.get("backup_key", "")),
        forecast_from=clean_line(values.get("forecast_from", ""), _PATH_LIMIT),
        forecast_at=clean_line(values.get("forecast_at", "")),
    )


def _is_plain(values: dict[str, Any]) -> bool:
    return (
        values.keys() <= {field.name for field in fields(Settings)}
        and all(isinstance(value, str) for value in values.values())
        and values.get("station", "guard") in set(StationKind)
        and values.get("language", "auto") in {"auto", *LANGUAGES}
        and values.get("theme", "dark") in get_args(Theme)
    )


def from_environment(key: str, name: str, text: str) -> dict[str, Any]:
    """Return the value of a setting from the variable `name`. Raises `InputError(BAD_SETTING)`."""
    choices: dict[str, tuple[str, ...]] = {
        "station": tuple(StationKind),
        "language": ("auto", *LANGUAGES),
        "theme": get_args(Theme),
    }
    if key in choices and text not in choices[key]:
        right = ", ".join(str(choice) for choice in choices[key])
        raise InputError(
            FileReason.BAD_SETTING, file=MachineDetail.ENVIRONMENT, key=name, value=clean_line(text, 80), right=right
        )
    if key == "printer" and not is_printer(text):
        said = clean_line(text, 80)
        raise InputError(
            FileReason.BAD_SETTING, file=MachineDetail.ENVIRONMENT, key=name, value=said, right=MachineDetail.PRINTERS
        )
    for _, right in wrong({key: text}):
        said = clean_line(text, 80)
        raise InputError(FileReason.BAD_SETTING, file=MachineDetail.ENVIRONMENT, key=name, value=said, right=right)
    makers: dict[str, Callable[[str], Any]] = {
        "station": StationKind,
        "database": given_file.expanded,
        "by": clean_line,
        "printer": lambda printer: clean_line(printer, _PATH_LIMIT),
        "backup_to": lambda folders: clean_line(folders, _PATH_LIMIT),
    }
    return {key: makers.get(key, str)(text)}


def bad_printer(text: str, file: Path) -> InputError:
    """Return the error for a printer that a settings file names wrongly."""
    return bad_setting(Settings, "printer", text, file, MachineDetail.PRINTERS)


def _flag(arguments: Sequence[str], name: str) -> str | None:
    found = None
    for position, argument in enumerate(arguments):
        if argument.startswith(f"{name}="):
            found = argument.partition("=")[2]
        elif argument == name and position + 1 < len(arguments):
            found = arguments[position + 1]
    return found
