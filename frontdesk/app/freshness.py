"""Since when the picture is old: a read failed, no check was completed lately, or crossed limits are unknown."""

from collections.abc import Callable

from frontdesk.domain.values.clock import Millis


class Freshness:
    """The age of the picture. `is_looked_at` tells whether a check was completed lately."""

    def __init__(self, is_looked_at: Callable[[], bool]) -> None:
        self._is_looked_at = is_looked_at
        self._since: dict[str, Millis] = {}
        """Since when each kind of failure lasts, in the store's time."""

    def failed(self, what: str, now: Millis) -> bool:
        """Note a failure; return whether it is new."""
        is_new = what not in self._since
        self._since.setdefault(what, now)
        return is_new

    def works(self, what: str) -> None:
        """Note that there is no such failure, or no longer."""
        self._since.pop(what, None)

    def stale_since(self, now: Millis) -> Millis | None:
        """Return since when the picture is old; None for one that is not."""
        if self._is_looked_at():
            self.works("looks")
        else:
            self.failed("looks", now)
        return min(self._since.values(), default=None)
