"""The parts that every command's parser is made of, and how numbers and paths are read."""

import argparse
import math
import re
import unicodedata
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from frontdesk.commands.kit.help import Formatter
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.text import clean_code, clean_line
from frontdesk.files.given_file import expanded
from frontdesk.words.i18n import LANGUAGES, _

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["Parser"]

Run = Callable[[Namespace], int]
"""Carries a command out; returns the exit code. What it needs is loaded only then."""

FASTEST = 3600.0
_SHOWN = 40
_NUMBER = re.compile(r"(?:No\.|#|[Aa])? ?0*([1-9]\d{0,14})")


class Parser(argparse.ArgumentParser):
    """A parser that accepts no abbreviated options, so that a script means exactly what it says."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=Formatter, **options)

    def error(self, message: str) -> NoReturn:
        """End with a usage error; what was typed is said without the signs that a terminal would obey."""
        super().error(clean_line(message, None))


def options_of_all() -> Parser:
    """Return the options every command takes, before or after its name."""
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = common.add_argument_group(_("options of every command"))
    group.add_argument("--database", type=_database, metavar=_("PATH"), help=_("the database to use"))
    group.add_argument("--by", metavar=_("NAME"), help=_("who does it; stands in the record"))
    group.add_argument("--json", action="store_true", help=_("answer as one JSON object"))
    group.add_argument(
        "--operation", type=_operation, metavar="ID", help=_("doing it again with the same id does nothing more")
    )
    group.add_argument("--language", choices=sorted(LANGUAGES), help=_("the language to speak"))
    return common


def nothing_said(run: Run) -> Namespace:
    """Return the defaults of all options; `run` runs the command if none is named."""
    # Not `set_defaults`: what stands before a command would be forgotten by it.
    return Namespace(
        run=run,
        command=None,
        looks=False,
        done=False,
        needs_settings=True,
        needs_store=True,
        database=None,
        by=None,
        json=False,
        operation=None,
        language=None,
    )


def add_command(commands: "Commands", common: Parser, run: Run, name: str, summary: str, **facts: bool) -> Parser:
    """Add a command that `run` carries out.

    `facts`, if they differ from the usual: `looks` (it changes nothing), `needs_settings` and `needs_store`.
    """
    command = commands.add_parser(name, parents=[common], help=summary, description=summary)
    command.set_defaults(run=run, command=name, **facts)
    return command


def add_group(
    commands: "Commands", common: Parser, run: Run, name: str, summary: str, *, required: bool = True, **facts: bool
) -> "Commands":
    """Add a command with several verbs.

    If no verb is `required`, a call without one sets `verb` to None and changes nothing.
    """
    group = add_command(commands, common, run, name, summary, **{"looks": not required, **facts})
    return group.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="verb", required=required)


def add_verb(verbs: "Commands", common: Parser, name: str, summary: str, *, looks: bool = False) -> Parser:
    """Add one of the verbs of a group; `looks`: it changes nothing."""
    verb = verbs.add_parser(name, parents=[common], help=summary, description=summary)
    verb.set_defaults(looks=looks)
    return verb


def number(text: str) -> int:
    """Return the number of an escalation, a task or a ticket: 7, No. 7, A007."""
    found = _NUMBER.fullmatch(clean_code(text))
    if found is None:
        raise argparse.ArgumentTypeError(_("“{text}” is no number; right would be 7 or A007").format(text=text))
    return int(found[1])


def whole(text: str) -> int:
    """Return a whole number, as a value or a year is typed: 12, -40."""
    try:
        return int(clean_code(text))
    except ValueError as error:
        said = _("“{text}” is no whole number; right would be digits only, like 12")
        raise argparse.ArgumentTypeError(said.format(text=clean_line(text, _SHOWN))) from error


def how_many(text: str) -> int:
    """Return of how many something is asked for, at least one."""
    found = whole(text)
    if found < 1:
        raise argparse.ArgumentTypeError(_("“{text}” is too few; right would be 1 or more").format(text=found))
    return found


def speed(text: str) -> float:
    """Return the speed as a multiple of the clock's own."""
    try:
        found = float(text)
    except ValueError:
        found = math.nan
    if not 0 < found <= FASTEST:
        raise argparse.ArgumentTypeError(_("“{text}” is no speed; right would be 1 … 3600").format(text=text))
    return found


def _operation(text: str) -> str:
    if text and (not clean_line(text, None) or any(unicodedata.category(sign) == "Cc" for sign in text)):
        said = _("“{text}” is no operation id; right would be letters and digits")
        raise argparse.ArgumentTypeError(said.format(text=clean_line(text)))
    return text


def _database(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError(_("the path of the database is missing"))
    try:
        return expanded(text)
    except InputError as error:
        from frontdesk.words.refusals.sentence import sentence  # noqa: PLC0415 - the whole vocabulary, needed only here

        raise argparse.ArgumentTypeError(sentence(error)) from error
