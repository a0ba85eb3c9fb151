"""The command-line arguments for a store's part in its group."""

from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.help import add_choice
from frontdesk.commands.kit.parts import Parser, add_verb, number
from frontdesk.domain.group.share import Share
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add_verbs(verbs: "Commands", common: Parser) -> None:
    """Add what is typed at a store."""
    join = add_verb(verbs, common, "join", _("share the store's log with head office from now on"))
    join.add_argument("url", metavar=_("ADDRESS"), help=_("head office's address: https://group.example.com:8430"))
    join.add_argument("code", metavar=_("CODE"), help=_("the store's code there, such as SH-003"))
    add_choice(join, "--share", metavar=_("SHARE"), of=Share)
    join.add_argument("--ca", type=Path, metavar=_("FILE"), help=_("the certificate that head office's is checked by"))
    add_verb(verbs, common, "offered", _("what head office offers, number by number: now, and offered"), looks=True)
    accept = add_verb(verbs, common, "accept", _("the director accepts a template: its numbers are in force at once"))
    decline = add_verb(verbs, common, "decline", _("the director declines a template, and says why"))
    for verb in (accept, decline):
        verb.add_argument("number", type=number, metavar="N", help=_("the matter's number"))
    decline.add_argument("--words", required=True, metavar=_("TEXT"), help=_("why"))
    add_verb(verbs, common, "leave", _("send nothing to head office any more"))
    add_verb(verbs, common, "epoch", _("after a fork: let this copy of the store count from now on"))
    add_verb(verbs, common, "send", _("send what is new, then end; watch and serve begin it by themselves"))
