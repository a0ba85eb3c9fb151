"""The form for a thing: what it is, where, how many, until when it can be used (S3, S9)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.register import things
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.areas import AreaOnRecord
from frontdesk.domain.register.last_days import read_last_day
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.things import Described, Thing, ThingKind, read_count
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.register import area_word
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.form import FormDialog
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "save", N_("save"), ""),)
_KINDS = tuple(ThingKind)
_NEW = Described(ThingKind.SUPPLY, "")


class ThingForm(FormDialog[Result], CommandDialog[Result]):
    """Put a thing on the register, or describe one anew."""

    TOPIC = "register"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]
    REFUSED_IN: ClassVar[dict[Reason, tuple[str, ...]]] = {
        RegisterReason.THING_NAME: ("name",),
        RegisterReason.NAME_TAKEN: ("name",),
        RegisterReason.THING_LEAST: ("quantity",),
        RegisterReason.THING_DAY: ("expires",),
        CalendarReason.BAD_DATE: ("expires",),
        CalendarReason.UNCLEAR_DATE: ("expires",),
    }

    def __init__(self, station: Station, areas: tuple[AreaOnRecord, ...], thing: Thing | None = None) -> None:
        super().__init__(station)
        self._thing = thing
        where = thing.described.area if thing else ""
        self._areas = tuple(area for area in areas if area.in_use or area.key == where)

    def compose(self) -> ComposeResult:
        said = self._thing.described if self._thing else _NEW
        with Vertical(classes="dialog") as box:
            box.border_title = said.name or _("A thing for the register")
            name = Input(said.name, id="name", compact=True, max_length=80, placeholder=_("extinguisher 03"))
            yield field(_("its name"), name)
            yield field(_("sort"), Choice([word(kind) for kind in _KINDS], index=_KINDS.index(said.kind), id="kind"))
            keys = ["", *(area.key for area in self._areas)]
            names = ["—", *(area_word(area.key, area.name) for area in self._areas)]
            place = keys.index(said.area) if said.area in keys else 0
            yield field(_("where it is"), Choice(names, index=place, id="area"))
            yield field(_("number of pieces"), Input(_typed(said.quantity), id="quantity", compact=True, max_length=10))
            yield field(_("at least"), Input(_typed(said.least), id="least", compact=True, max_length=10))
            yield field(_("unit"), Input(said.unit, id="unit", compact=True, max_length=20))
            ends = said.expires_on.isoformat() if said.expires_on else ""
            example = _("2027-06-30, 2027-06, in 2 years")
            yield field(
                _("last day of use"), Input(ends, id="expires", compact=True, max_length=40, placeholder=example)
            )
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("← → choose · Tab or Enter: the next field · F10 saves"))

    async def on_mount(self) -> None:
        self.query_one("#name", Input).focus()

    async def action_save(self) -> None:
        """F10: save it; where something is refused, all stays as it was filled in."""
        if not self.listens():
            return
        try:
            said = self._said()
        except Refused as error:
            self.complain(error)
            return
        if self._thing is None:
            answer = await self.perform(things.add, said)
        else:
            answer = await self.perform(things.change, self._thing.id, said)
        if answer is not None:
            self.dismiss(answer)

    def _said(self) -> Described:
        today = OpeningHours.of(self._station.latest().policy).day_of(self._station.now)
        ends = self._text("expires")
        place = self.query_one("#area", Choice).index
        return Described(
            _KINDS[self.query_one("#kind", Choice).index],
            self._text("name"),
            self._areas[place - 1].key if place else "",
            read_count(self._text("quantity")) if self._text("quantity") else None,
            read_count(self._text("least")) if self._text("least") else None,
            self._text("unit"),
            read_last_day(ends, today) if ends else None,
        )

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()


def _typed(number: int | None) -> str:
    return "" if number is None else str(number)
