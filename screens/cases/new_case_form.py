"""Registering a case while the customer is speaking (C1, C2)."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.timer import Timer
from textual.widgets import Input, TextArea

from frontdesk.desk.cases import customer_history, drafts, register
from frontdesk.domain.cases.case import WANTS_LIMIT, Channel, ComplaintKind, Nature, Severity
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import parse_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.cases.draft import Draft
from screens.cases.judgement import FirstJudgement
from screens.kit.choices import Choice
from screens.kit.dialog import LiveDialog, Trouble, box, field, label, static
from screens.kit.station import Station

_NATURES, _CHANNELS, _KINDS, _SEVERITIES = list(Nature), list(Channel), list(ComplaintKind), list(Severity)
_CHOICES = ("nature", "kind", "severity", "channel", "drill")
_TEXTS = ("customer", "phone", "plate", "wants")
KEEP_AFTER_S = 0.5
"""So long after the last key what is filled in is on disk."""


class ComplaintForm(LiveDialog[Result]):
    """The form; gives the answer of the desk. Esc closes it and keeps the draft; so does a crash."""

    TOPIC = "cases"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "save", show=False),
        Binding("f4", "propose", show=False),
    ]

    def __init__(self, draft: Draft, station: Station, province: str) -> None:
        super().__init__()
        self._draft = draft
        self._hands = station.hands
        self._province = province
        self._keeping: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the fields, in the order a conversation has them."""
        draft = self._draft
        with Vertical(classes="dialog") as frame:
            frame.border_title = _("New complaint")
            with VerticalScroll(can_focus=False, classes="form"):
                yield label(_("the customer's words"))
                yield box("words", draft.words, "short")
                yield FirstJudgement(id="judgement")
                yield self._choice("nature", _("nature"), [word(n) for n in _NATURES])
                yield self._choice("kind", _("kind"), [word(k) for k in _KINDS])
                yield self._choice("severity", _("severity"), [word(s) for s in _SEVERITIES])
                yield self._choice("channel", _("channel"), [word(c) for c in _CHANNELS])
                yield self._input("customer", _("customer"), 60)
                yield self._input("phone", _("phone"), 60)
                yield self._input("plate", _("plate"), 60)
                yield self._input("wants", _("wants"), WANTS_LIMIT)
                yield self._choice("drill", _("drill"), [_("real"), _("drill")])
            yield Trouble()
            yield static(_("Tab next · ← → choose · F10 save · Esc close, the draft is kept"))

    async def on_mount(self) -> None:
        """The customer's words come first."""
        self.query_one("#words").focus()
        self._look_up()
        self.query_one(FirstJudgement).words = self._draft.words

    @on(TextArea.Changed)
    def _went_on(self) -> None:
        """The customer went on: the first judgement follows the words."""
        self.query_one(FirstJudgement).words = self.query_one("#words", TextArea).text
        self._keep_soon()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """A phone number or a plate tells who it is; what was wrong is being corrected."""
        self.say("")
        self._keep_soon()
        if event.input.id in {"phone", "plate"}:
            self._look_up()

    @on(Choice.Changed)
    def _chose(self) -> None:
        self._keep_soon()

    def action_propose(self) -> None:
        """F4: take the proposed severity over; a person decides (C2)."""
        proposed = self.query_one(FirstJudgement).severity
        self.query_one("#severity", Choice).index = _SEVERITIES.index(proposed)

    async def action_cancel(self) -> None:
        """Close and keep the draft."""
        self._stop_keeping()
        self._read()
        await self._keep()
        self.dismiss(None)

    async def action_save(self) -> None:
        """Register it; what is wrong is said and nothing typed is lost."""
        self._read()
        draft = self._draft
        try:
            answer = await self._hands.do(
                register.register,
                nature=_NATURES[draft.nature],
                channel=_CHANNELS[draft.channel],
                kind=_KINDS[draft.kind],
                severity=_SEVERITIES[draft.severity],
                drill=bool(draft.drill),
                customer=draft.customer,
                phone=draft.phone,
                plate=parse_plate(draft.plate, self._province) if draft.plate.strip() else "",
                wants=draft.wants,
                words=draft.words,
            )
        except FrontdeskError as error:
            self.complain(error)
            return
        # What is kept on disk went with the registration.
        self._stop_keeping()
        draft.clear()
        self.dismiss(answer)

    def _stop_keeping(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()

    @work(exclusive=True, group="look up")
    async def _look_up(self) -> None:
        """See what is on record of this customer; a number half typed is none yet."""
        draft = self._draft
        self._read()
        self.query_one(FirstJudgement).is_known = bool(draft.phone.strip() or draft.plate.strip())
        try:
            plate = parse_plate(draft.plate, self._province) if draft.plate.strip() else ""
            self.query_one(FirstJudgement).known = await self._hands.do(customer_history.known, draft.phone, plate)
        except FrontdeskError:
            self.query_one(FirstJudgement).known = customer_history.Known()

    def _keep_soon(self) -> None:
        self._stop_keeping()
        self._read()
        self._keeping = self.set_timer(KEEP_AFTER_S, self._keep)

    async def _keep(self) -> None:
        """Keep the draft on disk; where that fails it is kept in memory all the same."""
        try:
            await self._hands.do(drafts.keep, self._draft.to_keep(), self._draft.phone)
        except FrontdeskError as error:
            self.complain(error)

    def _read(self) -> None:
        for name in _CHOICES:
            setattr(self._draft, name, self.query_one(f"#{name}", Choice).index)
        for name in _TEXTS:
            setattr(self._draft, name, self.query_one(f"#{name}", Input).value)
        self._draft.words = self.query_one("#words", TextArea).text

    def _choice(self, name: str, title: str, words: list[str]) -> Horizontal:
        return field(title, Choice(words, index=getattr(self._draft, name), id=name))

    def _input(self, name: str, title: str, limit: int) -> Horizontal:
        return field(title, Input(getattr(self._draft, name), id=name, compact=True, max_length=limit))
