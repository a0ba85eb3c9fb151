"""Moving an appointment, and trying out what moving some would do to the risk of both half hours (Z9)."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.appointments import booking
from frontdesk.domain.appointments.appointment import Appointment
from frontdesk.domain.appointments.reasons import AppointmentReason
from frontdesk.domain.appointments.slots import Slot
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.text import clean_code
from frontdesk.words.appointments.lines import particulars
from frontdesk.words.i18n import N_, _
from frontdesk.words.times import day_and_time
from screens.appointments import previews
from screens.appointments.previews import Preview
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_KEYS = (Key("f10", "save", N_("move it"), ""),)


class MoveForm(CommandDialog[Result]):
    """To when it is moved. In a half hour that is full the first F10 says so, the second moves it."""

    TOPIC = "appointments"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(
        self, station: Station, booked: Appointment, command: Callable[..., Result] = booking.move, number: int = 0
    ) -> None:
        """`command`, for `number`: what moves it, where that is more than the appointment itself."""
        super().__init__(station)
        self._booked, self._command, self._moved = booked, command, number or booked.id
        self._full: Millis | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as frame:
            frame.border_title = _("Move the appointment")
            yield static(day_and_time(self._booked.at, store_zone(self._station.latest())))
            yield static(particulars(self._booked))
            yield field(_("to"), Input(id="to", compact=True, placeholder=_("10:30, tomorrow 9:30, 12-05 14:00")))
            yield Preview()
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("Whoever had confirmed is to be told anew."))

    async def on_mount(self) -> None:
        self.query_one("#to", Input).focus()

    @on(Input.Changed, "#to")
    def _typed(self, event: Input.Changed) -> None:
        self._full = None
        self.run_worker(self._preview(event.value), group="preview", exclusive=True)

    async def _preview(self, text: str) -> None:
        shift = await previews.of_shift(self._station, self._booked.at, text, 1)
        told = (*shift[1:], *await previews.of_time(self._station, text, self._booked.at))
        for view in self.query(Preview):
            view.texts = told

    def complain(self, error: FrontdeskError) -> None:
        super().complain(error)
        if error.reason is AppointmentReason.SLOT_FULL:
            self._full = self._at()
            self.settling.begin()

    @on(Input.Submitted)
    async def action_save(self) -> None:
        """F10: move it."""
        if not self.listens():
            return
        try:
            at = previews.read_at(self._station, self.query_one("#to", Input).value, self._booked.at)
        except FrontdeskError as error:
            self.complain(error)
            return
        answer = await self.perform(self._command, self._moved, at, above=self._full == at)
        if answer is not None:
            self.dismiss(answer)

    def _at(self) -> Millis | None:
        try:
            return previews.read_at(self._station, self.query_one("#to", Input).value, self._booked.at)
        except FrontdeskError:
            return None


class WhatIf(CommandDialog[None]):
    """What moving some appointments of a half hour to another would do. Nothing is moved here."""

    TOPIC = "appointments"

    def __init__(self, station: Station, slot: Slot) -> None:
        super().__init__(station)
        self._slot = slot

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as frame:
            frame.border_title = _("Try out")
            yield static(day_and_time(self._slot.begins, store_zone(self._station.latest())))
            yield field(_("so many"), Input("1", id="count", compact=True, max_length=3))
            yield field(_("to"), Input(id="to", compact=True, placeholder=_("10:30, tomorrow 9:30, 12-05 14:00")))
            yield Preview()
            yield Trouble()
            yield KeyHints((CLOSE,), tall=False)
            yield static(_("The risk of both half hours, before and after. Nothing is moved here."))

    async def on_mount(self) -> None:
        self.query_one("#to", Input).focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        count, to = (self.query_one(f"#{name}", Input).value for name in ("count", "to"))
        self.run_worker(self._preview(clean_code(count), to), group="preview", exclusive=True)

    async def _preview(self, count: str, to: str) -> None:
        moved = int(count) if count.isdecimal() else 1
        told = await previews.of_shift(self._station, self._slot.begins, to, moved)
        for view in self.query(Preview):
            view.texts = told
