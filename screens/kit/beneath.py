"""A screen, or a dialog, with another one over it."""

from typing import Any

from rich.console import RenderableType
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen, ScreenResultType


class Beneath(Screen[ScreenResultType]):
    """What lies beneath a dialog is painted when something of it changes, not each time it is told anything."""

    @property
    def is_current(self) -> bool:
        """Whether any part of the screen can be seen; nothing is painted beneath an opaque dialog."""
        if not super().is_current:
            return False
        return all(over.styles.background.a < 1 for over in self._screens_over())

    def render(self) -> RenderableType:
        """Return what is seen behind it: the screen just below it.

        Textual takes the next of a list that it begins anew for each frame. Where those above were painted before and
        are only repeated, that is one of those above, which shows this one: round and round, till the program stops.
        """
        stack, background = self.app.screen_stack, self.styles.background
        place = stack.index(self) if self in stack else 0
        return BackgroundScreen(stack[place - 1], background) if place and background.a < 1 else super().render()

    def _on_timer_update(self) -> None:
        # Where a part of it is painted for what changed beneath, Textual forgets which other parts were to be painted.
        if self._repaint_required and self._dirty_widgets:
            self._compositor.update_widgets(self._dirty_widgets)
        super()._on_timer_update()

    def _compositor_refresh(self) -> None:
        changed = tuple(self._compositor._dirty_regions)
        super()._compositor_refresh()
        if self.is_active:
            return
        # Textual asks for all of it again: at the next message, whatever that is, and so for ever.
        self._repaint_required = False
        # Each dialog keeps what was painted behind it; Textual tells only the uppermost what changed there.
        for between in self._screens_over()[:-1] if changed else ():
            between._set_dirty(*changed)

    def _screens_over(self) -> list[Screen[Any]]:
        """Return what is over it, the uppermost last; nothing is over one that is closed."""
        stack = self.app.screen_stack
        return stack[stack.index(self) + 1 :] if self in stack else []
