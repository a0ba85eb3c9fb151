"""Rescues: how soon each step follows the one before it, and when a new plan is agreed on anew (R2–R6, C8)."""

from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.policy.chain import chain_problems
from frontdesk.domain.policy.numbers import Problem, number


@dataclass(frozen=True, init=False, repr=False, eq=False)
class RescueNumbers:
    """The times of a rescue."""

    rescue_plan_s: int = number(900, 60, 86_400)
    """R2: how soon after the call there is a plan."""
    rescue_consent_s: int = number(600, 60, 86_400)
    """R3: how soon after that the customer has heard it and agreed."""
    rescue_approval_s: int = number(300, 60, 86_400)
    """R3: how soon after that the director has signed it."""
    rescue_parts_s: int = number(900, 60, 86_400)
    """R4: how soon after that its parts are made ready."""
    rescue_departure_s: int = number(1200, 60, 86_400)
    """R4: how soon after the signature the team leaves."""
    rescue_told_s: int = number(180, 60, 86_400)
    """R4: how soon the customer knows that it left, or that it comes later."""
    rescue_contact_s: int = number(1800, 60, 86_400)
    """How often the team is heard of on the road."""
    rescue_check_s: int = number(900, 60, 86_400)
    """R6: how soon after the arrival fault and parts are confirmed."""
    rescue_report_s: int = number(60, 0, 86_400)
    """R6: how soon after that supervisor, manager and director have read what is otherwise; then they are called."""
    rescue_follow_up_days: int = number(3, 1, 31)
    """C8: how many days after it the customer is asked how it was."""
    rescue_again_cost_percent: int = number(10, 0, 100)
    """R3: how much dearer a new plan may be before customer and director are asked again."""
    rescue_again_eta_s: int = number(900, 0, 86_400)
    """R3: how much later or earlier it may arrive before they are."""
    rescue_chain: tuple[str, ...] = ("0 deputy", "0 manager", "300 director")
    """Who is called how many seconds after something owed in a rescue was missed."""
    rescue_act_within_s: int = number(300, 60, 86_400)
    """How soon after that is taken on it must be done; otherwise it is raised again, one step up."""


def problems(policy: RescueNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the part about rescues."""
    yield from chain_problems("rescue_chain", policy.rescue_chain, RescueNumbers.rescue_chain)
