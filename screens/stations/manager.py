"""The manager console: prompts first, then the board and the queue."""

from functools import partial

from textual.app import ComposeResult

from frontdesk.desk.escalations import handling
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Why
from frontdesk.domain.stations.station import StationKind
from screens.cases.queue import ComplaintQueue
from screens.stations.station import StationScreen
from screens.zone.car_actions import load_dialogs


class ManagerScreen(StationScreen):
    """The service manager's station."""

    STATION = StationKind.MANAGER
    MIDDLE_ROWS = 3

    def middle(self) -> ComposeResult:
        """The complaint queue."""
        cls = StationScreen
        yield ComplaintQueue().data_bind(cls.snapshot, cls.now)

    def nothing_to_answer(self) -> None:
        """F8 with nothing on the panel: say why something was over with nobody having acted (Z7)."""
        unexplained = self._shot().unexplained
        if not unexplained:
            super().nothing_to_answer()
            return
        dialog = load_dialogs().ExplainDialog(unexplained[0], self._shot())
        self.app.push_screen(dialog, partial(self._explain, unexplained[0]))

    def action_ledger(self) -> None:
        """Ctrl+B: the penalties of a month (Z8)."""
        self.app.push_screen(load_dialogs().LedgerDialog(self._hands, self, self._machine))

    async def _explain(self, escalation: Escalation, why: Why | None) -> None:
        if why:
            await self.perform(handling.explain, escalation.id, why)
