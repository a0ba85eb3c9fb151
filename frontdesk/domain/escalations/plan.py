"""The chain of an escalation: whom it calls, when it calls again, and when it goes one step up (Z1, Z5, Z6, Z4a).

A plan is copied from the policy when the escalation is raised, so that editing the policy never changes it later.
"""

import json
from collections.abc import Iterable
from typing import NamedTuple

from frontdesk.domain.escalations.terms import CROWDING, Chain, Kind
from frontdesk.domain.people.roles import REACHED_AT, WORKPLACES, Role
from frontdesk.domain.policy.chain import chain_step
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import DAY, SECOND, Millis

_LONGEST: Millis = 3660 * DAY


class Stage(NamedTuple):
    """One level of the chain: `after` this long after the crossing, these roles are called."""

    after: Millis
    roles: tuple[Role, ...]

    @property
    def stations(self) -> frozenset[StationKind]:
        """The stations at which it is heard."""
        return frozenset().union(*(REACHED_AT[role] for role in self.roles))

    @property
    def decider(self) -> Role:
        """The role that is to be told first."""
        return (self.deciders or self.roles)[0]

    @property
    def deciders(self) -> tuple[Role, ...]:
        """The roles of this level that can decide; a guard only tells."""
        return tuple(role for role in self.roles if role is not Role.GUARD)


class Plan(NamedTuple):
    """How an escalation runs. Levels count from 1: level n is `stages[n - 1]`."""

    stages: tuple[Stage, ...]
    repeat: Millis = 0
    """How often it calls again while nobody has acknowledged it; 0: never."""
    act_within: Millis = 0
    """How soon after the acknowledgement an action is expected."""
    verify: Millis = 0
    """How long after an action the situation must be over."""
    holds: bool = False
    """Whether an acknowledgement stops the chain; if not, the chain goes on until the situation is over."""
    insist: Millis = 0
    """How often whoever was reached last is called again where the stage after them reached nobody; 0: never."""
    everywhere: bool = False
    """Whether each station where people work hears it, whomever it calls (I1)."""

    @property
    def top(self) -> int:
        """The highest level."""
        return len(self.stages)

    def stage(self, level: int) -> Stage:
        """Return the stage of a level; of one that the plan does not have, the nearest that it has."""
        return self.stages[max(1, min(level, self.top)) - 1]

    def heard_at(self, level: int) -> frozenset[StationKind]:
        """Return the stations at which a level is heard."""
        return WORKPLACES if self.everywhere else self.stage(level).stations

    def reached(self, level: int) -> frozenset[StationKind]:
        """Return every station that has been called up to a level."""
        return frozenset().union(*(self.heard_at(each) for each in range(1, min(level, self.top) + 1)))

    def to_json(self) -> str:
        """Return the plan as it is kept, twice for each escalation: in its row and in its event."""
        said = {name: value for name, value in self._asdict().items() if value}
        return json.dumps({**said, "stages": [stage._asdict() for stage in self.stages]}, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Plan":
        """Return a plan that was kept. Raises `ValueError`, `LookupError` or `TypeError` where it is none."""
        kept = json.loads(text)
        stages = tuple(Stage(s["after"], tuple(Role(role) for role in s["roles"])) for s in kept.pop("stages"))
        plan = cls(stages, **kept)
        terms = (*(stage.after for stage in stages), plan.repeat, plan.act_within, plan.verify, plan.insist)
        if not stages or not all(stage.roles for stage in stages):
            raise ValueError(text)
        if not all(isinstance(each, int) and 0 <= each <= _LONGEST for each in terms):
            raise ValueError(text)
        return plan


def plan_for(kind: Kind, policy: Policy, chain: Chain = Chain.WORK) -> Plan:
    """Return how an escalation of this kind runs under a policy; `chain`: who is called, where a kind has several."""
    insist = policy.chain_repeat_s * SECOND
    if kind in CROWDING:
        return Plan(
            _staged((after * SECOND, Role(role)) for after, role in map(chain_step, policy.chain)),
            repeat=insist,
            act_within=policy.act_within_s * SECOND,
            verify=policy.verify_s * SECOND,
            holds=True,
            insist=insist,
        )
    if kind is Kind.LATE_RECEPTION:
        later = (policy.late_reception_manager_s - policy.late_reception_s) * SECOND
        return Plan(_staged(((0, Role.ADVISOR), (max(0, later), Role.MANAGER))), insist=insist)
    if kind is Kind.DIVERSION_EXPIRED:
        within = policy.act_within_s * SECOND
        return Plan(_staged(((0, Role.ADVISOR), (within, Role.MANAGER))), insist=insist)
    if kind is Kind.INCIDENT:
        return _of_incident(getattr(policy, f"{chain}_chain", policy.incident_slight_chain), policy)
    return _of_owed(chain if kind is Kind.DUE_MISSED else "complaint", policy)


def _of_owed(owed_to: str, policy: Policy) -> Plan:
    """Return how it runs where something owed was missed: in a rescue, to a customer, or of the store's own work."""
    insist = policy.chain_repeat_s * SECOND
    if owed_to == Chain.EVERYBODY:
        return _of_everybody(policy.roll_call_repeat_s * SECOND)
    if owed_to == Chain.RESCUE_REPORT:
        return _of_work(("0 deputy", "0 manager", "0 director"), policy.rescue_act_within_s, insist)
    return _of_work(getattr(policy, f"{owed_to}_chain"), getattr(policy, f"{owed_to}_act_within_s"), insist)


def _of_work(chain: Iterable[str], act_within_s: int, insist: Millis) -> Plan:
    """Return how an escalation runs that is over when somebody has done what is owed."""
    return Plan(
        _staged((after * SECOND, Role(role)) for after, role in map(chain_step, chain)),
        act_within=act_within_s * SECOND,
        holds=True,
        insist=insist,
    )


def _of_incident(chain: Iterable[str], policy: Policy) -> Plan:
    """Return how an alarm runs: it calls until somebody has the command, and again if it is not contained in time."""
    return Plan(
        _staged((after * SECOND, Role(role)) for after, role in map(chain_step, chain)),
        repeat=policy.incident_repeat_s * SECOND,
        act_within=policy.contain_s * SECOND,
        holds=True,
        everywhere=True,
    )


def _of_everybody(every: Millis) -> Plan:
    """Return how it runs while somebody is missing: all are called, and again so often, also where one answered."""
    return Plan((Stage(0, tuple(Role)),), repeat=every, act_within=every, holds=True, everywhere=True)


def _staged(steps: Iterable[tuple[Millis, Role]]) -> tuple[Stage, ...]:
    by_time: dict[Millis, list[Role]] = {}
    for after, role in steps:
        by_time.setdefault(after, []).append(role)
    return tuple(Stage(after, tuple(roles)) for after, roles in sorted(by_time.items()))
