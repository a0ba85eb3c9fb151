"""The page of one case and the steps that can be taken with it; it has keys of its own (C12)."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from frontdesk.desk import undo
from frontdesk.desk.cases import page as case_page
from frontdesk.desk.cases import steps
from frontdesk.documents.case_documents import DocumentKind
from frontdesk.documents.filing import put_on_file
from frontdesk.domain.cases.checks import rank_needed
from frontdesk.domain.cases.step_inputs import StepInput, takes
from frontdesk.domain.cases.steps import CaseStep, is_possible, obstacles, possible_steps
from frontdesk.domain.penalties.penalty import check_offer
from frontdesk.domain.people.roles import Rank
from frontdesk.domain.picture.case_page import CasePage
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.words.cases.lines import title
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.refusals.sentence import why
from screens.cases.amend_form import AmendForm
from screens.cases.kept_forms import KeptForms
from screens.cases.page_text import CaseText
from screens.cases.step_fields import clocks_of
from screens.cases.step_form import StepForm
from screens.kit.choose import ChooseDialog, Entry
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Done, LiveDialog, Rest, Trouble
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key
from screens.kit.station import Station
from screens.penalties.propose import PenaltyDialog

STEP_KEYS = {
    CaseStep.ASSIGN: ("f2", N_("assign")),
    CaseStep.ANSWER: ("f3", N_("answer")),
    CaseStep.RESOLVE: ("f4", N_("resolve")),
    CaseStep.CONFIRM: ("f5", N_("confirmed")),
    CaseStep.CLOSE: ("f6", N_("close case")),
    CaseStep.REOPEN: ("f7", N_("reopen")),
    CaseStep.INFORM: ("f8", N_("head told")),
    CaseStep.VISIT: ("f10", N_("visited")),
}
"""The everyday steps, each with its own key; Enter lists all steps."""

_DOCUMENTS = {
    DocumentKind.FORM: N_("complaint form for quality"),
    DocumentKind.REPORT: N_("closing report"),
}

Offer = tuple[Entry, Callable[[], Awaitable[object]]]
"""A step that can be taken, and the function that takes it."""

UNDO = Key("f9", "undo", N_("undo"), "")
PHONE = Key("f12", "phone", N_("phone"), "")
MORE = Key("enter", "more", N_("more"), "")


class CaseDialog(CommandDialog[None]):
    """The page of a case, read again whenever something changes."""

    TOPIC = "cases"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"take('{step.value}')", show=False) for step, (key, _label) in STEP_KEYS.items()),
        Binding("f9", "undo", show=False),
        Binding("f12", "phone", show=False),
        Binding("enter", "more", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("home", "scroll(-10000)", show=False),
        Binding("end", "scroll(10000)", show=False),
    ]

    def __init__(self, number: int, station: Station, kept: KeptForms) -> None:
        super().__init__(station)
        self._number = number
        self._page: CasePage | None = None
        self._kept = kept

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            with Rest(id="case-record", can_focus=False):
                yield Done()
                yield CaseText(id="case").data_bind(LiveDialog.live)
            yield Trouble()
            yield KeyHints((UNDO, PHONE, MORE, CLOSE), tall=False)

    async def picture_changed(self) -> None:
        await self._load()

    async def _load(self) -> None:
        if not self.query(CaseText):
            return
        page = await self.ask(case_page.page, self._number)
        if page is None:
            return
        self._page = page
        self.query_one(Vertical).border_title = title(page.case)
        self.query_one(CaseText).page = page
        possible = possible_steps(page.case)
        taken = (Key(key, f"take('{s.value}')", text, "") for s, (key, text) in STEP_KEYS.items() if s in possible)
        self.query_one(KeyHints).offer((*taken, UNDO, PHONE, MORE, CLOSE))
        self.query_one(Rest).refresh(layout=True)

    async def on_mount(self) -> None:
        await self._load()

    def action_scroll(self, rows: int) -> None:
        self.query_one("#case-record", Rest).scroll_relative(y=rows, animate=False)

    async def action_take(self, name: str) -> None:
        """Open the form of the step with this key; nothing happens before the form is saved."""
        await self._take(CaseStep(name))

    async def _take(self, step: CaseStep) -> None:
        """Open the form of a step; a step that needs no details is taken at once."""
        page = self._page
        if page is None or self.snapshot is None:
            return
        # What was wrong before is wrong no longer, or is said again.
        self.say("")
        if not is_possible(page.case, step):
            await self.perform(steps.take, self._number, step)
            return
        kept = self._kept.setdefault((self._number, step), {})
        form = StepForm(step, page, kept, station=self._station, snapshot=self.snapshot, now=self.now)
        self.app.push_screen(form)

    def action_more(self) -> None:
        """Enter: list every step that can be taken with the case."""
        page, snapshot, now = self._page, self.snapshot, self.now
        if page is None or snapshot is None:
            return
        offers = self._offers(page, snapshot, now)
        dialog = ChooseDialog(lambda: _("Next step"), lambda: [each[0] for each in self._offers(page, snapshot, now)])
        self.app.push_screen(dialog, partial(self._do, offers))

    async def _do(self, offers: list[Offer], place: int | None) -> None:
        if place is not None:
            await offers[place][1]()

    def _offers(self, page: CasePage, snapshot: Snapshot, now: Millis) -> list[Offer]:
        """Return the steps that can be taken, each with the function that takes it."""
        offers: list[Offer] = [
            (_entry(step, page, snapshot.roster.rank(self.desk.actor.who, now)), partial(self._take, step))
            for step in possible_steps(page.case)
            if not takes(step, StepInput.CLOCK) or clocks_of(step, page.case, now)
        ]
        if page.case.is_open and (standing := obstacles(page.case)):
            # It stands where somebody looks for it, with what it waits for.
            more = f" +{len(standing) - 1}" if standing[1:] else ""
            offers.append(((word(CaseStep.CLOSE), f"{word(standing[0])}{more}", False), self._nothing))
        offers.append(((_("correct what was registered"), "", True), partial(self._amend, page, snapshot)))
        offers.append((_penalty_entry(page), partial(self._penalty, page)))
        for kind, text in _DOCUMENTS.items():
            offers.append(((labelled(_("print"), _(text)), "", True), partial(self._print, kind)))
        for each in page.related:
            text = _("open {number}").format(number=case_number(each.id))
            offers.append(((text, word(each.stage), True), partial(self._open, each.id)))
        return offers

    async def _nothing(self) -> None:
        """Do nothing: it cannot be chosen."""

    async def _amend(self, page: CasePage, snapshot: Snapshot) -> None:
        form = AmendForm(page.case, self._station)
        self.app.push_screen(form)

    async def _penalty(self, page: CasePage) -> None:
        self.app.push_screen(PenaltyDialog(page, self._station))

    async def _print(self, kind: DocumentKind) -> None:
        path = await self.ask(put_on_file, kind, self._number)
        if path is None:
            return
        written = _("Written: {path}. Open it in a browser to print it.").format(path=path)
        self.tell(written)

    async def _open(self, number: int) -> None:
        self.app.push_screen(CaseDialog(number, self._station, self._kept))

    async def action_undo(self) -> None:
        """F9, as everywhere: take back what was done last at this station."""
        if await self.perform(undo.undo):
            await self._load()

    async def action_phone(self) -> None:
        """Show the phone number in full; that goes on record (C10)."""
        self.action_scroll(-10_000)
        phone = await self.ask(case_page.show_phone, self._number)
        if phone is not None:
            self.query_one(CaseText).phone = phone


def _penalty_entry(page: CasePage) -> Entry:
    """Return the list entry for proposing a penalty, with the reason if none can be proposed (Z8)."""
    try:
        check_offer(page.case, page.crowdings, page.standing)
    except Refused as error:
        return _("propose a penalty"), why(error.reason), False
    return _("propose a penalty"), "", True


def _entry(step: CaseStep, page: CasePage, rank: Rank) -> Entry:
    """Return the list entry of a step, with its key, or with the role that may take it."""
    needed = rank_needed(page.case, step)
    if rank < needed:
        return word(step), _("for the director") if needed is Rank.DIRECTOR else _("for the manager"), False
    return word(step), _key_of(step), True


def _key_of(step: CaseStep) -> str:
    key, _label = STEP_KEYS.get(step, ("", ""))
    return key.capitalize()
