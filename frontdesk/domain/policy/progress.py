"""Cars in repair: whether they are followed, and when the customer is owed word (P1–P4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.policy.chain import chain_problems
from frontdesk.domain.policy.numbers import Problem, number

CHOICES = {"progress": ("all", "taken_up"), "progress_wash": ("always", "never")}
"""What can be chosen where no number is set."""


@dataclass(frozen=True, init=False, repr=False, eq=False)
class ProgressNumbers:
    """When word is owed to whoever waits for a car in repair."""

    progress: str = "taken_up"
    """P4: "all", each car is followed from its work order on, or "taken_up", only those the workshop takes up."""
    progress_lounge_s: int = number(1800, 60, 86_400)
    """P4: how long after they were told something a customer in the lounge is told again."""
    progress_away_s: int = number(14_400, 600, 604_800)
    """P4: the same for one who went away, in opening time."""
    progress_news_s: int = number(600, 60, 86_400)
    """P2, P4: how soon the customer is told what happened: a new promise, a problem found, the car ready."""
    promise_warning_s: int = number(1800, 60, 86_400)
    """P4: how long before a promise the workshop says whether it holds."""
    found_told_s: int = number(1800, 60, 86_400)
    """P2: how soon at the latest the customer knows what was found."""
    progress_wash: str = "always"
    """Whether a car is washed after its check: "always" or "never"."""
    customer_chain: tuple[str, ...] = ("0 advisor", "900 manager")
    """Who is called how many seconds after a customer should have been told something."""
    customer_act_within_s: int = number(900, 60, 86_400)
    """How soon after that is taken on the customer must be told; otherwise it is raised again, one step up."""


def problems(policy: ProgressNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the part about cars in repair."""
    for key, right in CHOICES.items():
        if getattr(policy, key) not in right:
            yield key, getattr(policy, key), " ".join(right)
    yield from chain_problems("customer_chain", policy.customer_chain, ProgressNumbers.customer_chain)
