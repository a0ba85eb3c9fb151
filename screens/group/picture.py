"""The group as one value, as head office's dashboard shows it; and what shows it."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from textual.dom import DOMNode
from textual.reactive import var

from frontdesk.domain.calendar.months import Month
from frontdesk.domain.group.comparison import Comparison
from frontdesk.domain.group.comparison import Month as MonthOfStore
from frontdesk.domain.group.store import Store
from frontdesk.domain.group.there import There
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import FrontdeskError


@dataclass(frozen=True, slots=True)
class GroupPicture:
    """The group as of this second; what was not read yet is None."""

    now: Millis
    zone: ZoneInfo
    month: Month
    """The month whose figures are shown."""
    stores: tuple[Store, ...] | None = None
    comparison: Comparison | None = None
    """The stores beside each other in that month."""
    compared_at: Millis = 0
    there: There | None = None
    """What goes on at the store that is looked at."""
    stale_since: Millis | None = None
    """Since when the database does not answer; None while it does."""
    why: FrontdeskError | None = None
    """Why it does not, as far as that is known."""
    why_no_month: FrontdeskError | None = None
    """Why the month could not be counted, while all else could be read."""
    why_not_there: FrontdeskError | None = None
    """Why what goes on at the store could not be read, while all else could be."""

    def store(self, code: str) -> Store | None:
        """Return the store with this code."""
        return next((store for store in self.stores or () if store.code == code), None)

    def month_of(self, code: str) -> MonthOfStore | None:
        """Return what was counted of a store in the month."""
        months = self.comparison.months if self.comparison else ()
        return next((month for month in months if month.code == code), None)


class ShowsGroup(DOMNode):
    """Anything with the picture of the group: the application, its screen and dialogs, and their widgets."""

    group: var[GroupPicture | None] = var(None)


def follow(part: ShowsGroup) -> None:
    """Take the picture from the application, now and after every change."""
    part.watch(part.app, "group", lambda group: setattr(part, "group", group))
