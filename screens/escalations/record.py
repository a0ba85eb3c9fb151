"""The latest escalations, and the page of one: who was told when, what was done, and what it gained (Z7)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.reactive import var

from frontdesk.desk.escalations import record
from frontdesk.desk.escalations.record import Page
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import CALLS
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.escalations.record import ending, head, moment, name_of, step_words
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number
from frontdesk.words.times import duration, short_time
from screens.kit.choices import Menu, is_too_wide
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Dialog, LiveDialog, Rest, Trouble, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.lines import Lines
from screens.kit.live_lines import LiveLines
from screens.kit.other_language import GivenWords
from screens.kit.spans import Line, Span, aligned, line, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.past.actions import look_back


class Names(GivenWords, Lines):
    """The names of the columns: in two rows, where each entry of the list has two."""

    def __init__(self, what: str, became: str, rows: list[tuple[str, str]]) -> None:
        super().__init__(classes="above")
        self._what, self._became, self._rows = what, became, rows

    def take_words(self, fresh: "Names") -> None:
        self._what, self._became, self._rows = fresh._what, fresh._became, fresh._rows
        self.redraw()

    def build(self, width: int) -> list[Line]:
        """Return them in as many rows as an entry takes."""
        if any(is_too_wide(*row, width) for row in self._rows):
            return [line(Span(f"   {self._what}", "dim")), line(Span(f"      {self._became}", "dim"))]
        return [line(Span(f"   {self._what}   {self._became}", "dim"))]


class RecordList(Dialog[int]):
    """The latest escalations, newest first; the dialog returns the number of the one to open."""

    TOPIC = "escalations"

    def __init__(self, found: tuple[Escalation, ...], snapshot: Snapshot, now: int) -> None:
        super().__init__()
        self._found = found
        self._snapshot = snapshot
        self._now = now

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Recent escalations")
            names = [_("no."), _("time"), _("escalation"), _("lasted"), _("outcome"), _("who")]
            above, *rows = (_halves(row) for row in aligned([names, *map(self._row, self._found)], right=3))
            yield Names(*above, rows)
            with Rest(can_focus=False):
                answered = map(self._is_answered, self._found)
                entries = [(*halves, is_answered) for halves, is_answered in zip(rows, answered, strict=True)]
                yield Menu(entries, whole=True)
            if short := self._short():
                longest = duration(self._snapshot.policy.explain_from)
                text = _("{count} short ones, under {time}: nobody acted, and nobody is asked why")
                yield static(text.format(count=short, time=longest))
            yield Trouble()
            yield static(_("↑ ↓ Enter, a number, or touch · Esc close"))

    def _short(self) -> int:
        """Return how many were over too soon to be asked about: they are only counted (Z7)."""
        least = self._snapshot.policy.explain_from
        return sum(each.is_unexplained and not each.is_to_explain(least) for each in self._found)

    async def on_mount(self) -> None:
        self.query_one(Menu).focus()

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        self.dismiss(self._found[event.index].id)

    def _row(self, escalation: Escalation) -> list[str]:
        at = short_time(escalation.crossed_at, store_zone(self._snapshot), self._now)
        how = word(escalation.outcome) if escalation.outcome else word(escalation.state)
        who = escalation.acted_by or escalation.explained_by
        return [case_number(escalation.id), at, name_of(escalation), duration(escalation.lasted(self._now)), how, who]

    def _is_answered(self, escalation: Escalation) -> bool:
        return not (escalation.is_open or escalation.is_to_explain(self._snapshot.policy.explain_from))


def _halves(row: list[str]) -> tuple[str, str]:
    """Return what it was, and what became of it."""
    return "  ".join(row[:3]), "  ".join(row[3:]).rstrip()


class PageText(LiveLines):
    """Everything on record about one escalation, line by line."""

    REDRAWN_BY = ("page",)

    page: var[Page | None] = var(None)

    def build(self, width: int) -> list[Line]:
        """Return the page as lines."""
        page, snapshot = self.page, self.snapshot
        if page is None or snapshot is None:
            return []
        zone = store_zone(snapshot)
        title, crossed, _ended = head(page.escalation, snapshot, self.now, zone)
        lines: list[Line] = [line(Span(title, "head"))]
        lines += [line(Span(row, "dim")) for row in wrap(crossed, width)]
        ended = ending(page.escalation, snapshot, self.now, zone)
        lines += [line(Span(row, "over" if page.escalation.is_open else "ok")) for row in wrap(ended, width)]
        for step in page.steps:
            at = moment(step.at, zone, page.escalation.crossed_at)
            tone = "warn" if step.kind in CALLS and not step.delivered else "plain"
            first, *rest = wrap(step_words(step, snapshot.floor.places), max(20, width - len(at) - 2))
            lines.append(line(Span(f"{at}  ", "dim"), Span(first, tone)))
            lines += [line(Span(" " * (len(at) + 2)), Span(row, tone)) for row in rest]
        others = [each for each in page.series if each.id != page.escalation.id]
        if others:
            lines.append(line(Span(_("Other crossings of the same prompt:"), "head")))
        for each in others:
            at = short_time(each.crossed_at, zone, self.now)
            lasted = duration(each.lasted(self.now))
            lines.append(line(Span(f"  {case_number(each.id)} {at} {lasted}")))
        return lines


_KEYS = (Key("f2", "look_back", N_("the board then"), ""),)


class RecordPage(CommandDialog[None]):
    """The page of one escalation; it is kept up to date while it is open."""

    TOPIC = "escalations"
    BINDINGS: ClassVar[list[BindingType]] = bindings(_KEYS)

    def __init__(self, number: int, station: Station) -> None:
        super().__init__(station)
        self._number = number

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("Record of an escalation")
            with Rest(id="help"):
                yield PageText(id="page").data_bind(LiveDialog.live)
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("↑ ↓ scroll"))

    async def picture_changed(self) -> None:
        if not self.query(PageText):
            return
        try:
            self.query_one(PageText).page = await self.desk.do(record.page, self._number)
        except FrontdeskError as error:
            self.complain(error)

    async def on_mount(self) -> None:
        await self.picture_changed()

    def action_look_back(self) -> None:
        """F2: the board as it stood when the escalation went on record."""
        page = self.query_one(PageText).page
        if page is not None:
            look_back(self._station, page.escalation.raised_at)
