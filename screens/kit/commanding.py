"""Carrying out a command in the operator's name; why it was not done is said where it was asked for."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from frontdesk.desk.background import BackgroundDesk
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import FrontdeskError

P = ParamSpec("P")
R = TypeVar("R")


class RunsCommands:
    """A screen or a dialog that carries out commands. It says where it says what is wrong."""

    desk: BackgroundDesk

    def say(self, trouble: str) -> None:
        """Say what is wrong; nothing where nothing is."""
        raise NotImplementedError

    def complain(self, error: FrontdeskError) -> None:
        """Say why something was not done, in the store's own time."""
        raise NotImplementedError

    def ask_who(self) -> None:
        """Nobody is signed in: say so, or ask who it is."""
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
            self.say("")
        return answer

    async def ask(self, question: Callable[Concatenate[Desk, P], R], *values: P.args, **named: P.kwargs) -> R | None:
        """Ask the store something. On failure say the reason, and return None."""
        try:
            return await self.desk.do(question, *values, **named)
        except FrontdeskError as error:
            self.complain(error)
            return None
