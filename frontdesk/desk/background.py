"""A desk used from a screen; each command runs in a thread of its own so that the screen stays responsive."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import Clock

P = ParamSpec("P")
R = TypeVar("R")


class BackgroundDesk:
    """Runs commands one after another in the order given. The first of them opens the store."""

    def __init__(self, path: Path, actor: Actor, clock: Clock) -> None:
        self.path = path
        self._clock = clock
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._desk: Desk | None = None
        self.actor = actor

    async def do(self, command: Callable[Concatenate[Desk, P], R], *values: P.args, **named: P.kwargs) -> R:
        """Carry out `command(desk, …)` and return what it returns. Raises what it raises."""
        return await self.do_as(self.actor, command, *values, **named)

    async def do_as(
        self, actor: Actor, command: Callable[Concatenate[Desk, P], R], *values: P.args, **named: P.kwargs
    ) -> R:
        """Carry it out as somebody who does not work here, but signs."""
        return await asyncio.get_running_loop().run_in_executor(
            self._thread, lambda: command(self._ready(actor), *values, **named)
        )

    def close(self) -> None:
        """Finish what was begun, then close the store."""
        self._thread.submit(self._close).result()
        self._thread.shutdown()

    def _ready(self, actor: Actor) -> Desk:
        if self._desk is None:
            self._desk = Desk.open(self.path, actor, self._clock, create=False)
        self._desk.actor = actor
        return self._desk

    def _close(self) -> None:
        if self._desk is not None:
            self._desk.close()
