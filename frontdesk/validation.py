"""Reading TOML files that people write, with errors that name the file, the key, the value and what would be right."""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import MISSING, fields
from difflib import get_close_matches
from enum import EnumType
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from frontdesk import given_files
from frontdesk.domain.errors import InputError, Reason
from frontdesk.domain.text import clean_line
from frontdesk.i18n import _

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    T = TypeVar("T", bound=DataclassInstance)

_SHOWN = 80


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file says. Raises `InputError` where it cannot be read or is no TOML."""
    try:
        return tomllib.loads(given_files.read(path).decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(Reason.BAD_TOML, file=path, detail=clean_line(str(error), 200)) from error


def validated(kind: "type[T]", values: dict[str, Any], file: Path | str) -> "T":
    """Return `values` as a `kind`, a dataclass. Raises `InputError` for the first key that is unknown or not right."""
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - slow to load

    refuse_unknown(kind, values, file)
    # By way of JSON: there a list is a tuple and a date is its text, and "4" still is no number.
    text = json.dumps({key: _cleaned(value) for key, value in values.items()}, default=str)
    try:
        return TypeAdapter(kind).validate_json(text, strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        key, *rest = first["loc"] or ("?",)
        where = "".join(f"[{part}]" for part in rest if isinstance(part, int))
        wrong = first["input"] if first["loc"] else values
        raise bad_setting(kind, f"{key}{where}", wrong, file) from error


def refuse_unknown(kind: "type[DataclassInstance]", values: Iterable[str], file: Path | str) -> None:
    """Raise `InputError(UNKNOWN_SETTING)`, with the name that was probably meant, for a key that `kind` has not."""
    names = [field.name for field in fields(kind)]
    for key in values:
        if key not in names:
            right = get_close_matches(key, names, n=1, cutoff=0.0)[0]
            raise InputError(Reason.UNKNOWN_SETTING, file=file, key=clean_line(key, _SHOWN), right=right)


def bad_setting(
    kind: "type[DataclassInstance]", key: str, value: object, file: Path | str, right: str = ""
) -> InputError:
    """Return the error for a value that is not right."""
    right = right or _right(kind, *key.partition("[")[:2])
    return InputError(Reason.BAD_SETTING, file=file, key=key, value=shown(value), right=right)


def shown(value: object) -> str:
    """Return a value as TOML writes it, cut to a length that fits a sentence."""
    return clean_line(json.dumps(value, ensure_ascii=False, default=str), _SHOWN)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean_line(value)
    return [_cleaned(item) for item in value] if isinstance(value, list) else value


def _right(kind: "type[DataclassInstance]", key: str, item: str) -> str:
    """Return what a field, or an `item` of it, may be: its choices, or what its default is like."""
    hint = get_type_hints(kind)[key]
    default = next(f.default for f in fields(kind) if f.name == key)
    choices = [str(choice) for part in (hint, *get_args(hint)) for choice in _choices(part)]
    if choices:
        return ", ".join(shown(choice) for choice in choices)
    if isinstance(default, tuple):
        example = shown(default[0]) if default else '"…"'
        return example if item else _("a list like {example}").format(example=f"[{example}, …]")
    if isinstance(default, int):
        return _("a whole number like {example}").format(example=default)
    return '"…"' if default in (MISSING, None, "") else shown(default)


def _choices(hint: Any) -> Iterable[object]:
    if isinstance(hint, EnumType):
        return list(hint)
    return get_args(hint) if getattr(get_origin(hint), "_name", "") == "Literal" else ()
