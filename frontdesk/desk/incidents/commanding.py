"""The command of an incident: taken by name, handed over, its word that it is contained, or over (I2, I12)."""

from data import policy as policies
from data import stations
from data.engine import store_time
from data.engine.transaction import Row, Transaction
from data.incidents import incidents
from data.people import staff
from data.runs import runs
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.hazard_reports import begin_steps
from frontdesk.desk.incidents import alarm, following, steps
from frontdesk.desk.incidents.knowing import open_one
from frontdesk.desk.incidents.obstacles import end_obstacles
from frontdesk.desk.people.duty import operator, roster_of
from frontdesk.desk.roll_calls import counting
from frontdesk.domain.escalations.terms import State
from frontdesk.domain.incidents.command import check_commands, check_takes
from frontdesk.domain.incidents.events import IncidentEvent
from frontdesk.domain.incidents.incident import WORDS_LIMIT, EntryKind, Incident
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.clock import SECOND
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words


def take(desk: Desk, number: int, language: str = "zh", operation: str | None = None) -> Result:
    """Take the command, or say that one is still at it, where the alarm came back.

    Raises `Refused`: NO_INCIDENT, INCIDENT_OVER, NO_OPERATOR, UNKNOWN_PERSON, and as `check_takes` says.
    """
    kind = desk.read(lambda connection: incidents.get(connection, number)).kind
    playbook = steps.playbook_of(desk, kind, language)

    def body(transaction: Transaction) -> Result:
        person = operator(transaction)
        incident = open_one(transaction, number)
        calling = alarm.of(transaction, incident)
        if incident.command != person.name or calling is None or calling.state is not State.RAISED:
            _check_takes(transaction, incident)
            _put_command(transaction, incident, person.name)
        alarm.take_on(transaction, incident)
        begin_steps(transaction, incident, playbook, language)
        crossings.note_ends(transaction, transaction.now)
        return Result(IncidentEvent.COMMAND, number=number, facts={"command": person.name})

    return desk.do(body, operation)


def hand_over(desk: Desk, number: int, name: str, words: str = "", operation: str | None = None) -> Result:
    """Whoever has the command hands it to somebody else. Raises `Refused`: NO_COMMAND, ONLY_COMMAND, UNKNOWN_PERSON."""
    to, said = whole_line(name, NAME_LIMIT), whole_words(words, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        incident = open_one(transaction, number)
        check_commands(incident, transaction.actor.who)
        if to not in {person.name for person in staff.everyone(transaction.connection)}:
            raise Refused(PeopleReason.UNKNOWN_PERSON, name=to)
        if to == incident.command:
            raise Refused(IncidentReason.COMMAND_YOURS, number=number, when=incident.commanded_at)
        _put_command(transaction, incident, to, said)
        return Result(IncidentEvent.COMMAND, number=number, facts={"command": to})

    return desk.do(body, operation)


def contain(desk: Desk, number: int, words: str = "", operation: str | None = None) -> Result:
    """The command says that it is contained: it does not get worse, and nobody is called any more.

    Raises `Refused`: NO_INCIDENT, INCIDENT_OVER, CONTAINED, NO_COMMAND, ONLY_COMMAND.
    """
    said = whole_words(words, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        incident = open_one(transaction, number)
        check_commands(incident, transaction.actor.who)
        if incident.contained_at is not None:
            raise Refused(
                IncidentReason.CONTAINED, number=number, who=incident.contained_by, when=incident.contained_at
            )
        incidents.change(transaction, incident, _contained(transaction))
        incidents.enter(transaction, number, EntryKind.CONTAINED, words=said)
        crossings.note_ends(transaction, transaction.now)
        return Result(IncidentEvent.CONTAINED, number=number)

    return desk.do(body, operation)


def end(desk: Desk, number: int, words: str = "", operation: str | None = None) -> Result:
    """The command declares that it is over (I12); what comes of it goes on as a matter.

    Raises `Refused`: NO_INCIDENT, INCIDENT_OVER, NO_COMMAND, ONLY_COMMAND, NOT_ENDED.
    """
    said = whole_words(words, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        incident = open_one(transaction, number)
        check_commands(incident, transaction.actor.who)
        if standing := tuple(end_obstacles(connection, incident)):
            raise Refused(IncidentReason.NOT_ENDED, number=number, obstacles=standing)
        row: Row = {} if incident.contained_at is not None else _contained(transaction)
        row |= {"ended_at": transaction.now, "ended_by": transaction.actor.who}
        incidents.change(transaction, incident, row)
        incidents.enter(transaction, number, EntryKind.ENDED, words=said)
        counting.end_with_matter(transaction, number)
        following.after_end(transaction, number)
        if incident.is_drill:
            steps.stop(transaction, number)
        crossings.note_ends(transaction, transaction.now)
        return Result(IncidentEvent.ENDED, number=number)

    return desk.do(body, operation)


def _check_takes(transaction: Transaction, incident: Incident) -> None:
    connection, now = transaction.connection, transaction.now
    person = operator(transaction)
    first = policies.current(connection).incident_first_s * SECOND
    present = stations.people_there(connection, store_time.pace(connection), now)
    check_takes(incident, person, roster_of(transaction), present, now, first=first)


def _put_command(transaction: Transaction, incident: Incident, name: str, words: str = "") -> None:
    """Whoever has the command leads its steps, too."""
    incidents.change(transaction, incident, {"command": name, "commanded_at": transaction.now})
    incidents.enter(transaction, incident.id, EntryKind.COMMAND, value=name, words=words)
    for run in runs.of_matter(transaction.connection, incident.id):
        if run.outcome is None:
            runs.change(transaction, run, {"lead": name})


def _contained(transaction: Transaction) -> Row:
    return {"contained_at": transaction.now, "contained_by": transaction.actor.who}
