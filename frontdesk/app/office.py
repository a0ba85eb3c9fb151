"""The Textual application of head office: the group, read again every few seconds, and nothing that changes it."""

import gc
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Protocol, TypeVar
from zoneinfo import ZoneInfo

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message

import screens
from frontdesk.app.listeners import Listener
from frontdesk.app.program import Program
from frontdesk.app.repeated import Repeated
from frontdesk.app.themes import ThemeChosen
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.group.comparison import Comparison
from frontdesk.domain.group.store import Store
from frontdesk.domain.group.there import There
from frontdesk.domain.values.clock import SECOND, Clock, Millis, SystemClock
from frontdesk.domain.values.errors import FrontdeskError
from screens.group.office import OfficeScreen
from screens.group.picture import GroupPicture, ShowsGroup
from screens.group.store_page import LookedAt

_STYLES = ("stations/frontdesk", "group/group")
EVERY_S = 3.0
"""How often the stores are read, and what goes on at the one that is looked at."""
_MONTH_EVERY_S, _MONTH_COSTS = 15.0, 40
"""A month of all stores is counted again after so long, and after so many times as long as counting it took."""
_UNSEEN_S = 1.0
"""Where nobody can see it, it is not counted; so often it is looked whether somebody can."""
SILENT_FOR: Millis = 20 * SECOND
"""Where no answer comes for so long what is shown is old, whatever the reason."""
_KEPT = 12
"""So many months are kept, so that turning back shows one at once."""

log = logging.getLogger(__name__)
T = TypeVar("T")


class Source(Protocol):
    """Where the group is read; each answer may take a while, and raises `FrontdeskError` where there is none."""

    def stores(self) -> tuple[Store, ...]:
        """Return all stores."""

    def compared(self, month: Month, zone: ZoneInfo) -> Comparison:
        """Return the stores beside each other in a month."""

    def there(self, code: str) -> There:
        """Return what goes on at a store."""


class Read(Message):
    """Something was read in a thread: what follows from it for the picture."""

    def __init__(self, follows: Callable[[], None]) -> None:
        super().__init__()
        self.follows = follows


class HeadOffice(Program, ShowsGroup):
    """Head office's dashboard."""

    CSS_PATH: ClassVar = [Path(screens.__path__[0], f"{name}.tcss") for name in _STYLES]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "language", show=False, priority=True),
        Binding("ctrl+q", "quit", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False, priority=True),
    ]

    def __init__(
        self, source: Source, zone: ZoneInfo, *, clock: Clock | None = None, listeners: Sequence[Listener] = (),
        theme: str = "dark",
    ) -> None:  # fmt: skip
        self._clock = clock or SystemClock()
        super().__init__(ansi_color=False, running_time=self._clock.monotonic, theme=theme)
        self._source, self._zone, self._listeners = source, zone, listeners
        self._looked_at = ""
        self._months: dict[Month, tuple[Comparison, Millis]] = {}
        self._read_at, self._answered = self._clock.now(), self._clock.monotonic()
        now = self._clock.now()
        self._shown = GroupPicture(now, zone, Month.of(now, zone))
        self._stores = self._repeated("stores", source.stores, self._stores_came, self._failed, lambda _took: EVERY_S)
        self._month = self._repeated(
            "month", self._count, self._month_came, self._month_failed,
            lambda took: max(_MONTH_EVERY_S, _MONTH_COSTS * took) if self.can_be_seen() else _UNSEEN_S,
        )  # fmt: skip
        self._there = self._repeated(
            "there",
            self._look,
            self._there_came,
            self._there_failed,
            lambda _took: EVERY_S if self._looked_at else None,
        )

    def _repeated(
        self, name: str, ask: Callable[[], T], tell: Callable[[T], None],
        fail: Callable[[FrontdeskError | None], None], rest: Callable[[float], float | None],
    ) -> Repeated[T]:  # fmt: skip
        return Repeated(
            name,
            ask=ask,
            tell=lambda found: self._hand_on(lambda: tell(found)),
            fail=lambda why: self._hand_on(lambda: fail(why)),
            rest=rest,
            clock=self._clock,
        )

    def _hand_on(self, follows: Callable[[], None]) -> None:
        if self.is_running:
            self.post_message(Read(follows))

    def on_mount(self) -> None:
        """Show what there is, begin to read, and tick."""
        self.group = self._shown
        self.push_screen(OfficeScreen())
        self.set_interval(1.0, self.tick)
        self.end_when_told()
        self.call_after_refresh(gc.enable)
        for each in (self._stores, self._month, self._there):
            each.start()

    def on_unmount(self) -> None:
        for each in (self._stores, self._month, self._there):
            each.stop()

    # -- what was read ------------------------------------------------------------------------------------------

    @on(Read)
    def _read(self, event: Read) -> None:
        event.follows()

    def _show(self, **changes: object) -> None:
        self._shown = replace(self._shown, now=self._clock.now(), **changes)  # type: ignore[arg-type]
        self.group = self._shown

    def _stores_came(self, stores: tuple[Store, ...]) -> None:
        was_away = self._shown.stale_since is not None
        self._read_at, self._answered = self._clock.now(), self._clock.monotonic()
        self._show(stores=stores, stale_since=None, why=None)
        if was_away:
            log.info("the database answers again")
            self._show(why_no_month=None, why_not_there=None)
            self.action_read_again()

    def _failed(self, why: FrontdeskError | None) -> None:
        if self._shown.stale_since is None:
            log.warning("the group cannot be read: %s", why.facts.get("detail", why.reason) if why else "see above")
        self._show(stale_since=self._shown.stale_since or self._read_at, why=why)

    def _count(self) -> tuple[Month, Comparison] | None:
        month = self._shown.month
        return (month, self._source.compared(month, self._zone)) if self.can_be_seen() else None

    def _month_came(self, counted: tuple[Month, Comparison] | None) -> None:
        if counted is None:
            return
        month, found = counted
        self._months[month] = (found, self._clock.now())
        while len(self._months) > _KEPT:
            del self._months[next(iter(self._months))]
        if month == self._shown.month:
            self._show(comparison=found, compared_at=self._clock.now(), why_no_month=None)

    def _month_failed(self, why: FrontdeskError | None) -> None:
        if why is not None:
            self._show(why_no_month=why)

    def _look(self) -> There | None:
        code = self._looked_at
        return self._source.there(code) if code else None

    def _there_came(self, found: There | None) -> None:
        if found is not None and found.code == self._looked_at:
            self._show(there=found, why_not_there=None)

    def _there_failed(self, why: FrontdeskError | None) -> None:
        """Where the database is away, the stores cannot be read either, and that is said."""
        if why is not None and self._looked_at:
            self._show(why_not_there=why)

    @on(LookedAt)
    def _another_is_looked_at(self, event: LookedAt) -> None:
        self._looked_at = event.code
        self._show(why_not_there=None)
        if event.code:
            self._there.wake()

    # -- time, and keys -----------------------------------------------------------------------------------------

    def tick(self) -> None:
        """A second has passed: the month may be another one, and an answer may be overdue."""
        self.mind_the_terminal()
        present = Month.of(self._clock.now(), self._zone)
        if self._shown.month == Month.of(self._shown.now, self._zone) != present:
            self._turn_to(present)
        if self._clock.monotonic() - self._answered > SILENT_FOR and self._shown.stale_since is None:
            self._failed(None)
        else:
            self._show()

    def action_read_again(self) -> None:
        """F5: read all of it now."""
        for each in (self._stores, self._month, self._there):
            each.wake()

    def action_turn(self, by: int) -> None:
        """← →: the month before or after, at most the present one."""
        self._turn_to(min(self._shown.month.later(by), Month.of(self._clock.now(), self._zone)))

    def _turn_to(self, month: Month) -> None:
        if month == self._shown.month:
            return
        found, at = self._months.get(month, (None, 0))
        self._show(month=month, comparison=found, compared_at=at, why_no_month=None)
        self._month.wake()

    def action_help_quit(self) -> None:
        """Ctrl+C: nothing; the keys at the bottom say how to close."""

    @on(ThemeChosen)
    def _let_hear(self, message: Message) -> None:
        for listener in self._listeners:
            listener.hear(message, self)
