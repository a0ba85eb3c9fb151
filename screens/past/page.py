"""The board of a past minute, minute by minute back and forth. Nothing on it acts on the store (Z7)."""

from contextlib import suppress
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Input

from frontdesk.desk import in_child
from frontdesk.desk.past import looking
from frontdesk.domain.past import LEAP, Past, faster, minutes_on
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import FrontdeskError, StoreError
from frontdesk.domain.values.typed_times import read_time
from frontdesk.words.i18n import N_, _
from screens.kit.command_dialog import CommandDialog
from screens.kit.dialog import Rest, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.lines import Lines
from screens.kit.live import Live
from screens.kit.spans import Line, Span, line
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.past.drawing import Playing, draw_head, draw_past

_KEYS = (
    Key("f2", "type", N_("time"), ""),
    Key("f3", "play", N_("play / stop"), ""),
    Key("f4", "speed(-1)", N_("slower"), ""),
    Key("f5", "speed(1)", N_("faster"), ""),
    Key("esc", "cancel", N_("back to now"), ""),
)
_STOPPED = Playing(1, goes=False)
_HANGS = 100


class PastHead(Lines):
    """That this is the past, which minute, and how fast it is played."""

    REDRAWN_BY = ("past", "playing", "gone_through", "is_cut")

    past: var[Past | None] = var(None)
    playing: var[Playing] = var(_STOPPED)
    gone_through: var[int] = var(_HANGS)
    """How much of a log without marks has been gone through, in hundredths."""
    is_cut: var[bool] = var(default=False)
    """Whether more can be scrolled to."""

    def build(self, width: int) -> list[Line]:
        if self.past is None:
            said = _("Going through the log once: {percent} %").format(percent=self.gone_through)
            return [line(Span(said if self.gone_through < _HANGS else "", "warn"))]
        return draw_head(self.past, store_zone(self.past.snapshot), self.playing, width, is_cut=self.is_cut)


class PastBoard(Lines):
    """What stood then, the board, and what the log does not hold."""

    REDRAWN_BY = ("past",)

    past: var[Past | None] = var(None)

    def build(self, width: int) -> list[Line]:
        if self.past is None or self.parent is None:
            return [()]
        high, room = self.screen.size.height, self.screen.query_one(Rest).size.height
        return draw_past(self.past, store_zone(self.past.snapshot), width, high, room)


class PastDialog(CommandDialog[None]):
    """A past minute; ← → go to the minute before and after, and it can be played."""

    TOPIC = "past"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_KEYS),
        Binding("left", "go(-1)", show=False),
        Binding("right", "go(1)", show=False),
        Binding("pageup,shift+left", f"go({-LEAP})", show=False),
        Binding("pagedown,shift+right", f"go({LEAP})", show=False),
        Binding("ctrl+left", "entry(-1)", show=False),
        Binding("ctrl+right", "entry(1)", show=False),
        Binding("up", "scroll_by(-1)", show=False),
        Binding("down", "scroll_by(1)", show=False),
        Binding("space", "play", show=False),
        Binding("plus,equals_sign", "speed(1)", show=False),
        Binding("minus", "speed(-1)", show=False),
        Binding("t", "type", show=False),
    ]

    def __init__(self, station: Station, moment: Millis) -> None:
        super().__init__(station)
        self._moment = moment
        self._played_at: Millis = 0
        """When it was played last, in the machine's running time."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Looking back")
            yield PastHead()
            with Rest(can_focus=False):
                yield PastBoard()
            yield field(_("time"), Input(id="moment", compact=True, placeholder=_("10:14, or 2026-05-29 10:14")))
            yield Trouble()
            yield KeyHints(_KEYS, tall=False)
            yield static(_("← → a minute · PgUp PgDn ten · Ctrl+← → the entry before, after · ↑ ↓ scroll"))

    async def on_mount(self) -> None:
        if await self.ask(looking.takes_long):
            self.query_one(PastHead).gone_through = 0
            self.run_worker(self._go_through())
        else:
            await self._load()

    async def _go_through(self) -> None:
        """Have a log without marks gone through by a process of its own, once."""
        path = await self.ask(lambda desk: desk.path)
        if path is not None:
            with suppress(StoreError):
                await in_child.ask(path, self._clock.now(), looking.go_through)
        await self._load()

    async def watch_live(self, before: Live, live: Live) -> None:
        """Each second a past that is played goes on; what is entered now changes nothing of it."""
        if not self.query(PastHead):
            return
        head = self.query_one(PastHead)
        if head.past is None and head.gone_through < _HANGS:
            head.gone_through = min(_HANGS - 1, await self.ask(looking.gone_through) or 0)
        elif head.playing.goes:
            running = self._clock.monotonic()
            passed, self._played_at = running - self._played_at, running
            await self._go(self._moment + passed * head.playing.speed)

    async def action_go(self, minutes: int) -> None:
        """Go some minutes back or forth."""
        await self._go(minutes_on(self._moment, minutes))

    async def action_entry(self, by: int) -> None:
        """Go to the entry before or after: to when something was entered."""
        found = await self.ask(looking.entry_beside, self._moment, by)
        if found is None:
            self.say(_("There is no entry before this.") if by < 0 else _("There is no entry after this."))
        else:
            await self._go(found)

    def action_scroll_by(self, by: int) -> None:
        """Scroll where not all can be seen."""
        self.query_one(Rest).scroll_relative(y=by, animate=False)
        self._see_below()

    def _see_below(self) -> None:
        rest = self.query_one(Rest)
        self.query_one(PastHead).is_cut = rest.scroll_offset.y < rest.max_scroll_y

    def action_play(self) -> None:
        """Let the past go on, or stand still."""
        head = self.query_one(PastHead)
        self._played_at = self._clock.monotonic()
        self.say("")
        head.playing = head.playing._replace(goes=not head.playing.goes)

    def action_speed(self, by: int) -> None:
        """Play faster or slower."""
        self.say("")
        head = self.query_one(PastHead)
        head.playing = head.playing._replace(speed=faster(head.playing.speed, by))

    def action_type(self) -> None:
        """F2: type a time; the field comes up for it."""
        self._type(is_typing=True)

    async def action_cancel(self) -> None:
        """Esc: leave the field, else return to now."""
        if self.focused is None:
            await super().action_cancel()
        else:
            self._type(is_typing=False)

    @on(Input.Submitted)
    async def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            moment = read_time(event.value, self.now, store_zone(self.latest()), past=True)
        except FrontdeskError as error:
            self.complain(error)
            return
        if await self._go(moment):
            self._type(is_typing=False)

    def _type(self, *, is_typing: bool) -> None:
        box = self.query_one("#moment", Input)
        box.value = ""
        self.query_one(".field").set_class(is_typing, "-typing")
        self.set_focus(box if is_typing else None)
        self.say("")

    async def _go(self, moment: Millis) -> bool:
        """Show another minute; where that cannot be shown it is said why, and this one stays and stands still."""
        before, self._moment = self._moment, moment
        if await self._load():
            return True
        if self._moment == moment:
            self._moment = before
        head = self.query_one(PastHead)
        head.playing = head.playing._replace(goes=False)
        return False

    async def _load(self) -> bool:
        moment = self._moment
        past = await self.ask(looking.at, moment)
        if past is None or not self.query(PastBoard):
            return False
        # Meanwhile another minute may have been asked for.
        if moment == self._moment:
            self.say("")
            self.query_one(PastHead).past = past
            self.query_one(PastBoard).past = past
            self.call_after_refresh(self._see_below)
        return True
