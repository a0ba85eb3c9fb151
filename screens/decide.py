"""The manager's decision on an escalation: the four actions of the plan, with what the floor allows (Z5a–b, Z6a–b)."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen

from frontdesk.desk import escalations
from frontdesk.desk.hands import Hands
from frontdesk.domain.clock import Clock
from frontdesk.domain.errors import FrontdeskError
from frontdesk.domain.escalations import Action, Escalation, Option, options
from frontdesk.domain.plates import show_plate
from frontdesk.domain.snapshot import Snapshot
from frontdesk.i18n import _
from frontdesk.sentences import sentence, why
from frontdesk.wording import duration, place_name, short_time, word
from screens.dialog import LiveDialog, Trouble, static
from screens.lines import Line, Span, fit, line, shortened, wrap
from screens.picture import Picture
from screens.prompts import SETTLE, situation
from screens.status import store_zone

_SAID = 2
"""How many lines the situation takes at most."""
_KEYS = {Action.DIVERT: "F2", Action.WORKSHOP_BAY: "F3", Action.REPAIR: "F4", Action.REORDER: "F5"}


_OVER_S = 4
"""How long a decision that is no longer needed says so before it closes."""


class Options(Picture):
    """The four actions as they stand this second, each with the car it proposes, or why it cannot be done."""

    picked: reactive[int] = reactive(0)
    """How far ← → went from the proposed car."""

    @dataclass
    class Touched(Message):
        """An action was touched."""

        action: Action

    def __init__(self, number: int) -> None:
        super().__init__(id="options")
        self._number = number

    def escalation(self) -> Escalation | None:
        """Return the escalation as it is now."""
        return self.snapshot.escalation(self._number) if self.snapshot else None

    def option(self, action: Action) -> Option | None:
        """Return an action as it stands now."""
        return next((o for o in self._options() if o.action is action), None)

    def car(self, option: Option) -> str:
        """Return the plate of the car an action would be done with; "" where there is none."""
        return option.cars[self.picked % len(option.cars)].plate if option.cars else ""

    def build(self, width: int) -> list[Line]:
        """Return the situation, then three lines for each action: big enough to touch."""
        shot, escalation = self.snapshot, self.escalation()
        if shot is None or escalation is None:
            return []
        said = wrap(situation(escalation, shot, self.now), width - 2)
        if len(said) > _SAID:
            # Every car stands on the board; here the actions must stay in view.
            said = [*said[: _SAID - 1], shortened(f"{said[_SAID - 1]} …", width - 2)]
        lines: list[Line] = [fit([Span(f" {row}", "over")], width) for row in said]
        lines += self._record(escalation, shot, width)
        for option in self._options():
            key, name = _KEYS[option.action], word(option.action)
            lines.append(())
            lines.append(line(Span(f" {key} ", "key"), Span(name, "head" if option.possible else "dim")))
            lines.append(line(Span("    "), *self._proposal(option)))
        return lines

    def watch_picked(self) -> None:
        """Another car is proposed."""
        self.redraw()

    def on_click(self, event: Click) -> None:
        """Give the action that was touched."""
        lines = self.build(self.size.width)
        for option in self._options():
            first = next(y for y, spans in enumerate(lines) if any(_KEYS[option.action] in s.text for s in spans))
            if event.y in {first, first + 1}:
                self.post_message(self.Touched(option.action))

    def _options(self) -> tuple[Option, ...]:
        escalation = self.escalation()
        if self.snapshot is None or escalation is None or not escalation.is_open:
            return ()
        return options(self.snapshot.floor, escalation.subject, self.now)

    def _proposal(self, option: Option) -> list[Span]:
        if option.reason is not None:
            return [Span(_("not possible: {why}").format(why=why(option.reason)), "warn")]
        plate = self.car(option)
        car = next(car for car in option.cars if car.plate == plate)
        where = place_name(option.place) if option.place else _("leaves the zone sooner")
        time = duration(car.zone_time(self.now))
        spans = [Span(show_plate(plate), "chosen"), Span(f" {place_name(car.place)} {time} → {where}")]
        if len(option.cars) > 1:
            other = _("← → others: {count}").format(count=len(option.cars) - 1)
            spans.append(Span(f"   {other}", "dim"))
        return spans

    def _record(self, escalation: Escalation, shot: Snapshot, width: int) -> list[Line]:
        zone = store_zone(shot)
        parts = [_("since {at}").format(at=short_time(escalation.crossed_at, zone, self.now))]
        if escalation.told_at is not None:
            at = short_time(escalation.told_at, zone, self.now)
            parts.append(_("told by {who} {at}").format(who=escalation.told_by, at=at))
        if escalation.acknowledged_at is not None:
            at = short_time(escalation.acknowledged_at, zone, self.now)
            parts.append(_("{who} has it since {at}").format(who=escalation.acknowledged_by, at=at))
        if escalation.action is not None and escalation.acted_at is not None:
            at = short_time(escalation.acted_at, zone, self.now)
            done = _("{who} acted at {at}: {action}")
            parts.append(done.format(who=escalation.acted_by, at=at, action=word(escalation.action)))
        lines: list[Line] = [line(Span(f" {row}", "dim")) for row in wrap(" · ".join(parts), width - 2)]
        if escalation.cleared_at is not None:
            over = _("Over since {at} ({who}). This closes by itself.")
            said = over.format(at=short_time(escalation.cleared_at, zone, self.now), who=escalation.cleared_by or "—")
            lines.append(line(Span(f" {said}", "ok")))
        return lines


class DecideDialog(LiveDialog[None]):
    """Decide on one escalation. Only the function keys and a touch act; Enter never does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key.lower(), f"act('{action.value}')", show=False) for action, key in _KEYS.items()),
        Binding("left", "pick(-1)", show=False),
        Binding("right", "pick(1)", show=False),
    ]

    def __init__(self, escalation: Escalation, hands: Hands, station: Screen[None], machine: Clock) -> None:
        super().__init__(station)
        self._number = escalation.id
        self._revision = escalation.revision
        self._acted_at = escalation.acted_at
        self._hands = hands
        self._machine = machine
        self._opened_at = machine.now()
        self._over = False

    def compose(self) -> ComposeResult:
        """Lay out the situation and the four actions."""
        with Vertical(classes="dialog") as box:
            box.border_title = _("Decide")
            yield Options(self._number).data_bind(LiveDialog.snapshot, LiveDialog.now)
            yield Trouble()
            yield static(_("F2–F5 does it at once · ← → another car · Esc later"))

    def watch_snapshot(self) -> None:
        """Another station may have acted: then this decision was made on what is no longer so."""
        escalation = self.snapshot.escalation(self._number) if self.snapshot else None
        if escalation is not None and not escalation.is_open and not self._over:
            self._over = True
            self.set_timer(_OVER_S, self.action_cancel)
        if escalation is not None and escalation.acted_at == self._acted_at:
            self._revision = escalation.revision

    def action_pick(self, step: int) -> None:
        """Propose another car."""
        self.query_one(Options).picked += step

    async def action_act(self, name: str) -> None:
        """Carry out an action with the car that is shown."""
        if self._machine.now() - self._opened_at < SETTLE:
            self.query_one(Trouble).text = _("Read it first, then press the key again.")
            return
        view = self.query_one(Options)
        option = view.option(Action(name))
        if option is None:  # it is over, and the dialog says so
            return
        if option.reason is not None:
            self.query_one(Trouble).text = _("not possible: {why}").format(why=why(option.reason))
            return
        try:
            await self._hands.do(escalations.act, self._number, self._revision, option.action, view.car(option))
        except FrontdeskError as error:
            self.query_one(Trouble).text = sentence(error, store_zone(self.snapshot) if self.snapshot else None)
            return
        self.dismiss(None)

    async def on_options_touched(self, event: Options.Touched) -> None:
        """Carry out the action that was touched."""
        await self.action_act(event.action.value)
