"""Where a car moves to."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.places import Place
from frontdesk.domain.zone.reasons import ZoneReason
from frontdesk.domain.zone.rules import check_move
from frontdesk.words.i18n import N_, _
from frontdesk.words.zone import place_name
from screens.kit.choices import Menu
from screens.kit.dialog import Dialog, static

_WHY_NOT: dict[Reason, str] = {
    ZoneReason.SAME_PLACE: N_("stands here"),
    ZoneReason.PLACE_FULL: N_("taken"),
    ZoneReason.NO_WORK_ORDER: N_("needs a work order (F7)"),
}


class MoveDialog(Dialog[str]):
    """Choose a place for a car; gives its key."""

    def __init__(self, car: Car, floor: Floor) -> None:
        super().__init__()
        self._car = car
        self._floor = floor

    def compose(self) -> ComposeResult:
        """Lay out the places; where the car may not go, with the reason."""
        with Vertical(classes="dialog") as box:
            box.border_title = _("Move {plate} to …").format(plate=show_plate(self._car.plate))
            yield Menu([self._entry(place) for place in self._floor.places])
            yield static(_("↑ ↓ Enter, a number, or touch · Esc: stays where it is"))

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        self.dismiss(self._floor.places[event.index].key)

    def _entry(self, place: Place) -> tuple[str, str, bool]:
        try:
            check_move(self._floor, self._car, place)
        except Refused as refusal:
            return place_name(place), _(_WHY_NOT[refusal.reason]), False
        free = self._floor.free(place)
        return place_name(place), "" if free is None else _("{free} free").format(free=free), True
