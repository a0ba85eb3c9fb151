"""Registering the complaints of a table, line by line; a refused line is reported and stops nothing (C1, C2)."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field

from data import journal
from frontdesk.desk.cases import register
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.values.content import content_of
from frontdesk.domain.values.errors import FrontdeskError, Refused, StoreError


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a table that could be understood."""

    line: int
    case: NewCase


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that was not taken. The headings are line 1."""

    line: int
    why: FrontdeskError


@dataclass(slots=True)
class Report:
    """What an import did: the cases it registered, the lines that were there already, and those it could not take."""

    numbers: list[int] = field(default_factory=list)
    known: int = 0
    problems: list[Problem] = field(default_factory=list)
    stopped: StoreError | None = None
    """Why it ended before the last line, because the store could not save any more."""
    interrupted: bool = False


def take(desk: Desk, entries: Iterable[Entry], operation: str, report: Report, progress: Callable[[int], None]) -> None:
    """Register entries, each under an operation id of its own: the same lines taken again do nothing more.

    A line is what it says, and which of several that say the same; where it stands in which file does not matter.
    """
    before = desk.read(journal.last_seq)
    count = Counter[str]()
    try:
        for done, entry in enumerate(entries, 1):
            said = content_of(asdict(entry.case))
            count[said] += 1
            try:
                _register(desk, entry, f"{operation}/{said}/{count[said]}", before, report)
            except Refused as refusal:
                report.problems.append(Problem(entry.line, refusal))
            progress(done)
        handling.evaluate(desk)
    except StoreError as error:
        report.stopped = error
    except KeyboardInterrupt:
        report.interrupted = True
        # It may have been stopped between keeping a line and counting it.
        last = desk.last_result()
        if last and last.kind == CaseEvent.REGISTER and last.seq > before and last.number not in report.numbers[-1:]:
            report.numbers.append(last.number)


def _register(desk: Desk, entry: Entry, operation: str, before: int, report: Report) -> None:
    result = register.register(desk, entry.case, operation, one_of_many=True)
    if result.kind != CaseEvent.REGISTER:
        raise Refused(JournalReason.OPERATION_USED, kind=result.kind.value, plate=result.plate)
    if result.seq > before:
        report.numbers.append(result.number)
    else:
        report.known += 1
