"""The playbooks of the store: which version of each is in force, what it says, and cards for the wall (I4, I5)."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import var

from frontdesk.desk.desk import Desk
from frontdesk.desk.runs import playbooks
from frontdesk.domain.printing import Document
from frontdesk.domain.runs.playbook import PlaybookKind, PlaybookOnRecord
from frontdesk.words import i18n
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word_of
from frontdesk.words.playbooks import came_from, change_line, playbook_line, said_of_step, version_line
from screens.kit.chosen_list import ChosenList
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Trouble, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.printing import PrintDocument
from screens.kit.record_page import RULE, RecordLines, RecordPage, Said
from screens.kit.spans import Line, Span, ends, line, shortened, width_of
from screens.kit.station import Station

_CARD = Key("f8", "card", N_("print card"), "")
_KEYS = (Key("f7", "cards", N_("all cards"), ""), _CARD)


class PlaybookList(ChosenList):
    """The playbooks in force."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = (*ChosenList.REDRAWN_BY, "playbooks")
    FEWEST = 1

    playbooks: var[tuple[PlaybookOnRecord, ...]] = var(())

    def __init__(self) -> None:
        super().__init__(id="playbooks", marked=1)

    @property
    def found(self) -> PlaybookOnRecord | None:
        """The marked one."""
        return self.playbooks[self.marked - 1] if 0 < self.marked <= len(self.playbooks) else None

    def numbers(self) -> list[int]:
        """Return the number of each, from 1."""
        return list(range(1, len(self.playbooks) + 1))

    def build(self, width: int) -> list[Line]:
        """Return those in view."""
        lines: list[Line] = []
        for number, found in self.in_view(self.playbooks, lines):
            comes = [Span(f" {came_from(found)} ", "key" if found.own else "dim")]
            said = f" {'▸' if number == self.marked else ' '} {found.playbook.title}"
            steps = _("{count} steps").format(count=len(found.playbook.steps))
            told = f"{steps} · {word_of(PlaybookKind, found.playbook.kind)}"
            title = Span(shortened(said, width - width_of(comes)), "chosen" if number == self.marked else "plain")
            room = max(0, width - title.width - width_of(comes) - 2)
            lines.append(ends([title, Span(f"  {shortened(told, room)}", "dim")], comes, width))
        return lines or [line(Span(" —", "dim"))]


class PlaybooksDialog(CommandDialog[None]):
    """All of them; Enter opens one."""

    TOPIC = "runs"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), Binding("enter", "open", show=False)]

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Playbooks")
            yield PlaybookList().data_bind(LiveDialog.live)
            yield Done()
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("↑ ↓ or touch: choose · Enter: its steps, and what changed"))

    async def on_mount(self) -> None:
        self.query_one(PlaybookList).focus()
        await self.picture_changed()

    async def words_changed(self) -> None:
        await self.picture_changed()

    async def picture_changed(self) -> None:
        found = await self.ask(playbooks.listed, i18n.language()) if self.query(PlaybookList) else None
        for view in self.query(PlaybookList):
            view.playbooks = found or view.playbooks

    def action_open(self) -> None:
        """Enter: what the marked one says."""
        found = self.query_one(PlaybookList).found
        if found is not None and self.listens():
            self.app.push_screen(PlaybookDialog(self._station, found.playbook.key))

    def action_card(self) -> None:
        """F8: the card of the marked one, as a page to print."""
        found = self.query_one(PlaybookList).found
        if found is not None:
            print_cards(self, self._last, found.playbook.key)

    def action_cards(self) -> None:
        """F7: the cards of every kind of incident."""
        print_cards(self, self._last, "")


class _Lines(RecordLines[PlaybookOnRecord]):
    """What a playbook says, then its versions."""

    history: tuple[Said, ...] = ()

    def said(self, record: PlaybookOnRecord, zone: ZoneInfo) -> Iterable[Said]:
        """Return what is done at once, what may be so, the steps, what changed."""
        playbook = record.playbook
        yield playbook_line(record), "head"
        for number, said in enumerate(playbook.first, 1):
            yield f"{number} {said}", "key"
        for fact in playbook.facts:
            yield _("what may be so: {fact}").format(fact=fact.title), "dim"
        yield RULE
        for step in playbook.steps:
            yield said_of_step(playbook, step), "plain"
        yield RULE
        yield from self.history


class PlaybookDialog(RecordPage[PlaybookOnRecord]):
    """One playbook."""

    TOPIC = "runs"
    KEYS: ClassVar[tuple[Key, ...]] = (_CARD,)
    LINES: ClassVar[type[RecordLines[PlaybookOnRecord]]] = _Lines
    TITLE: ClassVar[str] = N_("Playbooks")
    HINT: ClassVar[str] = N_("Another one: frontdesk playbooks export, change the file, load it")
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    def __init__(self, station: Station, key: str) -> None:
        super().__init__(station, 0)
        self._key = key

    async def read(self) -> PlaybookOnRecord | None:
        found = await self.ask(playbooks.shown, self._key, i18n.language())
        versions = await self.ask(playbooks.versions, self._key, i18n.language()) or ()
        zone, now = self._station.latest().policy, self._station.now
        told: list[Said] = []
        for each, changed in reversed(versions):
            told.append((version_line(each, ZoneInfo(zone.time_zone), now), "dim"))
            told += [(change_line(change), "dim") for change in changed]
        for view in self.query(_Lines):
            view.history = tuple(told)
        return found

    def action_card(self) -> None:
        """F8: its card, as a page to print."""
        print_cards(self, self._last, self._key)


def print_cards(dialog: CommandDialog[None], last: LastAct, key: str) -> None:
    """Have a card printed, or with no key the cards of every kind of incident; a key held down prints once."""
    if not dialog.listens() or last.is_again("print", 0):
        return
    last.note("print", 0)
    dialog.post_message(PrintDocument(dialog, partial(_made, key)))


def _made(key: str, desk: Desk) -> Document:
    from frontdesk.documents import filing  # noqa: PLC0415 - slow to load, seldom asked for

    return filing.card_of(desk, key) if key else filing.of_every_card(desk)
