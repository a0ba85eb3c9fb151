"""Booking an appointment while the customer is on the phone (Z9)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from frontdesk.desk import customers
from frontdesk.desk.appointments import booking
from frontdesk.domain.appointments.appointment import CUSTOMER_LIMIT, USUAL_MINUTES, WORK_LIMIT, Waits, Way
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.appointments.reasons import AppointmentReason
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import FrontdeskError, Reason, Refused
from frontdesk.domain.values.plates import NO_PLATE
from frontdesk.domain.values.text import clean_code
from frontdesk.domain.zone.cars import Purpose
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from screens.appointments import previews
from screens.appointments.previews import Preview
from screens.cases.plate_field import FIELDS, PlateField
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Rest, Trouble, field, static
from screens.kit.form import FormDialog
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "save", N_("book"), ""),)
_CHOICES: dict[str, tuple[Purpose | Waits | Way, ...]] = {
    "purpose": (Purpose.MAINTENANCE, Purpose.REPAIR),
    "waits": tuple(Waits),
    "way": tuple(Way),
}
_TEXTS = ("at", "customer", "phone", "work", "minutes", "advisor")
_OF_TIME = (
    AppointmentReason.BOOKED_IN_PAST, AppointmentReason.TOO_SOON, AppointmentReason.TOO_FAR,
    AppointmentReason.NOT_OPEN, AppointmentReason.SLOT_FULL, CalendarReason.UNREADABLE_DATE,
    CalendarReason.UNCLEAR_DATE, CalendarReason.DAY_CLOSED,
)  # fmt: skip


class KeptBooking(dict[str, str]):
    """The form as it was left with Esc; it comes back when it is opened again, until it is booked."""


class BookingForm(FormDialog[Result], CommandDialog[Result]):
    """The form. In a half hour that is full the first F10 says so with the next best times, the second books."""

    TOPIC = "appointments"
    REFUSED_IN: ClassVar[dict[Reason, tuple[str, ...]]] = {
        **FIELDS,
        **dict.fromkeys(_OF_TIME, ("at",)),
        AppointmentReason.BAD_MINUTES: ("minutes",),
        AppointmentReason.NOBODY_BOOKED: ("customer",),
        AppointmentReason.BOOKED_ALREADY: ("plate",),
    }
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, at: str) -> None:
        super().__init__(station)
        self._kept = station.keeps(KeptBooking)
        self._kept["at"] = at or self._kept.get("at", "")
        self._full: Millis | None = None
        """The time of which it was said that its half hour is full."""
        self._offered = ""
        """The name that was put in because it stands with the car."""
        self._known = NO_PLATE
        """The car whose number is taken where none is typed."""

    def compose(self) -> ComposeResult:
        """Lay out the fields, in the order a conversation has them."""
        with Vertical(classes="dialog") as frame:
            frame.border_title = _("New appointment")
            with Rest(can_focus=False):
                yield self._input("at", _("when"), 40, _("tomorrow 9:30, Sat 10:00, 12-05 14:00"))
                yield Preview()
                yield PlateField(_("plate"), self._kept.get("plate", ""), self._station)
                yield self._input("customer", _("customer"), CUSTOMER_LIMIT)
                yield self._input("phone", _("phone"), 60)
                yield self._choice("purpose", _("purpose"))
                yield self._input("work", _("work"), WORK_LIMIT)
                yield self._input("minutes", _("minutes"), 4, str(USUAL_MINUTES))
                yield self._choice("waits", _("waiting"))
                yield self._input("advisor", _("advisor"), NAME_LIMIT)
                yield self._choice("way", _("by"))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("Tab next · ← → choose · Esc close, what is filled in is kept"))

    async def on_mount(self) -> None:
        self.query_one("#at", Input).focus()
        await self._look()

    @on(Input.Changed, "#at")
    async def _at_changed(self) -> None:
        self._full = None
        await self._look()

    @on(Input.Blurred, "#plate")
    def _plate_left(self) -> None:
        self.run_worker(self._offer(), group="offer", exclusive=True)

    async def _offer(self) -> None:
        """Put in the name that stands with the car, and say which number does; what somebody typed stays."""
        plate = await self.query_one(PlateField).car_shown()
        known = await self._station.ask(customers.of_car, plate) if plate else None
        if not self.is_attached:
            return
        name, phone = self.query_one("#customer", Input), self.query_one("#phone", Input)
        if name.value == self._offered:
            name.value = self._offered = known.name if known else ""
        self._known = plate if known and known.phone else NO_PLATE
        phone.placeholder = _("empty: {phone}").format(phone=known.phone) if known and known.phone else ""

    async def picture_changed(self) -> None:
        """Somebody else may have taken the last place meanwhile."""
        await self._look()

    async def _look(self) -> None:
        text = self.query_one("#at", Input).value
        self.run_worker(self._preview(text), group="preview", exclusive=True)

    async def _preview(self, text: str) -> None:
        told = await previews.of_time(self._station, text)
        for view in self.query(Preview):
            view.texts = told

    def complain(self, error: FrontdeskError) -> None:
        super().complain(error)
        if error.reason is AppointmentReason.SLOT_FULL:
            self._full = self._at_typed()
            self.settling.begin()

    async def action_cancel(self) -> None:
        """Close, and keep what was filled in."""
        self._keep()
        self.dismiss(None)

    async def action_save(self) -> None:
        """F10: book it. Where something is refused, all stays as it was filled in."""
        if not self.listens():
            return
        self._keep()
        try:
            at = previews.read_at(self._station, self._kept["at"])
            new = await self._new(at)
        except FrontdeskError as error:
            self.complain(error)
            return
        is_known = bool(new.plate) and new.plate == self._known
        answer = await self.perform(booking.book, new, above=self._full == at, same_number=is_known)
        if answer is not None:
            self._kept.clear()
            self.dismiss(answer)

    async def _new(self, at: Millis) -> NewAppointment:
        kept, chosen = self._kept, {name: self._chosen(name) for name in _CHOICES}
        typed = clean_code(kept["minutes"]) or str(USUAL_MINUTES)
        if not typed.isdecimal():
            raise Refused(AppointmentReason.BAD_MINUTES, count=typed, least=5, most=1440)
        return NewAppointment(
            at=at,
            plate=await self.query_one(PlateField).plate(),
            customer=kept["customer"],
            phone=kept["phone"],
            purpose=Purpose(chosen["purpose"]),
            work=kept["work"],
            minutes=int(typed),
            waits=Waits(chosen["waits"]),
            advisor=kept["advisor"],
            way=chosen["way"],
        )

    def _at_typed(self) -> Millis | None:
        try:
            return previews.read_at(self._station, self.query_one("#at", Input).value)
        except FrontdeskError:
            return None

    def _keep(self) -> None:
        for name in _TEXTS:
            self._kept[name] = self.query_one(f"#{name}", Input).value
        self._kept["plate"] = self.query_one("#plate", Input).value
        self._kept.update({name: self._chosen(name) for name in _CHOICES})

    def _chosen(self, name: str) -> str:
        return str(_CHOICES[name][self.query_one(f"#{name}", Choice).index])

    def _choice(self, name: str, title: str) -> Horizontal:
        offered, kept = _CHOICES[name], self._kept.get(name, "")
        index = next((place for place, each in enumerate(offered) if each == kept), 0)
        return field(title, Choice([word(each) for each in offered], index=index, id=name))

    def _input(self, name: str, title: str, limit: int, hint: str = "") -> Horizontal:
        return field(title, Input(self._kept.get(name, ""), id=name, compact=True, max_length=limit, placeholder=hint))
