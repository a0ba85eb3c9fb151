"""The command-line arguments for playbooks, runs and their steps."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number
from frontdesk.domain.runs.problems import STATIONS
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about playbooks and steps."""
    verbs = add_group(commands, common, _playbooks, "playbooks", _("by which steps things are done"), required=False)
    add_verb(verbs, common, "list", _("the playbooks"), looks=True)
    show = add_verb(verbs, common, "show", _("a playbook and its steps"), looks=True)
    load = add_verb(verbs, common, "load", _("put a playbook in force: what is begun from now on follows it"))
    changed = add_verb(verbs, common, "changes", _("its versions, and what each says otherwise"), looks=True)
    export = add_verb(verbs, common, "export", _("write a playbook into a file, to change it"), looks=True)
    printed = add_verb(verbs, common, "print", _("incident cards for the wall, A4"), looks=True)
    reset = add_verb(verbs, common, "reset", _("put what came with the program in force again"))
    start = add_verb(verbs, common, "start", _("begin what a playbook says"))
    for verb in (show, changed, export, reset, start):
        verb.add_argument("key", metavar=_("PLAYBOOK"), help=_("the playbook's short name: power_failure"))
    export.add_argument("file", type=Path, metavar=_("FILE"), help=_("a TOML file"))
    cards = printed.add_mutually_exclusive_group(required=True)
    cards.add_argument("key", metavar=_("PLAYBOOK"), nargs="?", help=_("the playbook's short name: power_failure"))
    cards.add_argument("--cards", action="store_true", help=_("the cards of every kind of incident"))
    printed.add_argument("file", type=Path, metavar=_("FILE"), help=_("a page: cards.html"))
    load.add_argument("file", type=Path, metavar=_("FILE"), help=_("a TOML file"))
    start.add_argument("--matter", type=number, metavar="N", help=_("the matter it is for; else it is a new one"))
    start.add_argument("--fact", action="append", default=[], metavar=_("FACT"), help=_("what is so: old_parts"))
    _add_steps(commands, common)


def _add_steps(commands: "Commands", common: Parser) -> None:
    verbs = add_group(commands, common, _steps, "steps", _("what is to be done, step by step"), required=False)
    listed = add_verb(verbs, common, "list", _("the steps that can be done now, or all of a matter"), looks=True)
    listed.add_argument("number", type=number, nargs="?", metavar="N", help=_("the matter's number"))
    listed.add_argument("--station", choices=STATIONS, help=_("only those of a station"))
    commands.choices["steps"].set_defaults(number=None, station=None)
    take = add_verb(verbs, common, "take", _("put one's name on a step"))
    done = add_verb(verbs, common, "done", _("a step is done"))
    fail = add_verb(verbs, common, "fail", _("a step found what is not in order"))
    skip = add_verb(verbs, common, "skip", _("skip a step, and say why"))
    measure = add_verb(verbs, common, "measure", _("leave what a step found to a measure: the run goes on"))
    fact = add_verb(verbs, common, "fact", _("say that something is so, on which steps depend"))
    lead = add_verb(verbs, common, "lead", _("hand a run over to somebody else who leads it"))
    for verb in (take, done, fail, skip, measure, fact, lead):
        verb.add_argument("number", type=number, metavar="N", help=_("the matter's number"))
    for verb in (take, done, fail, skip, measure):
        verb.add_argument("key", metavar=_("STEP"), help=_("the step's short name"))
    for verb in (done, fail):
        verb.add_argument("--at", metavar=_("TIME"), help=_("when it happened: 10:05, 10:05:30 or 2026-03-02T10:05"))
    done.add_argument("--value", default="", metavar=_("VALUE"), help=_("the number, the answer or the name it needs"))
    done.add_argument("--words", default="", metavar=_("TEXT"), help=_("a few words about it"))
    fail.add_argument("--words", required=True, metavar=_("TEXT"), help=_("what is not in order"))
    skip.add_argument("--words", required=True, metavar=_("TEXT"), help=_("why"))
    measure.add_argument("--words", default="", metavar=_("TEXT"), help=_("what is to change; else what was found"))
    fact.add_argument("key", metavar=_("FACT"), help=_("the fact's short name"))
    fact.add_argument("--not", action="store_true", dest="is_not", help=_("it is not so"))
    lead.add_argument("name", metavar=_("NAME"), help=_("who leads it from now on"))
    lead.add_argument("--words", required=True, metavar=_("TEXT"), help=_("why"))


def _playbooks(args: Namespace) -> int:
    from frontdesk.commands.runs import playbooks

    return playbooks.run(args)


def _steps(args: Namespace) -> int:
    from frontdesk.commands.runs import steps

    return steps.run(args)
