"""The command-line arguments for figures: a day's, a month's, and the visits they are made of."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about figures."""
    verbs = add_group(commands, common, _report, "report", _("a day or a month in figures, also as a file"))
    for name, summary, example in (
        ("day", _("a day hour by hour"), _("the day: 2026-11-27; today where none is said")),
        ("month", _("a month day by day"), _("the month: 2026-11; this one where none is said")),
    ):
        verb = add_verb(verbs, common, name, summary, looks=True)
        verb.add_argument("--date", metavar=_("DATE"), help=example)
        verb.add_argument("--xlsx", type=Path, metavar=_("FILE"), help=_("a new workbook with a chart"))
        verb.add_argument("--print", type=Path, metavar=_("FILE"), help=_("a new page to print, ending in .html"))
    visits = add_group(commands, common, _visits, "visits", _("the visits that the figures are made of"))
    listed = add_verb(visits, common, "list", _("the visits of a day with every time"), looks=True)
    given = add_verb(visits, common, "export", _("write visits with every time into a new file"), looks=True)
    given.add_argument("file", type=Path, metavar=_("FILE"), help=_("its ending says the format: .csv, .xlsx, .json"))
    for verb in (listed, given):
        verb.add_argument("--date", metavar=_("DATE"), help=_("a day or a month: 2026-11-27, 2026-11; today"))


def _report(args: Namespace) -> int:
    from frontdesk.commands.figures import report

    return report.run(args)


def _visits(args: Namespace) -> int:
    from frontdesk.commands.figures import visits

    return visits.run(args)
