"""`frontdesk complaints step` and `amend`: take a case one step on, and correct its registration (C1–C9, C12)."""

from argparse import Namespace
from dataclasses import replace

from frontdesk.commands.cases import results
from frontdesk.commands.cases.choices import read_channel, read_kind
from frontdesk.commands.cases.plates import read_plate
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out, warn_of_plate
from frontdesk.desk.cases import amending, reading, register, steps
from frontdesk.desk.cases import page as case_page
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.cases.asks import AskKind, LegalMatter, Remedy
from frontdesk.domain.cases.case import Form, Nature, Note, Severity
from frontdesk.domain.cases.checks import SATISFACTION
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.closing_report import ClosingReport
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.step_inputs import REPORT, STEP_INPUTS, Given, StepInput, takes
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.cases.table_columns import Drill
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import is_usual
from frontdesk.domain.values.text import clean_code, clean_words, whole_words
from frontdesk.words.cases import lines
from frontdesk.words.i18n import _
from frontdesk.words.times import end_time, short_time

STEPS = tuple(step for step in CaseStep if step is not CaseStep.AMEND)
"""The steps that are taken by their name; correcting a case is a command of its own."""


def run(args: Namespace) -> int:
    """Take a step; return the exit code."""
    args.taken = read_choice(STEPS, args.taken)
    args.satisfaction = None if args.satisfaction is None else _mark(args.satisfaction)
    _refuse_others(args)
    if args.severity is not None:
        args.severity = read_choice(Severity, args.severity)
    if args.clock is not None:
        args.clock = read_choice(ClockName, args.clock)
    args.remedy = None if args.remedy is None else read_choice(Remedy, args.remedy)
    args.ask = None if args.ask is None else read_choice(AskKind, args.ask)
    args.matter = None if args.matter is None else read_choice(LegalMatter, args.matter)
    for name in (StepInput.UNDERSTOOD, StepInput.CONTENT):
        said = getattr(args, name)
        setattr(args, name, None if said is None else read_choice(Drill, said))
    return carry_out(args, _take, results)


def _mark(text: str) -> int:
    """Return the customer's satisfaction. Raises `Refused(BAD_SATISFACTION)` unless it is a number from 1 to 5."""
    marks = {str(mark): mark for mark in SATISFACTION}
    if clean_code(text) not in marks:
        raise Refused(CaseReason.BAD_SATISFACTION)
    return marks[clean_code(text)]


def _refuse_others(args: Namespace) -> None:
    """Refuse options that the step does not use, because they would be lost silently. Raises `Refused(NOT_TAKEN)`."""
    right = STEP_INPUTS.get(args.taken, ())
    for name in StepInput:
        said = getattr(args, name)
        if said is not None and said is not False and name not in right:
            taken = tuple(f"--{each}" for each in ("note", *right))
            raise Refused(CaseReason.NOT_TAKEN, step=args.taken, text=f"--{name}", choices=taken)


def _take(session: Session) -> int:
    args, now = session.args, session.desk.now()
    until = None if args.until is None else read_deadline(args.until, now, OpeningHours.of(session.snapshot.policy))
    given = Given(
        at=until,
        clock=args.clock or _only_clock(session, now),
        promise=_promise_meant(session, now),
        severity=args.severity,
        form=Form.SPOKEN if args.spoken else Form.WRITTEN,
        satisfaction=args.satisfaction,
        investigation=args.investigation or "",
        analysis=args.analysis or "",
        measure=args.measure or "",
        report=_report(session, now),
        remedy=args.remedy,
        people=args.people or "",
        understood=None if args.understood is None else args.understood is Drill.YES,
        content=None if args.content is None else args.content is Drill.YES,
        ask=args.ask,
        matter=args.matter,
        reference=args.reference or "",
    )
    result = steps.take(session.desk, args.number, args.taken, args.note, args.operation, given=given)
    if until is None:
        return session.tell(result)
    shown = end_time(until, lambda at: short_time(at, session.zone, now))
    return session.tell(result, _("until {time}").format(time=shown))


def _only_clock(session: Session, now: Millis) -> ClockName | None:
    """Return the only clock that can be meant if none is named. Raises `Refused(WHICH_CLOCK)` if several can."""
    step = session.args.taken
    if not takes(step, StepInput.CLOCK):
        return None
    case = register.get(session.desk, session.args.number)
    meant = case.pausable(now) if step is CaseStep.PAUSE else case.resumable(now)
    names = tuple(clock.name.value for clock in meant)
    if len(names) > 1:
        raise Refused(CaseReason.WHICH_CLOCK, choices=names)
    return ClockName(names[0]) if names else None


def _promise_meant(session: Session, now: Millis) -> int | None:
    """Return the clock of the promise that is meant, by its place in the order they are due.

    Raises `Refused`: WHICH_PROMISE where several are running and none is named, NO_CLOCK where there is no such.
    """
    args = session.args
    if not takes(args.taken, StepInput.PROMISE):
        return None
    promises = register.get(session.desk, args.number).promises
    if args.promise is None and len(promises) > 1:
        said = (end_time(clock.due_at, lambda at: short_time(at, session.zone, now)) for clock in promises)
        choices = tuple(
            f"--promise {n} ({at} {c.what})" for n, (at, c) in enumerate(zip(said, promises, strict=True), 1)
        )
        raise Refused(CaseReason.WHICH_PROMISE, count=len(promises), choices=choices)
    if args.promise is None:
        return None
    if not 1 <= args.promise <= len(promises):
        raise Refused(CaseReason.NO_CLOCK, number=args.number)
    return promises[int(args.promise) - 1].id


def _report(session: Session, now: Millis) -> ClosingReport | None:
    """Return the finished closing report; parts that were not given stay as in the records (C9)."""
    args = session.args
    if args.taken not in (CaseStep.CLOSE, CaseStep.CLOSE_ANYWAY):
        return None
    said = {name: whole_words(getattr(args, name)) for name in REPORT if getattr(args, name) is not None}
    page = case_page.page(session.desk, args.number)
    closing = Note(now, session.desk.actor.who, args.taken, clean_words(args.note))
    drafted = lines.drafted(
        replace(page, notes=(*page.notes, closing)), now, lambda at: short_time(at, session.zone, now)
    )
    return replace(drafted, **said)


def amend(args: Namespace) -> int:
    """Correct a case; return the exit code."""
    args.nature = None if args.nature is None else read_choice(Nature, args.nature)
    return carry_out(args, _amend, results)


def read(args: Namespace) -> int:
    """The head has read a closing report; return the exit code."""
    return carry_out(args, lambda session: reading.read(session.desk, args.number, operation=args.operation), results)


def _amend(session: Session) -> Result:
    args, policy = session.args, session.snapshot.policy
    # An empty text is a correction too: it was nobody's plate.
    plate = None if args.plate is None else read_plate(session)
    result = amending.amend(
        session.desk,
        args.number,
        nature=args.nature,
        channel=None if args.channel is None else read_channel(policy, args.channel),
        kind=None if args.kind is None else read_kind(policy, args.kind),
        customer=args.customer,
        phone=args.phone,
        plate=plate,
        wants=args.wants,
        operation=args.operation,
    )
    if plate and not is_usual(plate):
        warn_of_plate(plate)
    return result
