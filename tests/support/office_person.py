"""Somebody at head office's dashboard; what is read there the test says, and when."""

import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from looked import strips_of, text_of
from rich.cells import cell_len
from textual.pilot import Pilot

from frontdesk.app.office import HeadOffice
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.group.comparison import Comparison, Measure
from frontdesk.domain.group.comparison import Month as MonthOfStore
from frontdesk.domain.group.store import Store
from frontdesk.domain.group.there import There
from frontdesk.domain.values.clock import HOUR, ManualClock
from frontdesk.domain.values.errors import FrontdeskError

PATIENCE_S = 20.0
ZONE = ZoneInfo("Asia/Shanghai")
NOW = 1_795_930_000_000
"""2026-11-29 13:26:40."""


def store(number: int, name: str = "", **more: Any) -> Store:
    usual = {
        "id": number, "code": f"S{number:03}", "name": name or f"{number} 店", "province": "江苏", "epoch": 1,
        "seq": 200, "hash": "", "share": "full", "program": "0.4.0", "schema": 40, "heard_at": NOW - HOUR,
        "trouble": None, "trouble_seq": None, "trouble_at": None,
    }  # fmt: skip
    return Store(**{**usual, **more})


def month(of: Store, cars: int = 1000, **counts: int) -> MonthOfStore:
    told = {measure: counts.get(measure.value, cars // 10) for measure in Measure}
    return MonthOfStore(of.code, of.name, of.province, of.heard_at, cars, told)


class Group:
    """What would be read; `why` is why nothing can be, and without `answers` no answer comes at all."""

    def __init__(self, stores: list[Store]) -> None:
        self.all = stores
        self.months: dict[str, list[MonthOfStore]] = {"2026-11": [month(each) for each in stores]}
        self.here: dict[str, There] = {}
        self.why: FrontdeskError | None = None
        self.why_no_month: FrontdeskError | None = None
        self.why_not_there: FrontdeskError | None = None
        self.answers = threading.Event()
        self.answers.set()
        self.asked: list[str] = []

    def _ask(self, what: str) -> None:
        self.asked.append(what)
        self.answers.wait()
        if self.why is not None:
            raise self.why

    def stores(self) -> tuple[Store, ...]:
        self._ask("stores")
        return tuple(self.all)

    def compared(self, month: Month, zone: ZoneInfo) -> Comparison:
        self._ask(str(month))
        if self.why_no_month is not None:
            raise self.why_no_month
        return Comparison(tuple(self.months.get(str(month), ())), month.later(1).begins(zone))

    def there(self, code: str) -> There:
        self._ask(code)
        if self.why_not_there is not None:
            raise self.why_not_there
        return self.here.get(code, There(code, (), (), ()))


class Person:
    """Who sits at the dashboard."""

    def __init__(self, app: HeadOffice, pilot: Pilot[None], clock: ManualClock, group: Group) -> None:
        self.app, self.pilot, self.clock, self.group = app, pilot, clock, group

    @property
    def text(self) -> str:
        return text_of(self.app)

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.clock.at += 700
            await self.pilot.press(key)

    async def until(self, seen: Callable[[], Any]) -> None:
        ends = time.monotonic() + PATIENCE_S
        while not seen():
            assert time.monotonic() < ends, f"never came; the screen shows:\n{self.text}"
            await self.pilot.pause(0.01)

    async def reads(self, *texts: str) -> str:
        for text in texts:
            await self.until(partial(self._shows, text))
        return self.text

    def _shows(self, text: str) -> bool:
        return text in self.text

    async def later(self, millis: int) -> None:
        self.clock.at += millis
        self.app.tick()
        await self.pilot.pause()

    def rows(self) -> list[str]:
        """The codes in the list, from the top."""
        shown = [row.replace("▸", " ").split() for row in self.text.splitlines() if row[3:5] in {"S0", "S1"}]
        return [row[0] for row in shown]

    def fits(self) -> None:
        """Each line is as wide as the window, whatever stands in it."""
        width = self.app.size.width
        assert {cell_len(strip.text) for strip in strips_of(self.app)} == {width}
