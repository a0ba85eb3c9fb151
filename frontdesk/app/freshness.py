"""Since when the picture is old: a look failed, or none was completed lately, or nobody can tell what was crossed."""

from collections.abc import Callable

from frontdesk.domain.values.clock import Millis


class Freshness:
    """What is known of how old the picture is. `is_looked_at` tells whether a look was completed lately."""

    def __init__(self, is_looked_at: Callable[[], bool]) -> None:
        self._is_looked_at = is_looked_at
        self._since: dict[str, Millis] = {}
        """Since when each kind of failure lasts, in the store's time."""

    def failed(self, what: str, now: Millis) -> bool:
        """Note that something fails; whether that is new."""
        is_new = what not in self._since
        self._since.setdefault(what, now)
        return is_new

    def works(self, what: str) -> None:
        """Note that it works, or works again."""
        self._since.pop(what, None)

    def stale_since(self, now: Millis) -> Millis | None:
        """Return since when the picture is old; None for one that is not."""
        if self._is_looked_at():
            self.works("looks")
        else:
            self.failed("looks", now)
        return min(self._since.values(), default=None)
