"""Deciding because of the weather: written at the desk, signed by manager and director, then in force (I7)."""

from typing import NamedTuple

from data import agenda, approvals
from data import policy as policies
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.people import staff
from data.weather import affected, decisions
from frontdesk.desk import weather_calls
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import ask_for_signatures, owe_signature
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.domain.agenda.events import AgendaEvent
from frontdesk.domain.approvals.approval import Approval, ApprovalState, Text, What
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Matter, Outcome
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line
from frontdesk.domain.weather.affected import Affected
from frontdesk.domain.weather.decision import (
    HOLDS,
    PLACE_LIMIT,
    SIGN_WITHIN,
    Decision,
    DecisionState,
    NewDecision,
    check_decision,
    signers,
)
from frontdesk.domain.weather.events import WeatherEvent
from frontdesk.domain.weather.reasons import DecisionReason

RESUMES = "resumes"


class Decided(NamedTuple):
    """A decision with whom it touches, and who has signed."""

    decision: Decision
    matter: Matter
    rows: tuple[Affected, ...] = ()
    approvals: tuple[Approval, ...] = ()

    @property
    def make_up(self) -> tuple[Affected, ...]:
        """Who is to be served or asked once it is over."""
        is_over = self.decision.state is DecisionState.OVER
        return tuple(row for row in self.rows if row.is_open) if is_over else ()


def listed(desk: Desk) -> tuple[Decided, ...]:
    """Return the decisions that are not brought to an end, in the order they were made."""

    def question(connection: Connection) -> tuple[Decided, ...]:
        return tuple(_decided(connection, each) for each in decisions.shown(connection))

    return desk.read(question)


def shown(desk: Desk, number: int) -> Decided:
    """Return one decision. Raises `Refused(NO_DECISION)`."""
    return desk.read(lambda connection: _decided(connection, decisions.get(connection, number)))


def _decided(connection: Connection, decision: Decision) -> Decided:
    signed = approvals.of_matter(connection, decision.id)
    return Decided(decision, matters.get(connection, decision.id), affected.of(connection, decision.id), signed)


def decide(desk: Desk, new: NewDecision, operation: str | None = None) -> Result:
    """Write a decision and ask for the signatures; it is in force once manager and director have signed.

    Raises `Refused`: as `check_decision`, and DECIDED_ALREADY for what somebody else has decided for that time.
    """
    said = new._replace(
        scope=whole_line(new.scope, PLACE_LIMIT), place=whole_line(new.place, PLACE_LIMIT), why=whole_line(new.why)
    )

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        check_at_desk(transaction)
        check_decision(said, transaction.now)
        for other in decisions.standing(connection):
            if other.overlaps(said):
                raise Refused(DecisionReason.DECIDED_ALREADY, number=other.id, who=other.made_by, when=other.made_at)
        day = OpeningHours.of(policies.current(connection)).day_of(said.starts_at)
        number = decisions.put(transaction, said, f"{said.choice} {','.join(said.services)} {day.isoformat()}")
        author = transaction.actor.who
        roles = signers(author, staff.everyone(connection))
        ask_for_signatures(
            transaction, number, What.WEATHER, text(transaction, number), roles, by=sign_by(transaction, number)
        )
        facts: dict[str, str | int] = {
            "decision": said.choice,
            "services": " ".join(said.services),
            "for": said.starts_at,
        }
        return Result(WeatherEvent.DECIDE, number=number, facts=facts)

    return desk.do(body, operation)


def resume(desk: Desk, number: int, at: Millis | None = None, operation: str | None = None) -> Result:
    """Ask that it goes on, now or from an instant on; signed as the decision was.

    Raises `Refused`: NO_DECISION, NOT_IN_FORCE, RESUMES_LATE.
    """

    def body(transaction: Transaction) -> Result:
        connection, now = transaction.connection, transaction.now
        check_at_desk(transaction)
        found = decisions.get(connection, number)
        if found.state is not DecisionState.IN_FORCE:
            raise Refused(DecisionReason.NOT_IN_FORCE, number=number, state=found.state)
        resumes = now if at is None else at
        if resumes < now or (found.ends_at is not None and resumes >= found.ends_at):
            raise Refused(DecisionReason.RESUMES_LATE, number=number, when=found.ends_at or now)
        decisions.change(transaction, found, {"state": DecisionState.RESUMING, "resumes_at": resumes})
        roles = signers(transaction.actor.who, staff.everyone(connection))
        approvals.ask(transaction, number, What.WEATHER, text(transaction, number), roles)
        owe_signature(transaction, number, roles[0], by=sign_by(transaction, number))
        return Result(WeatherEvent.RESUME, number=number, facts={"resumes": resumes})

    return desk.do(body, operation)


def text(transaction: Transaction, number: int) -> Text:
    """Return what is signed, as it stands now."""
    found = decisions.get(transaction.connection, number)
    said: dict[str, object] = {
        "decision": found.choice, "services": list(found.services), "scope": found.scope, "begins": found.starts_at,
        "ends": found.ends_at, "place": found.place, "why": found.why,
    }  # fmt: skip
    if found.state is DecisionState.RESUMING:
        # Whoever asks that it goes on has said so, whoever decided.
        return {**said, RESUMES: found.resumes_at}
    return {**said, "author": found.made_by}


def sign_by(transaction: Transaction, number: int) -> Millis:
    """Return by when it is signed: before it begins, or within half an hour."""
    found = decisions.get(transaction.connection, number)
    begins = found.starts_at if found.resumes_at is None else found.resumes_at
    return max(begins, transaction.now + SIGN_WITHIN)


def decided(transaction: Transaction, number: int, state: ApprovalState) -> None:
    """A decision that is signed is in force; one that is rejected comes to nothing, and what stood goes on."""
    found, now = decisions.get(transaction.connection, number), transaction.now
    if state is ApprovalState.APPROVED and found.state is DecisionState.ASKED:
        decisions.change(transaction, found, {"state": DecisionState.IN_FORCE, "in_force_at": now})
        _goes(transaction, number)
    elif state is ApprovalState.APPROVED and found.state is DecisionState.RESUMING:
        _resumed(transaction, found)
    elif state is ApprovalState.REJECTED and found.state is DecisionState.ASKED:
        decisions.change(transaction, found, {"state": DecisionState.REJECTED})
        matters.close(transaction, number, Outcome.DROPPED)
    elif state is ApprovalState.REJECTED and found.state is DecisionState.RESUMING:
        decisions.change(transaction, found, {"state": DecisionState.IN_FORCE, "resumes_at": None})
    elif state is ApprovalState.REJECTED and found.state in HOLDS:
        # Whoever is said to have approved it by phone has not.
        weather_calls.end(transaction, found)


def _resumed(transaction: Transaction, found: Decision) -> None:
    resumes = transaction.now if found.resumes_at is None else found.resumes_at
    if resumes <= max(transaction.now, found.starts_at):
        weather_calls.end(transaction, found)
        return
    values = {"state": DecisionState.IN_FORCE, "resumes_at": None, "ends_at": resumes}
    decisions.change(transaction, found, values)
    _goes(transaction, found.id)


def _goes(transaction: Transaction, number: int) -> None:
    """It is in force; where its time is over already, it is over."""
    found = decisions.get(transaction.connection, number)
    if found.ends_at is not None and found.ends_at <= transaction.now:
        weather_calls.end(transaction, found)
    else:
        weather_calls.plan_end(transaction)


def come(desk: Desk) -> Result | None:
    """End what is over by its time; None where nothing is, or somebody else was first."""
    return desk.do_if(_ends)


def _ends(transaction: Transaction) -> Result | None:
    connection, now = transaction.connection, transaction.now
    at = agenda.at_of(connection, agenda.WEATHER)
    if at is None or at > now:
        return None
    over = [each for each in decisions.standing(connection) if _is_over(each, now)]
    for each in over:
        for approval in approvals.of_matter(connection, each.id):
            if approval.state is ApprovalState.ASKED:
                approvals.end(transaction, approval, ApprovalState.LAPSED)
        dues.lift(transaction, each.id, DueName.APPROVAL)
        weather_calls.end(transaction, each)
    weather_calls.plan_end(transaction)
    if not over:
        return Result(AgendaEvent.CAME, number=1, facts={"rules": agenda.WEATHER})
    numbers = " ".join(str(each.id) for each in over)
    return Result(WeatherEvent.OVER, number=over[0].id, facts={"decisions": numbers})


def _is_over(decision: Decision, now: Millis) -> bool:
    return decision.state in HOLDS and decision.ends_at is not None and decision.ends_at <= now
