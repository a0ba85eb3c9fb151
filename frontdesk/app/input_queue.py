"""Keys act in the order they were typed, however many come at once.

Textual puts each key into the queue of the widget that has the focus when the key comes in. The action bound to a key
(Tab, Enter, Backspace, ← →, F10) runs much later, when the key has passed through every widget up to the application.
In a burst (a stalled connection, a fast typist, a scanner) the keys behind a Tab are by then in the old box's queue,
and a phone number ends up, unmasked, among the customer's words. So everything behind a key that is not just text
waits until that key is done.

A digit that chooses from a list waits a moment too: with others close by it is part of something that is typed, as of
a plate for which the list came in the way, and none of them chooses. Right behind the key that brought the list up it
is meant: F3, 2, and the next plate.
"""

import asyncio
import re
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.errors import NoWidget
from textual.events import Event, Key, MouseDown, MouseUp, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerError

from frontdesk.domain.values.clock import MINUTE, SECOND, Millis
from screens.kit.digits import Hurried, PicksByDigit
from screens.kit.key_hints import KeyHints
from screens.kit.keys import OF_A_KEY
from screens.kit.settling import Presses
from screens.kit.too_small import is_covered

_FUNCTION_KEY = re.compile(r"f[0-9]+")
_CLOSING = frozenset({"ctrl+q", "ctrl+c"})
"""The keys that close a station, or say which one does."""
_PAINTED_S = 0.015
"""After this many seconds the effect of a key has been painted."""
ALONE_FOR_S = 0.25
"""How long before and after a digit no other may come for it to choose something: nobody means them faster."""
_LONGEST_S = 15.0
"""Longer than the store lets one command wait; then the next key is passed on anyway, so the keyboard never hangs."""


class InputQueue:
    """Hands on a key, a paste or a touch only when the key before it is done.

    `give` gives the application an event at once; `running_time` is the machine's.
    """

    def __init__(
        self, app: App[None], give: Callable[[Event], Awaitable[None]], running_time: Callable[[], Millis]
    ) -> None:
        self._app = app
        self._give = give
        self._running_time = running_time
        self._held: deque[tuple[Event, Screen[Any], Millis]] = deque()
        """The input that waits, each with the screen that was up and the time."""
        self._comes = asyncio.Event()
        self._way: tuple[MessagePump, ...] = ()
        """The widgets that the last key passes on its way up to the application; empty while no key is on its way."""
        self._following: asyncio.Task[None] | None = None
        self._presses = Presses()
        self._lifts_nothing = False
        """Whether the current touch was ignored, so that its release is ignored too."""
        self._last: tuple[Event, Millis] = (Event(), -MINUTE)
        """The last key, and when it came."""
        self._touched_at = running_time()
        self.came_back: Callable[[], bool] = lambda: False
        """Told that somebody is there; returns whether they could not see what this key would be for."""

    @property
    def is_empty(self) -> bool:
        """Whether no key is on its way, and none waits."""
        return not self._way and not self._held

    def untouched(self) -> Millis:
        """Return for how long nobody has pressed a key, pasted or touched."""
        return self._running_time() - self._touched_at

    async def take(self, event: Event) -> None:
        """Pass on keys, pastes and touches one after another; all other events at once."""
        if not isinstance(event, (Key, Paste, MouseDown, MouseUp)) or event.is_forwarded:
            await self._give(event)
            return
        self._touched_at = self._running_time()
        if self.came_back():
            return
        if self._way:
            self._held.append((event, self._app.screen, self._running_time()))
            self._comes.set()
        else:
            await self._hand_on(event, self._running_time())

    async def _hand_on(self, event: Event, came: Millis) -> None:
        if self._is_unseen(event) or self._is_the_same_press(event, came):
            return
        (before, at), self._last = self._last, (event, came)
        is_typed_on = _is_character(before)
        if self._picks(event) and (is_typed_on or came - at > ALONE_FOR_S * SECOND):
            self._way = (self._app.screen,)
            is_alone = not is_typed_on or came - at >= ALONE_FOR_S * SECOND
            self._following = asyncio.create_task(self._pick(event, self._app.screen, is_alone=is_alone))
        elif _is_text(event, self._app.focused):
            # It stays in the queue of the box that has the focus, and so does the key behind it: these are in turn.
            await self._give(event)
        elif is_typed_on and isinstance(event, Key):
            self._way = tuple((self._app.focused or self._app.screen).ancestors_with_self)
            self._following = asyncio.create_task(self._behind_text(event))
        else:
            await self._pass_on(event)

    def _is_unseen(self, event: Event) -> bool:
        """Whether nothing could be seen of what it does; a station is closed all the same."""
        closes = isinstance(event, Key) and event.key in _CLOSING
        return is_covered(self._app.screen) and not closes

    async def _behind_text(self, key: Event) -> None:
        """Let a key go when what was typed before it is in its box: the application's own keys do not go there."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_LONGEST_S):
                await _worked_off(self._way[0])
        self._app.call_later(self._pass_on, key)

    def _picks(self, event: Event) -> bool:
        is_digit = isinstance(event, Key) and event.key.isdecimal()
        return is_digit and any(isinstance(each, PicksByDigit) for each in (self._app.focused, self._app.screen))

    async def _pick(self, digit: Event, screen: Screen[Any], *, is_alone: bool) -> None:
        """Let a digit choose if no other character comes close to it."""
        if is_alone and not self._held:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._comes.wait(), ALONE_FOR_S)
        if not is_alone or (self._held and _is_character(self._held[0][0])) or screen is not self._app.screen:
            screen.post_message(Hurried())
            self._app.call_later(self._next)
        else:
            self._app.call_later(self._pass_on, digit)

    async def _pass_on(self, event: Event) -> None:
        self._way = tuple((self._app.focused or self._app.screen).ancestors_with_self)
        await self._give(event)
        # A task, and no worker: a worker tells the application of itself three times, and each key has one.
        self._following = asyncio.create_task(self._follow())

    def _is_the_same_press(self, event: Event, came: Millis) -> bool:
        """Whether a function key is held down or hit twice, or a finger trembles on it, so that it counts only once."""
        if isinstance(event, MouseUp):
            lifts_nothing, self._lifts_nothing = self._lifts_nothing, False
            return lifts_nothing
        again = self._presses.is_again(self._function_key(event), came)
        self._lifts_nothing = again and isinstance(event, MouseDown)
        return again

    def _function_key(self, event: Event) -> str:
        """Return which function key is pressed or touched; "" for none."""
        if isinstance(event, MouseDown):
            with suppress(NoWidget):
                widget, region = self._app.screen.get_widget_at(event.x, event.y)
                if isinstance(widget, KeyHints):
                    return widget.key_at(event.x - region.x, event.y - region.y)
        key = event.key if isinstance(event, Key) else ""
        return key if _FUNCTION_KEY.fullmatch(key) else ""

    async def _follow(self) -> None:
        """Wait until a key is done, then let the next one go."""
        # What a single key changes is painted first; looking whether all is done would hold it up.
        with suppress(TimeoutError):
            await asyncio.wait_for(self._comes.wait(), _PAINTED_S)
        with suppress(TimeoutError):
            async with asyncio.timeout(_LONGEST_S):
                # Once up to the application, where what is bound to the key is done; once behind what that sent off
                # (Enter: `Submitted`).
                for pump in (*self._way, *self._way):
                    await _worked_off(pump)
                for worker in [each for each in self._app.workers if each.group == OF_A_KEY]:
                    with suppress(WorkerError):
                        await worker.wait()
                # A dialog that came up is ready for keys only when its boxes stand and one has the focus.
                shown = None
                while shown is not self._app.screen:
                    shown = self._app.screen
                    await _worked_off(shown)
                    await _worked_off(self._app)
        self._presses.is_done(self._running_time())
        self._app.call_later(self._next)

    async def _next(self) -> None:
        self._way = ()
        self._comes.clear()
        while self._held and not self._way:
            event, seen, came = self._held.popleft()
            # A key is meant for what it brings up; a finger only for what was seen.
            if seen is self._app.screen or not isinstance(event, (MouseDown, MouseUp)):
                await self._hand_on(event, came)


def _is_character(event: Event) -> bool:
    return isinstance(event, Key) and event.is_printable


def _is_text(event: Event, box: Widget | None) -> bool:
    return isinstance(event, Key) and box is not None and box.check_consume_key(event.key, event.character)


async def _worked_off(pump: MessagePump) -> None:
    """Wait until a widget has handled everything now in its queue; a closed widget counts as done."""
    passed = asyncio.Event()
    if pump.call_later(passed.set):
        await passed.wait()
