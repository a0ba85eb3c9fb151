"""After an incident: who was told outside, why it happened and what it cost, what was learned (I12–I14)."""

from typing import NamedTuple

from data import policy as policies
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.incidents import aftermath, car_checks, incidents, news
from data.matters import dues, matters
from frontdesk.desk import looking_through
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import close_if_done, owe_in_working_days
from frontdesk.desk.people.duty import check_manages, operator
from frontdesk.desk.plans import plans
from frontdesk.domain.incidents.aftermath import Aftermath, IntoPlan, check_assessed, check_investigated
from frontdesk.domain.incidents.aftermath_events import AftermathEvent
from frontdesk.domain.incidents.aftermath_reasons import AftermathReason
from frontdesk.domain.incidents.car_checks import CarCheck
from frontdesk.domain.incidents.incident import WORDS_LIMIT, EntryKind, Incident, Level
from frontdesk.domain.incidents.news import News
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Matter, check_close
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words


class Followed(NamedTuple):
    """An incident with all that came of it."""

    incident: Incident
    found: Aftermath
    news: tuple[News, ...]
    cars: tuple[CarCheck, ...]
    measures: tuple[Matter, ...]
    found_in: Matter | None = None
    """The check that found a hazard (I15)."""


def shown(desk: Desk, number: int) -> Followed:
    """Return what came of an incident. Raises `Refused(NO_INCIDENT)`."""

    def question(connection: Connection) -> Followed:
        incident = incidents.get(connection, number)
        found = aftermath.get(connection, number)
        cars = car_checks.of(connection, number)
        part_of = matters.get(connection, number).part_of
        found_in = None if part_of is None else matters.get(connection, part_of)
        parts = matters.parts(connection, number)
        return Followed(incident, found, news.of(connection, number), cars, parts, found_in)

    return desk.read(question)


def told_outside(desk: Desk, number: int, kind: EntryKind, words: str, operation: str | None = None) -> Result:
    """Put down that the authority or the insurer was told: who, by whom, what they said (I14).

    Raises `Refused`: NO_INCIDENT, TOLD_WHAT, IN_A_DRILL.
    """
    said = whole_words(words, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        incident = incidents.get(transaction.connection, number)
        if incident.is_drill:
            raise Refused(AftermathReason.IN_A_DRILL, number=number)
        if not said:
            raise Refused(AftermathReason.TOLD_WHAT, number=number)
        incidents.enter(transaction, number, kind, words=said)
        if kind is EntryKind.AUTHORITY:
            dues.meet(transaction, number, DueName.AUTHORITY)
            close_if_done(transaction, number)
        return Result(AftermathEvent.OUTSIDE, number=number, facts={"to": kind})

    return desk.do(body, operation)


def investigate(
    desk: Desk, number: int, *, cause: str, responsible: str, loss_cny: int, operation: str | None = None
) -> Result:
    """Put down what was found: the cause, the person responsible, the loss in whole yuan (I12).

    Raises `Refused`: NO_INCIDENT, NOT_YOUR_POST, and as `check_investigated` says.
    """
    why, who = whole_words(cause), whole_line(responsible, NAME_LIMIT)

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        check_manages(transaction)
        _check_open(transaction, number)
        check_investigated(incidents.get(connection, number), why, who, loss_cny)
        values = {"cause": why, "responsible": who, "loss_cny": loss_cny}
        stamp = {"investigated_at": transaction.now, "investigated_by": transaction.actor.who}
        aftermath.put(transaction, number, {**values, **stamp})
        incidents.enter(transaction, number, EntryKind.INVESTIGATED, words=why)
        dues.meet(transaction, number, DueName.INVESTIGATE)
        found = aftermath.get(connection, number)
        if found.assessed_at is None and found.running(DueName.ASSESS) is None:
            owe_in_working_days(transaction, number, DueName.ASSESS, policies.current(connection).assess_days)
        return Result(AftermathEvent.INVESTIGATE, number=number)

    return desk.do(body, operation)


def assess(
    desk: Desk, number: int, *, lessons: str, into_plan: IntoPlan, why: str = "", plan: str = "",
    operation: str | None = None,
) -> Result:  # fmt: skip
    """Say what was learned, and whether it goes into a plan: then a draft of that plan is begun (I13).

    Raises `Refused`: NO_INCIDENT, NOT_YOUR_POST, INTO_WHICH_PLAN, NO_PLAN, and as `check_assessed` says.
    """
    said, reason = whole_words(lessons), whole_words(why, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        check_manages(transaction)
        incident = incidents.get(connection, number)
        _check_open(transaction, number)
        check_assessed(incident, aftermath.get(connection, number), said, into_plan, reason)
        if into_plan is IntoPlan.YES:
            if not plan:
                raise Refused(AftermathReason.INTO_WHICH_PLAN, number=number)
            plans.draft(transaction, plan, plans.Draft(after=said, why=f"{incident.title} {number}"))
        values = {"lessons": said, "into_plan": into_plan, "into_plan_why": reason}
        stamp = {"assessed_at": transaction.now, "assessed_by": transaction.actor.who}
        aftermath.put(transaction, number, {**values, **stamp})
        incidents.enter(transaction, number, EntryKind.ASSESSED, words=said)
        if incident.level is Level.MAJOR:
            looking_through.soon(transaction, looking_through.Shown.INCIDENT)
        dues.meet(transaction, number, DueName.ASSESS)
        close_if_done(transaction, number)
        return Result(AftermathEvent.ASSESS, number=number, facts={"into_plan": into_plan})

    return desk.do(body, operation)


def _check_open(transaction: Transaction, number: int) -> None:
    """Check that the matter is not closed. Raises `Refused(MATTER_CLOSED)`."""
    check_close(matters.get(transaction.connection, number), (), "")
