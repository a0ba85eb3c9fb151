"""`frontdesk appointments import FILE`: a table or a calendar taken into the book, line by line (Z9)."""

from argparse import Namespace
from zoneinfo import ZoneInfo

from frontdesk.commands.kit import output
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk.appointments.importing import Report
from frontdesk.documents.appointments.taking import Taking
from frontdesk.words.appointments.report import report_lines
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence

INTERRUPTED = 130


def run(args: Namespace) -> int:
    """Take the file; return the exit code, 1 if a line was not taken."""
    return on_store(args, _import, create=True)


def _import(session: Session) -> int:
    args = session.args
    with progress(args, _("Lines")) as bar:
        taking = Taking(session.desk, session.snapshot.policy, args.source, args.unusual, args.all_or_nothing)
        report = taking.take(args.file, bar)
    if args.json:
        output.say_json(as_json(report, session.zone))
    else:
        for line in report_lines(report, session.zone, all_or_nothing=args.all_or_nothing):
            output.say(line)
    if report.stopped is not None:
        return output.fail(sentence(report.stopped, session.zone))
    if report.interrupted:
        return output.fail(_("Stopped: what was taken is in. The same again takes the rest."), INTERRUPTED)
    return 1 if report.problems else 0


def as_json(report: Report, zone: ZoneInfo) -> dict[str, object]:
    """Return the report as one JSON object."""
    return {
        "done": "import",
        "new": len(report.new),
        "changed": report.changed,
        "cancelled": report.cancelled,
        "known": report.known,
        "over": report.over,
        "above": report.above,
        "numbers": report.new,
        "problems": [
            {"line": each.line, "error": each.why.reason, "message": sentence(each.why, zone)}
            for each in report.problems
        ],
    }
