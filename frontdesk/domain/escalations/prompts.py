"""Which station shows which prompt, which of them must act, and how urgently it is called."""

from collections.abc import Iterable
from enum import StrEnum

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Kind, State
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis


class Urgency(StrEnum):
    """How loudly a station is called."""

    NOTICE = "notice"
    """Look when you can."""
    ALARM = "alarm"
    """Look now."""
    EMERGENCY = "emergency"
    """An incident: whatever one is at, and however quiet the station was made."""


def addressees(escalation: Escalation) -> frozenset[StationKind]:
    """Return the stations that show a prompt for this situation, which are all the chain has called so far.

    The guard is asked to tell the person called last (Z5, Z6) until that is done or somebody has taken it on.
    """
    stations = escalation.plan.reached(escalation.level)
    if escalation.kind is Kind.INCIDENT:
        return stations
    if escalation.is_told or escalation.state is not State.RAISED:
        return stations - {StationKind.GUARD}
    return stations


def must_act(escalation: Escalation, station: StationKind) -> bool:
    """Whether it is this station that was called last and has not answered: the only one that sounds.

    Where the last stage reached nobody, it is those that were reached before.
    """
    if escalation.state is not State.RAISED or not escalation.level:
        return False
    level = min(escalation.heard or escalation.level, escalation.level)
    return station in escalation.plan.heard_at(level) & addressees(escalation)


def urgency(escalation: Escalation) -> Urgency:
    """Return how urgently a station is called; a crowding, or what has gone up the chain, is an alarm."""
    if escalation.kind is Kind.INCIDENT:
        return Urgency.EMERGENCY
    return Urgency.ALARM if escalation.is_crowding or escalation.level > 1 else Urgency.NOTICE


def is_answered(escalation: Escalation) -> bool:
    """Whether nothing is left to answer: it is over, acted on, or acknowledged with nothing to decide."""
    if escalation.state in {State.ACTED, State.CLEARED}:
        return True
    return not escalation.is_crowding and escalation.state is State.ACKNOWLEDGED


def for_station(
    escalations: Iterable[Escalation], closed: Iterable[Escalation], station: StationKind, policy: Policy, now: Millis
) -> tuple[Escalation, ...]:
    """Return what a station has to show: unanswered prompts before answered ones, over-count first, then the oldest.

    A prompt whose situation is over stays for the hold time, because the limit may be crossed again. `closed`: the
    escalations cleared lately.
    """
    found = [e for e in escalations if station in addressees(e)]
    up = {e.prompt for e in found}
    for ended in closed:
        if ended.is_held(now, policy.hold) and ended.prompt not in up and station in ended.plan.reached(ended.level):
            if station is not StationKind.GUARD:
                found.append(ended)
            up.add(ended.prompt)
    return tuple(sorted(found, key=_urgency_of))


def in_order(escalations: Iterable[Escalation]) -> tuple[Escalation, ...]:
    """Return all that stands as the manager's board lists it: an over-count first, whoever has it (Z5)."""
    return tuple(sorted(escalations, key=lambda e: (e.kind is not Kind.OVER_COUNT, *_urgency_of(e))))


def _urgency_of(escalation: Escalation) -> tuple[bool, int, Millis]:
    return is_answered(escalation), list(Kind).index(escalation.kind), escalation.crossed_at
