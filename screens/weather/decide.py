"""Writing a decision because of the weather: what stops or changes, from when until when, and why (I7, I11)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.weather import decisions
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import FrontdeskError, Reason
from frontdesk.domain.values.need import Who
from frontdesk.domain.values.text import clean_code
from frontdesk.domain.weather.decision import PLACE_LIMIT, Choice, NewDecision, Service
from frontdesk.domain.weather.reasons import DecisionReason
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from screens.kit.choices import Choice as ChoiceOfWords
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.form import FormDialog
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "save", N_("to sign"), ""),)
_TEXTS = ("services", "begins", "ends", "place", "scope", "why")


class KeptDecision(dict[str, str]):
    """The form as it was left with Esc; it comes back when it is opened again, until it is written."""


class DecideForm(FormDialog[Result], CommandDialog[Result]):
    """The form; F10 writes it and asks for the signatures."""

    TOPIC = "weather"
    WHOSE = Who.DESK
    REFUSED_IN: ClassVar[dict[Reason, tuple[str, ...]]] = {
        DecisionReason.NO_SERVICE_NAMED: ("services",),
        DecisionReason.ENDS_BEFORE: ("ends",),
        DecisionReason.WINDOW_PAST: ("ends",),
        DecisionReason.WINDOW_LONG: ("ends",),
        DecisionReason.NO_CHANGE: ("place",),
    }
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), Binding("enter", "app.focus_next", show=False)]

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._kept = station.keeps(KeptDecision)

    def compose(self) -> ComposeResult:
        kept = int(self._kept.get("choice", "0"))
        named = " ".join(f"{place} {word(service)}" for place, service in enumerate(Service, 1))
        with Vertical(classes="dialog") as frame:
            frame.border_title = _("Decide because of the weather")
            yield field(_("decision"), ChoiceOfWords([word(each) for each in Choice], index=kept, id="choice"))
            yield field(_("services"), self._input("services", 8, named))
            yield field(_("from when"), self._input("begins", 40, _("tomorrow 8:00")))
            yield field(_("up to when"), self._input("ends", 40, _("tomorrow 14:00; empty: until it goes on")))
            yield field(_("changed to"), self._input("place", PLACE_LIMIT, _("the other place or time, of a change")))
            yield field(_("scope"), self._input("scope", PLACE_LIMIT, _("empty: the whole store")))
            yield field(_("reason"), self._input("why", 200))
            yield static(labelled(_("services"), named))
            yield static(_("Nothing holds before manager and director have signed; by phone is possible."))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)

    async def on_mount(self) -> None:
        self.query_one("#choice").focus()

    async def action_cancel(self) -> None:
        """Close, and keep what was filled in."""
        self._keep()
        self.dismiss(None)

    async def action_save(self) -> None:
        """F10: write it, and ask for the signatures."""
        if not self.listens():
            return
        self._keep()
        try:
            new = self._new()
        except FrontdeskError as error:
            self.complain(error)
            return
        answer = await self.perform(decisions.decide, new)
        if answer is not None:
            self._kept.clear()
            self.dismiss(answer)

    def complain(self, error: FrontdeskError) -> None:
        super().complain(error)
        if isinstance(error.reason, CalendarReason) and error.facts.get("text") != clean_code(self._kept["begins"]):
            self.query_one("#ends", Input).focus()

    def _new(self) -> NewDecision:
        kept, begins = self._kept, self._time("begins")
        ends = self._time("ends") if kept["ends"].strip() else None
        return NewDecision(
            tuple(Choice)[int(kept["choice"])], _services(kept["services"]), begins, ends,
            scope=kept["scope"], place=kept["place"], why=kept["why"],
        )  # fmt: skip

    def _time(self, name: str) -> Millis:
        station = self._station
        return read_deadline(self._kept[name], station.now, OpeningHours.of(station.latest().policy))

    def _keep(self) -> None:
        for name in _TEXTS:
            self._kept[name] = self.query_one(f"#{name}", Input).value
        self._kept["choice"] = str(self.query_one("#choice", ChoiceOfWords).index)

    def _input(self, name: str, limit: int, hint: str = "") -> Input:
        return Input(self._kept.get(name, ""), id=name, compact=True, max_length=limit, placeholder=hint)


def _services(text: str) -> tuple[Service, ...]:
    """Return the services whose digits are typed: 13; a digit that is none is left out, and none is refused."""
    typed = clean_code(text)
    return tuple(service for place, service in enumerate(Service, 1) if str(place) in typed)
