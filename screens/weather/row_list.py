"""A decision because of the weather, and whom it touches, as lines: what the page of a decision shows (I7, I11)."""

from collections.abc import Sequence

from textual.reactive import var

from frontdesk.desk.weather.decisions import Decided
from frontdesk.domain.weather.affected import Affected, RowState
from frontdesk.domain.weather.decision import DecisionState
from frontdesk.words.approvals import signature_lines
from frontdesk.words.i18n import _
from frontdesk.words.weather.decisions import came_of, counts, row_line, text_lines
from screens.kit.chosen_list import ChosenList
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, ends, line, wrap
from screens.kit.store_zone import store_zone


class DecisionLines(LiveLines):
    """What is decided, who signed, and how many are told."""

    REDRAWN_BY = ("found",)

    found: var[Decided | None] = var(None)

    def build(self, width: int) -> list[Line]:
        """Return it in as many lines as it takes."""
        found, snapshot = self.found, self.snapshot
        if found is None or snapshot is None:
            return [()]
        zone = store_zone(snapshot)
        told = [*text_lines(found.decision, zone, self.now)]
        told += [row for approval in found.approvals[-1:] for row in signature_lines(approval, zone)]
        if found.decision.state is not DecisionState.ASKED:
            told.append(counts(found.rows))
        heads = [line(Span(row, "plain" if number else "head")) for number, each in enumerate(told)
                 for row in wrap(each, width)]  # fmt: skip
        if found.make_up:
            said = _("to be made up for: {count}. F10 served, F4 declines.").format(count=len(found.make_up))
            heads += [line(Span(row, "warn")) for row in wrap(said, width)]
        return heads


class RowList(ChosenList):
    """Whom it touches: those first of whom something is still to be done."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "rows")
    OTHER_ROWS = 13

    rows: var[Sequence[Affected]] = var(())

    @property
    def row(self) -> Affected | None:
        """The marked one."""
        return next((row for row in self.rows if row.id == self.marked), None)

    def numbers(self) -> list[int]:
        """Return the numbers of the rows."""
        return [row.id for row in self.rows]

    def build(self, width: int) -> list[Line]:
        """Return a line for each in view."""
        snapshot = self.snapshot
        if snapshot is None or not self.rows:
            return [line(Span(" " + _("Nobody is touched."), "dim"))]
        zone, lines = store_zone(snapshot), list[Line]()
        for _number, row in self.in_view(self.rows, lines):
            shown = row._replace(name=_("covered"), phone="") if self.live.covered else row
            is_marked = row.id == self.marked
            text = f" {'▸' if is_marked else ' '}{row_line(shown, zone, self.now)}"
            said = Span(text, "chosen" if is_marked else "plain")
            lines.append(ends([said], [Span(f"  {came_of(row, zone, self.now)} ", _tone(row))], width))
        return lines


def _tone(row: Affected) -> str:
    if not row.is_open:
        return "dim"
    return "ok" if row.is_told else "over" if row.tries and row.state is RowState.OPEN else "warn"
