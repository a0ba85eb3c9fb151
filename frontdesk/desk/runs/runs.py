"""Runs: begun from a playbook, their steps taken, done, failed or skipped, handed over; ended with their last step."""

import json
from zoneinfo import ZoneInfo

from data import journal, policy
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.matters import dues, matters
from data.people import staff
from data.progress import progress
from data.register import things
from data.roll_calls import roll_calls
from data.runs import runs
from frontdesk.desk import holiday_proofs
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.people.duty import operator, roster_of
from frontdesk.desk.register.fitness import check_ready
from frontdesk.desk.runs.settling import settle
from frontdesk.desk.runs.starting import check_facts
from frontdesk.desk.spoken import run_in
from frontdesk.domain.checks.reasons import CheckReason
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.progress.events import ProgressEvent
from frontdesk.domain.register.things import ThingKind, found_by
from frontdesk.domain.runs import evidence
from frontdesk.domain.runs.acts import AFTER, StepAct, check_act, check_time, earliest
from frontdesk.domain.runs.events import RunEvent
from frontdesk.domain.runs.evidence import EvidenceKind, Known
from frontdesk.domain.runs.playbook import About, Step
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.runs.run import Run, StepOnRecord, StepState
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words

_EVENTS = {
    StepAct.TAKE: RunEvent.TAKE,
    StepAct.DONE: RunEvent.DONE,
    StepAct.FAIL: RunEvent.FAIL,
    StepAct.SKIP: RunEvent.SKIP,
}


def open_ones(desk: Desk, language: str = "") -> tuple[Run, ...]:
    """Return the runs that are under way, in the order they began, said in a language."""
    return tuple(run_in(run, language) for run in desk.read(runs.open_ones))


def of_matter(desk: Desk, number: int, language: str = "") -> tuple[Run, ...]:
    """Return the runs of a matter, in the order they began, said in a language. Raises `Refused(NO_MATTER)`."""

    def question(connection: Connection) -> tuple[Run, ...]:
        return runs.of_matter(connection, matters.get(connection, number).id)

    return tuple(run_in(run, language) for run in desk.read(question))


def take(desk: Desk, number: int, key: str, operation: str | None = None, *, language: str = "") -> Result:
    """Put one's name on a step. Raises `Refused`, as `check_act` says."""
    return _act(desk, number, key, StepAct.TAKE, operation, language=language)


def done(
    desk: Desk, number: int, key: str, value: str = "", *,
    words: str = "", at: Millis | None = None, operation: str | None = None, language: str = "",
) -> Result:  # fmt: skip
    """A step is done, with what it asks for. `at`: when, if that was before now.

    Raises `Refused`: STEP_TIME, as `evidence.given` and as `check_act` says.
    """
    return _act(desk, number, key, StepAct.DONE, operation, value=value, words=words, at=at, language=language)


def fail(
    desk: Desk, number: int, key: str, words: str, *,
    at: Millis | None = None, operation: str | None = None, language: str = "",
) -> Result:  # fmt: skip
    """A step found a fault: what comes after it waits until it is done again. Raises `Refused`: STEP_WHY, as `done`."""
    return _act(desk, number, key, StepAct.FAIL, operation, words=words, at=at, language=language)


def skip(desk: Desk, number: int, key: str, words: str, operation: str | None = None, *, language: str = "") -> Result:
    """A step is not done, and it is said why. Raises `Refused`: STEP_WHY, STEP_MANDATORY, as `check_act` says."""
    return _act(desk, number, key, StepAct.SKIP, operation, words=words, language=language)


def say_fact(desk: Desk, number: int, key: str, *, is_so: bool = True, operation: str | None = None) -> Result:
    """Say that something is so, or is not: the steps that depend on it come in, or are left out.

    Raises `Refused`: NO_RUN, NO_FACT.
    """

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        run = runs.running(transaction.connection, number)
        check_facts(run.playbook, (key,))
        others = [fact for fact in run.facts if fact != key]
        told = json.dumps([*others, key] if is_so else others)
        runs.change(transaction, run, {"facts": told})
        title = next(fact.title for fact in run.playbook.facts if fact.key == key)
        runs.enter(transaction, run.id, RunEvent.FACT, value="+" if is_so else "-", words=title)
        settle(transaction, run.id)
        return _result(transaction, RunEvent.FACT, run, {"fact": key, "is_so": int(is_so)})

    return desk.do(body, operation)


def lead(desk: Desk, number: int, name: str, why: str, operation: str | None = None) -> Result:
    """Hand a run over to somebody else who leads it, and say why. Raises `Refused`: NO_RUN, LEAD_WHY, NOT_YOURS."""
    to, said = whole_line(name, NAME_LIMIT), whole_words(why)

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        run = runs.running(transaction.connection, number)
        if to not in _staff(transaction):
            raise Refused(PeopleReason.UNKNOWN_PERSON, name=to)
        if not said or to == run.lead:
            raise Refused(RunReason.LEAD_WHY, number=number, who=run.lead)
        runs.change(transaction, run, {"lead": to})
        runs.enter(transaction, run.id, RunEvent.LEAD, value=to, words=said)
        return _result(transaction, RunEvent.LEAD, run, {"was": run.lead, "lead": to})

    return desk.do(body, operation)


def may_undo(transaction: Transaction, last: Happened) -> None:
    """No step stays begun or done ahead of one that was taken back. Raises `Refused(CHANGED_SINCE)`."""
    if last.kind not in {*RunEvent, ProgressEvent.HAND_BACK}:
        return
    changed = journal.changes(transaction.connection, last.seq)
    touched = runs.of(transaction.connection, (change.id for change in changed if change.table == "runs"))
    steps = (change.id for change in changed if change.table == "run_steps")
    if not all(run.is_consistent() for run in (*touched, *runs.of_steps(transaction.connection, steps))):
        raise Refused(JournalReason.CHANGED_SINCE, kind=last.kind)


def _act(
    desk: Desk, number: int, key: str, act: StepAct, operation: str | None, *,
    value: str = "", words: str = "", at: Millis | None = None, language: str = "",
) -> Result:  # fmt: skip
    said = whole_words(words)

    def body(transaction: Transaction) -> Result:
        person = operator(transaction)
        crossings.note_crossings(transaction, transaction.now)
        run = run_in(runs.running(transaction.connection, number), language)
        if run.playbook.about == About.CHECK:
            raise Refused(CheckReason.OF_CHECK, number=number)
        each = run.step(key)
        manages = roster_of(transaction).manages(person.name, transaction.now)
        check_act(run, each, act, person, manages=manages)
        happened = transaction.now if at is None else at
        check_time(run, each.step, happened, transaction.now)
        known = _known(transaction, run)
        kept = _given(each, act, value, said, known)
        asked = evidence.asked_by(each.step).kind
        if kept and asked is EvidenceKind.VEHICLE:
            kept = _vehicle(transaction, kept)
        if kept and asked is EvidenceKind.TIME and at is None:
            happened = max(evidence.time_given(each.step, value, known), earliest(run, each.step))
        row: Row = {"state": AFTER[act], "who": person.name, "at": happened, "value": kept, "words": said}
        _mind_due(transaction, each, act, happened)
        if act is StepAct.DONE:
            row |= _again(transaction, run, each.step, happened)
        runs.change_step(transaction, each, row)
        runs.enter(transaction, run.id, _EVENTS[act], each.id, at=happened, value=kept, words=said)
        settle(transaction, run.id)
        crossings.note_ends(transaction, transaction.now)
        facts: dict[str, str | int] = {"step": key, **({"value": kept} if kept else {})}
        return _result(transaction, _EVENTS[act], run, facts, happened)

    return desk.do(body, operation)


def _given(each: StepOnRecord, act: StepAct, value: str, words: str, known: Known) -> str:
    """Return what is kept of what was given with an act."""
    if act is StepAct.DONE:
        return evidence.given(each.step, value, words, known)
    if act in {StepAct.FAIL, StepAct.SKIP} and not words:
        raise Refused(RunReason.STEP_WHY, step=each.step.title, act=act)
    return ""


def _vehicle(transaction: Transaction, name: str) -> str:
    """Return what the vehicle is called that was named. Raises `Refused`: NO_THING, WHICH_THING, THING_FAULTY."""
    every = (thing for thing in things.every(transaction.connection) if thing.described.kind is ThingKind.VEHICLE)
    return check_ready(transaction, found_by(name, every).id).name


def _mind_due(transaction: Transaction, each: StepOnRecord, act: StepAct, happened: Millis) -> None:
    """What is owed for a step is done with it; where a fault was found it goes on, for it is done again."""
    if each.due is not None and act is StepAct.DONE:
        dues.meet_one(transaction, each.due, happened)
    elif each.due is not None and act is StepAct.SKIP:
        dues.lift_one(transaction, each.due)


def _again(transaction: Transaction, run: Run, step: Step, happened: Millis) -> Row:
    """Return what becomes of a step that is repeated: it is to be done again, and that is owed from now on."""
    again_at = run.again_at(step, happened)
    if again_at is None:
        return {}
    due_at = max(again_at, transaction.now)
    return {
        "state": StepState.OPEN,
        "due_id": dues.start(transaction, run.matter, DueName.STEP, due_at, what=step.title),
    }


def _known(transaction: Transaction, run: Run) -> Known:
    """Return what is so when something is given."""
    zone = ZoneInfo(policy.current(transaction.connection).time_zone)
    rounds = roll_calls.of_matter(transaction.connection, run.matter)
    counted = bool(rounds) and rounds[-1].is_complete
    shown = holiday_proofs.of_matter(transaction.connection, run.matter, transaction.now)
    return Known(_staff(transaction), run.started_at, transaction.now, zone, counted, shown)


def _result(
    transaction: Transaction, event: RunEvent, run: Run, facts: dict[str, str | int], at: Millis | None = None
) -> Result:
    """Return what was done; of a car's run with its plate, and where that ended it, that the car was handed back."""
    if run.playbook.about != About.CAR:
        return Result(event, number=run.matter, facts=facts, at=at or 0)
    car = progress.get(transaction.connection, run.matter)
    kind = event if car.handed_back_at is None else ProgressEvent.HAND_BACK
    return Result(kind, car.plate, number=run.matter, facts=facts, at=at or 0)


def _staff(transaction: Transaction) -> frozenset[str]:
    return frozenset(person.name for person in staff.everyone(transaction.connection))
