"""A person at a running station, for tests: what they press, touch and paste, and what they can read."""

import asyncio
import re
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from looked import look, strips_of, text_of
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot
from textual.strip import Strip

from frontdesk.app.app import FrontdeskApp
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import ManualClock
from screens.kit.live_screen import LiveScreen
from screens.stations.station import StationScreen

PATIENCE_S = 20.0
"""How long a test waits for something to be shown before it fails; usually it takes a few milliseconds."""

_FUNCTION_KEY = re.compile(r"f[0-9]+")
_NAMED = re.compile(r"f\d+|ctrl\+\w|shift\+tab|tab|enter|escape|backspace|left|right|up|down")


class Station:
    """A running station and the person at it."""

    def __init__(self, app: FrontdeskApp, pilot: Pilot[None], clock: ManualClock) -> None:
        self.app = app
        self.pilot = pilot
        self.clock = clock
        self._last = ""

    @property
    def strips(self) -> list[Strip]:
        return strips_of(self.app)

    async def press(self, *keys: str) -> None:
        """Press keys; whoever presses a function key again has taken the finger off it in between."""
        if keys and keys[0] == self._last:
            self.clock.at += 700
        self._last = keys[-1] if keys and _FUNCTION_KEY.fullmatch(keys[-1]) else ""
        await self.pilot.press(*keys)

    @property
    def text(self) -> str:
        return text_of(self.app)

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def screen(self) -> StationScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, StationScreen))

    def prompts(self) -> list[str]:
        return [prompt.kind.value for prompt in self.screen.query_one("PromptPanel").prompts()]  # type: ignore[attr-defined]

    @property
    def entry(self) -> str:
        return str(self.screen.query_one("#plate").value)  # type: ignore[attr-defined]

    def show(self, name: str) -> str:
        """What can be read in one part of the screen that is up."""
        part = self.app.screen.query_one(name).region
        strips = self.strips[part.y : part.bottom]
        return "\n".join(strip.crop(part.x, part.right).text for strip in strips)

    async def until(self, seen: Callable[[], Any]) -> Any:
        """Wait until something is so; return it. Fails with what the screen shows."""
        deadline = time.monotonic() + PATIENCE_S
        while not (found := seen()):
            assert time.monotonic() < deadline, f"never came; the screen shows:\n{self.text}"
            await self.pilot.pause()
            # What takes long is looked for less often: looking is what costs.
            await asyncio.sleep((PATIENCE_S - deadline + time.monotonic()) / 10)
        return found

    async def reads(self, *texts: str) -> str:
        """Wait until all of these can be read on the screen; return the whole of it."""
        for text in texts:
            await self.until(partial(self._can_be_read, text))
        return self.text

    def _can_be_read(self, text: str) -> bool:
        return text in self.text

    async def picture(self, is_so: Callable[[Snapshot], Any]) -> Snapshot:
        """Wait until the station's picture is like that."""
        await self.until(lambda: self.app.snapshot is not None and is_so(self.app.snapshot))
        assert self.app.snapshot is not None
        return self.app.snapshot

    async def cars(self, *plates: str) -> Snapshot:
        """Wait until exactly these cars are at the store, in the picture of this station."""
        return await self.picture(lambda snapshot: sorted(car.plate for car in snapshot.floor.cars) == sorted(plates))

    async def later(self, millis: int) -> None:
        """Let time pass: the station has looked at what it shows, the clock moves, and the station ticks."""
        look(self.app)
        self.clock.at += millis
        await self.app.tick()
        await self.pilot.pause()

    async def touch(self, text: str, *, row: int = 0) -> None:
        """Put a finger on a text, or so many rows below it."""
        y = next(y for y, line in enumerate(self.lines) if text in line)
        x = cell_len(self.lines[y].split(text)[0]) + 1
        await self.pilot.click(offset=(x, y + row))

    async def paste(self, text: str) -> None:
        """Let the terminal paste a text, or an input method commit it."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    def burst(self, *parts: str) -> None:
        """Let keys and texts come in all at once, as after a connection has stalled."""
        for part in parts:
            for key in (part,) if _NAMED.fullmatch(part) else part:
                character = {"tab": "\t", "enter": "\r"}.get(key, key if len(key) == 1 else None)
                self.app.post_message(events.Key(key, character))

    async def dialog(self, name: str) -> None:
        """Wait until a dialog is up and takes keys."""
        await self.until(lambda: type(self.app.screen).__name__ == name and self.app.screen.is_active)
        await self.pilot.pause()

    async def says_why(self, number: str = "4") -> None:
        """Say why a customer leaves whom nobody has received, once the question could be read."""
        await self.until(lambda: type(self.app.screen).__name__ == "LeaveDialog" and self.app.focused is not None)
        self.clock.at += 700
        await self.pilot.press(number)
        await self.closed()

    async def closed(self) -> None:
        """Wait until the station is up again with no dialog over it."""
        await self.until(lambda: isinstance(self.app.screen, LiveScreen))
        await self.pilot.pause()
