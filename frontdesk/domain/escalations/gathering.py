"""Prompts of some kinds come in a bunch: one call is for all of them (P4).

What comes soon after a call of its kind, as loud or louder, only joins its line; where it still stands when that time
is over, it calls once, with all that came meanwhile.
"""

from collections.abc import Iterable

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.prompts import Urgency, urgency
from frontdesk.domain.escalations.terms import GATHERED, Kind
from frontdesk.domain.values.clock import MINUTE, Millis

GATHERS_FOR: Millis = 10 * MINUTE
"""How long after a call what else comes of its kind makes no sound."""


class Gathering:
    """What one station was called for last, by kind, and which prompts came since without a sound."""

    def __init__(self) -> None:
        self._called_at: dict[tuple[Kind, Urgency], Millis] = {}
        self._quiet: set[int] = set()

    def waits(self, prompt: Escalation) -> bool:
        """Whether a prompt came without a sound and is to call later, should it still stand."""
        return prompt.prompt in self._quiet

    def takes(self, prompt: Escalation, monotonic: Millis, *, again: bool) -> bool:
        """Whether a prompt that would call now joins those that were called for.

        `again`: it is called again, because nobody was reached; that is heard as often as the chain says.
        """
        span = min(prompt.plan.repeat or prompt.plan.insist or GATHERS_FOR, GATHERS_FOR) if again else GATHERS_FOR
        as_loud = {(prompt.kind, urgency(prompt)), (prompt.kind, Urgency.ALARM)} & self._called_at.keys()
        last = max((self._called_at[each] for each in as_loud), default=None)
        if prompt.kind not in GATHERED or last is None or monotonic - last >= span:
            return False
        self._quiet.add(prompt.prompt)
        return True

    def note(self, called: Iterable[Escalation], standing: Iterable[Escalation], monotonic: Millis) -> None:
        """Note for which prompts a station is called now; `standing`: those that wait for an answer there."""
        said = {(prompt.kind, urgency(prompt)) for prompt in called}
        self._called_at |= dict.fromkeys(said, monotonic)
        kinds = {kind for kind, _grade in said}
        self._quiet &= {prompt.prompt for prompt in standing if prompt.kind not in kinds}
