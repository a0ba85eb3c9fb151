"""Cars that stood where something happened: each is looked at before work on it goes on; one key each (I16)."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.reactive import var
from textual.widgets import Input

from frontdesk.desk.incidents import cars
from frontdesk.desk.incidents.cars import ToLookAt
from frontdesk.domain.incidents.car_checks import CheckResult
from frontdesk.domain.incidents.incident import WORDS_LIMIT
from frontdesk.domain.values.plates import Plate, show_plate
from frontdesk.words.aftermath import to_look_at_line
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from screens.kit.chosen_list import ChosenList
from screens.kit.form import type_over
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.kit.settling import Presses
from screens.kit.spans import Line, Span, line
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_KEYS = (
    Key("f2", "put('fit')", N_("found fit"), ""),
    Key("f3", "put('damaged')", N_("damage found"), ""),
)


class CarList(ChosenList, can_focus=False):
    """The cars that are still to be looked at, and why."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = (*ChosenList.REDRAWN_BY, "found")
    OTHER_ROWS = 12

    found: var[tuple[ToLookAt, ...]] = var(())

    def __init__(self) -> None:
        super().__init__(id="cars")

    def numbers(self) -> list[int]:
        """Return the numbers of the checks."""
        return [each.check.id for each in self.found]

    def build(self, width: int) -> list[Line]:
        """Return a line for each car in view."""
        if self.snapshot is None:
            return [()]
        if not self.found:
            return [line(Span(f" {_('No car is to be looked at.')}", "ok"))]
        lines: list[Line] = []
        for number, each in self.in_view(self.found, lines):
            said = to_look_at_line(each.check, each.incident, store_zone(self.snapshot))
            lines.append(self.entry_row(number, said, width, "warn"))
        return lines


class CarsDialog(ListPage[CarList, tuple[ToLookAt, ...]]):
    """The cars, live. What is typed is what was found."""

    TOPIC = "aftermath"
    KEYS = _KEYS
    LIST = CarList
    TITLE = N_("Looked at before work goes on")
    WORDS = N_("what was found; F3 needs it")
    LONGEST = WORDS_LIMIT
    HINT = N_("↑ ↓ or touch: another car")
    BEGINS_WITH_WORDS = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, plate: Plate | None = None) -> None:
        """`plate`: the car that is meant; it is marked first."""
        super().__init__(station)
        self._plate = plate
        self._presses = Presses()

    async def read(self) -> tuple[ToLookAt, ...] | None:
        return await self.ask(cars.to_look_at)

    def show(self, view: CarList, found: tuple[ToLookAt, ...]) -> None:
        view.found = found
        if view.marked not in view.numbers():
            meant = [each.check.id for each in found if each.check.plate == self._plate]
            view.marked = next(iter((*meant, *view.numbers())), 0)

    @on(Input.Changed)
    def _typed(self) -> None:
        """Whoever types lets go of the key: the next press is another one."""
        self._presses = Presses()

    async def action_put(self, name: str) -> None:
        """F2, F3: what was found of the marked car; a key that is held down does it once."""
        if self._presses.is_again(name, self._clock.monotonic()) or not self.listens():
            return
        view, result = self.view, CheckResult(name)
        meant = next((each.check for each in view.found if each.check.id == view.marked), None)
        if meant is None:
            return
        box = self.query_one(Input)
        answer = await self.perform(cars.check, meant.incident, meant.plate, result, words=box.value)
        if answer is None:
            type_over(box)
            return
        with self.prevent(Input.Changed):
            box.value = ""
        self.tell(labelled(show_plate(meant.plate), word(result)))
        await self.picture_changed()
        self._presses.is_done(self._clock.monotonic())
