"""The command-line arguments for cars in repair."""

import argparse
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, how_many, number, whole
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands

MOST_DAYS = 366


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about cars in repair."""
    verbs = add_group(
        commands, common, _progress, "progress", _("cars in repair, and what customers know"), required=False
    )
    add_verb(verbs, common, "list", _("the cars in repair, the earliest promise first"), looks=True)
    show = add_verb(verbs, common, "show", _("a car's repair: jobs, problems found, promises"), looks=True)
    record = add_verb(verbs, common, "record", _("what was done on a car, visit by visit"), looks=True)
    stage = add_verb(verbs, common, "stage", _("how far a car is, in one word"), looks=True)
    figures = add_verb(verbs, common, "figures", _("promises kept, and how long customers heard nothing"), looks=True)
    figures.add_argument(
        "--days", type=_days, default=7, metavar="N", help=_("of so many days; 7 where nothing is said")
    )
    _add_jobs(verbs, common)
    _add_customers(verbs, common)
    for verb in (show, record, stage):
        verb.add_argument("plate", metavar=_("PLATE"), help=_("its plate, or part of it"))


def _add_jobs(verbs: "Commands", common: Parser) -> None:
    assign = _on_plate(verbs, common, "assign", _("give a job to a technician"))
    assign.add_argument("kind", metavar="maintenance|repair|body", help=_("what sort of work"))
    assign.add_argument("technician", metavar=_("TECHNICIAN"), help=_("who does it"))
    assign.add_argument("--title", default="", metavar=_("TEXT"), help=_("what is to be done"))
    assign.add_argument("--minutes", type=whole, metavar="N", help=_("how long it is thought to take"))
    start = _on_plate(verbs, common, "start", _("a job is begun, or goes on"))
    hold = _on_plate(verbs, common, "hold", _("a job waits for something"))
    hold.add_argument("why", metavar="parts|customer|people|other", help=_("what it waits for"))
    hold.add_argument("--until", metavar=_("TIME"), help=_("until when"))
    done = _on_plate(verbs, common, "done", _("a job is finished; where none is, the wash"))
    drop = _on_plate(verbs, common, "drop", _("a job is not done after all"))
    part = _on_plate(verbs, common, "part", _("a part was used"))
    part.add_argument("name", metavar=_("NAME"), help=_("what the part is called"))
    part.add_argument("--number", default="", metavar=_("NUMBER"), help=_("its number"))
    part.add_argument("--quantity", type=whole, default=1, metavar="N", help=_("how many"))
    check = _on_plate(verbs, common, "check", _("the quality check"))
    check.add_argument("--failed", action="store_true", help=_("something is not in order"))
    check.add_argument("--words", default="", metavar=_("TEXT"), help=_("what; it becomes a job"))
    found = _on_plate(verbs, common, "found", _("a problem was found"))
    found.add_argument("kind", metavar="hidden|quality", help=_("what sort of problem; quality stops all work"))
    found.add_argument("what", metavar=_("WHAT"), help=_("what was found, in one line"))
    found.add_argument("--cost", metavar="300-500", help=_("what it costs, in yuan"))
    found.add_argument("--minutes", type=whole, metavar="N", help=_("how much longer it takes"))
    for verb in (assign, start, hold, done, drop, part, found):
        verb.add_argument(
            "--job", type=number, default=0, metavar="N", help=_("the job's number, where there are several")
        )
    _on_plate(verbs, common, "release", _("the supervisor lets the jobs go on after a quality problem"))
    _on_plate(verbs, common, "hand-back", _("begin to hand the car back to its customer, step by step"))
    sheet = add_verb(verbs, common, "sheet", _("the sheet a car is handed back with, as a page to print"), looks=True)
    sheet.add_argument("plate", metavar=_("PLATE"), help=_("its plate, or part of it"))
    sheet.add_argument("file", type=Path, metavar=_("FILE"), help=_("a new page to print, ending in .html"))


def _add_customers(verbs: "Commands", common: Parser) -> None:
    decide = _on_plate(verbs, common, "decide", _("what the customer decided about a problem"))
    decide.add_argument("decision", metavar="agreed|declined|later", help=_("what they want"))
    decide.add_argument(
        "--found", type=number, default=0, metavar="N", help=_("the problem's number, where there are several")
    )
    promise = _on_plate(verbs, common, "promise", _("promise when the car is ready"))
    promise.add_argument("time", metavar=_("TIME"), help=_("16:30, 2 hours, tomorrow 10:00"))
    promise.add_argument("--why", default="", metavar=_("TEXT"), help=_("why it changes"))
    promise.add_argument("--told", metavar="in_person|phone", help=_("the customer heard it at once"))
    _on_plate(verbs, common, "keep", _("the promise holds"))
    waits = _on_plate(verbs, common, "waits", _("where the customer waits"))
    waits.add_argument("where", metavar="lounge|away", help=_("in the lounge, or gone"))
    waits.add_argument("--wish", metavar=_("TIME"), help=_("from when on they want to hear"))
    told = _on_plate(verbs, common, "told", _("the customer was told how it stands"))
    for verb in (decide, told):
        verb.add_argument("--by-phone", action="store_true", help=_("by phone; in person where nothing is said"))
        verb.add_argument("--words", default="", metavar=_("TEXT"), help=_("what was said"))


def _days(text: str) -> int:
    """Return of how many days figures are asked for."""
    days = how_many(text)
    if days > MOST_DAYS:
        said = _("“{text}” days are too many; right would be up to {right}")
        raise argparse.ArgumentTypeError(said.format(text=days, right=MOST_DAYS))
    return days


def _on_plate(verbs: "Commands", common: Parser, name: str, summary: str) -> Parser:
    verb = add_verb(verbs, common, name, summary)
    verb.add_argument("plate", metavar=_("PLATE"), help=_("its plate, or part of it"))
    return verb


def _progress(args: Namespace) -> int:
    from frontdesk.commands.progress import progress

    return progress.run(args)
