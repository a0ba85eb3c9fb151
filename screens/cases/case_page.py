"""The page of one case and the steps that can be taken with it; it has keys of its own (C12)."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from frontdesk.desk import undo
from frontdesk.desk.cases import page as case_page
from frontdesk.desk.cases import reading, steps
from frontdesk.documents.case_documents import DocumentKind
from frontdesk.domain.cases.steps import CaseStep, is_possible, possible_steps
from frontdesk.domain.picture.case_page import CasePage
from frontdesk.domain.quotes import About
from frontdesk.words.cases.lines import title
from frontdesk.words.i18n import N_, _
from screens.cases.amend_form import AmendForm
from screens.cases.kept_forms import KeptForms
from screens.cases.next_steps import STEP_KEYS, Aside, Offer, Related, offers
from screens.cases.page_text import CaseText
from screens.cases.step_form import StepForm
from screens.kit.choose import ChooseDialog
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Done, LiveDialog, Rest, Trouble
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key
from screens.kit.printing import PrintDocument
from screens.kit.station import Station
from screens.penalties.propose import PenaltyDialog

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
        """Read the page again, and show which keys it has now."""
        if not self.query(CaseText):
            return
        page = await self.ask(case_page.page, self._number)
        if page is None:
            return
        self._page = page
        self.query_one(Vertical).border_title = title(page.case)
        self.query_one(CaseText).page = page
        possible = set(possible_steps(page.case))
        if page.case.week(self.now) is None:
            # A date can be promised at any time; the key stands there once one is owed.
            possible.discard(CaseStep.PROMISE)
        taken = (Key(key, f"take('{s.value}')", text, "") for s, (key, text) in STEP_KEYS.items() if s in possible)
        self.query_one(KeyHints).offer((*taken, UNDO, PHONE, MORE, CLOSE))
        self.query_one(Rest).refresh(layout=True)

    async def on_mount(self) -> None:
        await self.picture_changed()

    def action_scroll(self, rows: int) -> None:
        self.query_one("#case-record", Rest).scroll_relative(y=rows, animate=False)

    async def action_take(self, name: str) -> None:
        """Open the form of the step with this key; one that cannot be taken now is refused, with the reason."""
        step = CaseStep(name)
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
        """Enter: list everything that can be done with the case."""
        page, snapshot, now = self._page, self.snapshot, self.now
        if page is None or snapshot is None:
            return

        def listed() -> list[Offer]:
            return offers(page, snapshot, self.desk.actor.who, now)

        dialog = ChooseDialog(lambda: _("Next step"), lambda: [each.entry for each in listed()])
        self.app.push_screen(dialog, partial(self._do, page, listed()))

    async def _do(self, page: CasePage, offered: list[Offer], place: int | None) -> None:
        what = None if place is None else offered[place].what
        match what:
            case CaseStep():
                await self.action_take(what)
            case DocumentKind():
                from frontdesk.documents.filing import of_case  # noqa: PLC0415 - slow to load, seldom asked for

                self.post_message(PrintDocument(self, partial(of_case, kind=what, number=self._number)))
            case Aside.READ:
                if await self.perform(reading.read, self._number):
                    await self.picture_changed()
            case Aside.AMEND:
                self.app.push_screen(AmendForm(page.case, self._station))
            case Aside.PENALTY:
                self.app.push_screen(PenaltyDialog(page, self._station))
            case Aside.QUOTE:
                from screens.quotes.page import QuotesDialog  # noqa: PLC0415 - seldom asked for

                self.app.push_screen(QuotesDialog(self._station, About(case=self._number)))
            case Related():
                self.app.push_screen(CaseDialog(what.number, self._station, self._kept))

    async def action_undo(self) -> None:
        """F9, as everywhere: take back what was done last at this station."""
        if await self.perform(undo.undo):
            await self.picture_changed()

    async def action_phone(self) -> None:
        """Show the phone number in full; that goes on record (C10)."""
        self.action_scroll(-10_000)
        phone = await self.ask(case_page.show_phone, self._number)
        if phone is not None:
            self.query_one(CaseText).phone = phone
