"""Handing over: who is on duty as manager and as deputy, and until when (Z1, S2)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.people import duty
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.people.duty import MAY_STAND_IN, ROSTERED
from frontdesk.domain.people.roles import Role
from frontdesk.domain.values.clock import HOUR, Millis, to_datetime
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.typed_times import next_time
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.times import short_time
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Done, LiveDialog, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.people.duty_list import DutyList

_KEYS = (
    Key("f10", "save", N_("save"), ""),
    Key("f4", "end", N_("end current duty"), ""),
)
_HOURS = (2, 4)
_CLOSING = len(_HOURS) + 1
"""The position of "closing time" among the quick choices."""


class DutyDialog(CommandDialog[None]):
    """The people on duty, live, and a form to hand over."""

    TOPIC = "escalations"
    BINDINGS: ClassVar[list[BindingType]] = bindings(_KEYS)

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        people = [person for person in station.latest().staff if person.post in MAY_STAND_IN]
        self._people = sorted(people, key=lambda person: MAY_STAND_IN.index(person.post))
        self._filled = ""

    def compose(self) -> ComposeResult:
        people = [person.name for person in self._people]
        quick = ["—", *(_("{count} h").format(count=count) for count in _HOURS), _("until closing")]
        with Vertical(classes="dialog") as box:
            box.border_title = _("On duty")
            yield DutyList().data_bind(LiveDialog.live)
            yield Done()
            yield field(_("role"), Choice([word(role) for role in ROSTERED], id="role"))
            yield field(_("person"), Choice(people or [_("nobody is on the staff list")], id="person"))
            yield field(_("from"), Input(id="from", compact=True, max_length=30, placeholder=_("now")))
            yield field(_("until"), Input(id="until", compact=True, max_length=30, placeholder=_("a time: 18:00")))
            yield field("", Choice(quick, id="quick"))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("Tab or Enter: the next field · ← → or touch: choose"))

    async def on_mount(self) -> None:
        """Let a quick choice fill the box, where the time can be read and corrected; closing time stands there."""
        self.watch(self.query_one("#quick", Choice), "index", self._fill, init=False)
        self.call_later(self._until_closing)

    def _until_closing(self) -> None:
        if OpeningHours.of(self.latest().policy).closing_after(self.now) is not None:
            self.query_one("#quick", Choice).index = _CLOSING

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Reset the quick choice once another time is typed."""
        if event.input.id == "until" and event.value != self._filled:
            self.query_one("#quick", Choice).index = 0

    @on(Input.Submitted)
    def _entered(self) -> None:
        """Enter goes on to the next field; only F10 saves."""
        self.focus_next()

    async def action_save(self) -> None:
        """F10: save the duty. If that fails, show the reason and keep everything that was typed."""
        if not self.listens():
            return
        snapshot, role = self.latest(), self._role()
        if not self._people:
            self.say(_("Nobody is on the staff list. Add people first: Esc, then Ctrl+O."))
            return
        person = self._people[self.query_one("#person", Choice).index]
        try:
            starts = self._time("#from", self.now)
            ends = self._time("#until", self.now if starts is None else starts)
        except Refused as error:
            self.complain(error)
            return
        if ends is None:
            self.say(_("Until when? Type 18:00, or choose below the box."))
            return
        if await self.perform(duty.hand_over, role, person.name, ends, starts_at=starts) is None:
            return
        until = short_time(ends, store_zone(snapshot), self.now)
        since = "" if starts is None else short_time(starts, store_zone(snapshot), self.now)
        text = _("{name} is {role} until {until}") if starts is None else _("{name} is {role} {since} to {until}")
        self._done(text.format(name=person.name, role=word(role), until=until, since=since))

    async def action_end(self) -> None:
        """F4: end the current duty of the chosen role now."""
        if not self.listens():
            return
        role = self._role()
        if await self.perform(duty.end, role) is not None:
            self._done(_("the duty as {role} has ended").format(role=word(role)))

    def _done(self, text: str) -> None:
        self.tell(text)
        for box in self.query(Input):
            box.value = ""

    def _role(self) -> Role:
        return ROSTERED[self.query_one("#role", Choice).index]

    def _time(self, box: str, after: Millis) -> Millis | None:
        """Return the time in a box, the next one after an instant; None if it is empty. Raises `Refused`."""
        typed = self.query_one(box, Input).value.strip()
        return next_time(typed, after, store_zone(self.latest())) if typed else None

    def _fill(self, chosen: int) -> None:
        """Write the time of a quick choice into the box."""
        if not chosen:
            return
        snapshot = self.latest()
        try:
            start = self._time("#from", self.now) or self.now
        except Refused as error:
            self.complain(error)
            return
        ends = (
            OpeningHours.of(snapshot.policy).closing_after(start)
            if chosen == _CLOSING
            else start + _HOURS[chosen - 1] * HOUR
        )
        if ends is None:
            self.say(_("The store is closed by then. Type the time."))
            self.query_one("#quick", Choice).index = 0
            return
        self.say("")
        self._filled = to_datetime(ends, store_zone(snapshot)).strftime("%H:%M")
        self.query_one("#until", Input).value = self._filled
