"""The form for a contact: who, which number, when somebody answers (S7, S10)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.register import contacts
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.contacts import Contact, ContactKind, Details
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.values.errors import Reason
from frontdesk.domain.values.need import Who
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.register import contact_word
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.form import FormDialog
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "save", N_("save"), ""),)
_KINDS = tuple(ContactKind)
_NEW = Details(ContactKind.SUPPLIER)


class ContactForm(FormDialog[Result], CommandDialog[Result]):
    """Put a contact on the list, or describe one anew."""

    TOPIC = "register"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]
    WHOSE = Who.DESK
    REFUSED_IN: ClassVar[dict[Reason, tuple[str, ...]]] = {
        RegisterReason.CONTACT_NAME: ("name",),
        RegisterReason.CONTACT_TAKEN: ("name",),
        ValueReason.BAD_PHONE: ("phone",),
    }

    def __init__(self, station: Station, contact: Contact | None = None) -> None:
        super().__init__(station)
        self._contact = contact

    def compose(self) -> ComposeResult:
        said = self._contact.details if self._contact else _NEW
        with Vertical(classes="dialog") as box:
            box.border_title = contact_word(self._contact) if self._contact else _("A contact for the list")
            yield field(_("its name"), Input(said.name, id="name", compact=True, max_length=80))
            yield field(_("phone"), Input(said.phone, id="phone", compact=True, max_length=30))
            yield field(_("sort"), Choice([word(kind) for kind in _KINDS], index=_KINDS.index(said.kind), id="kind"))
            when = Input(said.hours, id="hours", compact=True, max_length=80, placeholder=_("day and night"))
            yield field(_("when it is answered"), when)
            yield field(_("note"), Input(said.note, id="note", compact=True, max_length=200))
            backup = Choice([_("rung first"), _("backup")], index=int(said.is_backup), id="backup")
            yield field(_("of its sort"), backup)
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("← → choose · Tab or Enter: the next field · F10 saves"))

    async def on_mount(self) -> None:
        self.query_one("#name", Input).focus()

    async def action_save(self) -> None:
        """F10: save it; where something is refused, all stays as it was filled in."""
        if not self.listens():
            return
        name, phone, hours, note = (self.query_one(f"#{each}", Input).value for each in _TEXTS)
        kind = _KINDS[self.query_one("#kind", Choice).index]
        said = Details(kind, name, phone, hours, note, bool(self.query_one("#backup", Choice).index))
        if self._contact is None:
            answer = await self.perform(contacts.add, said)
        else:
            answer = await self.perform(contacts.change, self._contact.key, said)
        if answer is not None:
            self.dismiss(answer)


_TEXTS = ("name", "phone", "hours", "note")
