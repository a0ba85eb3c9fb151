"""The dialog that asks who works at this station now (S1)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.people import staff
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.kit.choices import Choice, Menu
from screens.kit.dialog import Dialog, LiveDialog, Trouble, field, static
from screens.kit.station import Station

_POSTS = list(Post)
_FIRST_POST = {
    StationKind.GUARD: Post.GUARD,
    StationKind.RECEPTION: Post.ADVISOR,
    StationKind.MANAGER: Post.MANAGER,
}


class OperatorDialog(Dialog[str]):
    """Choose a person from the staff list, or add one; the dialog returns the name."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2", "add", show=False)]

    def __init__(self, people: tuple[Person, ...], station: Station) -> None:
        super().__init__()
        self._post = post = _FIRST_POST[station.STATION]
        self._people = sorted(people, key=lambda person: (person.post is not post, person.name))
        self._station = station

    def compose(self) -> ComposeResult:
        """Lay out the staff list, with the people of the station's own post first."""
        with Vertical(classes="dialog") as box:
            box.border_title = _("Who works here now?")
            yield Menu([(person.name, f"{word(person.post)} {person.phone}", True) for person in self._people])
            yield static(_("↑ ↓ Enter, a number, or touch · F2 add a person · Esc close"))

    async def on_mount(self) -> None:
        """If the list is empty, add the first person."""
        if not self._people:
            self.action_add()

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        self.dismiss(self._people[event.index].name)

    def action_add(self) -> None:
        """Add a person to the list, who then works here."""
        self.app.push_screen(PersonDialog(self._post, self._station), self._added)

    def _added(self, name: str | None) -> None:
        if name:
            self.dismiss(name)
        elif not self._people:
            self.dismiss(None)


class PersonDialog(LiveDialog[str]):
    """Put a person on the staff list; the dialog returns the name."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f10", "save", show=False)]

    def __init__(self, post: Post, station: Station) -> None:
        super().__init__()
        self._post = post
        self._desk = station.desk

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("Add a person to the staff list")
            yield field(_("name"), Input(id="name", compact=True, max_length=30))
            yield field(_("post"), Choice([word(post) for post in _POSTS], index=_POSTS.index(self._post), id="post"))
            yield field(_("phone"), Input(id="phone", compact=True, max_length=30))
            yield Trouble()
            yield static(_("Tab next · F10 or Enter save · Esc close"))

    @on(Input.Submitted)
    async def _entered(self) -> None:
        await self.action_save()

    async def action_save(self) -> None:
        """Save the person. If that fails, show the reason and keep everything that was typed."""
        name = self.query_one("#name", Input).value
        post = _POSTS[self.query_one("#post", Choice).index]
        try:
            answer = await self._desk.do(staff.add, name, post, self.query_one("#phone", Input).value)
        except FrontdeskError as error:
            self.complain(error)
            return
        self.dismiss(answer.detail)
