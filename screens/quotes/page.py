"""What was offered to a customer, and a new quotation: what they want, line by line, until when it holds (Q8)."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Input

from frontdesk.desk import quotes
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.quotes import About, Quote, QuoteLine, read_line
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.quotes import about_line, heading, money, quote_line
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Rest, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.live_lines import LiveLines
from screens.kit.printing import PrintDocument
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_KEYS = (
    Key("f2", "remove", N_("last line off"), ""),
    Key("f8", "print", N_("print it"), ""),
    Key("f10", "give", N_("give it"), ""),
)


class QuoteLines(LiveLines):
    """The quotation that is being made, then those given before, newest first."""

    REDRAWN_BY = ("made", "given")

    made: var[tuple[QuoteLine, ...]] = var(())
    given: var[tuple[Quote, ...]] = var(())

    def build(self, width: int) -> list[Line]:
        """Return the lines of the new one with their sum, and those given before."""
        snapshot = self.snapshot
        if snapshot is None:
            return [()]
        told = [Span(f"  {quote_line(each)}") for each in self.made]
        if self.made:
            least, most = sum(each.least for each in self.made), sum(each.most for each in self.made)
            told.append(Span(labelled(_("sum"), money(least, most)), "head"))
        for number, quote in enumerate(self.given):
            told.append(Span(heading(quote, store_zone(snapshot), self.now), "dim" if number else "plain"))
            if not number:
                told += [Span(f"  {clean_line(quote.asked)}", "dim")]
                told += [Span(f"  {quote_line(each)}", "dim") for each in quote.lines]
        lines = [line(Span(row, span.tone)) for span in told for row in wrap(span.text, width)]
        return lines or [line(Span(_("No quotation was given."), "dim"))]


class QuotesDialog(CommandDialog[None]):
    """The quotations for one matter or case; Enter puts a line on the new one, F10 gives it."""

    TOPIC = "runs"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, about: About) -> None:
        super().__init__(station)
        self._about = about
        self._last = LastAct(station.clock)
        self._asked_to_drop = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = f"{_('Quotation')} · {about_line(self._about)}"
            yield field(_("wanted"), Input(id="asked", compact=True, max_length=1000))
            yield field(_("line"), Input(id="line", compact=True, placeholder=_("clutch cylinder 300-500")))
            yield field(_("valid until"), Input(id="until", compact=True, placeholder=_("12-10, next Friday, 2 weeks")))
            with Rest(can_focus=False):
                yield QuoteLines().data_bind(LiveDialog.live)
            yield Done()
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("Enter: the line is put on · Tab: the next field · F10 gives it"))

    async def on_mount(self) -> None:
        self.query_one("#asked", Input).focus()
        await self.picture_changed()

    async def picture_changed(self) -> None:
        found = await self.ask(quotes.of, self._about) if self.query(QuoteLines) else None
        if found is not None and self.query(QuoteLines):
            self.query_one(QuoteLines).given = found
            self.query_one(Rest).refresh(layout=True)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Enter: a line is put on the new quotation; from another field on to the next."""
        if event.input.id != "line" or not event.value.strip():
            self.focus_next()
            return
        try:
            made = read_line(event.value)
        except Refused as error:
            self.complain(error)
            return
        self.say("")
        self._asked_to_drop = False
        event.input.value = ""
        self.query_one(QuoteLines).made += (made,)
        self.query_one(Rest).refresh(layout=True)

    def action_remove(self) -> None:
        """F2: the last line comes off again."""
        view = self.query_one(QuoteLines)
        view.made = view.made[:-1]

    async def action_give(self) -> None:
        """F10: give it; where something is refused, all stays as it was filled in."""
        if not self.listens() or self._last.is_again("give", 0):
            return
        snapshot, view = self._station.latest(), self.query_one(QuoteLines)
        if self.query_one("#line", Input).value.strip():
            self.say(_("The line is not put on yet: Enter, or empty it."))
            self.query_one("#line", Input).focus()
            return
        try:
            until = read_deadline(self._typed("until"), self._station.now, OpeningHours.of(snapshot.policy))
        except Refused as error:
            self.complain(error)
            self.query_one("#until", Input).focus()
            return
        answer = await self.perform(quotes.add, self._about, self._typed("asked"), view.made, valid_until=until)
        if answer is not None:
            self._last.note("give", 0)
            view.made = ()
            for name in ("asked", "until"):
                self.query_one(f"#{name}", Input).value = ""
            self.tell(f"{event_word(answer.kind)} {case_number(answer.number)}")
            await self.picture_changed()

    def action_print(self) -> None:
        """F8: the newest one as a page to print."""
        given = self.query_one(QuoteLines).given
        if not self.listens() or self._last.is_again("print", 0):
            return
        if self._is_begun():
            self.say(_("This one is not given yet: F10 gives it, then F8 prints it."))
            return
        if not given:
            self.say(_("No quotation was given."))
            return
        from frontdesk.documents import filing  # noqa: PLC0415 - slow to load, seldom asked for

        self._last.note("print", 0)
        self.post_message(PrintDocument(self, partial(filing.of_quote, quote=given[0])))

    async def action_cancel(self) -> None:
        """Esc: close; where a quotation was begun and not given, ask first."""
        if not self._is_begun() or self._asked_to_drop:
            self.dismiss(None)
            return
        self._asked_to_drop = True
        self.say(_("This one is not given yet: F10 gives it, Esc once more drops it."))

    def _is_begun(self) -> bool:
        """Whether anything of a quotation was typed that is not given."""
        return bool(self.query_one(QuoteLines).made) or any(self._typed(name).strip() for name in ("asked", "line"))

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value
