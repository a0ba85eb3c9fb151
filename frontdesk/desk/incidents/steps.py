"""The playbook of an incident's kind: begun with the report, its steps follow what is known (I4)."""

import json

from data.engine.transaction import Transaction
from data.matters import dues
from data.runs import runs
from frontdesk.desk.desk import Desk
from frontdesk.desk.runs import playbooks, starting
from frontdesk.desk.runs.settling import settle
from frontdesk.domain.incidents.incident import Fact, Incident, IncidentKind, Level
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.runs.playbook import About, Playbook, PlaybookOnRecord
from frontdesk.domain.runs.run import RunOutcome
from frontdesk.domain.values.errors import Refused

HURT = "hurt"
"""The fact of a playbook that somebody is hurt."""
REPORTABLE = "reportable"
"""The fact that somebody is hurt and it is major: the authorities are told (I14)."""


def playbook_of(desk: Desk, kind: IncidentKind, language: str) -> PlaybookOnRecord | None:
    """Return the playbook of a kind, or None: an incident is one without steps, too."""
    try:
        found = playbooks.shown(desk, kind, language)
    except Refused:
        return None
    return None if found.playbook.about == About.CAR else found


def begin(transaction: Transaction, incident: Incident, playbook: PlaybookOnRecord | None, language: str) -> None:
    """Begin the steps; where nobody has said who they are, that waits for whoever takes command."""
    if playbook is None or not transaction.actor.who or runs.of_matter(transaction.connection, incident.id):
        return
    facts = _so(incident, playbook.playbook)
    # Whatever is wrong with a store's own playbook, the alarm is raised.
    transaction.attempt(lambda: starting.begin(transaction, incident.id, playbook, facts, language=language))


def stop(transaction: Transaction, number: int) -> None:
    """Nobody goes on with the steps of a drill that is over."""
    for run in runs.of_matter(transaction.connection, number):
        if run.outcome is None:
            runs.end(transaction, run, RunOutcome.STOPPED)
    dues.lift(transaction, number, DueName.STEP)


def tell_facts(transaction: Transaction, incident: Incident) -> None:
    """Let the steps come in that depend on what is known now, and leave out those that depend on what is not so."""
    for run in runs.of_matter(transaction.connection, incident.id):
        if run.outcome is not None:
            continue
        known = {HURT, REPORTABLE, *Fact, *Level}
        if incident.hurt is None:
            known.discard(HURT)
        others = tuple(fact for fact in run.facts if fact not in known)
        facts = (*others, *_so(incident, run.playbook))
        if set(facts) != set(run.facts):
            runs.change(transaction, run, {"facts": json.dumps(facts)})
            settle(transaction, run.id)


def _so(incident: Incident, playbook: Playbook) -> tuple[str, ...]:
    """Return which of a playbook's facts are so: somebody is hurt, a grave fact, the level."""
    so = {*incident.facts, incident.level.value}
    if incident.hurt:
        so |= {HURT, REPORTABLE} if incident.level is Level.MAJOR else {HURT}
    return tuple(fact.key for fact in playbook.facts if fact.key in so)
