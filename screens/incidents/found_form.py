"""What was found of an incident that is over: why it happened, who is responsible, what it cost (I12)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.incidents import aftermath
from frontdesk.domain.incidents.aftermath import MOST_CNY, Aftermath
from frontdesk.domain.incidents.aftermath_reasons import AftermathReason
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.need import Who
from frontdesk.domain.values.text import clean_code
from frontdesk.words.i18n import N_, _
from screens.incidents.kept import IncidentForm
from screens.kit.command_dialog import CLOSE
from screens.kit.dialog import Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "save", N_("put on record"), ""),)


class FoundForm(IncidentForm):
    """The form."""

    WHOSE = Who.MANAGER
    REFUSED_IN: ClassVar[dict[Reason, tuple[str, ...]]] = {
        AftermathReason.CAUSE_MISSING: ("cause", "responsible"),
        AftermathReason.LOSS: ("loss",),
    }
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, number: int, found: Aftermath) -> None:
        super().__init__(station, number)
        self._found = found

    def compose(self) -> ComposeResult:
        found = self._found
        loss = "" if found.loss_cny is None else str(found.loss_cny)
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Cause, person responsible, loss")
            yield field(_("cause *"), self.box("cause", 4000, _("why it happened"), found.cause))
            who = self.box("responsible", NAME_LIMIT, _("a name; “nobody” is an answer"), found.responsible)
            yield field(_("responsible *"), who)
            yield field(_("loss *"), self.box("loss", 12, _("in whole yuan; 0 where there was none"), loss))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("Tab or Enter: the next field · Esc keeps what is typed"))

    async def on_mount(self) -> None:
        self.query_one("#cause", Input).focus()

    async def action_save(self) -> None:
        """F10: put it on record; where something is refused, all stays as it was filled in."""
        if not self.listens():
            return
        typed = clean_code(self.text("loss"))
        if not (typed.isascii() and typed.isdecimal()):
            self.complain(Refused(AftermathReason.LOSS, text=self.text("loss").strip(), right=MOST_CNY))
            return
        answer = await self.perform(
            aftermath.investigate, self._number,
            cause=self.text("cause"), responsible=self.text("responsible"), loss_cny=int(typed),
        )  # fmt: skip
        if answer is not None:
            self.filed(answer)
