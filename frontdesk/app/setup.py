"""The application that sets a store up: one step after another, each with a way back."""

import asyncio
import gc
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches

import screens
from frontdesk.app.program import Program
from frontdesk.domain.setup.draft import Draft, Step
from frontdesk.domain.values.clock import Clock, SystemClock
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence
from screens.setup.screen import SetupScreen
from screens.setup.steps import screen_of

_STYLES = ("stations/frontdesk", "setup/setup")
_STEPS = list(Step)


class SetupApp(Program):
    """Asks until everything is answered, then has it written; `done` is what was written."""

    CSS_PATH: ClassVar = [Path(screens.__path__[0], f"{name}.tcss") for name in _STYLES]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "language", show=False, priority=True),
        Binding("ctrl+q", "stop", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False, priority=True),
    ]

    def __init__(
        self,
        draft: Draft,
        keep: Callable[[Draft], None],
        write: Callable[[Draft], None],
        clock: Clock | None = None,
    ) -> None:
        super().__init__(ansi_color=False, running_time=(clock or SystemClock()).monotonic)
        self._draft = draft
        self._keep = keep
        self._write = write
        self.done: Draft | None = None

    def on_mount(self) -> None:
        """Begin where it stopped."""
        self.push_screen(screen_of(self._draft))
        self.set_interval(1.0, self._tick)
        self.end_when_told()
        self.call_after_refresh(gc.enable)

    def _tick(self) -> None:
        """Keep what was typed: a machine may go off at any time."""
        self.mind_the_terminal()
        self._keep_typed()

    def _keep_typed(self) -> None:
        typed = self._draft
        # The handbook may lie over it. One that is just coming up, or going away, has no boxes.
        with suppress(NoMatches, StopIteration):
            typed = next(step for step in reversed(self.screen_stack) if isinstance(step, SetupScreen)).taken()
        if typed != self._draft:
            self._draft = typed
            self._keep(typed)

    @on(SetupScreen.Left)
    async def _left(self, event: SetupScreen.Left) -> None:
        place = _STEPS.index(event.draft.step) + event.by
        if place == len(_STEPS):
            await self._finish(event.draft)
        else:
            self._draft = replace(event.draft, step=_STEPS[place])
            self._keep(self._draft)
            await self.switch_screen(screen_of(self._draft))

    async def _finish(self, draft: Draft) -> None:
        try:
            await asyncio.to_thread(self._write, draft)
        except FrontdeskError as error:
            self.say(sentence(error))
            return
        self.done = draft
        self.exit(return_code=0)

    def say(self, text: str) -> None:
        """Show a sentence at the step that is up."""
        if isinstance(self.screen, SetupScreen):
            self.screen.say(text)

    def action_help_quit(self) -> None:
        """Ctrl+C: say how to stop."""
        self.say(_("Ctrl+Q stops here. What was typed is kept, and frontdesk goes on with it."))

    def action_stop(self) -> None:
        """Ctrl+Q: go on another time."""
        self._keep_typed()
        self.exit(return_code=0)

    async def action_language(self) -> None:
        """Ctrl+T: ask in the other language."""
        if isinstance(self.screen, SetupScreen):
            self._keep_typed()
            i18n.switch()
            await self.switch_screen(screen_of(self._draft))


def ask(draft: Draft, keep: Callable[[Draft], None], write: Callable[[Draft], None]) -> tuple[int, Draft | None]:
    """Ask everything; return the exit code, and what was written, None where it was stopped before."""
    app = SetupApp(draft, keep, write)
    return app.run_to_its_end(), app.done
