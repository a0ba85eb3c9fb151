"""The command-line arguments for a group of stores and its head office."""

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.group.store_parser import add_verbs
from frontdesk.commands.kit.parts import Parser, add_group, add_verb
from frontdesk.commands.kit.reach import add_reach
from frontdesk.commands.kit.store_path import is_there
from frontdesk.group.database import DATABASE
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands

PORT = 8430
"""Head office's own, so that a store's stations can be served on the same machine."""
_OF_POSTGRESQL = ("PGHOST", "PGHOSTADDR", "PGDATABASE", "PGSERVICE")
MEASURES = (
    "over-counts", "over-stays", "late-receptions", "complaints", "penalties", "rescues", "incidents",
)  # fmt: skip


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about the group."""
    summary = _("many stores and one head office; each store is whole without it")
    verbs = add_group(commands, common, _run, "group", summary, needs_store=False)
    add_verbs(verbs, common)
    said = _("how it stands: with this store, or at head office with each")
    status = add_verb(verbs, common, "status", said, looks=True)
    databases = [
        status,
        _of_head_office(verbs, common, "office", _("head office: its dashboard, in this terminal"), looks=True),
        _add_serve(verbs, common),
        _add_report(verbs, common),
        *_add_stores(verbs, common),
        *_add_readers(verbs, common),
        *_add_templates(verbs, common),
    ]
    _of_head_office(verbs, common, "compose", _("head office: print the file that Docker runs it by"), looks=True)
    said = _("head office's database; otherwise {variable}, or what PostgreSQL's own variables say")
    for verb in databases:
        verb.add_argument("--group-database", default="", metavar="postgresql://…", help=said.format(variable=DATABASE))


def _of_head_office(verbs: "Commands", common: Parser, verb: str, summary: str, *, looks: bool = False) -> Parser:
    """Add a verb that is typed at head office, whatever machine this is."""
    parser = add_verb(verbs, common, verb, summary, looks=looks)
    parser.set_defaults(is_of_head_office=True)
    return parser


def _add_serve(verbs: "Commands", common: Parser) -> Parser:
    serve = _of_head_office(verbs, common, "serve", _("head office: take in what stores send, until stopped"))
    add_reach(serve, PORT)
    said = _("the address that browsers reach it by, where a proxy stands in front")
    serve.add_argument("--address", default="", metavar="https://…", help=said)
    return serve


def _add_report(verbs: "Commands", common: Parser) -> Parser:
    said = _("head office: the stores beside each other in a month")
    report = _of_head_office(verbs, common, "report", said, looks=True)
    report.add_argument("month", metavar=_("MONTH"), help=_("the month: 2026-11"))
    report.add_argument("--of", choices=MEASURES, help=_("one of the figures alone, with how sure it is"))
    report.add_argument("--xlsx", type=Path, metavar=_("FILE"), help=_("a new workbook with a chart"))
    return report


def _add_stores(verbs: "Commands", common: Parser) -> "list[Parser]":
    stores = _of_head_office(verbs, common, "stores", _("head office: the stores that may send"))
    deeds = stores.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="deed", required=True)
    added = add_verb(deeds, common, "add", _("add a store, and show its token once"))
    token = add_verb(deeds, common, "token", _("give a store another token; the one it has counts no more"))
    renamed = add_verb(deeds, common, "rename", _("call a store something else; its token stays"))
    removed = add_verb(deeds, common, "remove", _("take out a store that was added by mistake and never sent anything"))
    for verb in (added, token, renamed, removed):
        verb.add_argument("code", metavar=_("CODE"), help=_("its code, such as SH-003"))
    for verb in (added, renamed):
        verb.add_argument("name", metavar=_("STORE"), help=_("the store's name"))
        verb.add_argument("--province", metavar=_("PROVINCE"), help=_("the province it is in"))
    return [added, token, renamed, removed]


def _add_readers(verbs: "Commands", common: Parser) -> "list[Parser]":
    readers = _of_head_office(verbs, common, "readers", _("head office: who may look at its dashboard in a browser"))
    deeds = readers.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="deed", required=True)
    added = add_verb(deeds, common, "add", _("let somebody look; their access code is shown once"))
    code = add_verb(deeds, common, "code", _("give somebody another code; browsers with the old one are signed out"))
    removed = add_verb(deeds, common, "remove", _("let somebody look no more, in no browser"))
    for verb in (added, code, removed):
        verb.add_argument("name", metavar=_("NAME"), help=_("whose it is"))
    return [added, code, removed, add_verb(deeds, common, "list", _("who may look"), looks=True)]


def _add_templates(verbs: "Commands", common: Parser) -> "list[Parser]":
    summary = _("head office: numbers that it offers its stores")
    templates = _of_head_office(verbs, common, "templates", summary)
    deeds = templates.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="deed", required=True)
    added = add_verb(deeds, common, "add", _("offer a version of a template; the one before it is offered no more"))
    listed = add_verb(deeds, common, "list", _("every version of every template"), looks=True)
    shown = add_verb(deeds, common, "show", _("a template's newest version, number by number"), looks=True)
    status = add_verb(deeds, common, "status", _("which store has which version, and what it says to it"), looks=True)
    gone = add_verb(deeds, common, "withdraw", _("offer a template no more; where it was accepted its numbers stay"))
    for verb in (added, shown, status, gone):
        verb.add_argument("name", metavar=_("NAME"), help=_("what it is called"))
    added.add_argument("file", type=Path, metavar=_("FILE"), help=_("a TOML file"))
    added.add_argument("--note", default="", metavar=_("TEXT"), help=_("what the stores are told with it"))
    return [added, listed, shown, status, gone]


def _run(args: Namespace) -> int:
    if "group_database" in args:
        args.group_database = args.group_database or os.environ.get(DATABASE, "")
    if "is_of_head_office" in args or (args.verb == "status" and (args.group_database or not _is_a_stores(args))):
        from frontdesk.commands.group import at_office

        return at_office.run(args)
    from frontdesk.commands.group import store

    return store.run(args)


def _is_a_stores(args: Namespace) -> bool:
    """Whether this machine is a store's: then its own state is asked for, unless head office's database is named."""
    from frontdesk.machine.group import group_file

    is_named = any(os.environ.get(variable) for variable in _OF_POSTGRESQL)
    return group_file.path().exists() or (is_there(args.store) and not is_named)
