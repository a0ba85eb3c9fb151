"""The line for this station's last action, or for the reason why something was not done."""

from textual.reactive import var

from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.values.clock import SECOND
from frontdesk.words.happened import happened
from frontdesk.words.i18n import _
from frontdesk.words.times import duration
from screens.kit.lines import Line, Span, ends, line, wrap
from screens.kit.live_lines import LiveLines
from screens.kit.store_zone import store_zone


class Feedback(LiveLines):
    """This station's last action and how long it can be undone, or why something was not done."""

    REDRAWN_BY = ("told", "done", "trouble")

    trouble: var[str] = var("")
    told: var[tuple[int, str]] = var((0, ""))
    """An event's number in the log, and a remark to show with that event."""

    done: var[str] = var("")
    """A text about the last action and what it leaves to do, if the log's own words do not say it."""

    def __init__(self) -> None:
        super().__init__(id="feedback")

    def build(self, width: int) -> list[Line]:
        """Return one line; a long sentence takes more."""
        if self.trouble:
            return [line(Span(f" {row}", "over")) for row in wrap(f"✗ {self.trouble}", width - 1)]
        if self.done:
            return [line(Span(f" {row}", "plain")) for row in wrap(f"✓ {self.done}", width - 1)]
        last = self._last()
        if self.snapshot is None or last is None:
            return [line(Span(" " + _("Type part of a plate, then press a key."), "dim"))]
        seq, more = self.told
        told = f" · {more}" if seq == last.seq else ""
        said = Span(f" ✓ {happened(last, self.snapshot.floor.places, store_zone(self.snapshot))}{told}", "plain")
        left = last.at + self.snapshot.policy.undo_s * SECOND - self.now
        if not last.undoable or left < 0:
            return [line(said)]
        return [ends([said], [Span(f" F9 {_('undo')} {duration(left)} ", "key")], width)]

    def say(self, trouble: str, done: str = "") -> None:
        """Show an error, or what was done, until the next call."""
        self.trouble, self.done = trouble, done

    def _last(self) -> Happened | None:
        recent = self.snapshot.recent if self.snapshot else ()
        me = self.live.actor
        return next((e for e in recent if me and (e.station, e.who) == (me.station, me.who)), None)
