"""The plan of a holiday: its seven points, what the program sees of each, and the way to what does it (S2, S5)."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from frontdesk.desk.holidays import reading
from frontdesk.domain.holidays.points import Point, Shown
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.runs.evidence import asked_by
from frontdesk.words import i18n
from frontdesk.words.holidays import all_missing
from frontdesk.words.i18n import N_
from frontdesk.words.matters import title_of
from screens.kit.keys import Key, bindings
from screens.runs.page import RunDialog
from screens.runs.step_list import StepList


class HolidayDialog(RunDialog):
    """The run of a holiday's plan, live. In the empty box stands what is still missing of the marked point."""

    TOPIC = "holidays"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("f2", "take", N_("take it"), ""),
        Key("f4", "skip", N_("skip it"), ""),
        Key("f6", "lead", N_("new lead"), ""),
        Key("f7", "notices", N_("notices"), ""),
        Key("f8", "calls", N_("call through"), ""),
        Key("f9", "roster", N_("roster"), ""),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(KEYS),
        Binding("f3", "nothing", show=False),
        Binding("f5", "nothing", show=False),
    ]
    _shown: dict[Point, Shown] | None = None

    async def picture_changed(self) -> None:
        found = await self.ask(reading.shown, self.number, i18n.language()) if self.query(StepList) else None
        self._shown = found.points if found is not None else None
        await super().picture_changed()

    def heading(self, matter: Matter) -> str:
        return title_of(matter)

    def action_nothing(self) -> None:
        """F3, F5: no point is faulty, and none depends on a condition."""

    def action_notices(self) -> None:
        """F7: what customers are told, and where it stands."""
        from screens.holidays.notice_page import NoticeDialog  # noqa: PLC0415 - loaded when it is asked for

        if self.listens():
            self.app.push_screen(NoticeDialog(self._station, self.number))

    def action_calls(self) -> None:
        """F8: the contact list, called through."""
        from screens.register.calling_page import CallingDialog  # noqa: PLC0415 - loaded when it is asked for

        if self.listens():
            self.app.push_screen(CallingDialog(self._station))

    def action_roster(self) -> None:
        """F9: who works when."""
        from screens.rosters.page import RosterDialog  # noqa: PLC0415 - loaded when it is asked for

        if self.listens():
            self.app.push_screen(RosterDialog(self._station))

    def _hint(self) -> None:
        super()._hint()
        for view in self.query(StepList):
            each = view.step
            point = asked_by(each.step).point if each is not None and each.is_to_do else None
            shown = self._shown.get(point) if point is not None and self._shown else None
            if shown is not None and shown.missing:
                self.query_one(Input).placeholder = all_missing(shown.missing)
