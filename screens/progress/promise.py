"""When a car is ready: the promise that holds or a new one; and where its customer waits (P4)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.progress import promises
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.progress.terms import Heard, Waits
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.times import short_time
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_KEYS = (Key("f2", "keep", N_("it holds"), ""), Key("f10", "save", N_("keep it"), ""))
_WAITS = tuple(Waits)
_TOLD = (None, *Heard)


class PromiseDialog(CommandDialog[bool]):
    """The form; what is left empty stays as it is."""

    TOPIC = "workshop"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), Binding("enter", "app.focus_next", show=False)]

    def __init__(self, station: Station, car: Progress) -> None:
        super().__init__(station)
        self._car = car

    def compose(self) -> ComposeResult:
        zone, now, car = store_zone(self._station.latest()), self._station.now, self._car
        with Vertical(classes="dialog") as box:
            box.border_title = _("When {plate} is ready").format(plate=show_plate(car.plate))
            so_far = short_time(car.promised_at, zone, now) if car.promised_at else _("nothing promised yet")
            yield static(so_far)
            yield field(_("new time"), Input(id="time", compact=True, placeholder=_("16:30, 2 hours, tomorrow 10:00")))
            yield field(_("why"), Input(id="why", compact=True, max_length=200))
            told = [_("not told yet"), *(word(heard) for heard in Heard)]
            yield field(_("customer"), Choice(told, id="told"))
            yield field(
                _("waits where"), Choice([word(where) for where in _WAITS], index=_WAITS.index(car.waits), id="waits")
            )
            yield field(_("hear from"), Input(id="wish", compact=True, placeholder=_("17:00; may stay empty")))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("← → choose · Tab or Enter: the next field · F2: as promised · F10 keeps it"))

    async def on_mount(self) -> None:
        self.query_one("#time", Input).focus()

    async def action_keep(self) -> None:
        """F2: the promise holds."""
        if self.listens() and await self.perform(promises.keep, self._car.plate) is not None:
            self.dismiss(True)

    async def action_save(self) -> None:
        """F10: a new promise, where the customer waits, and from when on they want to hear."""
        if not self.listens():
            return
        try:
            becomes, wish = self._time("time"), self._time("wish")
        except Refused as error:
            self.complain(error)
            return
        where, car = _WAITS[self.query_one("#waits", Choice).index], self._car
        if (where is not car.waits or wish is not None) and not await self.perform(
            promises.wait, car.plate, where, wish_at=wish
        ):
            return
        told = _TOLD[self.query_one("#told", Choice).index]
        why = self.query_one("#why", Input).value
        if becomes is not None and not await self.perform(promises.promise, car.plate, becomes, why=why, told=told):
            return
        self.dismiss(True)

    def _time(self, name: str) -> Millis | None:
        typed = self.query_one(f"#{name}", Input).value
        if not typed.strip():
            return None
        return read_deadline(typed, self._station.now, OpeningHours.of(self._station.latest().policy))
