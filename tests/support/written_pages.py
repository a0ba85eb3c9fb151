"""The handbook's pages of keys, commands, policy and clauses, written from the tables of the program and its tests.

`python -m tests.support.written_pages` from the project's root writes them anew, in both languages. What stands above
the mark in each page is written by hand and stays.
"""

import argparse
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from frontdesk.commands import parser
from frontdesk.commands.kit.help import explained
from frontdesk.commands.kit.parts import options_of_all
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.station import StationKind
from frontdesk.words import i18n
from frontdesk.words.handbook.pages import PAGES
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.policy.meanings import meaning
from screens.cases.case_page import MORE, PHONE, UNDO
from screens.cases.filters import KEYS as FILTERS
from screens.cases.next_steps import STEP_KEYS
from screens.kit.keys import ALL, EVERYWHERE, Key
from screens.stations.help import FINDS, OTHER_KEYS
from screens.stations.keys import DEMO_KEYS, KEYS

MARK = "<!-- From here on written by: python -m tests.support.written_pages -->\n"

HEADINGS = {
    "en": {
        "stations": "At the stations", "demo": "In the demo", "cases": "In a case", "find": "In Ctrl+F",
        "key": "key", "name": "name", "does": "what it does", "where": "where",
        "every": "Options of every command", "all": "all three",
        "everywhere": "everywhere",
        "setting": "setting", "unless changed": "unless changed",
        "clause": "clause", "asks": "what it asks", "here": "here", "tests": "proved by", "missing": "Not yet:",
        "Z": "Pre-inspection zone", "P": "Repair progress", "C": "Complaints and disputes", "Q": "Inquiries",
        "R": "Roadside rescue", "I": "Incidents", "S": "Staff, readiness, drills", "G": "Governance",
    },
    "zh": {
        "stations": "工作站", "demo": "演示", "cases": "投诉里", "find": "Ctrl+F 里",
        "key": "键", "name": "名称", "does": "做什么", "where": "哪些站",
        "every": "每个命令都有的选项", "all": "三个站",
        "everywhere": "各站",
        "setting": "规则", "unless changed": "默认",
        "clause": "条款", "asks": "要求", "here": "本系统", "tests": "由哪项测试证明", "missing": "尚缺：",
        "Z": "预检区", "P": "维修进度", "C": "投诉与纠纷", "Q": "咨询",
        "R": "道路救援", "I": "险情", "S": "人员、物资、演练", "G": "管理",
    },
}  # fmt: skip

CLAUSES = Path(__file__).parents[1] / "data/clauses.toml"


class Clause(NamedTuple):
    """A clause of the source documents, in one language."""

    id: str
    asks: str
    here: str
    missing: str
    """What of it is not done; empty where all of it is."""
    tests: tuple[str, ...]
    """What proves it: a file below `tests` and a function of it, with `::` between them."""


def clauses(language: str) -> tuple[Clause, ...]:
    """Return every clause, in the order of the documents."""
    rows = tomllib.loads(CLAUSES.read_text(encoding="utf-8"))
    return tuple(clause_of(number, row[language], row["tests"]) for number, row in rows.items())


def clause_of(number: str, said: list[str], tests: list[str]) -> Clause:
    """Return a clause from its row: a third text says what of it is not done."""
    asks, here, *missing = said
    return Clause(number, asks, here, "".join(missing), tuple(tests))


def page(topic: str, language: str) -> str:
    """Return the written part of a page."""
    i18n.use(language)
    return "\n".join(WRITERS[topic](HEADINGS[language])) + "\n"


def write() -> None:
    """Write every such page anew."""
    for language in i18n.LANGUAGES:
        for topic in WRITERS:
            file = PAGES / language / f"{topic}.md"
            by_hand = file.read_text(encoding="utf-8").partition(MARK)[0].rstrip("\n")
            file.write_text(f"{by_hand}\n\n{MARK}\n{page(topic, language)}", encoding="utf-8", newline="\n")


def _keys(said: dict[str, str]) -> Iterator[str]:
    yield f"## {said['stations']}\n"
    rows = [_row_of(key, said) for key in KEYS if key.key]
    rows += [(f"`{name}`", "", _(does), _stations(stations, said)) for name, does, stations in OTHER_KEYS]
    rows += [(f"`{FINDS[0]}`", _(FINDS[1]), _(FINDS[2]), said["all"])]
    rows += [_row_of(key, said) for key in KEYS if not key.key]
    yield from _table([said["key"], said["name"], said["does"], said["where"]], rows)
    yield f"\n## {said['cases']}\n"
    steps = [(_shown(key), _(label)) for key, label in STEP_KEYS.values()]
    steps += [(f"`{key.shown}`", _(key.label)) for key in (UNDO, PHONE, MORE)]
    yield from _table([said["key"], said["name"]], steps)
    yield f"\n## {said['find']}\n"
    yield from _table([said["key"], said["name"]], [(_shown(key), word(which)) for key, which in FILTERS.items()])
    yield f"\n## {said['demo']}\n"
    demo = [(f"`{key.shown}`", _(key.label), _(key.help)) for key in DEMO_KEYS]
    yield from _table([said["key"], said["name"], said["does"]], demo)


def _row_of(key: Key, said: dict[str, str]) -> tuple[str, ...]:
    return f"`{key.shown}`" if key.key else "", _(key.label), _(key.help), _stations(key.stations, said)


def _shown(key: str) -> str:
    return f"`{Key(key, '', '', '').shown}`"


def _stations(kinds: frozenset[StationKind], said: dict[str, str]) -> str:
    if kinds == ALL:
        return said["all"]
    if kinds == EVERYWHERE:
        return said["everywhere"]
    return _(", ").join(word(kind) for kind in StationKind if kind in kinds)


def _commands(said: dict[str, str]) -> Iterator[str]:
    whole = parser.build()
    yield f"## {said['every']}\n"
    common = [action for action in options_of_all()._actions if action.option_strings]
    yield from _table(["", ""], map(_explained, common))
    for command in leaves(whole):
        shown = [action for action in command._actions if action.dest not in {*_OF_ALL, "verb"}]
        needed = [_named(action) for action in shown if action.required or not action.option_strings]
        yield f"\n## `{' '.join([command.prog, *needed])}`\n\n{command.description or ''}"
        if shown:
            yield ""
            yield from _table(["", ""], map(_explained, shown))


_OF_ALL = {action.dest for action in options_of_all()._actions} | {"help", "version"}


def leaves(of: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Give every command that can be typed to its end."""
    steps = [action for action in of._actions if isinstance(action, argparse._SubParsersAction)]
    for action in steps:
        for command in action.choices.values():
            yield from leaves(command)
    # A command with verbs that does something of its own without them has an option of its own, too.
    has_own = any(action.option_strings and action.dest not in _OF_ALL for action in of._actions)
    if not steps or (has_own and not steps[0].required):
        yield of


def _named(action: argparse.Action) -> str:
    name = " ".join(filter(None, (*action.option_strings[:1], _value(action))))
    return f"[{name}]" if action.nargs in {"?", "*"} else name


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    if action.choices is not None and action.metavar is None:
        return "|".join(map(str, action.choices))
    return str(action.metavar or action.dest)


def _explained(action: argparse.Action) -> tuple[str, str]:
    return f"`{_named(action)}`", explained(action) or ""


def _policy(said: dict[str, str]) -> Iterator[str]:
    default = Policy()
    rows = [(f"`{each.name}`", _of_default(getattr(default, each.name)), meaning(each.name)) for each in fields(Policy)]
    yield from _table([said["setting"], said["unless changed"], said["does"]], rows)


def _clauses(said: dict[str, str]) -> Iterator[str]:
    for letter, group in groupby(clauses(i18n.language()), key=lambda clause: clause.id[0]):
        yield f"## {letter} · {said[letter]}\n"
        rows = [(f"{each.id}", each.asks, done_here(each, said), _proofs(each)) for each in group]
        yield from _table([said["clause"], said["asks"], said["here"], said["tests"]], rows)
        yield ""


def done_here(clause: Clause, said: dict[str, str]) -> str:
    """Return what does a clause here, and what of it is not done."""
    return f"{clause.here} **{said['missing']}** {clause.missing}" if clause.missing else clause.here


def _proofs(clause: Clause) -> str:
    """Return each test as its name reads, behind the folder in which it is."""
    split = (test.partition("::") for test in clause.tests)
    return " · ".join(f"{Path(file).parent}: {name[5:].replace('_', ' ')}" for file, _, name in split)


def _of_default(value: object) -> str:
    if not isinstance(value, tuple):
        return str(value)
    return " · ".join(map(str, dict.fromkeys(value)))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _row(heads)
    yield "|" + "---|" * len(heads)
    yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


WRITERS = {"keys": _keys, "commands": _commands, "policy": _policy, "clauses": _clauses}

if __name__ == "__main__":
    write()
