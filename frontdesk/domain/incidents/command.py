"""Who takes the command of an incident: the first of rank who is there, after a minute whoever is there (I2, I12)."""

from collections.abc import Collection

from frontdesk.domain.incidents.incident import Incident
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.people.duty import Roster
from frontdesk.domain.people.roles import LADDER
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

_DECIDING = LADDER.index(Post.MANAGER)


def standing(person: Person, roster: Roster, now: Millis) -> int:
    """Return how high somebody stands in an incident: above all, who leads the command of the store (S6).

    Whoever is on duty as manager or deputy stands as a manager, and a post beside the ladder as a guard.
    """
    if roster.command is not None and roster.command.name == person.name:
        return len(LADDER)
    own = LADDER.index(person.post) if person.post in LADDER else 0
    return max(own, _DECIDING) if roster.manages(person.name, now) else own


def check_takes(
    incident: Incident, person: Person, roster: Roster, present: Collection[str], now: Millis, *, first: Millis
) -> None:
    """Check that somebody may take the command; whoever stands higher takes it over from whoever has it.

    In the `first` moments only the highest of those present does, so that no guard has it while the manager gets up.
    Raises `Refused`: COMMAND_YOURS, COMMAND_TAKEN, COMMAND_FOR.
    """
    if incident.command == person.name:
        raise Refused(IncidentReason.COMMAND_YOURS, number=incident.id, when=incident.commanded_at)
    ranks = {each.name: standing(each, roster, now) for each in roster.staff}
    own = ranks[person.name]
    if incident.command and ranks.get(incident.command, -1) >= own:
        taken = {"number": incident.id, "who": incident.command, "when": incident.commanded_at}
        raise Refused(IncidentReason.COMMAND_TAKEN, **taken)
    above = [name for name in present if ranks.get(name, -1) > own and own < _DECIDING]
    if above and not incident.command and now - incident.reported_at < first:
        highest = max(above, key=lambda name: (ranks[name], name))
        raise Refused(IncidentReason.COMMAND_FOR, number=incident.id, who=highest, at=incident.reported_at + first)


def check_commands(incident: Incident, who: str) -> None:
    """Check that somebody has the command. Raises `Refused`: NO_COMMAND, ONLY_COMMAND."""
    if not incident.command:
        raise Refused(IncidentReason.NO_COMMAND, number=incident.id)
    if who != incident.command:
        raise Refused(IncidentReason.ONLY_COMMAND, number=incident.id, who=incident.command)
