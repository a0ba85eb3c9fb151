"""What stands in the way of the command's word that an incident is over (I4, I12); other concerns add theirs."""

from collections.abc import Callable, Iterable, Iterator

from data.engine.connection import Connection
from data.runs import runs
from frontdesk.desk.roll_calls.reading import is_complete, is_counted
from frontdesk.domain.incidents.incident import EndObstacle, Incident

_BY_EVIDENCE = {"roll_call": EndObstacle.ROLL_CALL, "area_check": EndObstacle.AREA_CHECK}
"""The steps without which it is not over, by what they ask for."""


def end_obstacles(connection: Connection, incident: Incident) -> Iterator[EndObstacle]:
    """Yield what stands in the way, each once."""
    yield from dict.fromkeys(each for standing in STANDING for each in standing(connection, incident))


def _steps(connection: Connection, incident: Incident) -> Iterator[EndObstacle]:
    """Yield what the steps of its playbook still ask for; a roll call that is complete is no such thing."""
    met = {EndObstacle.ROLL_CALL} if is_counted(connection, incident.id) else set()
    for run in runs.of_matter(connection, incident.id):
        for each in run.wanted:
            kind = _BY_EVIDENCE.get(each.step.evidence.partition(":")[0])
            if kind is not None and kind not in met and not each.is_answered and not each.step.optional:
                yield kind


def _counted(connection: Connection, incident: Incident) -> Iterator[EndObstacle]:
    """Yield that somebody is missing by the last round of the roll call (I4)."""
    if not is_complete(connection, incident.id):
        yield EndObstacle.ROLL_CALL


STANDING: tuple[Callable[[Connection, Incident], Iterable[EndObstacle]], ...] = (_steps, _counted)
"""Each concern's answer."""
