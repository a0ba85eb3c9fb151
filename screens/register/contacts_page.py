"""Whom outside to ring, live: added, changed, called through, printed with teams and staff for the wall (S1, S7)."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var

from frontdesk.desk import undo
from frontdesk.desk.register import contacts
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.contacts import Contact
from frontdesk.words.i18n import N_
from frontdesk.words.lookup import event_word
from frontdesk.words.register import contact_line
from screens.kit.chosen_list import ChosenList
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.kit.printing import PrintDocument
from screens.kit.spans import Line
from screens.kit.store_zone import store_zone
from screens.register.contact_form import ContactForm

_KEYS = (
    Key("f2", "add", N_("put on"), ""),
    Key("f5", "called", N_("number is right"), ""),
    Key("f6", "calling", N_("call each one"), ""),
    Key("f8", "use", N_("off or on"), ""),
    Key("f9", "undo", N_("undo"), ""),
    Key("f10", "print", N_("print the list"), ""),
)


class ContactList(ChosenList):
    """The contacts; emergency numbers stand first of their kind."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "contacts")
    OTHER_ROWS = 10
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", show=False)]

    contacts: var[tuple[Contact, ...] | None] = var(None)

    class Opened(Message):
        """Enter was pressed on a contact."""

    def __init__(self) -> None:
        super().__init__(id="contacts")

    @property
    def contact(self) -> Contact | None:
        """The marked contact."""
        listed = self.contacts or ()
        return listed[self.marked - 1] if 0 < self.marked <= len(listed) else None

    def numbers(self) -> list[int]:
        """Return the places in the list, from 1 on."""
        return list(range(1, len(self.contacts or ()) + 1))

    def mark(self, key: str) -> None:
        """Mark a contact wherever it stands now."""
        keys = [contact.key for contact in self.contacts or ()]
        self.marked = keys.index(key) + 1 if key in keys else 1

    def action_open(self) -> None:
        self.post_message(self.Opened())

    def build(self, width: int) -> list[Line]:
        """Return a line for each contact in view."""
        snapshot = self.snapshot
        if snapshot is None or self.contacts is None:
            return []
        zone, days = store_zone(snapshot), snapshot.policy.contact_call_days
        lines: list[Line] = []
        for place, contact in self.in_view(self.contacts, lines):
            said = contact_line(contact, zone, self.now, days)
            tone = "dim" if not contact.in_use else "head" if contact.is_emergency else "plain"
            lines.append(self.entry_row(place, said, width, tone))
        lines += self.more_below()
        return lines


class ContactsDialog(ListPage[ContactList, tuple[Contact, ...]]):
    """The list and its keys."""

    TOPIC = "register"
    KEYS = _KEYS
    OF_MARKED = ("f5", "f8")
    LIST = ContactList
    TITLE = N_("Contact list")
    HINT = N_("↑ ↓ or touch: choose · Enter: change")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> tuple[Contact, ...] | None:
        return await self.ask(contacts.listed)

    def show(self, view: ContactList, found: tuple[Contact, ...]) -> None:
        marked = view.contact
        view.contacts = found
        view.mark(marked.key if marked else "")

    def action_add(self) -> None:
        """F2: put a contact on the list, in a form."""
        if self.listens():
            self.app.push_screen(ContactForm(self._station), self._saved)

    @on(ContactList.Opened)
    def _change(self) -> None:
        """Enter: describe the marked contact anew, in a form."""
        contact = self.view.contact
        if contact is not None and self.listens():
            self.app.push_screen(ContactForm(self._station, contact), self._saved)

    async def action_called(self) -> None:
        """F5: it was rung just now, and the number is right."""
        await self._act("called", contacts.called)

    def action_calling(self) -> None:
        """F6: staff and contacts, to be called through one after the other."""
        from screens.register.calling_page import CallingDialog  # noqa: PLC0415 - loaded when it is asked for

        if self.listens():
            self.app.push_screen(CallingDialog(self._station))

    async def action_use(self) -> None:
        """F8: off the list, or back on it."""
        contact = self.view.contact
        if contact is not None:
            await self._act("use", contacts.take_off if contact.in_use else contacts.put_back)

    async def action_undo(self) -> None:
        """F9, as everywhere: take back what was done last at this station."""
        if self.listens():
            await self._saved(await self.perform(undo.undo))

    def action_print(self) -> None:
        """F10: the list with teams and staff, as a page to print."""
        if self.listens() and not self._last.is_again("print", 0):
            from frontdesk.documents import filing  # noqa: PLC0415 - slow to load, seldom asked for

            self._last.note("print", 0)
            self.post_message(PrintDocument(self, filing.of_contacts))

    async def _act(self, act: str, command: Callable[..., Result]) -> None:
        view = self.view
        contact = view.contact
        if contact is None or not self.listens() or self._last.is_again(act, view.marked):
            return
        answer = await self.perform(command, contact.key)
        if answer is not None:
            self._last.note(act, view.marked)
            await self._saved(answer)

    async def _saved(self, answer: Result | None) -> None:
        if answer is None:
            return
        self.say("")
        self.tell(" ".join((str(answer.facts.get("name", "")), event_word(answer.kind))).strip())
        await self.picture_changed()
        key = str(answer.facts.get("contact", ""))
        if key:
            self.view.mark(key)
