"""The part of a long list in view, the marked case, and the part to read next. It does not depend on any widget."""

from dataclasses import dataclass, field

from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.search import CasePart

AT_ONCE = 120
"""How many cases are read at once at least, enough for the rows in view and a page above and below."""


@dataclass(slots=True)
class CaseWindow:
    """A view of `rows` rows on a list of which only a part is known. Places count from 0."""

    part: CasePart = field(default_factory=CasePart)
    index: int = 0
    """The place of the marked row."""
    top: int = 0
    """The place of the first row in view."""
    rows: int = 1
    is_old: bool = True
    """Whether the known part has to be read again."""
    is_other: bool = True
    """Whether the known part answers an earlier query; it may be shown for a moment, but no row of it is marked."""
    _held: int = 0
    """The number of the case that the mark stays on; 0 for none."""

    @property
    def limit(self) -> int:
        """How many cases to read at once."""
        return max(AT_ONCE, 4 * self.rows)

    @property
    def marked(self) -> Case | None:
        """The marked case, if it is known."""
        return None if self.is_other else self.at(self.index)

    def at(self, place: int) -> Case | None:
        """Return the case at a position, if it is known."""
        offset = place - self.part.first
        return self.part.cases[offset] if 0 <= offset < len(self.part.cases) else None

    def go(self, step: int) -> None:
        """Move the mark down by this many rows, as far as rows are known."""
        self.index += step
        self._held = 0
        self._settle()

    def see(self, rows: int) -> None:
        """Set how many rows the view has."""
        if rows != self.rows:
            self.rows = max(1, rows)
            self._settle()

    def ask_anew(self) -> None:
        """Read the rows in view again because something changed; the mark stays on its case."""
        self.is_old = True

    def ask_other(self) -> None:
        """Start a new query with its first row."""
        self.is_old = self.is_other = True
        self.index = self.top = self._held = 0

    def wanted(self) -> int | None:
        """Return the position from which to read; None if all rows around the view are known."""
        first = max(0, self.top + self.rows // 2 - self.limit // 2)
        if self.is_old:
            return first
        end = self.part.first + len(self.part.cases)
        above = max(0, self.top - self.rows) < self.part.first
        below = self.top + 2 * self.rows > end and (end < self.part.total or not self.part.is_exact)
        # What is known already would be read again for nothing.
        is_same = first == self.part.first and len(self.part.cases) >= min(self.limit, self.part.total - first)
        return first if (above or below) and not is_same else None

    def take(self, part: CasePart, *, is_fresh: bool = True) -> None:
        """Take over the part that was read. If not `is_fresh`, something has changed since, so it is read again."""
        held = 0 if self.is_other else self._held
        self.part, self.is_other = part, False
        # A list that has become shorter than the view's place is read again from where it ends.
        self.is_old = not is_fresh or (not part.cases and part.first > 0)
        place = next((part.first + n for n, case in enumerate(part.cases) if held and case.id == held), self.index)
        # Its row stays where it is on the screen, unless that is the top of the list: what comes first is seen.
        self.index, self.top = place, self.top and self.top + place - self.index
        self._settle()

    def _settle(self) -> None:
        """Keep the mark within the list, and in view."""
        total = self.index + 1 if self.is_other else self.part.total
        self.index = max(0, min(self.index, total - 1))
        self.top = max(0, self.index - self.rows + 1, min(self.top, self.index, total - self.rows))
        if (case := self.marked) is not None:
            self._held = case.id
