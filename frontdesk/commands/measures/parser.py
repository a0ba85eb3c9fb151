"""The command-line arguments for measures."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number, whole
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about measures."""
    verbs = add_group(
        commands, common, _measures, "measures", _("what is to change, and what came of it"), required=False
    )
    listed = add_verb(verbs, common, "list", _("the measures that are not brought to an end"), looks=True)
    listed.add_argument("--all", action="store_true", help=_("the others too"))
    commands.choices["measures"].set_defaults(all=False)
    show = add_verb(verbs, common, "show", _("a measure and its history"), looks=True)
    _add_proposal(verbs, common)
    agree = add_verb(verbs, common, "agree", _("agree on a measure: who, by when, what is expected"))
    done = add_verb(verbs, common, "done", _("a measure was carried out"))
    check = add_verb(verbs, common, "check", _("say as the second person what came of a measure"))
    drop = add_verb(verbs, common, "drop", _("drop a measure"))
    effect = add_verb(verbs, common, "effect", _("what a measure did to what it is measured by"), looks=True)
    for verb in (show, effect, agree, done, check, drop):
        verb.add_argument("number", type=number, metavar="N", help=_("the measure's number"))
    agree.add_argument("--owner", required=True, metavar=_("NAME"), help=_("who sees to it"))
    agree.add_argument("--until", required=True, metavar=_("TIME"), help=_("by when it is carried out"))
    agree.add_argument("--metric", default="", metavar=_("METRIC"), help=_("what it is measured by"))
    agree.add_argument(
        "--expected", type=whole, metavar=_("PERCENT"), help=_("by how many percent that is to change: -40")
    )
    agree.add_argument(
        "--words", default="", metavar=_("TEXT"), help=_("what is done now, where it did no good before")
    )
    done.add_argument("--evidence", required=True, metavar=_("TEXT"), help=_("what was done, and what shows it"))
    check.add_argument("verdict", metavar=_("VERDICT"), help=_("what came of it"))
    check.add_argument("--words", required=True, metavar=_("TEXT"), help=_("in a sentence"))
    drop.add_argument("--why", required=True, metavar=_("TEXT"), help=_("why"))


def _add_proposal(verbs: "Commands", common: Parser) -> None:
    propose = add_verb(verbs, common, "add", _("propose a measure"))
    propose.add_argument("what", metavar=_("WHAT"), help=_("what is to change, in one line"))
    propose.add_argument("--review", metavar=_("MONTH"), help=_("the month's review it came from: 2026-11"))
    propose.add_argument("--incident", type=number, metavar="N", help=_("the incident or hazard it came from"))
    propose.add_argument("--cause", default="", metavar=_("CAUSE"), help=_("the cause it works against"))
    propose.add_argument("--words", default="", metavar=_("TEXT"), help=_("a few words about it"))


def _measures(args: Namespace) -> int:
    from frontdesk.commands.measures import measures

    return measures.run(args)
