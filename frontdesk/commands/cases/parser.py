"""The command-line arguments for complaints: look-up, registration, correction, templates, documents, tables."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.cases import parser_steps
from frontdesk.commands.kit import phone
from frontdesk.commands.kit.help import add_choice
from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number
from frontdesk.domain.cases.case import CaseKind, Channel, Nature, Severity
from frontdesk.domain.cases.search import Filter
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about complaints."""
    verbs = add_group(
        commands, common, _queue, "complaints", _("the complaint queue: look up, register, tables in and out")
    )
    listed = add_verb(verbs, common, "list", _("the open cases, next due first"), looks=True)
    which = listed.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help=_("the closed ones too"))
    which.add_argument("--late", action="store_true", help=_("only those with a missed clock"))
    add_choice(which, "--only", default="", metavar=_("WHICH"), of=Filter)
    known = _("part of a plate, a name or its pinyin, a number, what the customer said")
    listed.add_argument("--find", default="", metavar=_("TEXT"), help=known)
    which.add_argument("--today", action="store_true", help=_("only those due from now until the end of the day"))
    show = add_verb(verbs, common, "show", _("everything on record about one case"), looks=True)
    show.add_argument("number", type=number, metavar="N", help=_("its number"))
    _add(verbs, common)
    parser_steps.add(verbs, common)
    _amend(verbs, common)
    _templates(verbs, common)
    _print(verbs, common)
    taken = add_verb(verbs, common, "import", _("register the complaints of a table"))
    taken.add_argument("file", type=Path, metavar=_("FILE"), help=_("a table: CSV, XLSX or JSON"))
    taken.add_argument("--all-or-nothing", action="store_true", help=_("take nothing where one line is wrong"))
    taken.add_argument("--unusual", action="store_true", help=_("take plates that are no usual ones too"))
    given = add_verb(verbs, common, "export", _("write complaints into a new file, phones masked"), looks=True)
    given.add_argument("file", type=Path, metavar=_("FILE"), help=_("its ending says the format: .csv, .xlsx, .json"))
    given.add_argument(
        "--since", metavar=_("TIME"), help=_("only those received since then: 2026-03-02, 10:05 or 2026-03-02T10:05")
    )


def _add(verbs: "Commands", common: Parser) -> None:
    new = add_verb(verbs, common, "add", _("register a complaint"))
    new.add_argument("--words", required=True, metavar=_("TEXT"), help=_("what the customer said"))
    add_choice(new, "--channel", default="", metavar=_("CHANNEL"), of=Channel)
    add_choice(new, "--nature", default=Nature.COMPLAINT.value, metavar=_("NATURE"), of=Nature)
    add_choice(new, "--kind", default="", metavar=_("KIND"), of=CaseKind)
    add_choice(new, "--severity", default=Severity.ORDINARY.value, metavar=_("SEVERITY"), of=Severity)
    new.add_argument("--customer", default="", metavar=_("NAME"), help=_("the customer's name"))
    phone.add_argument(new, default="")
    _plate(new, "")
    new.add_argument("--wants", default="", metavar=_("TEXT"), help=_("what the customer wants"))
    new.add_argument("--drill", action="store_true", help=_("a rehearsal: never counted as real"))
    new.add_argument(
        "--received", metavar=_("TIME"), help=_("when it came in: 10:05, 10:05:30 or 2026-03-02T10:05; now if not said")
    )


def _amend(verbs: "Commands", common: Parser) -> None:
    read = add_verb(verbs, common, "read", _("the head has read the closing report of a case"))
    read.add_argument("number", type=number, metavar="N", help=_("its number"))
    amended = add_verb(verbs, common, "amend", _("correct what was registered of a case; what is not said stays"))
    amended.add_argument("number", type=number, metavar="N", help=_("its number"))
    add_choice(amended, "--nature", metavar=_("NATURE"), of=Nature)
    add_choice(amended, "--channel", metavar=_("CHANNEL"), of=Channel)
    add_choice(amended, "--kind", metavar=_("KIND"), of=CaseKind)
    amended.add_argument("--customer", metavar=_("NAME"), help=_("the customer's name"))
    phone.add_argument(amended)
    _plate(amended, None)
    amended.add_argument("--wants", metavar=_("TEXT"), help=_("what the customer wants"))


def _plate(verb: Parser, nothing: str | None) -> None:
    said = _("the plate of the car it is about, or part of it")
    verb.add_argument("--plate", default=nothing, metavar=_("PLATE"), help=said)
    verb.add_argument("--unusual", action="store_true", help=_("this is the plate, although it is no usual one"))


def _templates(verbs: "Commands", common: Parser) -> None:
    templates = add_verb(verbs, common, "templates", _("the answers that are given often"), looks=True)
    deeds = templates.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="deed")
    add_verb(deeds, common, "list", _("show them"), looks=True)
    put = add_verb(deeds, common, "set", _("put one in, or change the one of that name"))
    put.add_argument("name", metavar=_("TEMPLATE"), help=_("what it is called"))
    put.add_argument(
        "--words",
        required=True,
        metavar=_("TEXT"),
        help=_("the answer; {customer}, {plate}, {number} and {store} are filled in"),
    )
    put.add_argument(
        "--purpose",
        default="",
        metavar=_("PURPOSE"),
        help=_("what messages of this purpose say: ready, promise, found"),
    )
    removed = add_verb(deeds, common, "remove", _("take one out of use"))
    removed.add_argument("name", metavar=_("TEMPLATE"), help=_("what it is called"))


def _print(verbs: "Commands", common: Parser) -> None:
    printed = add_verb(
        verbs, common, "print", _("write a document to print into a new file, phones masked"), looks=True
    )
    printed.add_argument("number", type=number, metavar="N", help=_("its number"))
    printed.add_argument(
        "document",
        choices=("form", "report"),
        help=_("form: the complaint form for the quality department; report: the closing report"),
    )
    printed.add_argument("file", type=Path, metavar=_("FILE"), help=_("a page for the browser: its name ends in .html"))


def _queue(args: Namespace) -> int:
    from frontdesk.commands.cases import queue

    return queue.run(args)
