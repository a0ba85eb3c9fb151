"""The run by which a car is handed back: its steps, quotations for its customer, and the sheet it leaves with (P3)."""

from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.quotes import About
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import N_, _
from screens.kit.keys import Key, bindings
from screens.kit.printing import PrintDocument
from screens.runs.page import COMMON, RunDialog


class HandBackDialog(RunDialog):
    """The steps of a car, with its plate above them."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        *COMMON, Key("f7", "quotes", N_("quotations"), ""), Key("f8", "print", N_("print sheet"), ""),
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    def heading(self, matter: Matter) -> str:
        return f"{_('Step by step')} · {show_plate(matter.title)}"

    def action_quotes(self) -> None:
        """F7: what was offered to the customer, and a new quotation (Q8)."""
        from screens.quotes.page import QuotesDialog  # noqa: PLC0415 - seldom asked for

        if self.listens():
            self.app.push_screen(QuotesDialog(self._station, About(matter=self.number)))

    def action_print(self) -> None:
        """F8: the sheet, as a page to print (P3)."""
        if not self.listens() or self.last.is_again("print", 0):
            return
        from frontdesk.documents import filing  # noqa: PLC0415 - slow to load, seldom asked for

        self.last.note("print", 0)
        self.post_message(PrintDocument(self, partial(filing.of_car, number=self.number)))
