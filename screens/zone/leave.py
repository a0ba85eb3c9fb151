"""Whether a car leaves that the workshop never had; of a customer whom nobody has received, why: one key."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key

from frontdesk.desk import zone
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.leaving import ASKED
from frontdesk.domain.zone.rules import check_receive
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import duration
from frontdesk.words.zone import place_name
from screens.kit.choices import Menu
from screens.kit.command_dialog import CommandDialog
from screens.kit.dialog import Trouble, static
from screens.kit.station import Station

_CHOOSE = frozenset({*(str(number + 1) for number in range(len(ASKED))), "up", "down", "enter", "escape"})
_NOTHING_MARKED = -1


class LeaveDialog(CommandDialog[bool]):
    """Choose why; gives True once the car is on record as gone. F4 hit by mistake lets no car go: Esc, and it stays.

    One whose customer was received is asked about too: its bay may be taken before anybody notices, and then it cannot
    be undone. Nothing is marked at first, and a digit that belongs to a plate chooses nothing: whatever else is typed
    makes the dialog wait again.
    """

    TOPIC: ClassVar[str] = "correcting"

    def __init__(self, car: Car, at: Millis | None, station: Station) -> None:
        super().__init__(station)
        self._car = car
        self._at = at

    def compose(self) -> ComposeResult:
        """Lay out which car it is, and the four reasons."""
        car = self._car
        with Vertical(classes="dialog") as box:
            box.border_title = " · ".join((show_plate(car.plate), _("leave")))
            yield static(self._question().format(plate=show_plate(car.plate)))
            waits = duration(car.customer_wait(self._station.now))
            yield static(_("{place} · waiting for {duration}").format(place=place_name(car.place), duration=waits))
            menu = Menu([(answer, "", True) for answer in self._answers()])
            menu.index = _NOTHING_MARKED
            yield menu
            yield Trouble()
            yield static(_("a number, or ↑ ↓ Enter, or touch · Esc: it stays"))

    def on_key(self, event: Key) -> None:
        """A plate that is typed on is not meant for this."""
        if event.key not in _CHOOSE:
            self.settling.begin()

    @on(Menu.Chosen)
    async def _chosen(self, event: Menu.Chosen) -> None:
        if event.index == _NOTHING_MARKED:
            return
        if not self.listens():
            self.settling.begin()
            return
        why = None
        if self._car.received_at is None:
            try:
                check_receive(self._station.latest().floor.find(self._car.plate) or self._car)
            except Refused as refusal:
                self.complain(refusal)
                return
            why = ASKED[event.index]
        if await self.perform(zone.leave, self._car.plate, why=why, at=self._at):
            self.dismiss(True)

    def _question(self) -> str:
        if self._car.received_at is None:
            return _("{plate} leaves without having been received: why?")
        return _("{plate} was received, but not handed over: does it leave?")

    def _answers(self) -> list[str]:
        return [word(why) for why in ASKED] if self._car.received_at is None else [_("yes, it leaves")]
