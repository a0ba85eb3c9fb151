"""`frontdesk report day|month`: figures on the terminal, as JSON, as a workbook with a chart, as a page to print."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from frontdesk.commands.figures.as_json import as_json
from frontdesk.commands.figures.dates import read_day, read_month
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store, up_to_date
from frontdesk.desk.figures import reports
from frontdesk.domain.figures.period import Report
from frontdesk.domain.figures.reasons import FiguresReason
from frontdesk.domain.values.errors import InputError
from frontdesk.files import new_file
from frontdesk.words.figures.report import bar, facts, title
from frontdesk.words.i18n import _
from frontdesk.words.phrases import labelled

_BAR = 30


def run(args: Namespace) -> int:
    """Say the figures, and write the files that were asked for; return the exit code."""
    return on_store(args, _report)


def _report(session: Session) -> int:
    args, desk = session.args, up_to_date(session).desk
    today = reports.present_day(desk)
    if args.verb == "day":
        report = reports.of_day(desk, read_day(args.date, today))
    else:
        report = reports.of_month(desk, read_month(args.date, today))
    made = [write(session, report) for write in (_workbook, _page)]
    files = [path for path in made if path is not None]
    if args.json:
        output.say_json({**as_json(report, session.zone), "files": [str(path.absolute()) for path in files]})
    else:
        _say(report)
        for path in files:
            output.say(_("Written: {path}.").format(path=path))
    return 0


def _workbook(session: Session, report: Report) -> Path | None:
    path: Path | None = session.args.xlsx
    if path is None:
        return None
    if path.suffix.lower() != ".xlsx":
        raise InputError(FiguresReason.BAD_WORKBOOK, path=path)
    from frontdesk.commands.figures import workbook  # noqa: PLC0415 - slow to load

    return _made(path, lambda building: workbook.write(building, report))


def _page(session: Session, report: Report) -> Path | None:
    path: Path | None = session.args.print
    if path is None:
        return None
    from frontdesk.documents import figures_page  # noqa: PLC0415 - seldom asked for

    figures_page.check_ending(path)
    made = figures_page.as_html(report, session.snapshot.policy)
    return _made(path, lambda building: figures_page.write(building, made))


def _made(path: Path, write: Callable[[Path], None]) -> Path:
    new_file.make(path, write)
    return path


def _say(report: Report) -> None:
    output.say(title(report))
    for fact in facts(report):
        output.say(labelled(fact.name, fact.text))
    most = max((each.arrivals for each in report.lively), default=0)
    if most:
        output.say(_("arrivals █, most cars at once behind them"))
    for each in report.lively:
        drawn = bar(each.arrivals, most, _BAR)
        output.say(f"{each.name} {drawn} {each.arrivals} · {each.peak}")
