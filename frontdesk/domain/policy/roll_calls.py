"""Roll calls: by when everybody is counted, and how often it calls if somebody is missing (I4)."""

from dataclasses import dataclass

from frontdesk.domain.policy.numbers import number


@dataclass(frozen=True, init=False, repr=False, eq=False)
class RollCallNumbers:
    """How much time a roll call has."""

    roll_call_s: int = number(600, 60, 3600)
    """I4: within how many seconds from the start of a roll call nobody is missing any more."""
    roll_call_repeat_s: int = number(300, 30, 3600)
    """How often the whole chain is called while somebody is still missing after that."""
