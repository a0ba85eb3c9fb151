"""Runs commands in the operator's name; if one fails, the reason is shown on the same screen."""

import logging
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from frontdesk.desk.background import BackgroundDesk
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.reasons import BY_PIN
from frontdesk.domain.picture.unreadable import SENSELESS
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import FrontdeskError, StoreError

log = logging.getLogger(__name__)

P = ParamSpec("P")
R = TypeVar("R")


class RunsCommands:
    """A screen or a dialog that runs commands. Each decides where it shows errors."""

    desk: BackgroundDesk

    def say(self, trouble: str) -> None:
        """Show an error, or clear it if the text is empty."""
        raise NotImplementedError

    def complain(self, error: FrontdeskError) -> None:
        """Show why something was not done, with times in the store's own time zone."""
        raise NotImplementedError

    def ask_who(self) -> None:
        """Say that nobody is signed in, or ask who it is."""
        raise NotImplementedError

    def ask_pin(self) -> None:
        """Ask the operator for their PIN; then the key that needed it is pressed again."""
        raise NotImplementedError

    async def perform(
        self, command: Callable[Concatenate[Desk, P], Result], *values: P.args, **named: P.kwargs
    ) -> Result | None:
        """Run a command. On failure say the reason, keep what was typed, and return None."""
        if not self.desk.actor.who:
            self.ask_who()
            return None
        answer = await self.ask(command, *values, **named)
        if answer is not None:
            self.done()
        return answer

    def done(self) -> None:
        """A command was carried out: whatever was refused before it is said no longer."""
        self.say("")

    async def ask(self, question: Callable[Concatenate[Desk, P], R], *values: P.args, **named: P.kwargs) -> R | None:
        """Ask the store something. On failure say the reason, and return None."""
        try:
            return await self.desk.do(question, *values, **named)
        except FrontdeskError as error:
            self.complain(error)
            if error.reason in BY_PIN:
                self.ask_pin()
        except SENSELESS as error:
            log.exception("asked in vain")
            self.complain(StoreError(StoreReason.UNREADABLE, detail=type(error).__name__))
        return None
