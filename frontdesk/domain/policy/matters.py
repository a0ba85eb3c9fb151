"""Matters: how soon a review is submitted and a measure checked, and who is called if not (Z7)."""

from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.policy.chain import chain_problems
from frontdesk.domain.policy.entries import is_list
from frontdesk.domain.policy.numbers import Problem, number

MOST_CAUSES = 12
"""A review offers each cause with one key."""


@dataclass(frozen=True, init=False, repr=False, eq=False)
class MatterNumbers:
    """How soon what is owed for a matter must be done, and who is called if it is not."""

    causes: tuple[str, ...] = (
        "reception_short", "work_order_slow", "customer_deciding", "workshop_slow", "waiting_bays_full", "arrivals",
        "not_entered", "outside", "equipment", "other",
    )  # fmt: skip
    """Z7: why the zone was crowded; what the store adds itself is its own word."""
    review_by_days: int = number(5, 1, 31)
    """Z7: on which working day after the month its review is submitted."""
    measure_check_days: int = number(35, 1, 366)
    """Z7: how many days after a measure was carried out a second person looks whether it did any good."""
    approval_days: int = number(3, 1, 31)
    """G1: within how many working days what was submitted is signed or rejected."""
    approval_confirm_days: int = number(1, 1, 31)
    """Within how many working days whoever approved by phone confirms it in person."""
    work_chain: tuple[str, ...] = ("0 manager", "86400 director")
    """Who is called how many seconds after something owed was missed, while nobody has taken it on."""
    work_act_within_s: int = number(86_400, 60, 604_800)
    """How soon after that is taken on it must be done; otherwise it is raised again, one step up."""


def problems(policy: MatterNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the matters' part."""
    if not is_list(policy.causes, MOST_CAUSES):
        yield "causes", list(policy.causes), '["reception_short", "arrivals", "门口修路"]'
    yield from chain_problems("work_chain", policy.work_chain, MatterNumbers.work_chain)
