"""The best roster is worked out in a process of its own, while its page goes on; Esc stops it (S2)."""

from collections.abc import Awaitable, Callable

from textual.worker import Worker

from frontdesk.desk import in_child
from frontdesk.desk.rosters import planning
from frontdesk.domain.rosters.proposal import Proposal, Step
from frontdesk.domain.values.clock import Clock
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import _
from frontdesk.words.rosters.lines import step_line
from screens.kit.command_dialog import CommandDialog


class Proposing:
    """One proposal at a time, for a dialog that says how far it is."""

    def __init__(self, dialog: CommandDialog[None], clock: Clock) -> None:
        self._dialog, self._clock = dialog, clock
        self._worker: Worker[None] | None = None

    @property
    def is_running(self) -> bool:
        """Whether one is being worked out."""
        return self._worker is not None and self._worker.is_running

    def begin(self, number: int, then: Callable[[Proposal], Awaitable[None]]) -> None:
        """Work one out for a version, and go on with it."""
        if not self.is_running:
            self._worker = self._dialog.run_worker(self._follow(number, then), exclusive=True)

    def stop(self) -> None:
        """Stop it; nothing was changed."""
        if self._worker is not None:
            self._worker.cancel()
        self._dialog.tell("")
        self._dialog.say(_("Stopped. Nothing was changed."))

    async def _follow(self, number: int, then: Callable[[Proposal], Awaitable[None]]) -> None:
        dialog = self._dialog
        path = await dialog.ask(lambda desk: desk.path)
        if path is None:
            return
        dialog.say("")
        dialog.tell(_("being proposed …"))
        try:
            proposal = await in_child.follow(path, self._clock.now(), self._step, planning.proposed, number)
        except FrontdeskError as error:
            dialog.tell("")
            dialog.complain(error)
            return
        await then(proposal)

    def _step(self, step: Step) -> None:
        self._dialog.tell(f"{step_line(step)} · {_('Esc stops it')}")
