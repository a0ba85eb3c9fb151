"""The playbook of an incident's kind: begun with the report, its steps follow what is known (I4)."""

import json

from data.engine.transaction import Transaction
from data.matters import dues
from data.runs import runs
from frontdesk.desk.desk import Desk
from frontdesk.desk.runs import playbooks
from frontdesk.desk.runs.settling import settle
from frontdesk.domain.incidents.incident import Fact, Incident, IncidentKind, Level
from frontdesk.domain.incidents.steps import HURT, REPORTABLE, facts_of
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.runs.playbook import About, PlaybookOnRecord
from frontdesk.domain.runs.run import RunOutcome
from frontdesk.domain.values.errors import Refused


def playbook_of(desk: Desk, kind: IncidentKind, language: str) -> PlaybookOnRecord | None:
    """Return the playbook of a kind, or None: an incident is one without steps, too."""
    try:
        found = playbooks.shown(desk, kind, language)
    except Refused:
        return None
    return None if found.playbook.about == About.CAR else found


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
        facts = (*others, *facts_of(incident, run.playbook))
        if set(facts) != set(run.facts):
            runs.change(transaction, run, {"facts": json.dumps(facts)})
            settle(transaction, run.id)
