"""The dialog that asks where a car moves to."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from frontdesk.desk import swapping, zone
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.places import Place
from frontdesk.domain.zone.reasons import ZoneReason
from frontdesk.domain.zone.rules import check_move, check_swap
from frontdesk.words.i18n import N_, _
from frontdesk.words.zone import kept_text, place_name
from screens.kit.choices import Menu
from screens.kit.command_dialog import CommandDialog
from screens.kit.dialog import Rest, Trouble, static
from screens.kit.station import Station

_WHY_NOT: dict[Reason, str] = {
    ZoneReason.SAME_PLACE: N_("stands here"),
    ZoneReason.PLACE_FULL: N_("taken"),
    ZoneReason.NO_WORK_ORDER: N_("needs a work order (F7)"),
}


class MoveDialog(CommandDialog[bool]):
    """Choose a place for a car; returns True once it stands there. If it may not go there, the dialog says why.

    If a place for one car is taken, the dialog asks; choosing it again makes the two cars change places.
    """

    def __init__(self, car: Car, at: Millis | None, station: Station) -> None:
        super().__init__(station)
        self._car = car
        self._at = at
        self._asked_about = ("", "")
        """The taken place, and the car there, for which the dialog has asked whether they change places."""

    def compose(self) -> ComposeResult:
        """Lay out the places; a place where the car may not go shows the reason."""
        with Vertical(classes="dialog") as box:
            box.border_title = _("Move {plate} to …").format(plate=show_plate(self._car.plate))
            with Rest(can_focus=False):
                yield Menu(self._entries())
            yield Trouble()
            yield static(_("↑ ↓ Enter, a number, or touch · Esc: stays where it is"))

    def picture_changed(self) -> None:
        """Update which places are free; the mark stays."""
        for menu in self.query(Menu):
            marked = menu.index
            menu.show(self._entries())
            menu.index = marked

    @on(Menu.Chosen)
    async def _chosen(self, event: Menu.Chosen) -> None:
        floor = self._floor()
        place = floor.places[event.index]
        try:
            check_move(floor, self._current(floor), place)
        except Refused as refusal:
            if refusal.reason is ZoneReason.PLACE_FULL and place.capacity == 1:
                await self._swap(floor, place)
            else:
                self.complain(refusal)
            return
        if await self.perform(zone.move, self._car.plate, place.key, at=self._at):
            self.dismiss(True)

    async def _swap(self, floor: Floor, place: Place) -> None:
        try:
            other = check_swap(floor, self._current(floor), place)
        except Refused as refusal:
            self.complain(refusal)
            return
        if self._asked_about != (place.key, other.plate):
            self._asked_about = (place.key, other.plate)
            self.settling.begin()
            text = _("{place} is taken by {plate}. Choose it again to let the two change places.")
            self.say(text.format(place=place_name(place), plate=show_plate(other.plate)))
        elif self.listens() and await self.perform(
            swapping.swap, self._car.plate, place.key, other=other.plate, at=self._at
        ):
            self.dismiss(True)

    def _floor(self) -> Floor:
        return self._station.latest().floor

    def _current(self, floor: Floor) -> Car:
        return floor.find(self._car.plate) or self._car

    def _entries(self) -> list[tuple[str, str, bool]]:
        floor = self._floor()
        return [self._entry(floor, place) for place in floor.places]

    def _entry(self, floor: Floor, place: Place) -> tuple[str, str, bool]:
        try:
            check_move(floor, self._current(floor), place)
        except Refused as refusal:
            return place_name(place), _(_WHY_NOT[refusal.reason]), False
        kept = floor.kept_for(place)
        if kept is not None:
            return place_name(place), kept_text(kept), True
        free = floor.free(place)
        return place_name(place), "" if free is None else _("{free} free").format(free=free), True
