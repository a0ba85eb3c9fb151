"""How grave an incident is, by its facts (I2): anybody raises it, only the command lowers it, with words."""

from collections.abc import Collection

from frontdesk.domain.incidents.command import check_commands
from frontdesk.domain.incidents.incident import Fact, Incident, IncidentKind, Level
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.values.errors import Refused

MANY_HURT = 3

_SOMEBODY_HURT = frozenset({IncidentKind.INJURY})
"""The kinds in which somebody is hurt, though it may not be known yet how many."""


def level_by(kind: IncidentKind, hurt: int | None, facts: Collection[Fact]) -> Level:
    """Return the level that the facts ask for: ordinary from one hurt or for fire, major from three or a grave fact."""
    if facts or (hurt or 0) >= MANY_HURT:
        return Level.MAJOR
    if hurt or kind is IncidentKind.FIRE or (hurt is None and kind in _SOMEBODY_HURT):
        return Level.ORDINARY
    return Level.SLIGHT


def raised(level: Level, by_facts: Level) -> Level:
    """Return the graver of two levels: new facts raise a level and never lower it."""
    return max(level, by_facts, key=lambda each: each.rank)


def check_level(incident: Incident, level: Level, who: str, words: str) -> None:
    """Check that somebody may set a level: a lower one is the command's, who says why.

    Raises `Refused`: SAME_LEVEL, NO_COMMAND, ONLY_COMMAND, LEVEL_WHY.
    """
    if level is incident.level:
        raise Refused(IncidentReason.SAME_LEVEL, number=incident.id, level=level)
    if level.rank > incident.level.rank:
        return
    check_commands(incident, who)
    if not words:
        raise Refused(IncidentReason.LEVEL_WHY, number=incident.id, level=level)
