"""Planning a meeting: with whom, about what, when, where; a complaint's number fills in the rest (Q6)."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.meetings import meetings
from frontdesk.desk.meetings.visiting import DueVisit
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.meetings.meeting import MeetingKind, NewMeeting
from frontdesk.domain.meetings.reasons import MeetingReason
from frontdesk.domain.values.errors import FrontdeskError, Reason
from frontdesk.domain.values.need import Who
from frontdesk.domain.values.plates import NO_PLATE, parse_plate
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_code
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Rest, Trouble, field, static
from screens.kit.form import FormDialog
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "plan", N_("plan it"), ""),)


class MeetingForm(FormDialog[Result], CommandDialog[Result]):
    """The form of a new meeting."""

    TOPIC = "meetings"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]
    WHOSE = Who.DESK
    REFUSED_IN: ClassVar[Mapping[Reason, tuple[str, ...]]] = {
        MeetingReason.MEETING_WHAT: ("what",),
        MeetingReason.MEETING_PAST: ("at",),
        MeetingReason.MEETING_FAR: ("at",),
        CaseReason.NO_COMPLAINT: ("case",),
        ValueReason.BAD_PHONE: ("phone",),
    }

    def __init__(self, station: Station, kind: MeetingKind, visit: DueVisit | None) -> None:
        super().__init__(station)
        self._kind, self._visit = kind, visit

    def compose(self) -> ComposeResult:
        customer = None if self._visit is None else self._visit.customer
        plate = customer.plates[0] if customer and customer.plates else ""
        case = str(customer.open_cases[0]) if customer and customer.open_cases else ""
        with Vertical(classes="dialog") as box:
            box.border_title = _("Plan a meeting")
            with Rest(can_focus=False):
                yield field(_("kind"), Choice(list(map(word, MeetingKind)), index=self._place(), id="kind"))
                yield field(_("about") + "*", Input(id="what", compact=True, max_length=200))
                hint = _("16:30, tomorrow 3pm, monday, 3 days, 3-5, 2026-03-05 10:05")
                yield field(_("when") + "*", Input(id="at", compact=True, placeholder=hint))
                yield field(_("place"), Input(id="place", compact=True, max_length=200))
                yield field(_("complaint"), Input(case, id="case", compact=True, placeholder=_("its number, if any")))
                yield field(_("customer"), Input(customer.name if customer else "", id="customer", compact=True))
                yield field(_("phone"), Input(id="phone", compact=True))
                yield field(_("plate"), Input(plate, id="plate", compact=True))
                yield field(_("invited"), Input(id="invited", compact=True, max_length=200))
                yield field(_("invitation"), Input(id="invitation", compact=True, placeholder=_("what is read out")))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("Tab or Enter: the next field · ← → choose · F10 plans it"))

    async def on_mount(self) -> None:
        self.query_one("#what", Input).focus()

    async def action_plan(self) -> None:
        """F10: plan it; where something is refused, all stays as it was filled in."""
        if not self.listens():
            return
        try:
            new = self._read()
        except FrontdeskError as error:
            self.complain(error)
            return
        answer = await self.perform(meetings.plan, new, invitation=self._typed("invitation"))
        if answer is not None:
            self.dismiss(answer)

    def _read(self) -> NewMeeting:
        """Return what is filled in. Raises a refusal where it cannot be read."""
        snapshot = self._station.latest()
        case, plate = clean_code(self._typed("case")), self._typed("plate").strip()
        return NewMeeting(
            list(MeetingKind)[self.query_one("#kind", Choice).index],
            self._typed("what"),
            read_deadline(self._typed("at"), self._station.now, OpeningHours.of(snapshot.policy)),
            self._typed("place"),
            self._typed("customer"),
            self._typed("phone"),
            parse_plate(plate, snapshot.policy.province) if plate else NO_PLATE,
            int(case) if case.isdecimal() and len(case) < _LONGEST else (0 if case else None),
            self._typed("invited"),
        )

    def _place(self) -> int:
        return list(MeetingKind).index(self._kind)

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value


_LONGEST = 12
"""A number with so many digits is none of a complaint; what is no number fits none either, and is refused as such."""
