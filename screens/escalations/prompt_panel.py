"""The prompt panel: what must be done now, one line each with its verb. It never takes the focus or any key."""

from frontdesk.domain.escalations.alerts import Alert, StationAlerts, Item
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.prompts import is_answered
from frontdesk.domain.escalations.tasks import Task
from frontdesk.domain.people.roles import Role
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.escalations.progress import how_it_ended, role_name, what_comes_next, who_has_it
from frontdesk.words.escalations.prompt import title
from frontdesk.words.escalations.tasks import task_text
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.times import short_time
from screens.escalations.prompt_line import prompt_line
from screens.kit.lines import Line, Span, ends, fit
from screens.kit.live_lines import LiveLines
from screens.kit.store_zone import store_zone

SHOWN = 5
SHOWN_LOW = 2
"""How many lines are shown at once; `SHOWN_LOW` applies in a low window, where the board needs the room."""

_LOW = 30
"""A window with fewer rows is low."""


class PromptPanel(LiveLines):
    """The requests to this station: prompts to answer, then tasks, then prompts that somebody has taken on."""

    def __init__(self, station: StationKind) -> None:
        super().__init__(id="prompts")
        self._station = station
        self._calling = StationAlerts(station)
        self._told: tuple[str, Millis] | None = None

    def items(self) -> tuple[Item, ...]:
        """Return the items on the panel, the one to answer first at the top."""
        if self.snapshot is None:
            return ()
        prompts = self.prompts()
        first = [prompt for prompt in prompts if not is_answered(prompt)]
        return (*first, *self.snapshot.tasks_at(self._station), *prompts[len(first) :])

    def prompts(self) -> tuple[Escalation, ...]:
        """Return the situations this station shows."""
        return () if self.snapshot is None else self.snapshot.prompts(self._station, self.now)

    def is_ready(self, item: Item, monotonic: Millis) -> bool:
        """Whether it has been up long enough for a key to be meant for it, in the machine's running time."""
        return self._calling.is_ready(item, monotonic)

    def look(self, monotonic: Millis) -> Alert:
        """Note which items are up at this running time; return the alert that this calls for."""
        call = self._calling.look(self.items(), monotonic)
        if call.gone and self.snapshot is not None:
            self._say_who_was_first(call.gone)
        return call

    def build(self, width: int) -> list[Line]:
        """Return a line for each item, or one line that there is none."""
        snapshot, items = self.snapshot, self.items()
        if snapshot is None or not items:
            return [self._quiet(width)]
        room = SHOWN if self.screen.size.height >= _LOW else SHOWN_LOW
        lines = [self._line(item, snapshot, width) for item in items[:room]]
        if len(items) > room:
            more = _("and {count} more").format(count=len(items) - room + snapshot.unshown_at(self._station))
            lines.append(fit([Span(f"   {more}", "prompt")], width, "prompt"))
        return lines

    def _line(self, item: Item, snapshot: Snapshot, width: int) -> Line:
        if isinstance(item, Task):
            since = short_time(item.asked_at, store_zone(snapshot), self.now)
            asked = f" ☐ {since} {task_text(item, snapshot.floor.places)} "
            return ends([Span(asked, "task")], [Span(f" ▸ {_('F8 done')} ", "task")], width, "task")
        return prompt_line(item, snapshot, self._station, self.now, width)

    def _quiet(self, width: int) -> Line:
        snapshot = self.snapshot
        if snapshot is not None and self._station is StationKind.RECEPTION:
            elsewhere = next((each for each in snapshot.escalations if each.is_crowding), None)
            if elsewhere is not None:
                said = labelled(title(elsewhere, snapshot), who_has_it(elsewhere))
                comes = what_comes_next(elsewhere, snapshot, self.now)
                return fit([Span(" " + " · ".join(filter(None, (said, comes))), "dim")], width)
        if self._told and self.now - self._told[1] < 60 * SECOND:
            return fit([Span(f" {self._told[0]}", "ok")], width)
        if snapshot is not None and self._station is not StationKind.MANAGER:
            gone = snapshot.presence.gone_since(StationKind.MANAGER, self.now)
            if gone is not None:
                return fit([Span(f" {self._no_manager(snapshot, gone)}", "warn")], width)
        if snapshot is not None and snapshot.count_unexplained and self._station is StationKind.MANAGER:
            text = _("{count} ended with nobody having acted: F8 says why").format(count=snapshot.count_unexplained)
            return fit([Span(f" {text}", "warn")], width)
        return fit([Span(" " + _("no prompts"), "dim")], width)

    def _no_manager(self, snapshot: Snapshot, gone: Millis) -> str:
        whom = role_name(Role.DEPUTY, snapshot, self.now)
        if not gone:
            return _("no manager console is open: prompts go to the {whom}").format(whom=whom)
        since = short_time(gone, store_zone(snapshot), self.now)
        return _("manager console silent since {since}: prompts go to the {whom}").format(since=since, whom=whom)

    def _say_who_was_first(self, gone: tuple[int, ...]) -> None:
        assert self.snapshot is not None
        zone = store_zone(self.snapshot)
        for number in gone:
            escalation = self.snapshot.latest_of(number)
            if escalation is None:
                continue
            name = f"{word(escalation.kind)} {show_plate(escalation.plate)}".strip()
            if escalation.cleared_at is not None:
                at = short_time(escalation.cleared_at, zone)
                text = f"{at} {labelled(name, how_it_ended(escalation))}"
            elif escalation.action is not None:
                at, done = short_time(escalation.acted_at or 0, zone), word(escalation.action)
                text = _("{name}: {who} acted at {at}: {action}")
                text = text.format(name=name, who=escalation.acted_by, at=at, action=done)
            elif escalation.acknowledged_at is not None:
                at = short_time(escalation.acknowledged_at, zone)
                text = _("{name}: {who} has it since {at}").format(name=name, who=escalation.acknowledged_by, at=at)
            else:
                at = short_time(escalation.told_at or 0, zone)
                text = f"{at} {_('{name}: told by {who}').format(name=name, who=escalation.told_by)}"
            self._told = (text, self.now)
        self.redraw()
