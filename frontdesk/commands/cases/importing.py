"""`frontdesk complaints import FILE`: a table of complaints registered, line by line (C1, C2)."""

import os
from argparse import Namespace
from functools import partial
from zoneinfo import ZoneInfo

from frontdesk.commands.cases.import_lines import Reading, columns_of, count_masked, width_of
from frontdesk.commands.kit import output
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk import zone
from frontdesk.desk.cases.importing import Entry, Problem, Report, take
from frontdesk.domain.cases.table_reasons import TableReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate, is_usual, show_plate
from frontdesk.files.table import Table, load
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence

INTERRUPTED = 130


def run(args: Namespace) -> int:
    """Read the file, then register its lines; return the exit code, 1 if a line was not registered."""
    with progress(args, _("Reading")):
        table = load(args.file, TableReason.BAD_TABLE)
    columns_of(table)
    return on_store(args, lambda session: _import(session, table), create=True)


def _import(session: Session, table: Table) -> int:
    report, policy = Report(), session.snapshot.policy
    read = Reading(
        columns_of(table), width_of(table), table.delimiter, session.zone, policy, session.desk.now(),
        partial(_is_known, session),
    )  # fmt: skip
    entries: list[Entry] = []
    with progress(session.args, _("Reading")) as bar:
        for done, line in enumerate(table.lines, 1):
            try:
                entries.append(read.entry(line))
            except Refused as refusal:
                report.problems.append(Problem(line.number, refusal))
            bar(done, len(table.lines))
    if not (report.problems and session.args.all_or_nothing):
        _take(session, entries, report)
        masked = count_masked(table)
        if masked and report.numbers:
            output.warn(_("Phone numbers that were masked in the file were left out: {count}.").format(count=masked))
    report.problems.sort(key=lambda problem: problem.line)
    return _tell(session, report)


def _is_known(session: Session, plate: Plate) -> bool:
    """Whether a plate that is no usual one is meant all the same: the store knows it, or `--unusual` was said."""
    return session.args.unusual or plate in zone.known_plates(session.desk, plate)


def _take(session: Session, entries: list[Entry], report: Report) -> None:
    # What was stopped is gone on with under the same id: it is told then, and typed by a person.
    session.args.operation = session.args.operation or os.urandom(16).hex()
    with progress(session.args, _("Lines")) as bar:
        take(session.desk, entries, session.args.operation, report, lambda done: bar(done, len(entries)))
    for entry in entries if report.numbers else ():
        if entry.case.plate and not is_usual(entry.case.plate):
            said = _("{plate} is an unusual plate; it was kept.").format(plate=show_plate(entry.case.plate))
            output.warn(_("line {number}: {problem}").format(number=entry.line, problem=said))


def _tell(session: Session, report: Report) -> int:
    if session.args.json:
        output.say_json(as_json(report, session.zone))
    else:
        for line in as_lines(report, session.zone, all_or_nothing=session.args.all_or_nothing):
            output.say(line)
    if report.stopped is not None:
        return output.fail(sentence(report.stopped, session.zone))
    if report.interrupted:
        said = _("Stopped: {count} lines are in. For the others, the same again with --operation {operation}.")
        count = len(report.numbers) + report.known
        return output.fail(said.format(count=count, operation=session.args.operation), INTERRUPTED)
    return 1 if report.problems else 0


def as_json(report: Report, zone: ZoneInfo) -> dict[str, object]:
    """Return the report as one JSON object."""
    problems = [
        {"line": each.line, "error": each.why.reason, "message": sentence(each.why, zone)} for each in report.problems
    ]
    taken = len(report.numbers)
    return {"done": "import", "taken": taken, "known": report.known, "numbers": report.numbers, "problems": problems}


def as_lines(report: Report, zone: ZoneInfo, *, all_or_nothing: bool) -> list[str]:
    """Return the report as text: how many lines were registered, and each line that was not, with the error."""
    lines = [_("Complaints registered: {count}").format(count=len(report.numbers))]
    if report.known:
        lines.append(_("Registered before by the same operation: {count}").format(count=report.known))
    if report.problems:
        lines.append(_("Lines not taken: {count}").format(count=len(report.problems)))
    for problem in report.problems:
        said = sentence(problem.why, zone)
        lines.append(_("line {number}: {problem}").format(number=problem.line, problem=said))
    if report.problems and all_or_nothing and not report.numbers:
        lines.append(_("Nothing was taken: every line has to be right (--all-or-nothing)."))
    return lines
