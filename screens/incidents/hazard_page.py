"""A hazard: rated, dealt with, or it has happened after all (I1, I15)."""

from collections.abc import Iterable
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual.binding import BindingType

from frontdesk.desk.incidents import hazards, knowing, reporting
from frontdesk.domain.incidents.aftermath import check_hazard
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_line
from frontdesk.words import i18n
from frontdesk.words.aftermath import found_in_line, found_lines, measure_lines
from frontdesk.words.i18n import N_, _
from frontdesk.words.incidents import entry_line, numbered
from frontdesk.words.lookup import word
from screens.incidents.followed_page import After, FollowedPage
from screens.incidents.page import IncidentDialog
from screens.incidents.rate_dialog import RateDialog
from screens.kit.choose import ChooseDialog, Entry
from screens.kit.keys import Key, bindings
from screens.kit.record_page import RULE, RecordLines, Said

_KEYS = (
    Key("f2", "rate", N_("rate it"), ""),
    Key("f3", "act", N_("dealt with"), ""),
    Key("f4", "happened", N_("has happened"), ""),
    Key("f5", "tell", N_("keep the line"), ""),
    Key("f6", "measure", N_("propose measure"), ""),
    Key("f8", "shut", N_("close it"), ""),
    Key("f9", "mistake", N_("a mistake"), ""),
    Key("f10", "report", N_("report another"), ""),
)
_KINDS = tuple(kind for kind in IncidentKind if kind is not IncidentKind.HAZARD)


class HazardLines(RecordLines[After]):
    """What it is, how it is rated and what is owed, its measures, and its record."""

    def said(self, record: After, zone: ZoneInfo) -> Iterable[Said]:
        """Return all that is said about it."""
        followed, snapshot = record.followed, self.snapshot
        if snapshot is None:
            return
        yield numbered(followed.incident), "head"
        yield clean_line(followed.incident.words) or _("Nobody said what it is yet: type it, then F5."), "plain"
        if followed.found_in is not None:
            yield found_in_line(followed.found_in), "plain"
        if followed.found.risk is None and followed.incident.is_open:
            yield f"▸ {_('It is not rated yet: F2.')}", "task"
        for each in found_lines(followed.found, zone, self.now, snapshot.policy.due_warning):
            yield each, "plain"
        yield from ((each, "plain") for each in measure_lines(followed.measures))
        yield RULE
        yield from ((entry_line(each, zone), "dim") for each in reversed(record.entries))


class HazardDialog(FollowedPage):
    """One hazard, live."""

    KEYS = _KEYS
    LINES = HazardLines
    TITLE = N_("A hazard")
    WORDS = N_("F3: what was done; F5: a line; F6: the measure; F8: why")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def action_rate(self) -> None:
        """F2: how likely, how grave."""
        if self._is_to_do():
            self.app.push_screen(RateDialog(self._station, self._number), self.was_done)

    async def action_act(self) -> None:
        """F3: what is typed was done about it."""
        await self.carry_out("act", hazards.act, self._number, self.words)

    def action_happened(self) -> None:
        """F4: it is an incident now; as what kind."""
        if not self._is_to_do():
            return

        def entries() -> list[Entry]:
            return [(word(kind), "", True) for kind in _KINDS]

        async def chosen(place: int | None) -> None:
            if place is not None:
                await self._becomes(_KINDS[place])

        self.app.push_screen(ChooseDialog(lambda: _("As what has it happened?"), entries), chosen)

    async def action_tell(self) -> None:
        """F5: keep what is typed as a line about it."""
        if self.means("tell") and self.words.strip():
            self._last.note("tell", 0)
            await self.was_done(await self.ask(knowing.say, self._number, self.words))

    async def action_mistake(self) -> None:
        """F9: there is none."""
        await self.carry_out("mistake", reporting.take_back, self._number, self.words)

    async def action_report(self) -> None:
        """F10, as Ctrl+X: something goes wrong."""
        await self.app.run_action("app.incident")

    def _is_to_do(self) -> bool:
        if self.record is None or not self.listens():
            return False
        try:
            check_hazard(self.record.followed.incident)
        except Refused as error:
            self.complain(error)
            return False
        return True

    async def _becomes(self, kind: IncidentKind) -> None:
        answer = await self.perform(hazards.becomes, self._number, kind, language=i18n.language())
        if answer is not None and self.app.screen is self:
            number = answer.facts["incident"]
            self.dismiss(None)
            self.app.push_screen(IncidentDialog(self._station, int(str(number))))
