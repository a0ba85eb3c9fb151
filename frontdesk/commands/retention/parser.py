"""The command-line arguments for how long records are kept."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about how long records are kept."""
    verbs = add_group(
        commands, common, _retention, "retention", _("how long records are kept, and what is expired"), required=False
    )
    add_verb(verbs, common, "show", _("each class of records: its term, and what is past it"), looks=True)
    purge = add_verb(
        verbs, common, "purge", _("clear names, numbers and words out of expired records, once the director has signed")
    )
    purge.add_argument("class_", metavar=_("CLASS"), help=_("which records: cases, appointments or visits"))
    purge.add_argument("--before", required=True, metavar=_("DATE"), help=_("those that ended before this day"))
    purge.add_argument("--dry-run", action="store_true", help=_("only show what would go"))


def _retention(args: Namespace) -> int:
    from frontdesk.commands.retention import retention

    return retention.run(args)
