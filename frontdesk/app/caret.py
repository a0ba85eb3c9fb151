"""Places the terminal's own cursor at the insertion point, because an input method composes there."""

from textual.app import App
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input


class Caret(App[None]):
    """An application that moves the cursor to the insertion point of the focused box in every frame."""

    _caret = Offset(0, 0)

    @property
    def cursor_position(self) -> Offset:
        """The position of the terminal's cursor after the next frame."""
        # A box tells of its caret when that moves, and before it has been laid out; a window's size changes, dialogs
        # come and go. So it is asked again whenever a frame is painted.
        if self.screen_stack:
            self._caret = _caret_of(self.focused or self.screen) or self._caret
        return self._caret

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        self._caret = place


def _caret_of(focused: Widget) -> Offset | None:
    # Boxes for many words are not asked for by their class: the first picture does without loading it.
    place: Offset | None = getattr(focused, "cursor_screen_offset", None)
    if place is not None and not isinstance(focused, Input):
        return place
    # From a list, too, typing goes into the screen's own box.
    box = focused if isinstance(focused, Input) else next(iter(focused.screen.query(Input)), None)
    if box is None:
        return None
    # Behind the text Textual counts one cell too many.
    return box.cursor_screen_offset - Offset(int(box.cursor_at_end), 0)
