"""Hazards: rated by likelihood and severity, dealt with, or becoming an incident after all (I1, I15)."""

from data import measures
from data.engine.transaction import Transaction
from data.incidents import aftermath, incidents
from data.matters import dues, matters
from frontdesk.desk.desk import Desk
from frontdesk.desk.hazard_reports import Report
from frontdesk.desk.incidents import steps
from frontdesk.desk.incidents.following import same_day
from frontdesk.desk.incidents.reporting import report_in
from frontdesk.desk.matters import close_if_done
from frontdesk.desk.people.duty import operator
from frontdesk.domain.incidents.aftermath import URGENT, check_hazard, check_rating
from frontdesk.domain.incidents.aftermath_events import AftermathEvent
from frontdesk.domain.incidents.aftermath_reasons import AftermathReason
from frontdesk.domain.incidents.incident import WORDS_LIMIT, EntryKind, Incident, IncidentKind
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_line, whole_words


def rate(desk: Desk, number: int, likelihood: int, severity: int, operation: str | None = None) -> Result:
    """Rate a hazard; from fifteen on a measure is proposed, and it is dealt with on the same day.

    Raises `Refused`: NO_INCIDENT, NO_HAZARD, HAZARD_ACTED, RATING.
    """

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        incident = _hazard(transaction, number)
        check_rating(likelihood, severity)
        aftermath.put(transaction, number, {"likelihood": likelihood, "severity": severity})
        incidents.enter(transaction, number, EntryKind.RATED, value=f"{likelihood}×{severity}")
        if likelihood * severity >= URGENT:
            _act_today(transaction, incident)
        return Result(AftermathEvent.RATE, number=number, facts={"risk": likelihood * severity})

    return desk.do(body, operation)


def act(desk: Desk, number: int, words: str, operation: str | None = None) -> Result:
    """Put down what was done about a hazard; it is closed once its measures are.

    Raises `Refused`: NO_INCIDENT, NO_HAZARD, HAZARD_ACTED, TOLD_WHAT.
    """
    said = whole_words(words, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        incident = _hazard(transaction, number)
        if not said:
            raise Refused(AftermathReason.TOLD_WHAT, number=number)
        _over(transaction, incident, EntryKind.ACTED, words=said)
        return Result(AftermathEvent.ACT, number=number)

    return desk.do(body, operation)


def becomes(
    desk: Desk, number: int, kind: IncidentKind, *, language: str = "zh", operation: str | None = None
) -> Result:
    """What was feared has happened: report it as an incident, and let the hazard end with it.

    Raises `Refused`: NO_INCIDENT, NO_HAZARD, HAZARD_ACTED.
    """
    playbook = steps.playbook_of(desk, kind, language)

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        hazard = _hazard(transaction, number)
        new = Report(kind, hazard.place, words=hazard.words)
        reported = report_in(transaction, new, playbook, language)
        _over(transaction, hazard, EntryKind.BECAME, value=str(reported.number))
        return Result(AftermathEvent.BECAME, number=number, facts={"incident": reported.number})

    return desk.do(body, operation)


def _hazard(transaction: Transaction, number: int) -> Incident:
    incident = incidents.get(transaction.connection, number)
    check_hazard(incident)
    return incident


def _over(transaction: Transaction, incident: Incident, entry: EntryKind, *, value: str = "", words: str = "") -> None:
    who = transaction.actor.who
    row = {"contained_at": transaction.now, "contained_by": who, "ended_at": transaction.now, "ended_by": who}
    incidents.change(transaction, incident, row)
    incidents.enter(transaction, incident.id, entry, value=value, words=words)
    dues.meet(transaction, incident.id, DueName.HAZARD)
    close_if_done(transaction, incident.id)
    found_in = matters.get(transaction.connection, incident.id).part_of
    if found_in is not None:
        close_if_done(transaction, found_in)


def _act_today(transaction: Transaction, incident: Incident) -> None:
    """It is dealt with today, and what is to change for good is proposed, once."""
    connection, at = transaction.connection, same_day(transaction)
    (running,) = [d for d in matters.get(connection, incident.id).dues if d.name is DueName.HAZARD and d.is_running]
    if running.due_at > at:
        dues.lift(transaction, incident.id, DueName.HAZARD)
        dues.start(transaction, incident.id, DueName.HAZARD, at)
    if not any(part.kind is MatterKind.MEASURE for part in matters.parts(connection, incident.id)):
        title = clean_line(incident.words) or incident.title
        number = matters.open_one(transaction, MatterKind.MEASURE, title, incident.id)
        measures.propose(transaction, number, "", "")
