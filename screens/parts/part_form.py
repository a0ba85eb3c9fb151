"""A part that is fetched: where it comes from, how and when, what is minded of it, and how far it is (R5, R8, R9)."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk import parts
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.parts.part import ORDER, Carrier, PartOrder, PartState, Source, Way
from frontdesk.domain.parts.reasons import PartReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.rescues import part_line
from frontdesk.words.times import long_time
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.form import FormDialog
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_KEYS = (
    Key("f10", "save", N_("keep it"), ""),
    Key("f2", "hand", N_("hand it out"), ""),
    Key("f3", "maker_ok", N_("maker's ok"), ""),
    Key("f4", "go_on", N_("next step"), ""),
    Key("f9", "cancel_part", N_("drop part"), ""),
)
_GOES_ON = {
    PartState.ASKED: N_("part ordered"),
    PartState.ORDERED: N_("part on its way"),
    PartState.SHIPPED: N_("part has come"),
    PartState.ARRIVED: N_("part handed out"),
}
"""What F4 says of it next, which is its label too."""
_SOURCES, _CARRIERS = tuple(Source), (None, *Carrier)


class PartDialog(CommandDialog[Result], FormDialog[Result]):
    """The form of one part; a key for each step it takes."""

    TOPIC = "rescues"
    REFUSED_IN: ClassVar[dict[Reason, tuple[str, ...]]] = {
        PartReason.PART_ETA: ("eta",),
        PartReason.MAY_NOT_FLY: ("carrier",),
        PartReason.MONITORED_LATE: ("monitored",),
    }
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), Binding("enter", "app.focus_next", show=False)]

    def __init__(self, station: Station, part: PartOrder) -> None:
        super().__init__(station)
        self._part = part
        self._zone = store_zone(station.latest())
        self._eta = long_time(part.eta, self._zone) if part.eta else ""

    def compose(self) -> ComposeResult:
        part = self._part
        carriers = [word(each) if each else _("not known") for each in _CARRIERS]
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Part")
            yield static(part_line(part, self._zone))
            sources = [word(each) for each in _SOURCES]
            yield field(_("comes from"), Choice(sources, index=_SOURCES.index(part.source), id="source"))
            yield field(_("how"), Choice(carriers, index=_CARRIERS.index(part.carrier), id="carrier"))
            yield field(
                _("when"), Input(self._eta, id="eta", compact=True, max_length=40, placeholder=_("tomorrow 10:00, 2 h"))
            )
            yield field(_("maker's no."), Input(part.number, id="number", compact=True, max_length=60))
            flies = [_("may go by air"), _("may not fly")]
            yield field(_("by air"), Choice(flies, index=0 if part.may_fly else 1, id="flies"))
            approved = [_("not monitored"), _("its maker has to approve it first")]
            yield field(_("monitored"), Choice(approved, index=int(part.monitored), id="monitored"))
            yield Trouble()
            next_one = Key("f4", "go_on", _GOES_ON[part.state], "")
            keys = (next_one if key.action == next_one.action else key for key in _KEYS)
            yield KeyHints((*keys, CLOSE), tall=False)

    async def on_mount(self) -> None:
        self.query_one("#source").focus()

    async def action_save(self) -> None:
        """F10: where it comes from, how and when."""
        await self._carry_out(parts.order)

    async def action_hand(self) -> None:
        """F2: it is handed out."""
        await self._step(PartState.HANDED)

    async def action_go_on(self) -> None:
        """F4: it is ordered, on its way, has come: the next of these."""
        await self._step(ORDER[ORDER.index(self._part.state) + 1])

    async def action_cancel_part(self) -> None:
        """F9: nobody needs it any more."""
        await self._step(PartState.CANCELLED)

    async def action_maker_ok(self) -> None:
        """F3: its maker approved it."""
        await self._carry_out(parts.maker_ok)

    async def _step(self, becomes: PartState) -> None:
        await self._carry_out(partial(parts.step, becomes=becomes))

    async def _carry_out(self, command: Callable[..., Result]) -> None:
        """Carry out what a key stands for, with all that is typed: nothing of it is lost, whichever key it is."""
        if not self.listens():
            return
        try:
            way = self._way()
        except Refused as error:
            self.complain(error)
            return
        answer = await self.perform(command, number=self._part.id, way=way)
        if answer is not None:
            self.dismiss(answer)

    def _way(self) -> Way:
        """Return what was typed; a time that was left as it stands is not said anew."""
        chosen = {
            name: self.query_one(f"#{name}", Choice).index for name in ("source", "carrier", "flies", "monitored")
        }
        way: Way = {
            "source": _SOURCES[chosen["source"]], "carrier": _CARRIERS[chosen["carrier"]],
            "number": self.query_one("#number", Input).value, "may_fly": chosen["flies"] == 0,
            "monitored": chosen["monitored"] == 1,
        }  # fmt: skip
        typed = self.query_one("#eta", Input).value.strip()
        if typed != self._eta:
            way["eta"] = self._time(typed) if typed else None
        return way

    def _time(self, typed: str) -> Millis:
        return read_deadline(typed, self._station.now, OpeningHours.of(self._station.latest().policy))
