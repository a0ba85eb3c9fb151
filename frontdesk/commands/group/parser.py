"""The command-line arguments for a group of stores and its head office."""

import os
from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb
from frontdesk.commands.kit.reach import add_reach
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands

PORT = 8430
"""Head office's own, so that a store's stations can be served on the same machine."""
DATABASE = "FRONTDESK_GROUP_DATABASE"


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about the group."""
    summary = _("head office: many stores in one PostgreSQL, each whole without it")
    verbs = add_group(commands, common, _run, "group", summary, needs_store=False)
    serve = add_verb(verbs, common, "serve", _("head office: take in what stores send, until stopped"))
    add_reach(serve, PORT)
    status = add_verb(verbs, common, "status", _("head office: each store, those first that need somebody"), looks=True)
    stores = add_verb(verbs, common, "stores", _("head office: the stores that may send"))
    deeds = stores.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="deed", required=True)
    added = add_verb(deeds, common, "add", _("add a store, and show its token once"))
    token = add_verb(deeds, common, "token", _("give a store another token; the one it has counts no more"))
    for verb in (added, token):
        verb.add_argument("code", metavar=_("CODE"), help=_("its code, such as SH-003"))
    added.add_argument("name", metavar=_("NAME"), help=_("what it is called"))
    added.add_argument("--province", default="", metavar=_("PROVINCE"), help=_("the province it is in"))
    for verb in (serve, status, added, token):
        verb.add_argument(
            "--group-database",
            default=os.environ.get(DATABASE, ""),
            metavar="postgresql://…",
            help=_("head office's database; otherwise {variable}, or what PostgreSQL's own variables say").format(
                variable=DATABASE
            ),
        )


def _run(args: Namespace) -> int:
    if args.verb == "serve":
        from frontdesk.commands.group import serve

        return serve.run(args)
    if args.verb == "status":
        from frontdesk.commands.group import status

        return status.run(args)
    from frontdesk.commands.group import stores

    return stores.run(args)
