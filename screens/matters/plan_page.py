"""A plan: its change record, who has read it; submitted, signed, put in force and read from here (G1, G4)."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual.binding import BindingType

from frontdesk.desk.plans import plans, publishing
from frontdesk.domain.journal.result import Result
from frontdesk.domain.plans.plan import PlanOnRecord
from frontdesk.domain.values.text import clean_words
from frontdesk.words.approvals import signature_lines
from frontdesk.words.i18n import N_, _
from frontdesk.words.plans import change_line, difference_line, heading, reads_line
from screens.kit.keys import Key, bindings
from screens.kit.printing import PrintDocument
from screens.kit.record_page import RULE, RecordLines, RecordPage, Said
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


class PlanLines(RecordLines[PlanOnRecord]):
    """The plan's newest version, its numbers, its change record, its signatures, and its text."""

    def said(self, record: PlanOnRecord, zone: ZoneInfo) -> Iterable[Said]:
        """Return all that is said about it."""
        newest = record.newest
        yield heading(newest), "head"
        told = [change_line(version, zone) for version in reversed(record.versions)]
        told += [difference_line(each) for each in record.difference(newest)]
        told += [row for approval in newest.approvals for row in signature_lines(approval, zone)]
        told += [reads_line(record)]
        yield from ((each, "plain") for each in told if each)
        yield RULE
        yield from ((each or " ", "plain") for each in clean_words(newest.said.text, None).splitlines())


class PlanDialog(RecordPage[PlanOnRecord]):
    """One plan, live."""

    TOPIC = "plans"
    KEYS = _KEYS
    LINES = PlanLines
    TITLE = N_("Plan")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> PlanOnRecord | None:
        return await self.ask(plans.of_version, self._number)

    async def action_submit(self) -> None:
        """F2: submit the version on its way."""
        await self._in_person(plans.submit)

    def action_sign(self) -> None:
        """F3: sign it, or reject it, in a form of its own."""
        plan = self.record
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
        await self._in_person(publishing.publish)

    async def action_read(self) -> None:
        """F5: whoever works here has read the version in force."""
        if self.record is not None:
            await self.carry_out("read", plans.read, self.record.plan.key)

    def action_leaflet(self) -> None:
        """F8: what it means for customers, as a page to print (G3)."""
        self._print("leaflet")

    def action_print(self) -> None:
        """F10: the change record, and what the newest version says, as a page to print."""
        self._print("print")

    def _print(self, what: str) -> None:
        plan = self.record
        if plan is not None and self.means(what):
            from frontdesk.documents import filing  # noqa: PLC0415 - slow to load, seldom asked for

            self._last.note(what, 0)
            make = filing.leaflet_of if what == "leaflet" else filing.of_plan
            self.post_message(PrintDocument(self, partial(make, plan=plan)))

    async def _in_person(self, command: Callable[..., Result]) -> None:
        if self.record is not None and self.listens():
            await second.carry_out(self, self._station, partial(command, key=self.record.plan.key), self.was_done)

    async def _signed(self, said: str | None) -> None:
        if said:
            self.tell(said)
            await self.picture_changed()
