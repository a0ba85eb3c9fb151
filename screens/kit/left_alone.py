"""What is said in place of a dialog at a station that was left alone."""

from frontdesk.words.i18n import _
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, line, wrap

COVERED = "-left-alone"
"""The class of a dialog that is covered."""


class LeftAloneCover(Lines):
    """Covers a dialog until somebody presses a key; what was typed stays."""

    def on_show(self) -> None:
        """It is drawn when it is needed, in the language of that moment."""
        self.call_after_refresh(self.redraw)

    def build(self, width: int) -> list[Line]:
        said = _("Nobody was here for a while: customers are covered. Any key goes on, and does nothing else.")
        return [line(Span(row, "head")) for row in wrap(said, width - 1)]
