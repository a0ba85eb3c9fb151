"""The dialog that asks who works at this station now (S1)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.widgets import Input

from frontdesk.desk.people import pins, staff
from frontdesk.domain.people.pins import SignIn
from frontdesk.domain.people.reasons import BY_PIN, PeopleReason
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.errors import FrontdeskError, Reason
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.kit.choices import Choice, Menu
from screens.kit.command_dialog import CommandDialog
from screens.kit.dialog import Done, Rest, Trouble, field, static
from screens.kit.form import FormDialog
from screens.kit.station import Station
from screens.people.messages import SignedIn
from screens.people.pin import PinDialog

_POSTS = list(Post)
_FIRST_POST = {
    StationKind.GUARD: Post.GUARD,
    StationKind.RECEPTION: Post.ADVISOR,
    StationKind.MANAGER: Post.MANAGER,
    StationKind.WORKSHOP: Post.SUPERVISOR,
}


_CHOOSE = frozenset({*map(str, range(1, 10)), "up", "down", "enter", "escape", "f2", "f4", "f6"})


class OperatorDialog(CommandDialog[SignedIn]):
    """Choose a person from the staff list, or add one; the dialog returns who it is.

    A digit that belongs to a plate chooses nobody: whatever else is typed makes the dialog wait again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "add", show=False),
        Binding("f4", "change", show=False),
        Binding("f6", "give_pin", show=False),
    ]

    def __init__(self, people: tuple[Person, ...], station: Station) -> None:
        super().__init__(station)
        self._post = post = _FIRST_POST[station.STATION]
        self._people = sorted(people, key=lambda person: (person.post is not post, person.name))
        self._to_give = ""
        """Who is to get a PIN, once that is confirmed."""

    def compose(self) -> ComposeResult:
        """Lay out the staff list, with the people of the station's own post first."""
        with Vertical(classes="dialog") as box:
            box.border_title = _("Who is on shift?")
            with Rest(can_focus=False):
                yield Menu(self._entries())
            yield Done()
            yield Trouble()
            if self._station.latest().policy.sign_in == SignIn.PINS:
                yield static(_("or first letters and PIN at once, like wf482913"))
            yield static(_("↑ ↓ Enter, a number, or touch · F2 add · F4 change · F6 PIN · Esc close"))

    async def on_mount(self) -> None:
        """If the list is empty, add the first person."""
        if not self._people:
            self._add()

    def on_key(self, event: Key) -> None:
        """A plate that is typed on is not meant for this; where people have PINs, first letters are."""
        if event.key in _CHOOSE:
            return
        if self._by_pin() and event.character is not None and event.character.isalpha():
            event.prevent_default()
            self.say("")
            self._ask_pin(begun=event.character)
            return
        self.settling.begin()

    def _by_pin(self) -> bool:
        return self.latest().policy.sign_in == SignIn.PINS

    def _ask_pin(self, name: str = "", begun: str = "") -> None:
        self.app.push_screen(PinDialog(self._station, name, begun, may_be_empty=bool(name)), self._signed_in)

    def _signed_in(self, signed: SignedIn | None) -> None:
        if signed is not None:
            self.dismiss(signed)

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        if self._is_meant():
            self._works_here(self._people[event.index].name)

    def _works_here(self, name: str) -> None:
        if self._by_pin():
            self._ask_pin(name)
        else:
            self.dismiss(SignedIn(name))

    def _is_meant(self) -> bool:
        """Whether a key is meant for this list; one that comes in a burst goes on with the burst."""
        if self.listens():
            return True
        self.settling.begin()
        return False

    def action_add(self) -> None:
        """F2: add a person to the list, who then works here."""
        if self._is_meant():
            self._add()

    def _add(self) -> None:
        self.app.push_screen(PersonDialog(self._post, self._station), self._added)

    def action_change(self) -> None:
        """F4: another post or phone number for the person that is marked."""
        if self._people and self._is_meant():
            person = self._people[self.query_one(Menu).index]
            self.app.push_screen(PersonDialog(person.post, self._station, person), self._changed)

    async def action_give_pin(self) -> None:
        """F6: a first PIN for the person that is marked; asked about first, because an older one ends."""
        if not (self._people and self._is_meant()):
            return
        name = self._people[self.query_one(Menu).index].name
        if self._to_give != name:
            self._to_give = name
            self.say(_("A new PIN for {name}? One that they have ends. F6 once more gives it.").format(name=name))
            self.settling.begin()
            return
        self._to_give = ""
        given = await self.ask(pins.give, name)
        if given is not None:
            done, pin = given
            said = _("first PIN {pin}, told only now: {name} signs in with it (Ctrl+O) and chooses another")
            self.say("")
            self.tell(said.format(pin=pin, name=done.facts["name"]))

    async def _changed(self, name: str | None) -> None:
        everyone = await self._station.ask(staff.everyone) if name else None
        if everyone is None:
            return
        by_name = {person.name: person for person in everyone}
        self._people = [by_name[person.name] for person in self._people if person.name in by_name]
        menu = self.query_one(Menu)
        marked = menu.index
        menu.show(self._entries())
        menu.index = min(marked, len(self._people) - 1)

    def _entries(self) -> list[tuple[str, str, bool]]:
        return [(person.name, f"{word(person.post)} {person.phone}", True) for person in self._people]

    def _added(self, name: str | None) -> None:
        if name:
            self._works_here(name)
        elif not self._people:
            self.dismiss(None)


class PersonDialog(FormDialog[str]):
    """Put a person on the staff list, or change the post and phone of one that is on it; gives the name."""

    ENTER_GOES_ON = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f10", "save", show=False)]
    REFUSED_IN: ClassVar[dict[Reason, tuple[str, ...]]] = {
        ValueReason.BAD_PHONE: ("phone",), PeopleReason.NO_NAME: ("name",), PeopleReason.ALREADY_STAFF: ("name",),
        PeopleReason.NUMBER_IN_NAME: ("name",),
    }  # fmt: skip

    def __init__(self, post: Post, station: Station, person: Person | None = None) -> None:
        super().__init__()
        self._post = post
        self._person = person
        self._station = station

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            person = self._person
            box.border_title = (
                _("Post and phone of {name}").format(name=person.name)
                if person
                else _("Add a person to the staff list")
            )
            if person is None:
                yield field(_("name"), Input(id="name", compact=True, max_length=30))
            yield field(_("post"), Choice([word(post) for post in _POSTS], index=_POSTS.index(self._post), id="post"))
            phone = person.phone if person else ""
            yield field(_("phone"), Input(phone, id="phone", compact=True, max_length=30))
            yield Trouble()
            yield static(_("Tab next · F10 or Enter save · Esc close"))

    @on(Input.Submitted)
    async def _entered(self) -> None:
        await self.action_save()

    async def action_save(self) -> None:
        """Save the person. If that fails, show the reason and keep everything that was typed."""
        post, phone = _POSTS[self.query_one("#post", Choice).index], self.query_one("#phone", Input).value
        try:
            if self._person is None:
                answer = await self._station.desk.do(staff.add, self.query_one("#name", Input).value, post, phone)
            else:
                answer = await self._station.desk.do(staff.change, self._person.name, post=post, phone=phone)
        except FrontdeskError as error:
            self.complain(error)
            if error.reason in BY_PIN:
                self._station.ask_pin(lambda known: self.say("", known=known))
            return
        self.dismiss(answer.detail)
