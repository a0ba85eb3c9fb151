"""The prompt panel: what must be done now, one line each with its verb. It never takes the focus or any key."""

from textual.events import Click

from frontdesk.domain.escalations.alerts import Alert, Item, StationAlerts
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.open_steps import OpenStep
from frontdesk.domain.escalations.panel import Row, answered_next
from frontdesk.domain.journal.events import UNDOABLE, JournalEvent
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.zone.offers import Offer
from frontdesk.words.escalations.progress import who_was_first
from frontdesk.words.escalations.prompt import crowd_line
from frontdesk.words.happened import happened
from screens.escalations.prompt_drawing import draw_prompts
from screens.kit.key_hints import KeyHints
from screens.kit.live_lines import LiveLines
from screens.kit.settling import Front
from screens.kit.spans import Line
from screens.kit.store_zone import store_zone

_TOLD_FOR = 60 * SECOND
"""How long it is said who was first."""


class PromptPanel(LiveLines):
    """What this station is asked, one line for one kind: what is to be answered, then what somebody has."""

    def __init__(self, station: StationKind) -> None:
        super().__init__(id="prompts")
        self._station = station
        self._calling = StationAlerts(station)
        self._front = Front()
        self._told: tuple[str, Millis] | None = None
        self._told_of: int | None = None
        """The prompt that still stood when it was said who was first with it."""
        self._beyond: int | None = None
        """The row that says how many more there are."""

    def rows(self) -> tuple[Row, ...]:
        """Return the lines of the panel, the most urgent at the top."""
        return () if self.snapshot is None else self.snapshot.rows(self._station, self.now, self.live.who)

    def prompts(self) -> tuple[Escalation, ...]:
        """Return the situations this station shows."""
        return tuple(prompt for row in self.rows() for prompt in row.prompts)

    def is_ready(self, item: Item, monotonic: Millis) -> bool:
        """Whether it has been up long enough for a key to be meant for it, in the machine's running time."""
        return self._calling.is_ready(item, monotonic)

    def is_read(self, row: Row, monotonic: Millis) -> bool:
        """Whether a line has been the next to be answered for long enough for F8 to be meant for it."""
        return self.is_ready(row.first, monotonic) and self._front.is_read(row.key, monotonic)

    def look(self, monotonic: Millis) -> Alert:
        """Note which items are up at this running time; return the alert that this calls for."""
        rows = self.rows()
        following = answered_next(rows)
        self._front.look(following.key if following else None, monotonic)
        call = self._calling.look([item for row in rows for item in row.items], monotonic)
        if self.snapshot is not None and (call.gone or call.ended):
            self._say_who_was_first(call, self.snapshot)
        return call

    def told_lately(self) -> str:
        """Return who was first with what is no longer up; "" where that is long ago, or over since."""
        if self._told is None or self.snapshot is None or self.now - self._told[1] >= _TOLD_FOR:
            return ""
        if self._told_of is None:
            return self._told[0]
        # Whoever took it on may have acted meanwhile.
        prompt = self.snapshot.latest_of(self._told_of)
        return who_was_first(prompt, store_zone(self.snapshot)) if prompt is not None and prompt.is_open else ""

    def known(self) -> str:
        """Return what is to be said where nothing is left to answer: who was first, or who has the over-count."""
        return self.told_lately() or (crowd_line(self.snapshot, self.now) if self.snapshot else "")

    def build(self, width: int) -> list[Line]:
        high = self.screen.size.height
        drawn = draw_prompts(self.live, self._station, width, high, told=self.told_lately())
        self._beyond = drawn.beyond
        return drawn.lines

    def on_click(self, event: Click) -> None:
        """A touch of the row that says of more shows all."""
        if event.y == self._beyond:
            self.post_message(KeyHints.Touched("do('prompts')"))

    def _say_who_was_first(self, call: Alert, snapshot: Snapshot) -> None:
        zone = store_zone(snapshot)
        for item in call.ended:
            if isinstance(item, OpenStep):
                continue
            plate = item.car.plate if isinstance(item, Offer) else item.plate
            done = (each for each in snapshot.recent if each.kind in UNDOABLE or each.kind == JournalEvent.UNDO)
            entry = next((each for each in done if each.plate == plate), None)
            if entry is not None and entry.who != self.live.who:
                self._told = (f"{happened(entry, snapshot.floor.places, zone)} · {entry.who}", self.now)
                self._told_of = None
        for number in call.gone:
            escalation = snapshot.latest_of(number)
            if escalation is not None:
                self._told = (who_was_first(escalation, zone), self.now)
                self._told_of = number if escalation.is_open else None
        self.redraw()
