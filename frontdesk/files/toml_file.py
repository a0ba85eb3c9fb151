"""Reading TOML files that people write, with errors that name the file, the key, the value and what would be right."""

import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import MISSING, fields
from enum import EnumType
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from frontdesk.domain.files import FileDetail, FileReason
from frontdesk.domain.values.errors import Detail, InputError
from frontdesk.domain.values.text import clean_line
from frontdesk.files.text_file import read_text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    T = TypeVar("T", bound=DataclassInstance)

_SHOWN = 80
_LINE = re.compile(r"at line (\d+), column \d+")
_ENDLESS = re.compile(r"[0-9a-fA-F_]{4000}")
"""A number with more digits than Python reads; of that the error names no line."""
_EXAMPLE = 'by = "王芳"'


def read_toml(path: Path) -> dict[str, Any]:
    """Return the contents of a TOML file. Raises `InputError` if it cannot be read or is no TOML."""
    text = read_text(path)
    try:
        values = tomllib.loads(text)
        # A number can be read with more digits than it can be written with.
        json.dumps(values, default=str)
    except (ValueError, RecursionError) as error:
        raise _bad_toml(path, text, str(error)) from error
    return values


def _bad_toml(path: Path, text: str, error: str) -> InputError:
    """Return the error that says which line is no TOML, and what would be right there."""
    found, endless = _LINE.search(error), _ENDLESS.search(text)
    if found is None and endless is None:
        return InputError(FileReason.BAD_TOML, file=path, detail=FileDetail.TOML_BREAKS_OFF, example=_EXAMPLE)
    number = int(found[1]) if found else text.count("\n", 0, endless.start() if endless else 0) + 1
    line = clean_line(text.splitlines()[number - 1] if number <= text.count("\n") + 1 else "", _SHOWN)
    if "overwrite" in error or "twice" in error:
        detail = FileDetail.TOML_LINE_TWICE
    elif "\\" in line and '"' in line:
        detail = FileDetail.TOML_LINE_BACKSLASH
    else:
        detail = FileDetail.TOML_LINE_WRONG
    return InputError(FileReason.BAD_TOML, file=path, detail=detail, number=number, line=line, example=_EXAMPLE)


def validated(kind: "type[T]", values: dict[str, Any], file: Path | str) -> "T":
    """Return `values` as a `kind`, a dataclass. Raises `InputError` for the first key that is unknown or not right."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - slow to load

    for fault in faults(kind, values, file):
        raise fault
    return TypeAdapter(kind).validate_json(_as_json(values), strict=True)


def faults(kind: "type[DataclassInstance]", values: dict[str, Any], file: Path | str) -> list[InputError]:
    """Return everything in `values` that a `kind` does not have, or that is not right."""
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - slow to load

    names = [field.name for field in fields(kind)]
    found = {key: unknown_setting(key, names, file) for key in values if key not in names}
    try:
        TypeAdapter(kind).validate_json(_as_json({key: values[key] for key in values if key in names}), strict=True)
    except ValidationError as error:
        for each in error.errors():
            key, *rest = each["loc"] or ("?",)
            where = f"{key}" + "".join(f"[{part}]" for part in rest if isinstance(part, int))
            found.setdefault(where, bad_setting(kind, where, each["input"] if each["loc"] else values, file))
    return list(found.values())


def unknown_setting(key: str, names: list[str], file: Path | str) -> InputError:
    """Return the error for a key that is not one of `names`, with the one that was probably meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - few files have a mistake

    right = get_close_matches(key, names, n=1, cutoff=0.0)[0]
    return InputError(FileReason.UNKNOWN_SETTING, file=file, key=clean_line(key, _SHOWN), right=right)


def _as_json(values: dict[str, Any]) -> str:
    # By way of JSON: there a list is a tuple and a date is its text, and "4" still is no number.
    return json.dumps({key: _cleaned(value) for key, value in values.items()}, default=str)


def bad_setting(
    kind: "type[DataclassInstance]", key: str, value: object, file: Path | str, right: str | Detail = ""
) -> InputError:
    """Return the error for a value that is not right."""
    facts = {"right": right} if right else _right(kind, *key.partition("[")[:2])
    return InputError(FileReason.BAD_SETTING, file=file, key=key, value=shown(value), **facts)


def shown(value: object, limit: int | None = _SHOWN) -> str:
    """Return a value as TOML writes it, cut to a length that fits a sentence."""
    return clean_line(json.dumps(value, ensure_ascii=False, default=str), limit)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean_line(value)
    return [_cleaned(item) for item in value] if isinstance(value, list) else value


def _right(kind: "type[DataclassInstance]", key: str, item: str) -> dict[str, object]:
    """Return what a field, or an `item` of it, may be: its choices, or something like its default."""
    hint = get_type_hints(kind)[key]
    default = next(f.default for f in fields(kind) if f.name == key)
    choices = [str(choice) for part in (hint, *get_args(hint)) for choice in _choices(part)]
    if choices:
        return {"right": ", ".join(shown(choice) for choice in choices)}
    if isinstance(default, tuple):
        example = shown(default[0]) if default else '"…"'
        return {"right": example} if item else {"right": FileDetail.LIST_LIKE, "example": f"[{example}, …]"}
    if isinstance(default, int):
        return {"right": FileDetail.NUMBER_LIKE, "example": default}
    return {"right": '"…"' if default in (MISSING, None, "") else shown(default)}


def _choices(hint: Any) -> Iterable[object]:
    if isinstance(hint, EnumType):
        return list(hint)
    return get_args(hint) if getattr(get_origin(hint), "_name", "") == "Literal" else ()
