"""The parts that every command's parser is made of, and how numbers and paths are read."""

import argparse
import math
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.text import clean_code, clean_line
from frontdesk.files.given_file import expanded
from frontdesk.words.i18n import LANGUAGES, _

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["Parser"]

FASTEST = 3600.0
_NUMBER = re.compile(r"(?:No\.|#|[Aa])? ?0*([1-9]\d{0,14})")


class Parser(argparse.ArgumentParser):
    """A parser that takes no abbreviated options: a script means what it says."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)


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


def add_command(commands: "Commands", common: Parser, module: str, name: str, summary: str) -> Parser:
    """Add a command that a module carries out."""
    command = commands.add_parser(name, parents=[common], help=summary, description=summary)
    command.set_defaults(module=module, command=name)
    return command


def add_group(
    commands: "Commands", common: Parser, module: str, name: str, summary: str, *, required: bool = True
) -> "Commands":
    """Add a command that consists of steps; where none is `required`, `step` is None without one."""
    group = add_command(commands, common, module, name, summary)
    return group.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="step", required=required)


def add_step(steps: "Commands", common: Parser, name: str, summary: str) -> Parser:
    """Add a step of a command."""
    return steps.add_parser(name, parents=[common], help=summary, description=summary)


def number(text: str) -> int:
    """Return the number of an escalation, a task or a ticket: 7, No. 7, A007."""
    found = _NUMBER.fullmatch(clean_code(text))
    if found is None:
        raise argparse.ArgumentTypeError(_("“{text}” is no number; right would be 7 or A007").format(text=text))
    return int(found[1])


def speed(text: str) -> float:
    """Return how many times the clock's own speed is meant."""
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
