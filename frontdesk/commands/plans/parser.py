"""The command-line arguments for plans."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, whole
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about plans."""
    summary = _("the plans: versions, signatures, who has read them")
    verbs = add_group(commands, common, _plans, "plans", summary, required=False)
    add_verb(verbs, common, "list", _("the plans and how far they have come"), looks=True)
    show = add_verb(verbs, common, "show", _("a plan: its change record, its numbers, who has read it"), looks=True)
    new = add_verb(verbs, common, "new", _("write a new version, or one anew that is not in force yet"))
    submit = add_verb(verbs, common, "submit", _("submit the new version: it is reviewed, then approved"))
    publish = add_verb(verbs, common, "publish", _("put the approved version in force, with its numbers"))
    reads = add_verb(verbs, common, "reads", _("who has read the version in force, and who has not"), looks=True)
    read = add_verb(verbs, common, "read", _("say that one has read the version in force"))
    printed = add_verb(verbs, common, "print", _("the change record as a page to print"), looks=True)
    for verb in (show, new, submit, publish, reads, read, printed):
        verb.add_argument("key", metavar=_("PLAN"), help=_("the plan's short name: zone"))
    new.add_argument(
        "--title", default="", metavar=_("TEXT"), help=_("what it is called in full; with the first version")
    )
    new.add_argument("--text", type=Path, metavar=_("FILE"), help=_("a text file; without it the text stays"))
    new.add_argument("--before", default="", metavar=_("TEXT"), help=_("what it was, in a sentence"))
    new.add_argument("--after", default="", metavar=_("TEXT"), help=_("what it is now, in a sentence"))
    new.add_argument("--why", default="", metavar=_("TEXT"), help=_("why"))
    new.add_argument("--policy", type=Path, metavar=_("FILE"), help=_("the numbers it changes: a TOML file"))
    printed.add_argument("file", type=Path, metavar=_("FILE"), help=_("a new page to print, ending in .html"))
    printed.add_argument("--leaflet", action="store_true", help=_("what the plan means for customers instead"))
    emergency = add_verb(verbs, common, "emergency", _("change one number at once; after a day it falls back"))
    emergency.add_argument("number", metavar=_("NUMBER"), help=_("which number of the policy: over_count"))
    emergency.add_argument("value", type=whole, metavar=_("VALUE"), help=_("what it is from now on"))
    emergency.add_argument("--why", required=True, metavar=_("TEXT"), help=_("why"))


def _plans(args: Namespace) -> int:
    from frontdesk.commands.plans import plans

    return plans.run(args)
