"""A screen, or a dialog, with another one over it."""

from textual.screen import Screen, ScreenResultType


class Beneath(Screen[ScreenResultType]):
    """What lies beneath a dialog is painted when something of it changes, not each time it is told anything."""

    @property
    def is_current(self) -> bool:
        """Whether any part of the screen can be seen; nothing is painted beneath an opaque dialog."""
        if not super().is_current:
            return False
        stack = self.app.screen_stack
        return all(over.styles.background.a < 1 for over in stack[stack.index(self) + 1 :])

    def _on_timer_update(self) -> None:
        # Where a part of it is painted for what changed beneath, Textual forgets which other parts were to be painted.
        if self._repaint_required and self._dirty_widgets:
            self._compositor.update_widgets(self._dirty_widgets)
        super()._on_timer_update()

    def _compositor_refresh(self) -> None:
        super()._compositor_refresh()
        if not self.is_active:
            # Textual asks for all of it again: at the next message, whatever that is, and so for ever.
            self._repaint_required = False
