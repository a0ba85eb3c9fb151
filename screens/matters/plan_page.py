"""A plan: its change record, who has read it; submitted, signed, put in force and read from here (G1, G4)."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.reactive import var

from frontdesk.desk.plans import plans, publishing
from frontdesk.domain.journal.result import Result
from frontdesk.domain.plans.plan import PlanOnRecord
from frontdesk.domain.values.text import clean_words
from frontdesk.words.approvals import signature_lines
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from frontdesk.words.plans import change_line, difference_line, heading, reads_line
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Rest, Trouble
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.live_lines import LiveLines
from screens.kit.printing import PrintDocument
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.people import second
from screens.review.signing import SigningDialog

_KEYS = (
    Key("f2", "submit", N_("submit"), ""),
    Key("f3", "sign", N_("sign"), ""),
    Key("f4", "publish", N_("put in force"), ""),
    Key("f5", "read", N_("have read it"), ""),
    Key("f8", "leaflet", N_("leaflet"), ""),
    Key("f10", "print", N_("print"), ""),
)


class PlanLines(LiveLines):
    """The plan's newest version, its numbers, its change record, its signatures, and its text."""

    REDRAWN_BY = ("plan",)

    plan: var[PlanOnRecord | None] = var(None)

    def build(self, width: int) -> list[Line]:
        """Return all that is said about it."""
        plan, snapshot = self.plan, self.snapshot
        if plan is None or snapshot is None:
            return [()]
        zone, newest = store_zone(snapshot), plan.newest
        lines = [line(Span(row, "head")) for row in wrap(heading(newest), width)]
        told = [change_line(version, zone) for version in reversed(plan.versions)]
        told += [difference_line(each) for each in plan.difference(newest)]
        told += [row for approval in newest.approvals for row in signature_lines(approval, zone)]
        told += [reads_line(plan)]
        lines += [line(Span(row)) for each in filter(None, told) for row in wrap(each, width)]
        lines.append(line(Span("─" * width, "dim")))
        for each in clean_words(newest.said.text, None).splitlines():
            lines += [line(Span(row)) for row in wrap(each, width)] or [()]
        return lines


class PlanDialog(CommandDialog[None]):
    """One plan, live."""

    TOPIC = "plans"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, number: int) -> None:
        super().__init__(station)
        self._number = number
        self._last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Plan")
            with Rest():
                yield PlanLines().data_bind(LiveDialog.live)
            yield Done()
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)

    async def on_mount(self) -> None:
        self.query_one(Rest).focus()
        await self.picture_changed()

    async def picture_changed(self) -> None:
        plan = await self.ask(plans.of_version, self._number) if self.query(PlanLines) else None
        if plan is not None and self.query(PlanLines):
            self.query_one(PlanLines).plan = plan

    async def action_submit(self) -> None:
        """F2: submit the version on its way."""
        await self._carry_out(plans.submit)

    def action_sign(self) -> None:
        """F3: sign it, or reject it, in a form of its own."""
        plan = self.query_one(PlanLines).plan
        if plan is None or not self.listens():
            return
        approval = plan.newest.approval
        if approval is None:
            self.say(_("It is submitted first: F2."))
        else:
            signing = SigningDialog(self._station, approval, clean_words(plan.newest.said.after))
            self.app.push_screen(signing, self._signed)

    async def action_publish(self) -> None:
        """F4: put the approved version in force, with its numbers."""
        await self._carry_out(publishing.publish)

    async def action_read(self) -> None:
        """F5: whoever works here has read the version in force."""
        plan = self.query_one(PlanLines).plan
        if plan is not None and self.listens():
            answer = await self.perform(plans.read, plan.plan.key)
            if answer is not None:
                await self._was_done(answer)

    def action_leaflet(self) -> None:
        """F8: what it means for customers, as a page to print (G3)."""
        self._print(leaflet=True)

    def action_print(self) -> None:
        """F10: the change record, and what the newest version says, as a page to print."""
        self._print(leaflet=False)

    def _print(self, *, leaflet: bool) -> None:
        plan = self.query_one(PlanLines).plan
        if plan is not None and self.listens() and not self._last.is_again("print", leaflet):
            from frontdesk.documents import filing  # noqa: PLC0415 - slow to load, seldom asked for

            self._last.note("print", leaflet)
            self.post_message(PrintDocument(self, partial(filing.leaflet_of if leaflet else filing.of_plan, plan=plan)))

    async def _carry_out(self, command: Callable[..., Result]) -> None:
        plan = self.query_one(PlanLines).plan
        if plan is not None and self.listens():
            await second.carry_out(self, self._station, partial(command, key=plan.plan.key), self._was_done)

    async def _signed(self, said: str | None) -> None:
        if said:
            self.tell(said)
            await self.picture_changed()

    async def _was_done(self, answer: Result) -> None:
        self.say("")
        self.tell(event_word(answer.kind))
        await self.picture_changed()
