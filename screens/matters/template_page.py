"""A template of head office: what each number is now and would be; the director accepts it or declines, with words."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual.binding import BindingType

from frontdesk.desk import approvals
from frontdesk.desk.group import templates
from frontdesk.domain.group.templates import Offer
from frontdesk.words.group.templates import heading, offer_lines
from frontdesk.words.i18n import N_
from screens.kit.keys import Key, bindings
from screens.kit.record_page import RecordLines, RecordPage, Said
from screens.people import second

_KEYS = (
    Key("f2", "accept", N_("accept"), ""),
    Key("f3", "decline", N_("decline"), ""),
)


class TemplateLines(RecordLines[Offer]):
    """What is offered, number by number, and who signed."""

    def said(self, record: Offer, zone: ZoneInfo) -> Iterable[Said]:
        """Return all that is said about it."""
        assert self.snapshot is not None
        yield heading(record), "head"
        yield from ((each, "plain") for each in offer_lines(record, self.snapshot.policy, zone))


class TemplateDialog(RecordPage[Offer]):
    """One template, live."""

    TOPIC = "group"
    KEYS = _KEYS
    LINES = TemplateLines
    TITLE = N_("Group template")
    WORDS = N_("for F3: why not")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> Offer | None:
        return await self.ask(templates.shown, self._number)

    async def action_accept(self) -> None:
        """F2: the director accepts it; its numbers are in force at once."""
        offer = self.record
        if offer is not None and self.listens():
            sign = partial(approvals.sign, number=self._number, seen=offer.approval.id)
            await second.carry_out(self, self._station, sign, self.was_done)

    async def action_decline(self) -> None:
        """F3: the director declines it, with words."""
        offer = self.record
        if offer is not None and self.listens():
            reject = partial(approvals.reject, number=self._number, words=self.words, seen=offer.approval.id)
            await second.carry_out(self, self._station, reject, self.was_done)
