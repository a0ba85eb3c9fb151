"""The situation and the four actions as they stand this second: which cars, what is possible, what it gains."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual.events import Click
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.escalations.actions import Option, gain, options, surplus
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.tasks import MOVES
from frontdesk.domain.escalations.terms import Action, State
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import MINUTE, SECOND, Millis
from frontdesk.domain.values.plates import Plate, show_plate
from frontdesk.domain.zone.cars import Car
from frontdesk.words.escalations.progress import what_comes_next, who_has_it
from frontdesk.words.escalations.prompt import situation
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.refusals.sentence import why
from frontdesk.words.times import duration, short_time
from frontdesk.words.zone import place_name
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, ends, fit, line, shortened, width_of, wrap
from screens.kit.store_zone import store_zone
from screens.zone.car_words import progress, zone_tone

ACTION_KEYS = {Action.DIVERT: "F2", Action.WORKSHOP_BAY: "F3", Action.REPAIR: "F4", Action.REORDER: "F5"}

_SAID = 2
"""How many lines the situation takes at most."""
_OTHER_ROWS = 20
"""How many rows of the dialog everything but the cars takes, without blank lines."""
_ROOMY = 30
"""From this many rows on, blank lines separate the actions."""
_FEWEST_CARS = 3
_LOW, _FEWEST_CARS_LOW = 22, 1
"""In a window of fewer rows the situation takes one line, and so many cars stand there at least."""


class Options(LiveLines):
    """The cars to choose from and the four actions, each with the cars it would move, or why it is not possible."""

    REDRAWN_BY = ("chosen", "cursor", "usual", "all_it_takes")

    chosen: var[tuple[Plate, ...]] = var(())
    """The chosen plates; if there are none, each action proposes its own car."""
    all_it_takes: var[bool] = var(False)
    """Whether each action proposes as many cars as have to go, as far as there is room for them."""
    cursor: var[int] = var(0)
    usual: var[Millis] = var(20 * MINUTE)
    """How long cars are usually in the zone."""

    @dataclass
    class Touched(Message):
        """An action was touched."""

        action: Action

    def __init__(self, prompt: int) -> None:
        super().__init__(id="options")
        self._prompt = prompt
        self._spots: dict[int, Action | int] = {}

    def escalation(self) -> Escalation | None:
        """Return the escalation as it is now, which is the latest crossing of its prompt."""
        return self.snapshot.latest_of(self._prompt) if self.snapshot else None

    def cars(self) -> tuple[Car, ...]:
        """Return the escalation's cars that can be decided on, the longest stay in the zone first."""
        found = {car.visit_id: car for option in self._options() for car in option.cars}
        return tuple(sorted(found.values(), key=lambda car: (-car.zone_time(self.now), car.visit_id)))

    def option(self, action: Action) -> Option | None:
        """Return the current state of an action."""
        return next((o for o in self._options() if o.action is action), None)

    def plates(self, option: Option) -> tuple[Plate, ...]:
        """Return the cars that an action would move: the chosen ones, else the proposed one."""
        here = {car.plate for car in self.cars()}
        chosen = tuple(plate for plate in self.chosen if plate in here)
        return chosen or (option.enough(self.surplus()) if self.all_it_takes else option.proposal)

    def surplus(self) -> int:
        """Return how many cars have to go; 1 where nothing is to be decided."""
        escalation, snapshot = self.escalation(), self.snapshot
        if snapshot is None or escalation is None:
            return 1
        return surplus(escalation, snapshot.floor, snapshot.policy)

    def toggle(self, number: int) -> bool:
        """Choose a car by its number, from 1, or choose it no longer; return whether it is one of those shown.

        0: as many as have to go, or again one for each action; no car is chosen by itself then.
        """
        if number == 0 and self.surplus() > 1:
            self.all_it_takes, self.chosen = not self.all_it_takes or bool(self.chosen), ()
            return True
        cars = self.cars()
        is_shown = number in self._spots.values() and 0 < number <= len(cars)
        if is_shown:
            plate = cars[number - 1].plate
            rest = tuple(each for each in self.chosen if each != plate)
            self.chosen = rest if plate in self.chosen else (*self.chosen, plate)
        return is_shown

    def build(self, width: int) -> list[Line]:
        """Return the situation, the cars, then two lines for each action so that it is big enough to touch."""
        snapshot, escalation = self.snapshot, self.escalation()
        self._spots = {}
        if snapshot is None or escalation is None:
            return []
        lines = self._head(escalation, snapshot, width)
        if not escalation.is_open:
            return lines
        lines += self._car_rows(snapshot, width, len(lines))
        for option in self._options():
            if self.screen.size.height >= _ROOMY:
                lines.append(())
            self._spots |= {len(lines): option.action, len(lines) + 1: option.action}
            lines += self._action(option, escalation, snapshot, width)
        return lines

    def on_click(self, event: Click) -> None:
        touched = self._spots.get(event.y)
        if isinstance(touched, Action):
            self.post_message(self.Touched(touched))
        elif touched is not None:
            self.toggle(touched)

    @property
    def _is_low(self) -> bool:
        return self.screen.size.height < _LOW

    def _options(self) -> tuple[Option, ...]:
        escalation = self.escalation()
        if self.snapshot is None or escalation is None or not escalation.is_open:
            return ()
        return options(self.snapshot.floor, escalation.subject, self.snapshot.tasks, self.now)

    def _head(self, escalation: Escalation, snapshot: Snapshot, width: int) -> list[Line]:
        said = wrap(situation(escalation, snapshot, self.now), width - 2)
        most = 1 if self._is_low else _SAID
        if len(said) > most:
            # Every car stands on the board; here the actions must stay in view.
            said = [*said[: most - 1], shortened(f"{said[most - 1]} …", width - 2)]
        lines: list[Line] = [fit([Span(f" {row}", "over")], width) for row in said]
        zone = store_zone(snapshot)
        parts = [_("since {at}").format(at=short_time(escalation.crossed_at, zone, self.now))]
        if escalation.told_at is not None:
            at = short_time(escalation.told_at, zone, self.now)
            parts.append(_("told by {who} {at}").format(who=escalation.told_by, at=at))
        if escalation.action is not None and escalation.acted_at is not None:
            at = short_time(escalation.acted_at, zone, self.now)
            done = _("{who} acted at {at}: {action}")
            parts.append(done.format(who=escalation.acted_by, at=at, action=word(escalation.action)))
        if escalation.is_open:
            parts += filter(None, (who_has_it(escalation), what_comes_next(escalation, snapshot, self.now)))
        lines += [line(Span(f" {row}", "dim")) for row in wrap(" · ".join(parts), width - 2)[:most]]
        if escalation.cleared_at is not None:
            over = _("Over since {at} ({who}). This closes by itself.")
            said_over = over.format(at=short_time(escalation.cleared_at, zone), who=escalation.cleared_by or "—")
            lines.append(line(Span(f" {said_over}", "ok")))
        return lines

    def _car_rows(self, snapshot: Snapshot, width: int, first: int) -> list[Line]:
        cars = self.cars()
        room = max(_FEWEST_CARS_LOW if self._is_low else _FEWEST_CARS, self.screen.size.height - _OTHER_ROWS)
        cursor = max(0, min(self.cursor, len(cars) - 1))
        top = max(0, min(cursor - room // 2, len(cars) - room))
        lines: list[Line] = []
        for number, car in enumerate(cars[top : top + room], top + 1):
            mark = "☑" if car.plate in self.chosen else "☐"
            tone, _said = zone_tone(car, snapshot.policy, self.now)
            here, chosen = number - 1 == cursor, car.plate in self.chosen
            head = Span(f"{'▸' if here else ' '}{number if number < 10 else ' '} {mark} {show_plate(car.plate)} ",
                        "chosen" if here else "key" if chosen else "head")  # fmt: skip
            where = Span(f" {place_name(car.place)} {duration(car.zone_time(self.now))} {_said} ", tone)
            self._spots[first + len(lines)] = number
            lines.append(fit([head, where, progress(car, snapshot.policy, self.now)], width))
        if len(cars) > room:
            more = _("{count} cars in all, {chosen} chosen").format(count=len(cars), chosen=len(self.chosen))
            lines[-1] = ends(lines[-1], [Span(f" {more} ", "dim")], width)
        if (count := self.surplus()) > 1:
            enough = _("as many as have to go: {count}").format(count=count)
            mark = "☑" if self.all_it_takes and not self.chosen else "☐"
            self._spots[first + len(lines)] = 0
            lines.append(fit([Span(f" 0 {mark} ", "key"), Span(enough, "head")], width))
        going = [task.plate for task in snapshot.tasks if task.errand in MOVES and self._is_about(task.plate, snapshot)]
        if going:
            said = _("on the way: {plates}").format(plates=" ".join(show_plate(plate) for plate in going))
            lines.append(fit([Span(f"     {said}", "dim")], width))
        return lines

    def _is_about(self, plate: str, snapshot: Snapshot) -> bool:
        escalation, car = self.escalation(), snapshot.floor.find(plate)
        if escalation is None or car is None or not car.place.in_zone:
            return False
        return escalation.subject.concerns(car.visit_id)

    def _action(self, option: Option, escalation: Escalation, snapshot: Snapshot, width: int) -> list[Line]:
        plates = self.plates(option)
        reason = option.reason if option.reason is not None else option.why_not(plates)
        tone = "head" if reason is None else "dim"
        free = [] if option.free is None else [Span(_("{free} free").format(free=option.free) + " ", "dim")]
        tried = escalation.state is not State.ACTED and escalation.action is option.action
        first = ends([Span(f" {ACTION_KEYS[option.action]} ", "key"), Span(word(option.action), tone)], free, width)
        note: list[Span] = []
        if tried and escalation.acted_at:
            at = short_time(escalation.acted_at, store_zone(snapshot), self.now)
            note = [Span(f"  {_('tried at {at}').format(at=at)}", "warn")]
        if reason is not None:
            said = Span(_("not possible: {why}").format(why=why(reason)), "warn")
            return [first, fit([Span("    "), said, *note], width)]
        return [
            first,
            fit([Span("    "), *self._with(option, plates, snapshot, width - width_of(note) - 4), *note], width),
        ]

    def _with(self, option: Option, plates: tuple[str, ...], snapshot: Snapshot, room: int) -> list[Span]:
        """Return which cars would go where, and what that gains; as many plates as fit, and how many more they are."""
        cars = [car for car in option.cars if car.plate in plates]
        where = place_name(option.places[0]) if option.places else _("leaves the zone sooner")
        reorder = snapshot.policy.reorder_s * SECOND
        gained = sum(gain(option, car, self.usual, reorder, self.now) for car in cars)
        minutes = round(gained / MINUTE)
        said = _("saves about {minutes} min").format(minutes=minutes) if minutes else _("saves no time")
        behind = [Span(f" → {where}"), Span(f"  {said}", "ok" if minutes else "dim")]
        named = _as_many_as_fit([show_plate(car.plate) for car in cars], room - width_of(behind))
        return [Span(named, "head"), *behind]


def _as_many_as_fit(names: list[str], room: int) -> str:
    """Return names in so many cells, and how many more there are."""
    for shown in range(len(names), 0, -1):
        said = " ".join([*names[:shown], *([f"+{len(names) - shown}"] if shown < len(names) else [])])
        if cell_len(said) <= room:
            return said
    return f"×{len(names)}"
