"""The next hour: what is told, from how many days, and what was said before beside what came of it (Z9)."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var

from frontdesk.desk import outlook as outlooks
from frontdesk.desk.outlook import Told
from frontdesk.domain.outlook.record import Kept
from frontdesk.words import outlook as said
from frontdesk.words.figures.report import bar
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import LiveDialog, Rest, Trouble
from screens.kit.key_hints import KeyHints
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, fit, line, wrap

_SHARE = 6


class NextHour(LiveLines):
    """The next hour in words, then a bar for what was said and one for what happened."""

    REDRAWN_BY = ("record",)

    record: var[Sequence[Kept]] = var(())

    def build(self, width: int) -> list[Line]:
        """Return what is told and what was told."""
        told = self.live.told
        if told is None:
            return [line(Span(_("The days before are being looked through …"), "dim"))]
        return [*self._told(told, width), (), *_recorded(self.record, width)]

    def _told(self, told: Told, width: int) -> list[Line]:
        found = told.outlook
        if found is None:
            return [line(Span(row)) for row in wrap(said.why_nothing(told.days, told.wanted, told.of), width)]
        warning = self.snapshot.policy.outlook_warning_percent if self.snapshot else 100
        tone = "warn" if said.asks_for_attention(found, warning) else "head"
        facts = [said.cars(found), said.most_at_once(found), said.basis(found)]
        if told.of is not None:
            facts.append(word(told.of))
        rows = wrap(" · ".join(facts), width)
        return [line(Span(said.said(found, warning), tone)), *(line(Span(row, "dim")) for row in rows)]


def _recorded(record: Sequence[Kept], width: int) -> list[Line]:
    if not record:
        return [line(Span(row, "dim")) for row in wrap(said.nothing_said(), width)]
    room = max(4, min(30, (width - 3 * _SHARE - 4) // 2))
    half = room + _SHARE
    heading = (*fit([Span(_("said before"), "dim")], half), *fit([Span(_("happened"), "dim")], half))
    lines: list[Line] = [line(Span(said.over_the_record())), (*heading, Span(_("times"), "dim"))]
    for each in record:
        shares = [
            fit([Span(f"{said.likely(share):<{_SHARE - 1}}"), Span(bar(round(share * 100), 100, room - 2), tone)], half)
            for share, tone in ((each.said, "key"), (each.happened, "plain"))
        ]
        lines.append((*shares[0], *shares[1], Span(f"{each.n}")))
    return lines


class OutlookDialog(CommandDialog[None]):
    """What is told of the next hour, and how far to trust it."""

    TOPIC = "outlook"

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("The next hour")
            with Rest():
                yield NextHour().data_bind(LiveDialog.live)
            yield Trouble()
            yield KeyHints((CLOSE,), tall=False)

    async def on_mount(self) -> None:
        self.query_one(Rest).focus()
        await self._load()

    async def picture_changed(self) -> None:
        if self.query(NextHour):
            await self._load()

    async def _load(self) -> None:
        record = await self.ask(lambda desk: outlooks.record_before(desk, desk.now()))
        if record is not None and self.query(NextHour):
            self.query_one(NextHour).record = record
