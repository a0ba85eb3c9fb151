"""Notes in the log, once, which parts of the recorded policy this version does not understand."""

import logging
from collections.abc import Sequence

log = logging.getLogger(__name__)


class PassedOver:
    """The names of the policy's numbers that this version does not know."""

    def __init__(self) -> None:
        self._names: Sequence[str] = ()

    def note(self, names: Sequence[str]) -> None:
        """Log the unknown names if they have changed."""
        if names and names != self._names:
            log.warning("not understood of the policy on record: %s", ", ".join(names))
        self._names = names
