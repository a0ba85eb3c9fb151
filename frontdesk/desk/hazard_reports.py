"""An incident put on record in the transaction that finds it, its steps begun; a hazard with what is owed (I1, I15)."""

import json
from typing import NamedTuple

from data import policy as policies
from data.engine.transaction import Row, Transaction
from data.incidents import incidents
from data.matters import matters
from data.runs import playbooks, runs
from frontdesk.desk.matters import owe_in_working_days
from frontdesk.desk.opening_steps import begin_run, open_steps
from frontdesk.domain.incidents.incident import EntryKind, Fact, Incident, IncidentKind, title_of
from frontdesk.domain.incidents.level import level_by
from frontdesk.domain.incidents.steps import facts_of
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import MatterKind, Outcome
from frontdesk.domain.register.areas import AreaOnRecord
from frontdesk.domain.runs.playbook import About, PlaybookOnRecord
from frontdesk.domain.runs.run import RunOutcome
from frontdesk.domain.values.clock import Millis


class Report(NamedTuple):
    """What is reported, and where."""

    kind: IncidentKind
    place: str
    hurt: int | None = None
    facts: tuple[Fact, ...] = ()
    words: str = ""
    at: Millis | None = None
    is_drill: bool = False


def put(transaction: Transaction, new: Report, area: AreaOnRecord, part_of: int | None = None) -> int:
    """Open the matter of what is reported, with its first line; return its number."""
    title = title_of(new.kind, area.name or area.key)
    number = matters.open_one(transaction, MatterKind.INCIDENT, title, part_of, is_drill=new.is_drill)
    happened = transaction.now if new.at is None else min(new.at, transaction.now)
    row: Row = {"kind": new.kind, "place": new.place, "level": level_by(new.kind, new.hurt, new.facts)}
    told: Row = {"hurt": new.hurt, "facts": json.dumps([*dict.fromkeys(new.facts)]), "words": new.words}
    incidents.put(transaction, number, {**row, **told, "occurred_at": happened})
    incidents.enter(transaction, number, EntryKind.REPORTED, words=new.words, at=happened)
    return number


def begin_steps(transaction: Transaction, incident: Incident, playbook: PlaybookOnRecord | None, language: str) -> None:
    """Begin the steps; where nobody has said who they are, that waits for whoever takes command."""
    if playbook is None or playbook.playbook.about != About.STORE or not transaction.actor.who:
        return
    if runs.of_matter(transaction.connection, incident.id):
        return
    # Whatever is wrong with a store's own playbook, the alarm is raised.
    transaction.attempt(lambda: _begin(transaction, incident, playbook, language))


def _begin(transaction: Transaction, incident: Incident, playbook: PlaybookOnRecord, language: str) -> None:
    facts = facts_of(incident, playbook.playbook)
    run = open_steps(transaction, begin_run(transaction, incident.id, playbook, facts, language))
    if run.is_over:
        runs.end(transaction, run, RunOutcome.DONE)


def report_hazard(transaction: Transaction, area: AreaOnRecord, words: str, part_of: int | None, language: str) -> int:
    """Report a hazard that a check found; return its number. `part_of`: the matter of the check.

    Its steps are begun, if the store has a playbook for hazards: none comes with the program.
    """
    number = put(transaction, Report(IncidentKind.HAZARD, area.key, words=words), area, part_of)
    playbook = playbooks.newest(transaction.connection).get(IncidentKind.HAZARD)
    begin_steps(transaction, incidents.get(transaction.connection, number), playbook, language)
    owe_hazard(transaction, number)
    return number


def owe_hazard(transaction: Transaction, number: int) -> None:
    """A hazard is to be dealt with."""
    days = policies.current(transaction.connection).hazard_days
    owe_in_working_days(transaction, number, DueName.HAZARD, days)


def drop(transaction: Transaction, number: int) -> None:
    """There is no hazard: it was reported by mistake, unless somebody has done or said something about it since."""
    connection = transaction.connection
    incident, begun = incidents.get(connection, number), runs.of_matter(connection, number)
    untouched = len(incidents.entries(connection, number)) == 1 and all(len(run.entries) == 1 for run in begun)
    if incident.is_open and untouched:
        incidents.enter(transaction, number, EntryKind.MISTAKE)
        end(transaction, incident, Outcome.MISTAKE)


def end(transaction: Transaction, incident: Incident, outcome: Outcome) -> None:
    """It is over, and so is its matter: there was nothing, or it is rehearsed no more."""
    row: Row = {"ended_at": transaction.now, "ended_by": transaction.actor.who}
    incidents.change(transaction, incident, row)
    matters.close(transaction, incident.id, outcome)
