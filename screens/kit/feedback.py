"""The line for this station's last action, or for the reason why something was not done."""

from textual.reactive import var

from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.values.clock import SECOND, Clock, Millis
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.happened import happened
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.times import duration
from screens.kit.live import Live
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, ends, line, wrap
from screens.kit.store_zone import store_zone

SHOWN_FOR: Millis = 8 * SECOND
"""How long a message stands, by the machine's running time."""


class Feedback(LiveLines):
    """This station's last action and how long it can be undone, or why something was not done."""

    REDRAWN_BY = ("told", "done", "known", "trouble")

    trouble: var[str] = var("")
    told: var[tuple[int, str]] = var((0, ""))
    """An event's number in the log, and a remark to show with that event."""

    done: var[str] = var("")
    """A text about the last action and what it leaves to do, if the log's own words do not say it."""

    known: var[str] = var("")
    """What is so already, where a key had nothing left to do."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(id="feedback")
        self._clock = clock
        self._said_at: Millis = 0
        self._refused_with: FrontdeskError | None = None

    def build(self, width: int) -> list[Line]:
        """Return one line; a long sentence takes more."""
        if self.trouble:
            return [line(Span(f" {row}", "over")) for row in wrap(f"✗ {self.trouble}", width - 1)]
        if self.done:
            return [line(Span(f" {row}", "plain")) for row in wrap(f"✓ {self.done}", width - 1)]
        if self.known:
            return [line(Span(f" {row}", "plain")) for row in wrap(f"· {self.known}", width - 1)]
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

    def say(self, trouble: str, done: str = "", *, known: str = "") -> None:
        """Say what is wrong, what was done, or what is so already, for a while or until something else is said here."""
        self._said_at = self._clock.monotonic()
        self._refused_with = None
        self.trouble, self.done, self.known = trouble, done, known

    def refuse(self, error: FrontdeskError) -> None:
        """Say why something was not done."""
        self.say(sentence(error, store_zone(self.snapshot) if self.snapshot else None))
        self._refused_with = error

    def say_anew(self) -> None:
        """Say a refusal in the new language; only a hint goes: the key that it answered gives it again."""
        error = self._refused_with
        self.told = (0, "")
        self.say("")
        if error is not None:
            self.refuse(error)

    def watch_live(self, before: Live, after: Live) -> None:
        """A second has passed: what has stood long enough to be read goes."""
        if (self.trouble or self.done or self.known) and self._clock.monotonic() - self._said_at >= SHOWN_FOR:
            self.say("")
        super().watch_live(before, after)

    def _last(self) -> Happened | None:
        recent = self.snapshot.recent if self.snapshot else ()
        me = self.live.actor
        return next((e for e in recent if me and (e.station, e.who) == (me.station, me.who)), None)
