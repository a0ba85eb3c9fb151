"""The page of a month's review: causes confirmed by one key, measures, other limits, submitting and signing (Z7)."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk import in_child, measures, undo
from frontdesk.desk.desk import Desk
from frontdesk.desk.review import reviews
from frontdesk.desk.review.causes import causes_of_month
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.journal.result import Result
from frontdesk.domain.review.month import MonthsCauses
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.printing import PrintDocument
from screens.kit.station import Station
from screens.review.cases import CasesDialog
from screens.review.limits import LimitsDialog
from screens.review.month_list import Group, MonthList, Shown
from screens.review.signing import SigningDialog

_KEYS = (
    Key("f2", "take", N_("take over"), ""),
    Key("f3", "cases", N_("one by one"), ""),
    Key("f4", "measure", N_("new measure"), ""),
    Key("f5", "leave", N_("no measure"), ""),
    Key("f6", "limits", N_("with other limits"), ""),
    Key("f7", "submit", N_("submit"), ""),
    Key("f8", "sign", N_("signatures"), ""),
    Key("f9", "undo", N_("undo"), ""),
    Key("f10", "print", N_("print"), ""),
)


class ReviewDialog(CommandDialog[None]):
    """A month under review, live; the keys act on the marked cause, with what is typed in the box of words."""

    TOPIC = "review"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_KEYS),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
    ]

    def __init__(self, station: Station, month: Month) -> None:
        super().__init__(station)
        self._month = month
        self._causes: MonthsCauses | None = None
        self._last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Monthly review")
            yield MonthList().data_bind(LiveDialog.live)
            yield Done()
            yield field(
                _("words"),
                Input(id="words", compact=True, max_length=4000, placeholder=_("measure · why none · conclusion")),
            )
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("↑ ↓ or touch: choose a cause · ← → another month · Tab: the words"))

    async def on_mount(self) -> None:
        self.query_one(MonthList).focus()
        self._read()

    def _read(self) -> None:
        """Read the month without holding up the page, which says meanwhile that it is read."""
        self.run_worker(self.picture_changed(), exclusive=True)

    async def picture_changed(self) -> None:
        """Read the month again; what is proposed for its cases, only where these are others now."""
        wanted = self._month
        month = await self.ask(reviews.of_month, wanted)
        if month is None:
            return
        causes = self._causes
        if causes is None or [case.escalation.id for case in causes.cases] != [each.id for each in month.crossings]:
            causes = await self._read_causes(wanted)
        # Meanwhile another month may have been asked for, or the dialog closed.
        if causes is not None and wanted == self._month and self.query(MonthList):
            self._causes = causes
            self.query_one(MonthList).shown = Shown(month, causes)

    async def _read_causes(self, month: Month) -> MonthsCauses | None:
        """Have the 90 days that say what is usual read by a process of its own."""
        path = await self.ask(lambda desk: desk.path)
        if path is None:
            return None
        try:
            return await in_child.ask(path, self._clock.now(), causes_of_month, month)
        except FrontdeskError as error:
            self.complain(error)
            return None

    @on(MonthList.Turned)
    async def _turned(self, event: MonthList.Turned) -> None:
        """Turn to the next month that has a review."""
        opened = await self.ask(reviews.opened)
        months = [each.month for each in opened or ()]
        later = [month for month in months if month > self._month]
        earlier = [month for month in months if month < self._month]
        wanted = later[:1] if event.months > 0 else earlier[-1:]
        self.tell("")
        self.say("" if wanted else _("No review of another month that way."))
        if wanted:
            self._month, self._causes = wanted[0], None
            self.query_one(MonthList).shown = None
            self._read()

    def action_go(self, step: int) -> None:
        """Move the mark with ↑ ↓, wherever the focus is."""
        self.query_one(MonthList).action_go(step)

    @on(Input.Submitted)
    def _entered(self) -> None:
        """Return to the list, because Enter alone decides nothing."""
        self.query_one(MonthList).focus()

    @on(MonthList.Taken)
    async def action_take(self) -> None:
        """F2 or Enter: each case of the marked cause that nobody has said yet has the cause that is proposed."""
        group = self._meant("take")
        if group is None:
            return
        if group.cause is None or not group.open:
            self.say(_("Nothing is proposed here: F3 says them one by one.") if group.open else _("All are said."))
            return
        said = {case.escalation.id: group.cause for case in group.open}
        await self._perform("take", group, partial(reviews.say_cause, month=self._month, crossings=said))

    def action_cases(self) -> None:
        """F3: the cases of the marked cause, one by one."""
        shown = self.query_one(MonthList).shown
        group = self.query_one(MonthList).group
        if shown is not None and group is not None and self.listens():
            numbers = tuple(case.escalation.id for case in group.cases)
            self.app.push_screen(CasesDialog(self._station, self._month, shown, numbers))

    async def action_measure(self) -> None:
        """F4: propose what is typed as a measure against the marked cause."""
        group = self._meant("measure")
        shown = self.query_one(MonthList).shown
        if group is not None and shown is not None:
            number = shown.month.review.id
            propose = partial(measures.propose, what=self._words(), cause=group.cause or "", part_of=number)
            await self._perform("measure", group, propose, needs_words=True)

    async def action_leave(self) -> None:
        """F5: what is typed is why the marked cause has no measure."""
        group = self._meant("leave")
        if group is not None and group.cause is not None:
            leave = partial(reviews.leave, month=self._month, cause=group.cause, why=self._words())
            await self._perform("leave", group, leave, needs_words=True)

    def action_limits(self) -> None:
        """F6: what the month would have been with other limits."""
        if self.listens():
            self.app.push_screen(LimitsDialog(self._station, self._month))

    async def action_submit(self) -> None:
        """F7: submit the month to the director; what is typed is what it comes to."""
        if not self.listens() or self._last.is_again("submit", 0):
            return
        shown = self.query_one(MonthList).shown
        if shown is not None and not self._words() and shown.month.review.conclusion:
            self.query_one("#words", Input).value = shown.month.review.conclusion
            self.say(_("This was the conclusion. Change it, then press F7 again."))
            self._last.note("submit", 0)
            return
        submit = partial(reviews.submit, month=self._month, conclusion=self._words())
        await self._perform("submit", None, submit, needs_words=True)

    def action_sign(self) -> None:
        """F8: sign it, or say why not, or take down what one approves by phone."""
        shown = self.query_one(MonthList).shown
        if shown is None or not self.listens():
            return
        if not shown.month.approvals:
            self.say(_("Nothing is submitted yet: F7 first."))
            return
        approval = shown.month.approvals[-1]
        signing = SigningDialog(self._station, approval, shown.month.review.conclusion, self._words())
        self.app.push_screen(signing, self._signed)

    async def _signed(self, said: str | None) -> None:
        if said:
            self.query_one("#words", Input).value = ""
            self.say("")
            self.tell(said)
            await self.picture_changed()

    async def action_undo(self) -> None:
        """F9: take back what was done last here."""
        if self.listens() and not self._last.is_again("undo", 0):
            await self._perform("undo", None, undo.undo)

    def action_print(self) -> None:
        """F10: the month as a page to print and sign."""
        shown = self.query_one(MonthList).shown
        if shown is not None and self.listens() and not self._last.is_again("print", 0):
            from frontdesk.documents.filing import of_review  # noqa: PLC0415 - slow to load, seldom asked for

            self._last.note("print", 0)
            self.post_message(PrintDocument(self, partial(of_review, month=shown.month, causes=shown.causes)))

    async def _perform(
        self, act: str, group: Group | None, command: Callable[[Desk], Result], *, needs_words: bool = False
    ) -> None:
        answer = await self.perform(command)
        box = self.query_one("#words", Input)
        if answer is None:
            self.tell("")
            if needs_words and not box.value.strip():
                box.focus()
            return
        if act != "undo":
            box.value = "" if needs_words or act == "submit" else box.value
        self._last.note(act, group.number if group else 0)
        self.tell(f"{self._month} {event_word(answer.kind)}")
        await self.picture_changed()

    def _meant(self, act: str) -> Group | None:
        """Return the cause for a key; None if the key is held down, or if there is none, which is then said."""
        if not self.listens():
            return None
        group = self.query_one(MonthList).group
        if group is None:
            self.say(_("There is no cause in this month to do this with."))
            return None
        return None if self._last.is_again(act, group.number) else group

    def _words(self) -> str:
        return self.query_one("#words", Input).value
