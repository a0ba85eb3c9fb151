"""Everything on record about one case, drawn as lines (C5, C7, C10, C12, Z8)."""

from textual.reactive import reactive

from frontdesk.domain.picture.case_page import CasePage
from frontdesk.words.cases.page import Row, Weight, parts
from screens.cases.clocks import TONES
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.store_zone import store_zone

_TONES = {Weight.PLAIN: "plain", Weight.TO_DO: "warn", Weight.ASIDE: "dim"}
_NARROWEST = 20
"""How many cells the name of a clock gets at least, however long the text about its state is."""


class CaseText(LiveLines):
    """The page of a case, part by part."""

    REDRAWN_BY = ("phone",)

    page: reactive[CasePage | None] = reactive(None)
    phone: reactive[str] = reactive("")

    def build(self, width: int) -> list[Line]:
        """Return the case as lines."""
        page, snapshot = self.page, self.snapshot
        if page is None or snapshot is None:
            return []
        lines: list[Line] = []
        for title, rows in parts(page, snapshot, self.now, store_zone(snapshot), self.phone):
            lines += [line(Span(text, "head")) for text in wrap(title, width)]
            lines += [drawn for row in rows for drawn in _drawn(row, width)]
        return lines

    def watch_page(self, before: CasePage | None, page: CasePage | None) -> None:
        """Redraw the page; mask the phone number again if it was corrected."""
        if before is not None and page is not None and before.case.phone != page.case.phone:
            self.phone = ""
        self.redraw()


def _drawn(row: Row, width: int) -> list[Line]:
    """Return a row as lines; the state of a clock follows its name."""
    indent, tone = "  " * (row.depth + 1), _TONES[row.weight]
    stands = Span(f"  {row.stands}", TONES[row.state]) if row.state else Span("")
    texts = wrap(row.text, max(_NARROWEST, width - len(indent) - stands.width))
    lines = [line(Span(indent + text, tone)) for text in texts]
    return [*lines[:-1], (*lines[-1], stands)] if row.state else lines
