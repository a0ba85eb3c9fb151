"""Every action on a car: which car is meant, carrying it out, saying why it was not done."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Concatenate, ParamSpec

from textual import on, work
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input

from frontdesk.desk import undo, zone
from frontdesk.desk.background import Hands
from frontdesk.desk.desk import Answer, Desk
from frontdesk.domain.escalations.alerts import SETTLE
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Clock, Millis
from frontdesk.domain.values.errors import FrontdeskError, Reason, Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate, fragment, is_usual, show_plate
from frontdesk.domain.values.typed_times import read_time, split_time
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence
from screens.kit.commanding import Performing
from screens.kit.feedback import Feedback
from screens.kit.live_screen import LiveScreen
from screens.kit.store_zone import store_zone
from screens.zone.entry import Candidates, PlateEntry, plate_meant

P = ParamSpec("P")


def load_dialogs() -> ModuleType:
    """Return the dialogs; loaded after the first picture stands, which does without them."""
    return import_module("screens.stations.dialogs")


class CarActions(Performing, LiveScreen):
    """A screen with a board and an entry box, and what its keys do to the car that is meant."""

    chosen: var[Plate] = var(NO_PLATE)
    """The plate of the car marked on the board."""

    @dataclass
    class SignedIn(Message):
        """Someone works at this station from now on."""

        name: str

    def __init__(self, hands: Hands, machine: Clock, *, demo: bool) -> None:
        super().__init__(hands, machine, demo=demo)
        self._warned_of = ""
        # In the machine's running time: a clock that is set back keeps no key waiting.
        self._answered_at: Millis = -SETTLE

    def action_operator(self) -> None:
        """Ctrl+O."""
        dialog = load_dialogs().OperatorDialog(self._shot().staff, self.STATION, self._hands, self)
        self.app.push_screen(dialog, self._signed_in)

    def _signed_in(self, name: str | None) -> None:
        if name:
            self.post_message(self.SignedIn(name))

    async def _meant(self, *, here: bool = True) -> tuple[Plate, Millis | None]:
        """Return the plate an action is about (the entry box, else the car marked on the board), and when it happened.

        None: now. A time typed behind the plate back-dates it.
        """
        if self._machine.monotonic() - self._answered_at < SETTLE:
            raise Refused(Reason.TOO_SOON)
        shot = self._shot()
        typed, time = split_time(self.query_one(PlateEntry).value)
        at = read_time(time, shot.now(self._machine.now()), store_zone(shot)) if time else None
        if fragment(typed):
            # The key may be quicker than the look-up that typing started.
            found = self.query_one(Candidates)
            found.typed = typed
            found.known = tuple(await self._hands.do(zone.known_plates, fragment(typed)))
            return plate_meant(typed, shot, found.fitting(), found.index, here=here), at
        chosen = self.chosen
        if chosen and here and shot.floor.find(chosen):
            return chosen, at
        raise Refused(Reason.NO_PLATE, text="")

    def _shot(self) -> Snapshot:
        assert self.snapshot is not None
        return self.snapshot

    def ask_who(self) -> None:
        """Ask who works here."""
        self.action_operator()

    def complain(self, error: FrontdeskError) -> None:
        """Say why something was not done."""
        self.say(sentence(error, store_zone(self._shot())))

    def say(self, trouble: str) -> None:
        """Say what is wrong, in the line above the keys; nothing where nothing is."""
        line = self.query_one(Feedback)
        line.trouble, line.done = trouble, ""

    def say_done(self, done: str) -> None:
        """Say what was done, in the line above the keys, until something else is said there."""
        line = self.query_one(Feedback)
        line.trouble, line.done = "", done

    def _begin_anew(self) -> None:
        self.say("")
        self._warned_of = ""
        self.query_one(PlateEntry).value = ""
        self.chosen = NO_PLATE

    async def _on_car(self, command: Callable[..., Answer]) -> None:
        try:
            plate, at = await self._meant()
        except FrontdeskError as error:
            self.complain(error)
            return
        await self._with_car(command, plate, at=at)

    async def _with_car(
        self, command: Callable[Concatenate[Desk, P], Answer], *values: P.args, **named: P.kwargs
    ) -> None:
        """Do something with a car; only that empties the entry box."""
        if await self.perform(command, *values, **named):
            self._begin_anew()

    async def action_arrive(self) -> None:
        """F2. An unusual plate is asked about once: pressed again, it is kept."""
        try:
            plate, at = await self._meant(here=False)
        except FrontdeskError as error:
            self.complain(error)
            return
        if not is_usual(plate) and self._warned_of != plate and self._shot().floor.find(plate) is None:
            self._warned_of = plate
            text = _("{plate} is no usual plate. Correct it, or press F2 again to keep it.")
            self.say(text.format(plate=show_plate(plate)))
            return
        await self._with_car(zone.arrive, plate, at=at)

    async def action_move(self) -> None:
        """F3: to where?"""
        try:
            plate, at = await self._meant()
            floor = self._shot().floor
            car = floor.car(plate)
        except FrontdeskError as error:
            self.complain(error)
            return
        self.app.push_screen(load_dialogs().MoveDialog(car, floor), partial(self._move, plate, at))

    async def _move(self, plate: Plate, at: Millis | None, place: str | None) -> None:
        if place:
            await self._with_car(zone.move, plate, place, at=at)

    async def action_leave(self) -> None:
        """F4."""
        await self._on_car(zone.leave)

    async def action_turn_away(self) -> None:
        """F5 (Z3)."""
        await self._on_car(zone.turn_away)

    async def action_receive(self) -> None:
        """F6. Nothing typed or marked: whoever has waited longest."""
        typed = split_time(self.query_one(PlateEntry).value)[0]
        waiting = [car for car in self._shot().floor.cars if car.received_at is None]
        if not fragment(typed) and not self.chosen and waiting:
            self.chosen = waiting[0].plate
        await self._on_car(zone.receive)

    async def action_work_order(self) -> None:
        """F7."""
        await self._on_car(zone.make_work_order)

    async def action_hand_over(self) -> None:
        """F10."""
        await self._on_car(zone.hand_over)

    async def action_undo(self) -> None:
        """F9."""
        await self.perform(undo.undo)

    def action_mark(self, step: int) -> None:
        """↑ ↓: through the cars that fit, or through those on the board."""
        found = self.query_one(Candidates)
        typed = split_time(self.query_one(PlateEntry).value)[0]
        if fragment(typed):
            found.typed = typed
            found.index = max(0, min(found.index + step, len(found.fitting()) - 1))
            return
        plates = [car.plate for place in self._shot().floor.places for car in self._shot().floor.at(place)]
        if plates:
            at = plates.index(self.chosen) + step if self.chosen in plates else 0
            self.chosen = plates[at % len(plates)]

    @on(Input.Changed, "#plate")
    def _typed(self, event: Input.Changed) -> None:
        typed = split_time(event.value)[0]
        self.query_one(Candidates).typed = typed
        if typed:
            self.say("")
            self.chosen = NO_PLATE
            self._look_up(fragment(typed))

    @work(exclusive=True, group="plates")
    async def _look_up(self, typed: str) -> None:
        if typed:
            try:
                self.query_one(Candidates).known = tuple(await self._hands.do(zone.known_plates, typed))
            except FrontdeskError as error:
                self.complain(error)
