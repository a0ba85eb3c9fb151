"""Which facts of a playbook are so at an incident: its steps follow what is known (I4)."""

from frontdesk.domain.incidents.incident import Incident, Level
from frontdesk.domain.runs.playbook import Playbook

HURT = "hurt"
"""The fact of a playbook that somebody is hurt."""
REPORTABLE = "reportable"
"""The fact that somebody is hurt and it is major: the authorities are told (I14)."""


def facts_of(incident: Incident, playbook: Playbook) -> tuple[str, ...]:
    """Return which of a playbook's facts are so: somebody is hurt, a grave fact, the level."""
    so = {*incident.facts, incident.level.value}
    if incident.hurt:
        so |= {HURT, REPORTABLE} if incident.level is Level.MAJOR else {HURT}
    return tuple(fact.key for fact in playbook.facts if fact.key in so)
