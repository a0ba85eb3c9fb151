"""The book of appointments: a day by half hours, and everything that is done with it (Z9)."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from frontdesk.desk import undo, zone
from frontdesk.desk.appointments import arriving, booking, reading
from frontdesk.domain.appointments.appointment import Appointment, State
from frontdesk.domain.appointments.events import AppointmentEvent
from frontdesk.domain.appointments.reasons import AppointmentReason
from frontdesk.domain.appointments.slots import Slot
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code
from frontdesk.words.appointments.lines import particulars, risk_text
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from frontdesk.words.phrases import case_number
from frontdesk.words.times import day_and_time, short_time
from screens.appointments.another_car import AnotherCar
from screens.appointments.asking import Asked, AskForm
from screens.appointments.book_list import BookList
from screens.appointments.booking_form import BookingForm
from screens.appointments.move_form import MoveForm, WhatIf
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Trouble, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_KEYS = (
    Key("f2", "new", N_("new"), ""),
    Key("f3", "move", N_("move to"), ""),
    Key("f4", "call_off", N_("call off"), ""),
    Key("f5", "arrived", N_("is here"), ""),
    Key("f6", "remind", N_("reminded"), ""),
    Key("f7", "what_if", N_("try out"), ""),
    Key("f8", "capacity", N_("capacity"), ""),
    Key("f9", "undo", N_("undo"), ""),
    Key("f10", "import", N_("import"), ""),
)


class BookDialog(CommandDialog[None]):
    """A day of the book, live. What a key is for is the marked appointment, or the marked half hour."""

    TOPIC = "appointments"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_KEYS),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
    ]

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._day: date | None = None
        """The day that is shown; None: today."""
        self._last = LastAct(station.clock)
        self._another = AnotherCar(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Appointments")
            yield BookList().data_bind(LiveDialog.live)
            yield Done()
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("↑ ↓ or touch: choose a half hour or an appointment · ← → another day"))

    async def on_mount(self) -> None:
        self.query_one(BookList).focus()
        await self.picture_changed()

    async def picture_changed(self) -> None:
        """Read the day that is shown again."""
        day = self._day or self._today()
        found = await self.ask(reading.with_rates, day) if self.query(BookList) else None
        # Meanwhile another day may have been asked for, or the dialog closed.
        if found is not None and day == (self._day or self._today()) and self.query(BookList):
            self.query_one(BookList).show(*found, self._station.now)

    def action_go(self, step: int) -> None:
        self.query_one(BookList).action_go(step)

    @on(BookList.Turned)
    async def _turned(self, event: BookList.Turned) -> None:
        """Turn to another day; today stays today when it becomes another."""
        wanted = (self._day or self._today()) + timedelta(days=event.days)
        self._day = None if wanted == self._today() else wanted
        self.say("")
        self.tell("")
        await self.picture_changed()

    def action_new(self) -> None:
        """F2: book, in the marked half hour where that is still to come."""
        slot = self.query_one(BookList).slot
        if self.listens():
            zone_ = store_zone(self._station.latest())
            at = slot is not None and f"{to_datetime(slot.begins, zone_):%Y-%m-%d %H:%M}"
            is_ahead = slot is not None and slot.begins > self._station.now
            self.app.push_screen(BookingForm(self._station, str(at) if is_ahead else ""), self._was_done)

    def action_move(self) -> None:
        """F3: move the marked appointment."""
        found = self._meant("move")
        if found is not None:
            self.app.push_screen(MoveForm(self._station, found), self._was_done)

    def action_call_off(self) -> None:
        """F4: call the marked appointment off, with a word why."""
        found = self._meant("call_off")
        if found is not None:
            asked = [Asked("why", _("why"), "", _("a few words; may stay empty"))]
            self._ask(
                _("Call the appointment off"),
                found,
                asked,
                lambda form, texts: form.perform(booking.cancel, found.id, texts[0]),
            )

    async def action_arrived(self) -> None:
        """F5: the car is here; one that nobody has let in yet arrives by that."""
        found = self._meant("arrived", State.BOOKED, State.NO_SHOW)
        if found is None:
            return
        if found.plate and self._station.latest().floor.find(found.plate) is None:
            denied = await self._another.denied(self, found.plate)
            if denied is None:
                return
            answer = await self.perform(zone.arrive, found.plate, purpose=found.purpose, compared=denied)
            booked = None if answer is None else await self.ask(reading.shown, found.id)
            if answer is None or booked is None or booked.state is State.ARRIVED:
                await self._note("arrived", found, answer)
                return
        if found.plate:
            await self._note("arrived", found, await self.perform(arriving.arrived, found.id))
        else:
            self.complain(Refused(AppointmentReason.CAR_NOT_HERE, number=found.id, plate=""))

    async def action_remind(self) -> None:
        """F6: the customer was told, or answered."""
        found = self._meant("remind")
        if found is not None:
            await self._note("remind", found, await self.perform(booking.remind, found.id))

    def action_what_if(self) -> None:
        """F7: what moving some appointments of the marked half hour would do."""
        slot = self._slot_meant()
        if slot is not None:
            self.app.push_screen(WhatIf(self._station, slot))

    def action_capacity(self) -> None:
        """F8: say how many the marked half hour takes, and why."""
        slot = self._slot_meant()
        if slot is None:
            return
        zone_ = store_zone(self._station.latest())
        risk = risk_text(slot.risk, self._station.latest().policy)
        about = f"{day_and_time(slot.begins, zone_)} · {slot.booked} / {slot.capacity} · {risk}"
        asked = [Asked("capacity", _("takes"), str(slot.capacity)), Asked("why", _("why"))]

        async def act(form: AskForm, texts: Sequence[str]) -> Result | None:
            typed = clean_code(texts[0])
            if not typed.isdecimal():
                form.complain(Refused(AppointmentReason.BAD_CAPACITY, count=typed or "—", most=500))
                return None
            day, minute = to_datetime(slot.begins, zone_).date(), slot.minute
            return await form.perform(booking.override, day, minute, capacity=int(typed), why=texts[1])

        self.app.push_screen(AskForm(self._station, _("Capacity of a half hour"), about, asked, act), self._was_done)

    async def action_undo(self) -> None:
        """F9: take back what one did last at this station."""
        if self.listens() and not self._last.is_again("undo", 0):
            answer = await self.perform(undo.undo)
            if answer is not None:
                self._last.note("undo", 0)
                await self._was_done(answer)

    def action_import(self) -> None:
        """F10: take appointments from a file."""
        if self.listens():
            from screens.appointments.importing import import_form  # noqa: PLC0415 - loads what reads files

            self.app.push_screen(import_form(self._station), self._was_done)

    def _ask(self, title: str, found: Appointment, asked: Sequence[Asked], act: Callable[..., object]) -> None:
        zone_ = store_zone(self._station.latest())
        about = f"{day_and_time(found.at, zone_)} · {particulars(found)}"
        self.app.push_screen(AskForm(self._station, title, about, asked, act), self._was_done)  # type: ignore[arg-type]

    async def _note(self, act: str, found: Appointment, answer: Result | None) -> None:
        if answer is not None:
            self._last.note(act, found.id)
            await self._was_done(answer)

    async def _was_done(self, answer: Result | None) -> None:
        """Say what was done, and show the day it was done on with the appointment marked."""
        if answer is None:
            return
        self.say("")
        zone_, at = store_zone(self._station.latest()), answer.facts.get("for")
        when = short_time(at, zone_, self._station.now) if isinstance(at, int) else ""
        number = case_number(answer.number) if answer.kind is not AppointmentEvent.CAPACITY and answer.number else ""
        self.tell(" · ".join(filter(None, (number, event_word(answer.kind), when))))
        if isinstance(at, int):
            day = to_datetime(at, zone_).date()
            self._day = None if day == self._today() else day
        await self.picture_changed()
        if isinstance(answer.kind, AppointmentEvent) and answer.kind is not AppointmentEvent.CAPACITY:
            view = self.query_one(BookList)
            if view.day and any(each.id == answer.number for each in view.day.appointments):
                view.marked = answer.number

    def _meant(self, act: str, *allowed: State) -> Appointment | None:
        """Return the appointment for a key; None where none is meant, which is then said, or the key is held down."""
        if not self.listens():
            return None
        self.tell("")
        found = self.query_one(BookList).appointment
        if found is None:
            self.say(_("Choose an appointment first: ↓ from its half hour."))
            return None
        if self._last.is_again(act, found.id):
            return None
        if found.state not in (allowed or (State.BOOKED,)):
            facts = {"number": found.id, "plate": found.plate, "state": found.state, "when": found.at}
            self.complain(Refused(AppointmentReason.APPOINTMENT_STATE, **facts))
            return None
        return found

    def _slot_meant(self) -> Slot | None:
        slot = self.query_one(BookList).slot if self.listens() else None
        if slot is None and self.settling.is_over:
            self.say(_("Choose a half hour first."))
        return slot

    def _today(self) -> date:
        return to_datetime(self._station.now, store_zone(self._station.latest())).date()
