"""Registering a complaint while the customer is speaking (C1, C2)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, TextArea

from frontdesk.desk import complaints
from frontdesk.desk.desk import Answer
from frontdesk.desk.hands import Hands
from frontdesk.domain.complaints import Channel, ComplaintKind, Severity
from frontdesk.domain.errors import FrontdeskError
from frontdesk.domain.plates import parse_plate
from frontdesk.i18n import _
from frontdesk.wording import word
from screens.dialog import Choice, Dialog, Trouble, label, static
from screens.draft import Draft

_CHANNELS, _KINDS, _SEVERITIES = list(Channel), list(ComplaintKind), list(Severity)


class ComplaintForm(Dialog[Answer]):
    """The form; gives the answer of the desk. Esc closes it and keeps the draft."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f10", "save", show=False)]

    def __init__(self, draft: Draft, hands: Hands, province: str) -> None:
        super().__init__()
        self._draft = draft
        self._hands = hands
        self._province = province

    def compose(self) -> ComposeResult:
        """Lay out the fields, in the order a conversation has them."""
        draft = self._draft
        with Vertical(classes="dialog") as box:
            box.border_title = _("New complaint")
            yield label(_("the customer's words"))
            yield TextArea(draft.words, id="words", tab_behavior="focus")
            yield from self._choice("kind", _("kind"), [word(k) for k in _KINDS], draft.kind)
            yield from self._choice("severity", _("severity"), [word(s) for s in _SEVERITIES], draft.severity)
            yield from self._choice("channel", _("channel"), [word(c) for c in _CHANNELS], draft.channel)
            yield from self._input("customer", _("customer"), draft.customer)
            yield from self._input("phone", _("phone"), draft.phone)
            yield from self._input("plate", _("plate"), draft.plate)
            yield Trouble()
            yield static(_("Tab next · ← → choose · F10 save · Esc close, the draft is kept"))

    def on_mount(self) -> None:
        """The customer's words come first."""
        self.query_one("#words").focus()

    def action_cancel(self) -> None:
        """Close and keep the draft."""
        self._keep()
        self.dismiss(None)

    async def action_save(self) -> None:
        """Register it; what is wrong is said and nothing typed is lost."""
        self._keep()
        draft = self._draft
        try:
            answer = await self._hands.do(
                complaints.register,
                channel=_CHANNELS[draft.channel],
                kind=_KINDS[draft.kind],
                severity=_SEVERITIES[draft.severity],
                customer=draft.customer,
                phone=draft.phone,
                plate=parse_plate(draft.plate, self._province) if draft.plate.strip() else "",
                words=draft.words,
            )
        except FrontdeskError as error:
            self.complain(error)
            return
        draft.clear()
        self.dismiss(answer)

    def _keep(self) -> None:
        draft = self._draft
        draft.kind = self.query_one("#kind", Choice).index
        draft.severity = self.query_one("#severity", Choice).index
        draft.channel = self.query_one("#channel", Choice).index
        draft.customer = self.query_one("#customer", Input).value
        draft.phone = self.query_one("#phone", Input).value
        draft.plate = self.query_one("#plate", Input).value
        draft.words = self.query_one("#words", TextArea).text

    def _choice(self, name: str, title: str, words: list[str], index: int) -> ComposeResult:
        with Horizontal(classes="field"):
            yield label(title)
            yield Choice(words, index=index, id=name)

    def _input(self, name: str, title: str, value: str) -> ComposeResult:
        with Horizontal(classes="field"):
            yield label(title)
            yield Input(value, id=name, compact=True, max_length=60)
