"""The form that corrects a registered case; the customer's own words cannot be changed (C1)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from frontdesk.desk.cases.amending import amend
from frontdesk.domain.cases.case import CUSTOMER_LIMIT, WANTS_LIMIT, Case, CaseKind, Channel, Nature
from frontdesk.domain.cases.lists import listed
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.cases.lines import title
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from screens.cases.plate_field import FIELDS, PlateField
from screens.kit.choices import Choice
from screens.kit.command_dialog import CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.form import FormDialog
from screens.kit.station import Station

_NATURES = list(Nature)


class AmendForm(FormDialog[bool], CommandDialog[bool]):
    """The fields that can be corrected. The stored phone number is not shown; a typed one replaces it.

    Only the fields changed here are saved, so that corrections made by others meanwhile are kept.
    """

    TOPIC = "correcting"
    REFUSED_IN = FIELDS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f10", "save", show=False)]

    def __init__(self, case: Case, station: Station) -> None:
        super().__init__(station)
        policy = station.latest().policy
        # What the case is registered under stays a choice, whatever the list says by now.
        self._channels = list(dict.fromkeys((*listed(policy.channels, Channel), case.channel)))
        self._kinds = list(dict.fromkeys((*listed(policy.kinds, CaseKind), case.kind)))
        self._case = case
        self._shown = {
            "customer": case.customer, "phone": "", "plate": show_plate(case.plate), "wants": case.wants
        }  # fmt: skip

    def compose(self) -> ComposeResult:
        case = self._case
        with Vertical(classes="dialog") as box:
            box.border_title = labelled(title(case), _("correct what was registered"))
            yield field(
                _("nature"), Choice([word(n) for n in _NATURES], index=_NATURES.index(case.nature), id="nature")
            )
            yield field(
                _("kind"), Choice([word(k) for k in self._kinds], index=self._kinds.index(case.kind), id="kind")
            )
            channels = Choice([word(c) for c in self._channels], index=self._channels.index(case.channel), id="channel")
            yield field(_("channel"), channels)
            yield self._input("customer", _("customer"), CUSTOMER_LIMIT)
            yield self._input("phone", _("phone"), 60, case.phone)
            yield PlateField(_("plate"), self._shown["plate"], self._station)
            yield self._input("wants", _("wants"), WANTS_LIMIT)
            yield Trouble()
            yield static(_("Tab next · ← → choose · F10 save · Esc close"))

    async def on_mount(self) -> None:
        """Put the focus on the name, because that is what is corrected most often."""
        self.query_one("#customer").focus()

    async def action_save(self) -> None:
        if not self.listens():
            return
        try:
            # The one that stands there stays as it was registered.
            plate = None if self._typed("plate") is None else await self.query_one(PlateField).plate()
        except FrontdeskError as error:
            self.complain(error)
            return
        nature = _NATURES[self.query_one("#nature", Choice).index]
        channel = self._channels[self.query_one("#channel", Choice).index]
        kind = self._kinds[self.query_one("#kind", Choice).index]
        answer = await self.perform(
            amend,
            self._case.id,
            nature=None if nature is self._case.nature else nature,
            channel=None if channel == self._case.channel else channel,
            kind=None if kind == self._case.kind else kind,
            customer=self._typed("customer"),
            phone=self._typed("phone"),
            plate=plate,
            wants=self._typed("wants"),
        )
        if answer is not None:
            self.dismiss(True)

    def _typed(self, name: str) -> str | None:
        """Return the text of a field; None if it was not changed."""
        value = self.query_one(f"#{name}", Input).value
        return None if value == self._shown[name] else value

    def _input(self, name: str, title: str, limit: int, hint: str = "") -> Horizontal:
        return field(title, Input(self._shown[name], id=name, compact=True, max_length=limit, placeholder=hint))
