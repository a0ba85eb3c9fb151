"""Reporting an incident: raised at once, at every station; taken back where it was a mistake (I1, I4)."""

from data import journal
from data import policy as policies
from data.engine.transaction import Transaction
from data.incidents import incidents
from data.matters import matters
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.hazard_reports import Report, begin_steps, end, put
from frontdesk.desk.incidents import following, steps
from frontdesk.desk.incidents.knowing import check_hurt, note_known, open_one
from frontdesk.desk.incidents.places import place_of
from frontdesk.desk.incidents.telling import tell_mistake
from frontdesk.domain.escalations.terms import Outcome as Cleared
from frontdesk.domain.incidents.events import IncidentEvent
from frontdesk.domain.incidents.incident import (
    WORDS_LIMIT,
    EntryKind,
    Fact,
    Incident,
    IncidentKind,
)
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.matter import MatterKind, Outcome
from frontdesk.domain.runs.playbook import PlaybookOnRecord
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_words


def report(
    desk: Desk, kind: IncidentKind, place: str, *, hurt: int | None = None, facts: tuple[Fact, ...] = (),
    words: str = "", at: Millis | None = None, is_drill: bool = False, language: str = "zh",
    operation: str | None = None,
) -> Result:  # fmt: skip
    """Report an incident: its alarm is raised and its playbook begun. What was reported just before is joined.

    `at`: when it happened, if that was before now. Raises `Refused`: NO_PLACE, HURT_NUMBER, TEXT_TOO_LONG,
    REAL_INCIDENT.
    """
    new = Report(kind, place, hurt, facts, whole_words(words, WORDS_LIMIT), at, is_drill)
    check_hurt(hurt)
    playbook = steps.playbook_of(desk, kind, language)
    return desk.do(lambda transaction: report_in(transaction, new, playbook, language), operation)


def report_in(transaction: Transaction, new: Report, playbook: PlaybookOnRecord | None, language: str) -> Result:
    """Report an incident in a transaction under way. Raises `Refused`: NO_PLACE, REAL_INCIDENT."""
    connection, kind, is_drill = transaction.connection, new.kind, new.is_drill
    area = place_of(connection, new.place)
    standing = incidents.open_ones(connection)
    if is_drill and (real := next((each for each in standing if is_real(each)), None)):
        raise Refused(IncidentReason.REAL_INCIDENT, number=real.id, kind=real.kind, area=real.place)
    since = transaction.now - policies.current(connection).incident_join_s * SECOND
    for incident in standing:
        if incident.is_same(kind, area.key, is_drill=is_drill, since=since):
            return _join(transaction, incident, new.hurt, new.words)
    number = put(transaction, new, area)
    if not is_drill and kind is not IncidentKind.HAZARD:
        _stop_drills(transaction, number)
    begin_steps(transaction, incidents.get(connection, number), playbook, language)
    following.after_report(transaction, number)
    crossings.note_crossings(transaction, transaction.now)
    return Result(IncidentEvent.REPORT, number=number, facts={"kind": kind, "place": area.key})


def take_back(desk: Desk, number: int, words: str = "", operation: str | None = None) -> Result:
    """There is nothing: a report was a mistake. It stays on record as one, and those who were called are told.

    It is for whoever reported it at that station, for two minutes, and for whoever has the command. Raises `Refused`:
    NO_INCIDENT, INCIDENT_OVER, NOT_A_MISTAKE, REPORTED_TOO.
    """
    said = whole_words(words, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        _take_back(transaction, open_one(transaction, number), said)
        crossings.note_ends(transaction, transaction.now, Cleared.UNDONE)
        return Result(IncidentEvent.MISTAKE, number=number)

    return desk.do(body, operation)


def undo_report(transaction: Transaction, last: Happened) -> None:
    """Whoever undoes what they did last, and that was a report, takes it back."""
    changed = journal.changes(transaction.connection, last.seq)
    number = next(change.id for change in changed if change.table == "incidents" and change.before is None)
    _take_back(transaction, open_one(transaction, number), "")


def is_real(incident: Incident) -> bool:
    """Whether something is really going wrong: it is no drill, and has happened."""
    return not incident.is_drill and incident.kind is not IncidentKind.HAZARD


def _join(transaction: Transaction, incident: Incident, hurt: int | None, words: str) -> Result:
    """Keep that somebody else saw it too, and what they know of it."""
    number = incident.id
    incidents.enter(transaction, number, EntryKind.ALSO_REPORTED, words=words)
    if hurt is not None and hurt > (incident.hurt or 0):
        note_known(transaction, incident, hurt=hurt)
    facts: dict[str, str | int] = {"kind": incident.kind, "place": incident.place}
    warnings = (IncidentReason.JOINED.value,)
    return Result(IncidentEvent.JOIN, number=number, facts=facts | {"first": incident.reported_by}, warnings=warnings)


def _stop_drills(transaction: Transaction, number: int) -> None:
    """Nobody goes on rehearsing while something really goes wrong: every drill stops where it is."""
    for matter in matters.drills(transaction.connection):
        if matter.kind is MatterKind.INCIDENT:
            drill = incidents.get(transaction.connection, matter.id)
            incidents.enter(transaction, drill.id, EntryKind.STOPPED, value=str(number))
            end(transaction, drill, Outcome.STOPPED)
        else:
            matters.close(transaction, matter.id, Outcome.STOPPED)
    crossings.note_ends(transaction, transaction.now, Cleared.UNDONE)


def _take_back(transaction: Transaction, incident: Incident, words: str) -> None:
    actor, policy = transaction.actor, policies.current(transaction.connection)
    first, *since = incidents.entries(transaction.connection, incident.id)
    is_reporter = (first.station, first.who) == (actor.station, actor.who)
    in_time = transaction.now - incident.reported_at <= policy.undo_s * SECOND
    is_command = bool(incident.command) and incident.command == actor.who
    if not (is_reporter and in_time) and not is_command:
        raise Refused(
            IncidentReason.NOT_A_MISTAKE, number=incident.id, who=incident.reported_by, seconds=policy.undo_s,
            name=incident.command,
        )  # fmt: skip
    others = [each.who for each in since if each.entry is EntryKind.ALSO_REPORTED and each.who != actor.who]
    if others and not is_command:
        raise Refused(IncidentReason.REPORTED_TOO, number=incident.id, who=others[-1])
    incidents.enter(transaction, incident.id, EntryKind.MISTAKE, words=words)
    following.after_mistake(transaction, incident.id)
    end(transaction, incident, Outcome.MISTAKE)
    tell_mistake(transaction, incident)
