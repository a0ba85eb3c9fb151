"""Which device asks, by its cookie; and making one of a browser in which a code was typed."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from frontdesk.desk.desk import Desk
from frontdesk.desk.stations import devices
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.devices import Device
from frontdesk.domain.values.clock import Clock
from frontdesk.web.wrong_codes import WrongCodes

STATION = "serve"
"""The station name of the server itself."""

T = TypeVar("T")


class Pairing:
    """Asks the store about devices, and counts the wrong codes."""

    def __init__(self, store: Path, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._wrong = WrongCodes(clock)

    async def device_of(self, cookie: str | None) -> Device | None:
        """Return the device that has this cookie."""
        return await self._ask(lambda desk: devices.with_cookie(desk, cookie)) if cookie else None

    async def pair(self, typed: str, name: str, known: Device | None) -> str:
        """Make a device of whoever typed a code; return its cookie. Raises `Refused`."""
        with self._wrong.tried():
            return await self._ask(lambda desk: devices.pair(desk, typed, name, known))

    async def paired(self) -> tuple[Device, ...]:
        """Return every device."""
        return await self._ask(devices.paired)

    async def note_seen(self, numbers: set[int]) -> None:
        """Note that devices show a station now."""
        await self._ask(lambda desk: devices.seen(desk, numbers))

    async def zone(self) -> ZoneInfo:
        """Return the store's time zone."""
        return ZoneInfo(await self._ask(lambda desk: desk.snapshot().policy.time_zone))

    async def _ask(self, question: Callable[[Desk], T]) -> T:
        """Ask the store; opened each time, because it may have been restored since."""

        def ask() -> T:
            with Desk.open(self._store, Actor(STATION, ""), self._clock, create=False) as desk:
                return question(desk)

        return await asyncio.to_thread(ask)
