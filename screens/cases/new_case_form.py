"""Registering a case while the customer is speaking (C1, C2)."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Input, TextArea

from frontdesk.desk.cases import customer_history, drafts, register
from frontdesk.domain.cases.case import WANTS_LIMIT
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.table_columns import Column, Drill
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import Plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.cases.draft import Draft, offered
from screens.cases.judgement import FirstJudgement
from screens.cases.plate_field import FIELDS, PlateField
from screens.kit.choices import Choice
from screens.kit.dialog import Rest, Trouble, field, label, static
from screens.kit.form import FormDialog, box
from screens.kit.station import Station

_LINES = ("customer", "phone", "plate", "wants")
KEEP_AFTER_S = 0.5
"""How many seconds after the last key the draft is written to disk."""


class NewCaseForm(FormDialog[Result]):
    """The form; it returns the desk's result. The draft is kept after Esc and after a crash."""

    TOPIC = "cases"
    REFUSED_IN = FIELDS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "save", show=False),
        Binding("f4", "propose", show=False),
    ]

    def __init__(self, draft: Draft, station: Station) -> None:
        super().__init__()
        self._draft = draft
        self._desk = station.desk
        self._station = station
        self._offered = offered(station.latest().policy)
        self._keeping: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the fields, in the order a conversation has them."""
        draft = self._draft
        with Vertical(classes="dialog") as frame:
            frame.border_title = _("New complaint")
            with Rest(can_focus=False):
                yield label(_("the customer's words"))
                yield box("words", draft.words, "short")
                yield FirstJudgement(id="judgement")
                for name in ("nature", "kind", "severity", "channel"):
                    yield self._choice(name, [word(value) for value in self._offered[name]])
                yield self._input("customer", _("customer"), 60)
                yield self._input("phone", _("phone"), 60)
                yield PlateField(_("plate"), draft.plate, self._station)
                yield self._input("wants", _("wants"), WANTS_LIMIT)
                yield self._choice("drill", [_("real"), _("drill")])
            yield Trouble()
            yield static(_("Tab next · ← → choose · F10 save · Esc close, the draft is kept"))

    async def on_mount(self) -> None:
        """Put the focus on the customer's words."""
        self.query_one("#words").focus()
        self._look_up()
        self.query_one(FirstJudgement).words = self._draft.words
        self.say(self._lost())

    @on(TextArea.Changed)
    def _went_on(self) -> None:
        """Update the first judgement from the customer's words."""
        self.query_one(FirstJudgement).words = self.query_one("#words", TextArea).text
        self._keep_soon()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Clear the error, and look up the customer once a phone number or a plate is typed."""
        if event.input.has_focus:
            # A box that is left writes its plate out: that answers no error.
            self.say(self._lost())
        self._keep_soon()
        if event.input.id in {"phone", "plate"}:
            self._look_up()

    @on(Choice.Changed)
    def _chose(self) -> None:
        self._keep_soon()

    def action_propose(self) -> None:
        """F4: accept the proposed severity, because a person decides (C2)."""
        proposed = self.query_one(FirstJudgement).severity
        self.query_one("#severity", Choice).index = self._offered["severity"].index(proposed)

    async def action_cancel(self) -> None:
        """Close and keep the draft."""
        self._stop_keeping()
        self._read()
        await self._keep()
        self.dismiss(None)

    async def action_save(self) -> None:
        """Register the case. If that fails, show the reason and keep everything that was typed."""
        # What is kept on disk goes with the registration: nothing may be kept after it.
        self._stop_keeping()
        self._read()
        draft = self._draft
        try:
            plate = await self.query_one(PlateField).plate()
            answer = await self._desk.do(register.register, self._new_case(plate))
        except FrontdeskError as error:
            self._keep_soon()
            self.complain(error)
            return
        draft.clear()
        self.dismiss(answer)

    def _new_case(self, plate: Plate) -> NewCase:
        """Return the case as it is filled in, about a car."""
        draft = self._draft
        return NewCase(
            nature=draft.nature,
            channel=draft.channel,
            kind=draft.kind,
            severity=draft.severity,
            is_drill=draft.drill is Drill.YES,
            customer=draft.customer,
            phone=draft.phone,
            plate=plate,
            wants=draft.wants,
            words=draft.words,
        )

    def _lost(self) -> str:
        """Return a sentence about the draft's fields that could not be restored; empty if there are none."""
        if not self._draft.lost:
            return ""
        names = ", ".join(word(Column(name)) for name in self._draft.lost)
        return _("Kept from before, but cannot be read; choose or type it again: {fields}.").format(fields=names)

    def _stop_keeping(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()

    @work(exclusive=True, group="look up")
    async def _look_up(self) -> None:
        """Look up the customer's records; an incomplete phone number or plate finds none."""
        draft = self._draft
        self._read()
        self.query_one(FirstJudgement).is_known = bool(draft.phone.strip() or draft.plate.strip())
        try:
            plate = await self.query_one(PlateField).car_shown()
            self.query_one(FirstJudgement).known = await self._desk.do(customer_history.look_up, draft.phone, plate)
        except FrontdeskError:
            self.query_one(FirstJudgement).known = customer_history.CustomerHistory()

    def _keep_soon(self) -> None:
        self._stop_keeping()
        self._read()
        self._keeping = self.set_timer(KEEP_AFTER_S, self._keep)

    async def _keep(self) -> None:
        """Write the draft to disk; if that fails, it is still kept in memory."""
        try:
            await self._desk.do(drafts.keep, self._draft.to_keep(), self._draft.phone)
        except FrontdeskError as error:
            self.complain(error)

    def _read(self) -> None:
        for name, choices in self._offered.items():
            setattr(self._draft, name, choices[self.query_one(f"#{name}", Choice).index])
        for name in _LINES:
            setattr(self._draft, name, self.query_one(f"#{name}", Input).value)
        self._draft.words = self.query_one("#words", TextArea).text

    def _choice(self, name: str, words: list[str]) -> Horizontal:
        # The store's list may be another since it was chosen, and need not have what is usual.
        choices, chosen = self._offered[name], getattr(self._draft, name)
        index = choices.index(chosen) if chosen in choices else 0
        return field(word(Column(name)), Choice(words, index=index, id=name))

    def _input(self, name: str, title: str, limit: int) -> Horizontal:
        return field(title, Input(getattr(self._draft, name), id=name, compact=True, max_length=limit))
