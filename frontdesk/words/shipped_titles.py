"""The titles of playbooks and steps that came with the program, as they are said here, whoever began the run."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from frontdesk.domain.runs.playbook import EACH_AREA, IN_TITLE
from frontdesk.domain.values.text import clean_line
from frontdesk.words import i18n

_FOLDER = files("data").joinpath("playbooks")
_TITLE = re.compile(r'\btitle = "([^"]+)"')
"""The titles alone: to read all of the files takes as long as a station takes to open."""
_OF_EACH = {kind: re.escape(named) for kind, named in IN_TITLE.items()}


def said_here(title: str) -> str:
    """Return a title in the language that is spoken; one that the store wrote itself as it stands."""
    title = clean_line(title)
    for said in (_exactly(i18n.language()).get(title), _for_each(i18n.language(), title)):
        if said is not None:
            return said
    return title


@cache
def _exactly(language: str) -> dict[str, str]:
    return dict(_pairs(language))


def _for_each(language: str, title: str) -> str | None:
    """Return the title of a step that there is for each area, car or thing; an area of the program's is said, too."""
    for pattern, kind, now in _patterns(language):
        if found := pattern.fullmatch(title):
            named = _areas(language).get(found[1], found[1]) if kind == EACH_AREA else found[1]
            return now.replace(IN_TITLE[kind], named)
    return None


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple(
        (re.compile(re.escape(was).replace(sign, "(.+)")), kind, now)
        for was, now in _pairs(language)
        for kind, sign in _OF_EACH.items()
        if IN_TITLE[kind] in was
    )


@cache
def _areas(language: str) -> dict[str, str]:
    named = tomllib.loads(_FOLDER.joinpath("areas.toml").read_text(encoding="utf-8"))
    return {name: named[language][key] for names in named.values() for key, name in names.items()}


def _pairs(language: str) -> Iterator[tuple[str, str]]:
    """Give each title of the other languages with the one that is said here."""
    for each in _FOLDER.joinpath(language).iterdir():
        here = _TITLE.findall(each.read_text(encoding="utf-8"))
        for other in i18n.LANGUAGES:
            if other != language:
                there = _FOLDER.joinpath(other, each.name).read_text(encoding="utf-8")
                yield from zip(_TITLE.findall(there), here, strict=True)
