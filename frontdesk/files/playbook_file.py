"""Playbooks as TOML files: those that come with the program, and a store's own, each fault told with its line."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from frontdesk.domain.runs.playbook import Fact, Playbook, Step
from frontdesk.domain.runs.problems import Problem, problems
from frontdesk.domain.runs.reasons import PlaybookDetail, RunReason
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.text import clean_line
from frontdesk.files.text_file import read_text
from frontdesk.files.toml_file import read_toml

if TYPE_CHECKING:
    from pydantic import BaseModel

_TYPES = {
    "missing": PlaybookDetail.MISSING,
    "extra_forbidden": PlaybookDetail.FIELD,
    "string_type": PlaybookDetail.TEXT,
    "list_type": PlaybookDetail.LIST,
    "bool_type": PlaybookDetail.YES_OR_NO,
}
_SIGNS = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|\[\[ *\w+ *\]\]|\w+ *=|[\[\]{}\n]')
_SHOWN = 80


class _Place(NamedTuple):
    """Where an entry of a list stands in the text, and each of its fields."""

    line: int
    fields: dict[str, int]


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
        playbook = _made(_checked(tomllib.loads(each.read_text(encoding="utf-8"))))
        found[playbook.key] = playbook
    return found


def read_playbook(path: Path) -> tuple[Playbook | None, list[InputError]]:
    """Return the playbook in a file, or None and everything that is not right in it. Raises `InputError`: no TOML."""
    values, text = read_toml(path), read_text(path)
    places = _places(text)
    wrong = list(_ill_typed(values))
    playbook = None
    if not wrong:
        playbook = _made(_checked(values))
        wrong = problems(playbook)
    return (None if wrong else playbook), [_fault(path, places, problem) for problem in wrong]


def _ill_typed(values: dict[str, Any]) -> Iterator[Problem]:
    """Give what is no text, no list or no field of a playbook."""
    from pydantic import ValidationError  # noqa: PLC0415 - slow to load

    try:
        _checked(values)
    except ValidationError as error:
        for each in error.errors():
            part, place, field = "", 0, ""
            match each["loc"]:
                case (str(listed), int(number), *rest):
                    part, place, field = listed, number, str(rest[0]) if rest else ""
                case (str(named),):
                    field = named
            shown = "" if each["type"] == "missing" else clean_line(str(each["input"]), _SHOWN)
            right = _TYPES.get(each["type"], PlaybookDetail.FIELD)
            yield Problem(part, place, field, shown, right, _fields(part))


def _fields(part: str) -> tuple[str, ...]:
    return {"steps": Step._fields, "facts": Fact._fields}.get(part, Playbook._fields)


def _fault(path: Path, places: dict[tuple[str, int], _Place], problem: Problem) -> InputError:
    """Return the refusal of a problem, with the line it stands in."""
    place = places.get((problem.part, problem.place), _Place(1, {}))
    line = place.fields.get(problem.field, place.line)
    return InputError(
        RunReason.BAD_PLAYBOOK, file=path, number=line, key=problem.field or problem.part, value=problem.value,
        right=problem.right, choices=problem.choices,
    )  # fmt: skip


def _checked(values: dict[str, Any]) -> "BaseModel":
    return _model().model_validate(values)


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


def _made(model: "BaseModel") -> Playbook:
    """Return a playbook from a file whose fields are what they should be."""
    said = model.model_dump()
    steps = tuple(Step(**{**_cleaned(step), "after": tuple(map(clean_line, step["after"]))}) for step in said["steps"])
    facts = tuple(Fact(**_cleaned(fact)) for fact in said["facts"])
    key, title, about, kind = (clean_line(said[name], None) for name in ("key", "title", "about", "kind"))
    first, contacts = (tuple(clean_line(each, None) for each in said[name]) for name in ("first", "contacts"))
    return Playbook(key, title, about, steps, facts, kind, first, contacts)


def _cleaned(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: clean_line(value, None) if isinstance(value, str) else value for name, value in entry.items()}


def _places(text: str) -> dict[tuple[str, int], _Place]:
    """Return the line of each step and fact of a text that is TOML, and of their fields; of the playbook's too."""
    scan = _Scan()
    multi = ""
    for found in _SIGNS.finditer(text):
        sign = found[0]
        if multi:
            multi = "" if sign == multi else multi
        elif sign in {'"""', "'''"}:
            multi = sign
        if sign == "\n":
            scan.line += 1
        elif not multi and sign[0] not in "\"'#":
            scan.take(sign)
    return scan.places


class _Scan:
    """Follows brackets through a text: which entry of which list a field belongs to."""

    def __init__(self) -> None:
        self.line = 1
        self.places = {("", 0): _Place(1, {})}
        self._at = ("", 0)
        self._next: dict[str, int] = {}
        self._listed = ""
        """The list that was begun as `steps = [`."""
        self._depth = 0

    def take(self, sign: str) -> None:
        """Take in a bracket or the name of a field."""
        if sign.startswith("[["):
            self._enter(sign.strip("[] "))
        elif sign in "[{":
            self._depth += 1
            if sign == "{" and self._listed:
                self._enter(self._listed)
        elif sign in "]}":
            self._depth -= 1
            if not self._depth and self._listed:
                self._listed, self._at = "", ("", 0)
        else:
            name = sign.rstrip("= ")
            if self._depth == 0 and self._at == ("", 0) and name in {"steps", "facts"}:
                self._listed = name
            self.places[self._at].fields.setdefault(name, self.line)

    def _enter(self, part: str) -> None:
        number = self._next.get(part, 0)
        self._next[part] = number + 1
        self._at = (part, number)
        self.places[self._at] = _Place(self.line, {})
