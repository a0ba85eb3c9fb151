"""`frontdesk replay FILE`: runs a visit log through the real commands, and lists the prompts it would have raised."""

import argparse
import contextlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from frontdesk.commands.kit import output
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.store_path import refuse_no_file
from frontdesk.commands.kit.upgrading import bring_up_to_date
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.errors import FrontdeskError, InputError
from frontdesk.domain.values.plates import show_plate
from frontdesk.files.leftovers import replay_folder
from frontdesk.files.visit_log import Problem, Wrong, load
from frontdesk.files.visit_log_times import YEARS
from frontdesk.replay.replay import Report, replay
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.times import clock_time, duration, iso_time

STATION = "replay"
INTERRUPTED = 130
"""The exit code that shells expect of a program ended by Ctrl-C."""

_WRONG = {
    Wrong.CELL_MISSING: N_(
        "The line has too few cells: the columns customer or plate, arrived, received and left are needed."
    ),
    Wrong.TOO_MANY_CELLS: N_("The line has more cells than the first line has names."),
    Wrong.NO_CAR: N_("The line names neither a plate nor a customer."),
    Wrong.NO_ARRIVAL: N_("The line does not say when the car arrived."),
    Wrong.LEFT_BEFORE_ARRIVED: N_("The car left before it arrived."),
    Wrong.RECEIVED_BEFORE_ARRIVED: N_("The customer was received before the car arrived."),
    Wrong.RECEIVED_AFTER_LEFT: N_("The customer was received after the car had left."),
}


def run(args: argparse.Namespace) -> int:
    """Replay `args.file` and print the report.

    Returns 0; 1 if a line made no sense or the replay failed; 2 for a bad date; 130 if interrupted.
    """
    if args.database:
        refuse_no_file(Path(args.database))
    try:
        report = _replay(args)
    except FrontdeskError as error:
        return output.refuse(args, error, code=2 if error.reason is CalendarReason.BAD_DATE else 1)
    if args.json:
        output.say_json(as_json(report))
    else:
        output.say("\n".join(as_lines(report)))
    if report.interrupted:
        return output.fail(_("Stopped: this is what was done so far; the steps after it were not."), INTERRUPTED)
    return 1 if report.problems else 0


def _replay(args: argparse.Namespace) -> Report:
    day = _day(args.date) if args.date else None
    table = load(Path(args.file))
    if args.database is not None:
        bring_up_to_date(args, Path(args.database))
    with _store(args.database) as path, progress(args, _("Steps"), at_once=args.speed is not None) as bar:
        return replay(
            path,
            table,
            actor=Actor(STATION, args.by or STATION),
            day=day,
            speed=args.speed,
            operation=args.operation,
            progress=lambda progress: bar(progress.done, progress.steps),
        )


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise InputError(CalendarReason.BAD_DATE, text=text) from error
    if day.year not in YEARS:
        raise InputError(CalendarReason.BAD_DATE, text=text)
    return day


@contextlib.contextmanager
def _store(database: str | Path | None) -> Iterator[Path]:
    if database is not None:
        founding = not Path(database).exists()
        yield Path(database)
        if founding:
            output.warn_of_new(Path(database))
        return
    with replay_folder() as folder:
        yield folder / "replay.db"


def as_json(report: Report) -> dict[str, object]:
    """Return the report as one JSON object: plates compact, times ISO 8601 in the store's zone."""
    return {
        "visits": report.visits,
        "peak_count": report.peak_count,
        "escalations": [
            {
                "kind": escalation.kind.value,
                "plate": escalation.plate or None,
                "crossed_at": iso_time(escalation.crossed_at, report.zone),
                "cleared_at": iso_time(escalation.cleared_at, report.zone),
            }
            for escalation in report.escalations
        ],
        "problems": [{"line": problem.line, "problem": why(problem, report)} for problem in report.problems],
    }


def as_lines(report: Report) -> list[str]:
    """Return the report as text: totals, the most cars at once, each escalation, each line that made no sense."""
    lines = [_("{count} visits, at most {peak} cars at once").format(count=report.visits, peak=report.peak_count)]
    lines.append(_("Escalations: {count}").format(count=len(report.escalations)))
    lines += [f"  {_line(escalation, report)}" for escalation in report.escalations]
    if report.problems:
        lines.append(_("Lines that make no sense: {count}").format(count=len(report.problems)))
    for problem in report.problems:
        lines.append("  " + _("line {number}: {problem}").format(number=problem.line, problem=why(problem, report)))
    return lines


def _line(escalation: Escalation, report: Report) -> str:
    start, end = escalation.crossed_at, escalation.cleared_at
    days = {to_datetime(e.crossed_at, report.zone).date() for e in report.escalations}

    def shown(at: Millis) -> str:
        moment = to_datetime(at, report.zone)
        return f"{moment:%Y-%m-%d} {moment:%H:%M:%S}" if len(days) > 1 else clock_time(at, report.zone)

    until = _("still standing") if end is None else f"{shown(end)}  {duration(end - start):>6}"
    return "  ".join(filter(None, (f"{shown(start)} – {until}", word(escalation.kind), show_plate(escalation.plate))))


def why(problem: Problem, report: Report) -> str:
    """Return what is wrong with a line, in one sentence."""
    if isinstance(problem.why, Wrong):
        return _(_WRONG[problem.why])
    return sentence(problem.why, report.zone)
