"""Reporting an incident: one digit for what it is, one for where, and every station sounds (I1)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from frontdesk.desk.incidents import reading, reporting, steps
from frontdesk.domain.incidents.events import IncidentEvent
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.journal.result import new_operation
from frontdesk.domain.register.areas import OUTSIDE, AreaOnRecord
from frontdesk.words import i18n
from frontdesk.words.i18n import N_, _
from frontdesk.words.incidents import joined_words
from frontdesk.words.lookup import word
from frontdesk.words.register import area_word
from screens.incidents.choices import Choice, Choices, DigitDialog
from screens.incidents.page import IncidentDialog
from screens.kit.command_dialog import CLOSE
from screens.kit.dialog import Trouble, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KINDS = tuple(kind for kind in IncidentKind if kind is not IncidentKind.HAZARD)
_DIGITS = "1234567890"
_ON_A_PAGE = 9
"""Nine areas have a digit at a time; 0 is what is off the premises."""
_KEYS = (
    Key("f3", "hazard", N_("hazard"), ""),
    Key("backspace", "back", N_("another kind"), ""),
    Key("pagedown", "more", N_("more places"), ""),
)


class ReportDialog(DigitDialog[None]):
    """What is wrong, then where: with the second digit it is reported. It hears each key at once."""

    TOPIC = "incidents"
    FITS_ANY_WINDOW = True
    BINDINGS: ClassVar[list[BindingType]] = bindings(_KEYS)

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._operation = new_operation()
        self._kind: IncidentKind | None = None
        self._areas: tuple[AreaOnRecord, ...] = ()
        self._page = 0
        self._is_reporting = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Report an incident")
            yield static(_("What is it?"))
            yield Choices(id="kinds")
            yield static(_("Where?"))
            yield Choices(id="places")
            yield Trouble()
            yield KeyHints((*self._keys(), CLOSE), tall=False)

    async def on_mount(self) -> None:
        await self.words_changed()
        # What is slow the first time is read while somebody looks for the digit.
        self.run_worker(self.ask(steps.playbook_of, IncidentKind.FIRE, i18n.language()))

    async def words_changed(self) -> None:
        self._areas = await self.ask(reading.places_of_store) or self._areas
        self._show()

    async def digit_pressed(self, digit: str) -> None:
        choice = self._active().of(digit)
        if choice is not None:
            await self._pick(choice)

    @on(Choices.Picked)
    async def _touched(self, event: Choices.Picked) -> None:
        event.stop()
        if event.choices.id == "kinds":
            self._kind = None
        elif self._kind is None:
            self.say(_("First what it is, then where."))
            return
        await self._pick(event.choice)

    def action_hazard(self) -> None:
        """F3: nothing has happened yet."""
        self._choose(IncidentKind.HAZARD)

    def action_back(self) -> None:
        """Backspace: it was another kind."""
        self._kind = None
        self._show()

    def action_more(self) -> None:
        """PgDn: the next nine areas."""
        pages = -(-(len(self._areas) - 1) // _ON_A_PAGE)
        self._page = (self._page + 1) % max(1, pages)
        self._show()

    async def _pick(self, choice: Choice) -> None:
        self.say("")
        if self._kind is None:
            self._choose(IncidentKind(choice.value))
            return
        await self._report(self._kind, choice.value)

    def _choose(self, kind: IncidentKind) -> None:
        self._kind = kind
        self._show()

    async def _report(self, kind: IncidentKind, place: str) -> None:
        if self._is_reporting:
            return
        self._is_reporting = True
        # Nobody has to sign in first: while it burns nobody looks for their name.
        done = await self.ask(reporting.report, kind, place, language=i18n.language(), operation=self._operation)
        self._is_reporting = False
        if done is None or self.app.screen is not self:
            return
        told = joined_words(str(done.facts["first"])) if done.kind == IncidentEvent.JOIN else ""
        self.dismiss(None)
        if kind is IncidentKind.HAZARD:
            from screens.incidents.hazard_page import HazardDialog  # noqa: PLC0415 - seldom asked for

            self.app.push_screen(HazardDialog(self._station, done.number))
        else:
            self.app.push_screen(IncidentDialog(self._station, done.number, told=told))

    def _active(self) -> Choices:
        return self.query_one("#kinds" if self._kind is None else "#places", Choices)

    def _show(self) -> None:
        """Show what can be chosen now."""
        kinds, where = self.query_one("#kinds", Choices), self.query_one("#places", Choices)
        kinds.choices = tuple(
            Choice(digit, kind.value, word(kind)) for digit, kind in zip(_DIGITS, _KINDS, strict=True)
        )
        kinds.chosen = self._kind or ""
        kinds.active, where.active = self._kind is None, self._kind is not None
        own = [area for area in self._areas if area.key != OUTSIDE]
        shown = own[self._page * _ON_A_PAGE :][:_ON_A_PAGE]
        named = [
            Choice(digit, area.key, area_word(area.key, area.name)) for digit, area in zip(_DIGITS, shown, strict=False)
        ]
        where.choices = (*named, Choice("0", OUTSIDE, area_word(OUTSIDE)))
        self.query_one(KeyHints).offer((*self._keys(), CLOSE))

    def _keys(self) -> tuple[Key, ...]:
        hazard, back, more = _KEYS
        keys = (hazard,) if self._kind is None else (back,)
        return (*keys, more) if len(self._areas) > _ON_A_PAGE + 1 else keys
