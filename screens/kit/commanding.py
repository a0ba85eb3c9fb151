"""Carrying out a command in the operator's name; why it was not done is said where it was asked for."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from frontdesk.desk.background import Hands
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import FrontdeskError

P = ParamSpec("P")


class Performing:
    """A screen or a dialog that carries out commands. It says where it says what is wrong."""

    _hands: Hands

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
        """Carry out a command; None where it was not done: why is said, and what was typed stays."""
        if not self._hands.actor.who:
            self.ask_who()
            return None
        try:
            answer = await self._hands.do(command, *values, **named)
        except FrontdeskError as error:
            self.complain(error)
            return None
        self.say("")
        return answer
