"""A person who sets a store up."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from frontdesk.app.setup import SetupApp
from frontdesk.desk import setup
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.setup.draft import Draft, Step
from frontdesk.domain.values.clock import ManualClock
from screens.setup.screen import SetupScreen

PATIENCE_S = 8.0


class Person:
    """The set-up, and who sits at it; `kept` is what would be there after the machine went off."""

    def __init__(self, app: SetupApp, pilot: Pilot[None], clock: ManualClock, kept: list[Draft]) -> None:
        self.app = app
        self.pilot = pilot
        self.clock = clock
        self.kept = kept

    @property
    def text(self) -> str:
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    async def press(self, *keys: str) -> None:
        """Press keys; the finger was off them in between."""
        for key in keys:
            self.clock.at += 700
            await self.pilot.press(key)

    async def type(self, text: str) -> None:
        """Type over what stands in the box."""
        await self.pilot.press("home", "shift+end", *text) if text else await self.pilot.press("home", "ctrl+k")

    async def until(self, seen: Callable[[], Any]) -> None:
        ends = time.monotonic() + PATIENCE_S
        while not seen():
            assert time.monotonic() < ends, f"never came; the screen shows:\n{self.text}"
            await self.pilot.pause()

    async def reads(self, *texts: str) -> None:
        """Wait until all of these can be read, wherever a line may break."""
        for text in texts:
            await self.until(lambda text=text: "".join(text.split()) in "".join(self.text.replace("│", "").split()))

    async def at(self, step: Step) -> None:
        """Wait until a step is up and takes keys."""
        await self.until(lambda: isinstance(self.app.screen, SetupScreen) and self.app.screen.STEP is step)
        await self.until(lambda: self.app.screen.is_active and self.app.focused is not None)
        await self.pilot.pause()

    async def touch(self, text: str) -> None:
        y = next(y for y, row in enumerate(self.text.split("\n")) if text in row)
        await self.pilot.click(offset=(cell_len(self.text.split("\n")[y].split(text)[0]) + 1, y))


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Where the store will be."""
    return tmp_path / "new.db"


@pytest.fixture
def at_setup(new: Path, clock: ManualClock) -> Callable[..., Any]:
    """Begin the set-up with some of it answered."""

    @asynccontextmanager
    async def begun(draft: Draft = Draft(), size: tuple[int, int] = (80, 24)) -> AsyncIterator[Person]:  # noqa: B008 - a value that never changes
        kept: list[Draft] = []
        app = SetupApp(
            draft, kept.append, lambda answers: setup.set_up(new, answers, Actor("command", "李工"), clock), clock
        )
        async with app.run_test(size=size) as pilot:
            person = Person(app, pilot, clock, kept)
            await person.at(draft.step)
            yield person

    return begun
