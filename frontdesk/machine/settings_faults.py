"""Finds all faults in the settings at once, and the origin of each setting."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Literal

from frontdesk.domain.files import FileReason
from frontdesk.domain.machine import MachineDetail
from frontdesk.domain.values.errors import InputError
from frontdesk.files import given_file
from frontdesk.files.toml_file import bad_setting, faults, read_toml, unknown_setting
from frontdesk.machine import settings, settings_checks
from frontdesk.machine.settings import Settings

Source = Literal["default", "file", "environment", "command line"]

_PREFIX = "FRONTDESK_"


def of_file(file: Path) -> list[InputError]:
    """Return everything that is not right in a settings file."""
    try:
        given_file.refuse_special(file)
        values = read_toml(file)
    except InputError as error:
        return [error]
    found = faults(Settings, values, file)
    printer, database = values.get("printer"), values.get("database")
    if isinstance(printer, str) and not settings_checks.is_printer(printer):
        found.append(settings.bad_printer(printer, file))
    texts = {key: value for key, value in values.items() if isinstance(value, str)}
    found += [bad_setting(Settings, key, texts[key], file, right) for key, right in settings_checks.wrong(texts)]
    if isinstance(database, str) and database:
        found += _of_database(file.parent, database)
    return found


def _of_database(beside: Path, named: str) -> list[InputError]:
    """Return what is not right with the name of a database."""
    try:
        place = beside / given_file.expanded(named)
        return [InputError(FileReason.IS_FOLDER, path=place)] if place.is_dir() else []
    except InputError as error:
        return [error]
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        return [InputError(FileReason.NO_FILE, path=named, detail=detail)]


def of_environment(environ: Mapping[str, str]) -> list[InputError]:
    """Return everything that is not right in the environment's variables."""
    names = {f"{_PREFIX}{field.name.upper()}": field.name for field in fields(Settings)}
    known = [*names, f"{_PREFIX}CONFIG"]
    found = []
    for name in sorted(environ):
        if not name.startswith(_PREFIX) or not environ[name]:
            continue
        if name not in known:
            found.append(unknown_setting(name, known, MachineDetail.ENVIRONMENT))
        elif name in names:
            try:
                settings.from_environment(names[name], name, environ[name])
            except InputError as error:
                found.append(error)
    return found


def sources(environ: Mapping[str, str], flags: set[str]) -> dict[str, Source]:
    """Return the origin of each setting; `flags` are the typed ones."""
    file = settings.path(environ)
    values = settings.values_of(file)
    return {field.name: _source(field.name, values, environ, flags) for field in fields(Settings)}


def _source(name: str, values: Mapping[str, object], environ: Mapping[str, str], flags: set[str]) -> Source:
    if name in flags:
        return "command line"
    if environ.get(f"{_PREFIX}{name.upper()}"):
        return "environment"
    return "file" if name in values else "default"
