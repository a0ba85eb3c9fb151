"""Playbooks as TOML files: those that come with the program, and a store's own, each fault told with its line."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frontdesk.domain.runs.playbook import About, Fact, Playbook, Step
from frontdesk.domain.runs.problems import Problem, problems
from frontdesk.domain.runs.reasons import PlaybookDetail, RunReason
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.text import clean_line
from frontdesk.files.text_file import read_text
from frontdesk.files.toml_file import read_toml
from frontdesk.files.toml_places import Place, places_in

if TYPE_CHECKING:
    from pydantic import BaseModel

_TYPES = {
    "missing": PlaybookDetail.MISSING,
    "extra_forbidden": PlaybookDetail.FIELD,
    "string_type": PlaybookDetail.TEXT,
    "list_type": PlaybookDetail.LIST,
    "bool_type": PlaybookDetail.YES_OR_NO,
}
_SHOWN = 80
_IN_PLACE = "in_place"
"""What a key and a title are while it is looked whether the rest is right."""
_YES_OR_NO = tuple(name for name, plain in Step._field_defaults.items() if isinstance(plain, bool))


@cache
def languages() -> tuple[str, ...]:
    """Return the languages in which playbooks come with the program."""
    return tuple(sorted(folder.name for folder in files("data").joinpath("playbooks").iterdir() if folder.is_dir()))


@cache
def shipped(language: str) -> dict[str, Playbook]:
    """Return the playbooks that come with the program, in a language, by their names."""
    folder = files("data").joinpath("playbooks", language)
    found: dict[str, Playbook] = {}
    for each in folder.iterdir():
        # They are known to be right; what looks through a store's own takes its time to load.
        playbook = _made(tomllib.loads(each.read_text(encoding="utf-8")))
        found[playbook.key] = playbook
    return found


@cache
def area_names(language: str) -> dict[str, str]:
    """Return what the areas that every store has are called in a language, by their keys."""
    names = tomllib.loads(files("data").joinpath("playbooks", "areas.toml").read_text(encoding="utf-8"))
    return dict(names[language])


def read_playbook(path: Path) -> tuple[Playbook | None, list[InputError]]:
    """Return the playbook in a file, or None and everything that is not right in it. Raises `InputError`: no TOML."""
    values, text = read_toml(path), read_text(path)
    places = places_in(text)
    ill_typed = _ill_typed(values)
    playbook = _made(_mended(values) if ill_typed else values)
    known = {_place_of(each) for each in ill_typed}
    wrong = [*ill_typed, *(each for each in problems(playbook) if not _follows(each, known))]
    faults = sorted((_fault(path, places, each) for each in wrong), key=lambda fault: int(str(fault.facts["number"])))
    return (None if wrong else playbook), faults


def _ill_typed(values: dict[str, Any]) -> list[Problem]:
    """Return what is no text, no list or no field of a playbook."""
    from pydantic import ValidationError  # noqa: PLC0415 - slow to load

    try:
        _model().model_validate(values)
    except ValidationError as error:
        return [_of_type(each["type"], each["loc"], each["input"]) for each in error.errors()]
    return []


def _of_type(kind: str, where: tuple[int | str, ...], given: object) -> Problem:
    part, place, field = "", 0, ""
    match where:
        case ("steps" | "facts" as listed, int(number), *rest):
            part, place, field = listed, number, str(rest[0]) if rest else ""
        case (str(named), *_):
            field = named
    shown = "" if kind == "missing" else clean_line(str(given), _SHOWN)
    return Problem(part, place, field, shown, _TYPES.get(kind, PlaybookDetail.FIELD), _fields(part))


def _mended(values: dict[str, Any]) -> dict[str, Any]:
    """Return what a file says with something in place of each field that is ill-typed: the rest is looked at, too."""
    lists: dict[str, Any] = {"facts": [], "steps": []} | {
        part: [_mended_entry(entry, part, place) for place, entry in enumerate(values[part])]
        for part in ("facts", "steps")
        if isinstance(values.get(part), list)
    }
    plain = {name: values[name] for name in ("about", "kind", "key", "title") if isinstance(values.get(name), str)}
    texts = {name: _texts(values.get(name)) for name in ("first", "contacts")}
    return {"key": _IN_PLACE, "title": _IN_PLACE} | plain | texts | lists


def _mended_entry(entry: object, part: str, place: int) -> dict[str, Any]:
    named = f"{_IN_PLACE}_{place}"
    found: dict[str, Any] = {"key": named, "title": named}
    for name, value in entry.items() if isinstance(entry, dict) else ():
        if name == "after":
            found[name] = _texts(value)
        elif name in _fields(part) and isinstance(value, bool if name in _YES_OR_NO else str):
            found[name] = value
    return found


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _place_of(problem: Problem) -> tuple[str, int, str]:
    return problem.part, problem.place, problem.field


def _follows(problem: Problem, known: set[tuple[str, int, str]]) -> bool:
    """Whether a problem is there only because something ill-typed was left out, of which it was said already."""
    part, place, field = _place_of(problem)
    if {(part, place, field), (part, place, "")} & known:
        return True
    listed = {"after": "steps", "due": "steps", "until": "steps", "when": "facts"}.get(field, "")
    of_whole = ("", 0, listed) in known
    return bool(listed) and (of_whole or any(each[0] == listed and each[2] in {"key", ""} for each in known))


def _fields(part: str) -> tuple[str, ...]:
    return {"steps": Step._fields, "facts": Fact._fields}.get(part, Playbook._fields)


def _fault(path: Path, places: dict[tuple[str, int], Place], problem: Problem) -> InputError:
    """Return the refusal of a problem, with the line it stands in."""
    place = places.get((problem.part, problem.place), Place(1, {}))
    line = place.fields.get(problem.field, place.line)
    return InputError(
        RunReason.BAD_PLAYBOOK, file=path, number=line, key=problem.field or problem.part, value=problem.value,
        right=problem.right, choices=problem.choices,
    )  # fmt: skip


@cache
def _model() -> "type[BaseModel]":
    """Return what a file may hold; pydantic is loaded for it."""
    from pydantic import BaseModel, ConfigDict, Field  # noqa: PLC0415 - slow to load

    class Strict(BaseModel):
        model_config = ConfigDict(strict=True, extra="forbid")

    class OfFact(Strict):
        key: str
        title: str

    class OfStep(Strict):
        key: str
        title: str
        role: str = ""
        team: str = ""
        station: str = ""
        after: list[str] = Field([])
        due: str = ""
        evidence: str = ""
        when: str = ""
        optional: bool = False
        safety: bool = False
        each: str = ""
        repeat: str = ""
        until: str = ""

    class OfPlaybook(Strict):
        key: str
        title: str
        about: str = "store"
        kind: str = "work"
        first: list[str] = Field([])
        contacts: list[str] = Field([])
        facts: list[OfFact] = Field([])
        steps: list[OfStep]

    return OfPlaybook


def _made(values: dict[str, Any]) -> Playbook:
    """Return a playbook from a file whose fields are what they should be."""
    steps = (_cleaned(step) for step in values["steps"])
    facts = (_cleaned(fact) for fact in values.get("facts", ()))
    said = _cleaned({name: value for name, value in values.items() if name not in {"steps", "facts"}})
    made = tuple(Step(**step) for step in steps), tuple(Fact(**fact) for fact in facts)
    return Playbook(said.pop("key"), said.pop("title"), said.pop("about", About.STORE.value), *made, **said)


def _cleaned(entry: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an entry, each text cleaned; a list is a tuple."""

    def cleaned(value: Any) -> Any:
        if isinstance(value, list):
            return tuple(map(clean_line, value))
        return clean_line(value, None) if isinstance(value, str) else value

    return {name: cleaned(value) for name, value in entry.items()}
