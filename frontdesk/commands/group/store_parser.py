"""The command-line arguments for a store's part in its group."""

from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.help import add_choice
from frontdesk.commands.kit.parts import Parser, add_verb
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
    add_verb(verbs, common, "leave", _("send nothing to head office any more"))
    add_verb(verbs, common, "epoch", _("after a fork: let this copy of the store count from now on"))
    add_verb(verbs, common, "send", _("send what is new, then end; watch and serve begin it by themselves"))
