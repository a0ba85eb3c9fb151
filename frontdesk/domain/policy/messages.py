"""Messages: when nobody is rung up, and after how long a call that nobody answered is made again (P4, S5)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.policy.copies import TIME
from frontdesk.domain.policy.numbers import Problem, number


@dataclass(frozen=True, init=False, repr=False, eq=False)
class MessageNumbers:
    """When customers are told, and how often it is tried."""

    quiet_from: str = "21:00"
    """From then on nobody is rung up or texted, unless it is urgent."""
    quiet_until: str = "08:00"
    tell_again_s: int = number(600, 60, 86_400)
    """How soon whoever did not answer is rung up again."""
    tell_third_s: int = number(1_800, 60, 86_400)
    """How soon after that the third time; then it goes to the manager."""


def problems(policy: MessageNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the messages' part."""
    for key, right in (("quiet_from", "21:00"), ("quiet_until", "08:00")):
        if not re.fullmatch(TIME, getattr(policy, key)):
            yield key, getattr(policy, key), right
