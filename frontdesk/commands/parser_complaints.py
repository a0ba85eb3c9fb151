"""What can be typed about complaints: looking them up, registering one, tables of them in and out."""

from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.parsing import Parser, add_group, add_step, number
from frontdesk.domain.complaints import Channel, ComplaintKind, Severity
from frontdesk.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.parsing import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about complaints."""
    steps = add_group(commands, common, "complaints", _("the complaint queue: look up, register, tables in and out"))
    listed = add_step(steps, common, "list", _("the open cases, next due first"))
    listed.add_argument("--all", action="store_true", help=_("the closed ones too"))
    show = add_step(steps, common, "show", _("everything on record about one case"))
    show.add_argument("number", type=number, metavar="N", help=_("its number"))
    _add(steps, common)
    taken = add_step(steps, common, "import", _("register the complaints of a table"))
    taken.add_argument("file", type=Path, metavar=_("FILE"), help=_("a table: CSV or XLSX"))
    taken.add_argument("--all-or-nothing", action="store_true", help=_("take nothing where one line is wrong"))
    given = add_step(steps, common, "export", _("write complaints into a new file, phones masked"))
    given.add_argument("file", type=Path, metavar=_("FILE"), help=_("its ending says the format: .csv, .xlsx, .json"))
    given.add_argument(
        "--since", metavar=_("TIME"), help=_("only those received since then: 2026-03-02, 10:05 or 2026-03-02T10:05")
    )


def _add(steps: "Commands", common: Parser) -> None:
    new = add_step(steps, common, "add", _("register a complaint"))
    new.add_argument("--words", required=True, metavar=_("TEXT"), help=_("what the customer said"))
    new.add_argument("--channel", default=Channel.PHONE.value, metavar=_("CHANNEL"), help=", ".join(Channel))
    new.add_argument("--kind", default=ComplaintKind.SERVICE.value, metavar=_("KIND"), help=", ".join(ComplaintKind))
    new.add_argument("--severity", default=Severity.ORDINARY.value, metavar=_("SEVERITY"), help=", ".join(Severity))
    new.add_argument("--customer", default="", metavar=_("NAME"), help=_("the customer's name"))
    new.add_argument("--phone", default="", metavar=_("PHONE"), help=_("the customer's phone number"))
    new.add_argument("--plate", default="", metavar=_("PLATE"), help=_("the plate of the car it is about"))
    new.add_argument(
        "--received", metavar=_("TIME"), help=_("when it came in: 10:05, 10:05:30 or 2026-03-02T10:05; now if not said")
    )
