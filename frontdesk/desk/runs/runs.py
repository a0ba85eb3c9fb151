"""Runs: begun from a playbook, their steps taken, done, failed or skipped, handed over; ended with their last step."""

import json

from data import journal
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.matters import dues, matters
from data.people import staff
from data.runs import playbooks as on_record
from data.runs import runs
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import close_if_done
from frontdesk.desk.people.duty import operator, roster_of
from frontdesk.desk.runs import playbooks
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.runs import evidence
from frontdesk.domain.runs.events import RunEvent
from frontdesk.domain.runs.playbook import Playbook, PlaybookOnRecord
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.runs.run import (
    AFTER,
    Run,
    RunOutcome,
    StepAct,
    StepOnRecord,
    StepState,
    check_act,
    check_time,
)
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words

_EVENTS = {
    StepAct.TAKE: RunEvent.TAKE,
    StepAct.DONE: RunEvent.DONE,
    StepAct.FAIL: RunEvent.FAIL,
    StepAct.SKIP: RunEvent.SKIP,
}


def open_ones(desk: Desk) -> tuple[Run, ...]:
    """Return the runs that are under way, in the order they began."""
    return desk.read(runs.open_ones)


def of_matter(desk: Desk, number: int) -> tuple[Run, ...]:
    """Return the runs of a matter, in the order they began. Raises `Refused(NO_MATTER)`."""

    def question(connection: Connection) -> tuple[Run, ...]:
        return runs.of_matter(connection, matters.get(connection, number).id)

    return desk.read(question)


def start(
    desk: Desk, key: str, language: str, *,
    matter: int | None = None, facts: tuple[str, ...] = (), operation: str | None = None,
) -> Result:  # fmt: skip
    """Begin what a playbook says, for a matter that is open, or for one that it opens.

    Raises `Refused`: NO_PLAYBOOK, NO_FACT, NO_MATTER, MATTER_CLOSED, RUN_OPEN.
    """
    playbook = playbooks.shown(desk, key, language)

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        _check_facts(playbook.playbook, facts)
        number = matter
        if number is None:
            number = matters.open_one(transaction, MatterKind.RUN, playbook.playbook.title)
        begin(transaction, number, playbook, facts)
        return Result(RunEvent.START, number=number, facts={"playbook": key})

    return desk.do(body, operation)


def begin(transaction: Transaction, number: int, playbook: PlaybookOnRecord, facts: tuple[str, ...] = ()) -> None:
    """Begin a run for a matter, in a transaction under way. Raises `Refused`: NO_MATTER, MATTER_CLOSED, RUN_OPEN."""
    matter = matters.get(transaction.connection, number)
    if matter.closed_at is not None:
        raise Refused(MatterReason.MATTER_CLOSED, number=number, who=matter.closed_by, when=matter.closed_at)
    for run in runs.of_matter(transaction.connection, number):
        if run.outcome is None:
            raise Refused(RunReason.RUN_OPEN, number=number, text=run.playbook.title)
    made = playbook if playbook.id else on_record.put(transaction, playbook.playbook)
    begun = runs.begin(transaction, number, made, facts)
    runs.enter(transaction, begun, RunEvent.START)
    _settle(transaction, begun)


def take(desk: Desk, number: int, key: str, operation: str | None = None) -> Result:
    """Put one's name on a step. Raises `Refused`, as `check_act` says."""
    return _act(desk, number, key, StepAct.TAKE, operation)


def done(
    desk: Desk, number: int, key: str, value: str = "", *,
    words: str = "", at: Millis | None = None, operation: str | None = None,
) -> Result:  # fmt: skip
    """A step is done, with what it asks for. `at`: when, if that was before now.

    Raises `Refused`: EVIDENCE_MISSING, OUT_OF_RANGE, UNKNOWN_PERSON, STEP_TIME, and as `check_act` says.
    """
    return _act(desk, number, key, StepAct.DONE, operation, value=value, words=words, at=at)


def fail(
    desk: Desk, number: int, key: str, words: str, *, at: Millis | None = None, operation: str | None = None
) -> Result:
    """A step found a fault: what comes after it waits until it is done again. Raises `Refused`: STEP_WHY, as `done`."""
    return _act(desk, number, key, StepAct.FAIL, operation, words=words, at=at)


def skip(desk: Desk, number: int, key: str, words: str, operation: str | None = None) -> Result:
    """A step is not done, and it is said why. Raises `Refused`: STEP_WHY, STEP_MANDATORY, as `check_act` says."""
    return _act(desk, number, key, StepAct.SKIP, operation, words=words)


def say_fact(desk: Desk, number: int, key: str, *, is_so: bool = True, operation: str | None = None) -> Result:
    """Say that something is so, or is not: the steps that depend on it come in, or are left out.

    Raises `Refused`: NO_RUN, NO_FACT.
    """

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        run = runs.running(transaction.connection, number)
        _check_facts(run.playbook, (key,))
        others = [fact for fact in run.facts if fact != key]
        told = json.dumps([*others, key] if is_so else others)
        runs.change(transaction, run, {"facts": told})
        title = next(fact.title for fact in run.playbook.facts if fact.key == key)
        runs.enter(transaction, run.id, RunEvent.FACT, value="+" if is_so else "-", words=title)
        _settle(transaction, run.id)
        return Result(RunEvent.FACT, number=number, facts={"fact": key, "is_so": int(is_so)})

    return desk.do(body, operation)


def lead(desk: Desk, number: int, name: str, why: str, operation: str | None = None) -> Result:
    """Hand a run over to somebody else who leads it, and say why. Raises `Refused`: NO_RUN, LEAD_WHY, NOT_YOURS."""
    to, said = whole_line(name, NAME_LIMIT), whole_words(why)

    def body(transaction: Transaction) -> Result:
        who = operator(transaction).name
        run = runs.running(transaction.connection, number)
        if to not in _staff(transaction):
            raise Refused(PeopleReason.UNKNOWN_PERSON, name=to)
        if not said or to == run.lead:
            raise Refused(RunReason.LEAD_WHY, number=number, who=run.lead)
        runs.change(transaction, run, {"lead": to})
        runs.enter(transaction, run.id, RunEvent.LEAD, value=to, words=said)
        return Result(RunEvent.LEAD, number=number, facts={"was": run.lead, "lead": to, "by": who})

    return desk.do(body, operation)


def may_undo(transaction: Transaction, last: Happened) -> None:
    """No step stays begun or done ahead of one that was taken back. Raises `Refused(CHANGED_SINCE)`."""
    if last.kind not in set(RunEvent):
        return
    changed = journal.changes(transaction.connection, last.seq)
    touched = runs.of(transaction.connection, (change.id for change in changed if change.table == "runs"))
    steps = (change.id for change in changed if change.table == "run_steps")
    if not all(run.is_consistent() for run in (*touched, *runs.of_steps(transaction.connection, steps))):
        raise Refused(JournalReason.CHANGED_SINCE, kind=last.kind)


def _act(
    desk: Desk, number: int, key: str, act: StepAct, operation: str | None, *,
    value: str = "", words: str = "", at: Millis | None = None,
) -> Result:  # fmt: skip
    said = whole_words(words)

    def body(transaction: Transaction) -> Result:
        person = operator(transaction)
        run = runs.running(transaction.connection, number)
        each = run.step(key)
        manages = roster_of(transaction).manages(person.name, transaction.now)
        check_act(run, each, act, person, manages=manages)
        happened = transaction.now if at is None else at
        check_time(run, each.step, happened, transaction.now)
        kept = _given(transaction, each, act, value, said)
        row: Row = {"state": AFTER[act], "who": person.name, "at": happened, "value": kept, "words": said}
        runs.change_step(transaction, each, row)
        _mind_due(transaction, each, act, happened)
        runs.enter(transaction, run.id, _EVENTS[act], each.id, at=happened, value=kept, words=said)
        _settle(transaction, run.id)
        facts: dict[str, str | int] = {"step": key, **({"value": kept} if kept else {})}
        return Result(_EVENTS[act], number=number, facts=facts, at=happened)

    return desk.do(body, operation)


def _given(transaction: Transaction, each: StepOnRecord, act: StepAct, value: str, words: str) -> str:
    """Return what is kept of what was given with an act."""
    if act is StepAct.DONE:
        return evidence.given(each.step, value, words, _staff(transaction))
    if act in {StepAct.FAIL, StepAct.SKIP} and not words:
        raise Refused(RunReason.STEP_WHY, step=each.step.title, act=act)
    return ""


def _mind_due(transaction: Transaction, each: StepOnRecord, act: StepAct, happened: Millis) -> None:
    """What is owed for a step is done with it; where a fault was found it goes on, for it is done again."""
    if each.due is not None and act is StepAct.DONE:
        dues.meet_one(transaction, each.due, happened)
    elif each.due is not None and act is StepAct.SKIP:
        dues.lift_one(transaction, each.due)


def _settle(transaction: Transaction, number: int) -> None:
    """Open the steps that can be begun now, let those wait again that cannot, and end a run of which all is done."""
    (run,) = runs.of(transaction.connection, (number,))
    for each, state in run.settled():
        row: Row = {"state": state, "who": "", "at": None, "value": "", "words": "", "due_id": None}
        if state is StepState.OPEN:
            due_at = run.due_at(each.step, transaction.now)
            if due_at is not None:
                owed = dues.start(transaction, run.matter, DueName.STEP, due_at, what=each.step.title)
                row["due_id"] = owed
        elif each.due is not None:
            dues.lift_one(transaction, each.due)
        runs.change_step(transaction, each, row)
    (run,) = runs.of(transaction.connection, (number,))
    if run.is_over:
        runs.end(transaction, run, RunOutcome.DONE)
        close_if_done(transaction, run.matter)


def _check_facts(playbook: Playbook, facts: tuple[str, ...]) -> None:
    known = tuple(fact.key for fact in playbook.facts)
    for fact in facts:
        if fact not in known:
            raise Refused(RunReason.NO_FACT, text=fact, playbook=playbook.title, choices=known)


def _staff(transaction: Transaction) -> frozenset[str]:
    return frozenset(person.name for person in staff.everyone(transaction.connection))
