"""Carrying a check out: each item answered, a number out of range failing by itself, then the whole of it done (S3)."""

from collections.abc import Sequence
from typing import NamedTuple

from data.checks import rounds
from data.engine.transaction import Row, Transaction
from data.matters import dues
from data.people import staff
from data.runs import runs
from frontdesk.desk import looking_through
from frontdesk.desk.checks import faults, listing
from frontdesk.desk.checks.coming import plan
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import close_if_done
from frontdesk.desk.people.duty import operator, roster_of
from frontdesk.desk.spoken import run_in
from frontdesk.domain.checks.answers import SAME_AGAIN, Answer, hazard_at, is_same_again, is_too_fast, judged, left_open
from frontdesk.domain.checks.check import Round, RoundState
from frontdesk.domain.checks.events import CheckEvent
from frontdesk.domain.checks.reasons import CheckReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.runs.acts import StepAct, may_do
from frontdesk.domain.runs.events import RunEvent
from frontdesk.domain.runs.evidence import Known
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.runs.run import Run, RunOutcome, StepState
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_words

_LATELY: Millis = 30 * DAY
"""What was not in order twice within this is a reason to look the plans through (G4)."""
_EVENTS = {StepState.DONE: RunEvent.DONE, StepState.FAILED: RunEvent.FAIL, StepState.SKIPPED: RunEvent.SKIP}


class Given(NamedTuple):
    """What was said of an item: typed, a fault with words, or skipped with the reason."""

    key: str
    typed: str = ""
    words: str = ""
    is_fault: bool = False
    is_skipped: bool = False


def answer(desk: Desk, number: int, given: Given, operation: str | None = None, *, language: str = "") -> Result:
    """Answer an item: in order, a fault, a figure. A figure out of range is a fault; each fault proposes a measure.

    Until the check is done, an item can be answered anew. Raises `Refused`: NOT_A_CHECK, CHECK_ENDED, NO_STEP,
    NOT_YOURS, STEP_WHY, and as `judged` says.
    """
    return several(desk, number, (given,), operation=operation, language=language)


def finish(desk: Desk, number: int, operation: str | None = None, *, language: str = "") -> Result:
    """Every item is answered: the check is done. Raises `Refused`: NOT_A_CHECK, CHECK_ENDED, ITEMS_OPEN."""
    return several(desk, number, (), is_done=True, operation=operation, language=language)


def several(
    desk: Desk, number: int, answers: Sequence[Given], *,
    is_done: bool = False, operation: str | None = None, language: str = "",
) -> Result:  # fmt: skip
    """Answer items, and where it `is_done` the check is over with that: all of it, or nothing. Raises as the others."""

    def body(transaction: Transaction) -> Result:
        person = operator(transaction)
        for given in answers:
            _answer(transaction, number, given, person, language)
        if is_done:
            return _finish(transaction, number, language)
        return _answered(transaction, number, answers)

    return desk.do(body, operation)


def _answer(transaction: Transaction, number: int, given: Given, person: Person, language: str) -> None:
    found, run = _open(transaction, number, language)
    each, said = run.step(given.key), whole_words(given.words)
    if not may_do(each.step, person) and not roster_of(transaction).manages(person.name, transaction.now):
        facts = {"number": number, "step": each.step.title, "role": Post(each.step.role), "name": person.name}
        raise Refused(RunReason.NOT_YOURS, **facts)
    if given.is_skipped:
        if not said:
            raise Refused(RunReason.STEP_WHY, step=each.step.title, act=StepAct.SKIP)
        comes_to = Answer(StepState.SKIPPED, "", said)
    else:
        names = frozenset(person.name for person in staff.everyone(transaction.connection))
        known = Known(names, run.started_at, transaction.now, listing.zone_of(transaction.connection))
        comes_to = judged(each.step, given.typed, said, known, is_fault=given.is_fault)
    row: Row = {"state": comes_to.state, "who": person.name, "at": transaction.now}
    runs.change_step(transaction, each, {**row, "value": comes_to.value, "words": comes_to.words})
    runs.enter(transaction, run.id, _EVENTS[comes_to.state], each.id, value=comes_to.value, words=comes_to.words)
    _found, changed = _open(transaction, number, language)
    faults.settle(transaction, found, changed, changed.step(given.key), language=language)
    faults.settle_thing(transaction, found, changed)


def _answered(transaction: Transaction, number: int, answers: Sequence[Given]) -> Result:
    """Return what was answered, and where the last of it is a fault the measure against it, or the hazard it is."""
    run = runs.of_matter(transaction.connection, number)[-1]
    facts: dict[str, str | int] = {"items": " ".join(given.key for given in answers)}
    last = run.step(answers[-1].key) if answers else None
    if last is not None and last.measure is not None:
        facts["hazard" if hazard_at(last.step) else "measure"] = last.measure
    return Result(CheckEvent.ITEM, number=number, facts=facts)


def _finish(transaction: Transaction, number: int, language: str) -> Result:
    found, run = _open(transaction, number, language)
    if missing := left_open(run):
        raise Refused(CheckReason.ITEMS_OPEN, number=number, steps=tuple(each.step.title for each in missing))
    before = rounds.done_before(transaction.connection, found, SAME_AGAIN - 1)
    last = [runs.of_matter(transaction.connection, each)[-1] for each in before]
    rounds.mark(transaction, found.id, too_fast=is_too_fast(run), same_figures=is_same_again(run, last))
    runs.end(transaction, run, RunOutcome.DONE)
    runs.enter(transaction, run.id, CheckEvent.DONE)
    faults.note_checked(transaction, found, run)
    dues.meet(transaction, number, DueName.CHECK)
    close_if_done(transaction, number)
    plan(transaction)
    failed = sum(each.state is StepState.FAILED for each in run.wanted)
    lately = rounds.failed_since(transaction.connection, transaction.now - _LATELY) if failed else ()
    if any(check == found.check and count > 1 for check, _, _, count in lately):
        looking_through.soon(transaction, looking_through.Shown.CHECK)
    return Result(CheckEvent.DONE, number=number, facts={"check": found.check, "faults": failed})


def _open(transaction: Transaction, number: int, language: str) -> tuple[Round, Run]:
    """Return a round that is to be done, and its run. Raises `Refused`: NOT_A_CHECK, CHECK_ENDED."""
    found = listing.round_of(transaction.connection, number)
    if found.state is not RoundState.OPEN:
        raise Refused(CheckReason.CHECK_ENDED, number=number, state=found.state, when=found.ended_at)
    return found, run_in(runs.running(transaction.connection, number), language)
