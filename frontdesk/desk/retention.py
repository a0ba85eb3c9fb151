"""Taking what is personal out of records whose term is over: asked for, signed by the director, then done (G2)."""

import json
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from data import addressed, approvals, forgetting, incident_words, matter_words, policy, repair_words, retention
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.rosters import rosters
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import ask_for_signatures, owe_in_working_days
from frontdesk.desk.people.duty import check_manages
from frontdesk.domain.approvals.approval import Approval, ApprovalState, Text, What
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.forgetting.customer import Addressed
from frontdesk.domain.forgetting.events import ForgetEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import MatterKind, Outcome
from frontdesk.domain.people.staff import Post
from frontdesk.domain.retention.reasons import RetentionReason
from frontdesk.domain.retention.terms import (
    AT_ONCE,
    CARRIED_OUT_DAYS,
    Held,
    ListedCase,
    Purge,
    RecordClass,
    Step,
    check_term,
    next_step,
    past_before,
    years_kept,
)
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.errors import Refused

_MET, _ON_THE_ROAD = ("meetings",), ("rescues", "orders")
"""The tables whose words go with the cases, and those that have a term of their own."""


class _Running(NamedTuple):
    """A purge that was asked for and is neither carried out nor dropped."""

    matter: int
    approval: Approval
    before: date


def shown(desk: Desk) -> tuple[Held, ...]:
    """Return of each class how long it is kept, and what is past its term."""
    now = desk.now()

    def read(connection: Connection) -> tuple[Held, ...]:
        return tuple(_held(connection, kind, now) for kind in RecordClass)

    return desk.read(read)


def _held(connection: Connection, kind: RecordClass, now: Millis) -> Held:
    years = years_kept(kind, policy.current(connection))
    past = past_before(_today(connection, now), years)
    before = _begins(connection, past)
    if kind is RecordClass.VISITS:
        said = repair_words.count_past(connection, before)
        return Held(kind, years, past, retention.count_visits(connection, before), repairs=said)
    if kind is RecordClass.APPOINTMENTS:
        ended, holding, numbers = addressed.count_appointments(connection, before)
        return Held(kind, years, past, ended, numbers=numbers, appointments=holding)
    if kind is RecordClass.ROSTERS:
        return Held(kind, years, past, rosters.count_over(connection, past))
    if kind is RecordClass.RESCUES:
        over = matter_words.count_over(connection, (MatterKind.RESCUE, MatterKind.ORDER), before)
        return Held(kind, years, past, over, matters=matter_words.count_past(connection, _ON_THE_ROAD, before))
    if kind is RecordClass.INCIDENTS:
        over = matter_words.count_over(connection, (MatterKind.INCIDENT, MatterKind.DRILL), before)
        return Held(kind, years, past, over, matters=incident_words.count_past(connection, before))
    counts = retention.count_cases(connection, before)
    messages, met = addressed.count_past(connection, before), matter_words.count_past(connection, _MET, before)
    return Held(kind, years, past, *counts, messages=messages, matters=met)


def listed(desk: Desk, kind: RecordClass, before: date) -> Purge:
    """Return what would be taken out. Raises `Refused(KEPT_UNTIL)`."""
    return desk.read(lambda connection: _checked(connection, kind, before, desk.now()))


def on_list(desk: Desk, approval: Approval) -> tuple[ListedCase, ...]:
    """Return the cases on a list that is to be signed, as far as they can be told without a name."""
    numbers = json.loads(approval.text)["cases"]
    return desk.read(lambda connection: retention.told_of(connection, numbers))


def purge(desk: Desk, kind: RecordClass, before: date, operation: str | None = None) -> Result:
    """Ask the director to sign the list; once that is signed, and still the list, take out what is personal.

    Raises `Refused`: NOT_YOUR_POST, KEPT_UNTIL, NOTHING_TO_PURGE, OTHER_PURGE, PURGE_UNSIGNED, PURGE_UNCONFIRMED.
    """

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        connection = transaction.connection
        found = _checked(connection, kind, before, transaction.now)
        running = _running(connection, kind)
        if running is not None and running.before != before:
            raise Refused(RetentionReason.OTHER_PURGE, number=running.matter, kind=kind, before=str(running.before))
        step = next_step(running.approval if running else None, found)
        if running is not None and step is Step.CARRY_OUT:
            return _carry_out(transaction, running, found)
        return _ask(transaction, running, found)

    return desk.do(body, operation)


def _ask(transaction: Transaction, running: _Running | None, found: Purge) -> Result:
    number = running.matter if running else matters.open_one(transaction, MatterKind.PURGE, str(found.before))
    dues.lift(transaction, number, DueName.PURGE)
    ask_for_signatures(transaction, number, What.PURGE, found.text, (Post.DIRECTOR,))
    facts: dict[str, str | int] = {
        "class": str(found.kind),
        "before": str(found.before),
        "cases": len(found.cases),
        "numbers": found.numbers,
        **_others(found),
    }
    return Result(ForgetEvent.PURGE_ASK, number=number, facts={**facts, "anew": int(running is not None)})


def _carry_out(transaction: Transaction, running: _Running, found: Purge) -> Result:
    events = forgetting.forget(transaction, found.holdings, by_name=False)
    dues.meet(transaction, running.matter, DueName.PURGE)
    matters.close(transaction, running.matter, Outcome.DONE)
    counts: dict[str, str | int] = {"cases": len(found.cases), "numbers": found.numbers, "drafts": 0, "events": events}
    facts = {**counts, **_others(found), "class": str(found.kind), "before": str(found.before)}
    return Result(ForgetEvent.FORGET, number=running.matter, facts=facts)


def _others(found: Purge) -> dict[str, str | int]:
    return {name: count for name, count in found.addressed.counts.items() if count}


def text(transaction: Transaction, number: int) -> Text:
    """Return what the director signs, as it stands now: the list of what would be taken out."""
    kind, before = _asked_for(approvals.latest(transaction.connection, number))
    return _list(transaction.connection, kind, before).text


def decided(transaction: Transaction, number: int, state: ApprovalState) -> None:
    """A list that was rejected is dropped; one that was signed is owed by whoever submitted it."""
    if state is ApprovalState.APPROVED:
        who = approvals.latest(transaction.connection, number).asked_by
        owe_in_working_days(transaction, number, DueName.PURGE, CARRIED_OUT_DAYS, person=who)
    if state is ApprovalState.REJECTED and matters.get(transaction.connection, number).is_open:
        matters.close(transaction, number, Outcome.DROPPED)


def _running(connection: Connection, kind: RecordClass) -> _Running | None:
    for matter in matters.open_of(connection, MatterKind.PURGE):
        approval = approvals.latest(connection, matter.id)
        asked, before = _asked_for(approval)
        if asked is kind:
            return _Running(matter.id, approval, before)
    return None


def _asked_for(approval: Approval) -> tuple[RecordClass, date]:
    said = json.loads(approval.text)
    return RecordClass(said["class"]), date.fromisoformat(said["day"])


def _checked(connection: Connection, kind: RecordClass, before: date, now: Millis) -> Purge:
    check_term(kind, before, _today(connection, now), years_kept(kind, policy.current(connection)))
    return _list(connection, kind, before)


def _list(connection: Connection, kind: RecordClass, before: date) -> Purge:
    begins = _begins(connection, before)
    if kind is RecordClass.VISITS:
        said = Addressed(repairs=repair_words.past(connection, begins, AT_ONCE))
        return Purge(kind, before, addressed=said)
    if kind is RecordClass.APPOINTMENTS:
        booked = addressed.past_appointments(connection, begins, AT_ONCE)
        return Purge(kind, before, (), retention.count_numbers(connection, (), booked.phones), addressed=booked)
    if kind is RecordClass.ROSTERS:
        # Nothing of a customer's stands in them.
        return Purge(kind, before)
    if kind is RecordClass.RESCUES:
        rescued = matter_words.past(connection, _ON_THE_ROAD, begins, AT_ONCE)
        theirs = Addressed(matters=rescued.ids, phones=rescued.phones)
        return Purge(kind, before, (), retention.count_numbers(connection, (), rescued.phones), addressed=theirs)
    if kind is RecordClass.INCIDENTS:
        return Purge(kind, before, addressed=Addressed(matters=incident_words.past(connection, begins, AT_ONCE)))
    found = retention.cases_that_say(connection, begins, AT_ONCE)
    told, met = addressed.past(connection, begins, AT_ONCE), matter_words.past(connection, _MET, begins, AT_ONCE)
    told = told._replace(matters=met.ids, phones=tuple(dict.fromkeys((*told.phones, *met.phones))))
    numbers = retention.count_numbers(connection, found, told.phones)
    return Purge(kind, before, found, numbers, retention.taken_back(connection, found), told)


def _today(connection: Connection, now: Millis) -> date:
    return to_datetime(now, _zone(connection)).date()


def _begins(connection: Connection, day: date) -> Millis:
    return DaySpan.of(day, _zone(connection)).begins


def _zone(connection: Connection) -> ZoneInfo:
    return ZoneInfo(policy.current(connection).time_zone)
