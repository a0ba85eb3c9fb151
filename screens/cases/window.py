"""The part of a long list in view, the marked case, and the part to read next. It does not depend on any widget."""

from dataclasses import dataclass, field
from typing import NamedTuple

from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.search import CasePart

AT_ONCE = 120
"""How many cases are read at once at least where all that is known is old: a page above and below the rows in view."""
_AHEAD = 1.5
"""How many pages are read ahead, when less than one page is known beyond the view."""


class Gap(NamedTuple):
    """Rows to read: the place of the first, how many, and whether somebody waits for them."""

    first: int
    limit: int
    is_in_view: bool = True


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
    def counted(self) -> int | None:
        """How many cases there are, if that is known and nothing has changed since."""
        return self.part.total if self.part.is_exact and not (self.is_old or self.is_other) else None

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

    @property
    def _ahead(self) -> int:
        return 1 + int(_AHEAD * self.rows)

    def wanted(self) -> Gap | None:
        """Return the rows to read next, those in view first; None if all rows around the view are known."""
        if self.is_old and not self.is_other:
            limit = max(AT_ONCE, 4 * self.rows)
            return Gap(max(0, self.top + self.rows // 2 - limit // 2), limit)
        begins, ends = self.part.first, self.part.first + len(self.part.cases)
        is_all = self.part.is_exact and ends >= self.part.total
        if self.is_other or self.top < begins or (self.top + self.rows > ends and not is_all):
            return Gap(self.top, self.rows)
        # One row is read again: it tells whether what is read goes on where what is known ends.
        if self.top + 2 * self.rows > ends and not is_all:
            return Gap(ends - 1, self.top + self.rows + self._ahead - ends + 1, is_in_view=False)
        if max(0, self.top - self.rows) < begins:
            first = max(0, self.top - self._ahead)
            return Gap(first, begins - first + 1, is_in_view=False)
        return None

    def take(self, part: CasePart, *, is_fresh: bool = True) -> None:
        """Take over the part that was read. If not `is_fresh`, something has changed since, so it is read again."""
        held = 0 if self.is_other else self._held
        joined = None if self.is_old or self.is_other else self._joined(part)
        if joined is None and not self._is_seen_in(part):
            # Something came or went between: what is around the view is read anew.
            self.is_old = True
            return
        self.part, self.is_other = joined or part, False
        # A list that has become shorter than the view's place is read again from where it ends.
        self.is_old = not is_fresh or (not part.cases and part.first > 0)
        place = next((n for n, case in enumerate(self.part.cases, self.part.first) if case.id == held), self.index)
        # Its row stays where it is on the screen, unless that is the top of the list: what comes first is seen.
        self.index, self.top = place, self.top and self.top + place - self.index
        self._settle()

    def _is_seen_in(self, part: CasePart) -> bool:
        """Whether the rows in view are in a part, as far as there are any."""
        ends = part.first + len(part.cases)
        return self.is_other or (part.first <= self.top and ends >= min(self.top + self.rows, part.total))

    def _joined(self, part: CasePart) -> CasePart | None:
        """Return what is known together with a part that goes on where it ends, or ends where it begins."""
        upper, lower = (self.part, part) if part.first > self.part.first else (part, self.part)
        seam = upper.first + len(upper.cases) - 1 - lower.first
        if not (upper.cases and 0 <= seam < len(lower.cases) and upper.cases[-1].id == lower.cases[seam].id):
            return None
        cases = upper.cases + lower.cases[seam + 1 :]
        # What was counted last is right; a search that has not come to its end has found more with each piece.
        counted = next((each for each in (part, self.part) if each.is_exact), None)
        total = counted.total if counted else max(self.part.total, part.total)
        begins = max(upper.first, self.top - 2 * self._ahead)
        ends = self.top + self.rows + 3 * self._ahead
        return CasePart(cases[begins - upper.first : ends - upper.first], begins, total, counted is not None)

    def _settle(self) -> None:
        """Keep the mark within the list, and in view."""
        total = self.index + 1 if self.is_other else self.part.total
        self.index = max(0, min(self.index, total - 1))
        self.top = max(0, self.index - self.rows + 1, min(self.top, self.index, total - self.rows))
        if (case := self.marked) is not None:
            self._held = case.id
