"""The step that asks for the people: a list, boxes for one more, and what it means that somebody is missing."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.widgets import Input

from frontdesk.domain.people.roles import LADDER
from frontdesk.domain.setup.answers import typed_person
from frontdesk.domain.setup.draft import Draft, Newcomer, Step
from frontdesk.domain.setup.people import added, next_post
from frontdesk.domain.setup.reasons import SetupReason
from frontdesk.domain.values.errors import Refused
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.setup import missing
from screens.kit.choices import Choice, Menu
from screens.kit.dialog import Rest, field
from screens.kit.keys import Key
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, line, wrap
from screens.setup.screen import SetupScreen

_POSTS = LADDER


class Missing(Lines):
    """Who is missing, and what that means."""

    REDRAWN_BY = ("people",)

    people: var[tuple[Newcomer, ...]] = var(())

    def build(self, width: int) -> list[Line]:
        return [line(Span(row, "warn")) for said in missing(self.people) for row in wrap(said, width)] or [()]


class PeopleStep(SetupScreen):
    """Enter puts the person in the boxes on the list; one on the list comes back into the boxes to be corrected."""

    STEP = Step.PEOPLE
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("f2", "add", N_("add"), ""),
        Key("f4", "correct", N_("correct the last"), ""),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "add", show=False),
        Binding("f4", "correct", show=False),
    ]

    def boxes(self) -> ComposeResult:
        with Rest(can_focus=False):
            yield Menu(self._entries())
        typed = self.draft.typed
        yield field(_("name"), Input(typed.name, id="name", compact=True, max_length=30))
        yield field(_("post"), Choice([word(post) for post in _POSTS], index=_POSTS.index(typed.post), id="post"))
        yield field(_("phone"), Input(typed.phone, id="phone", compact=True, max_length=30))
        yield Missing()

    async def on_mount(self) -> None:
        self._show()
        self.query_one("#name").focus()

    def taken(self) -> Draft:
        post = _POSTS[self.query_one("#post", Choice).index]
        return replace(self.draft, typed=Newcomer(self.text_of("name"), post, self.text_of("phone")))

    def action_add(self) -> bool:
        """F2: the person in the boxes goes on the list; return whether that is so, or there is none."""
        self.draft = self.taken()
        for box, error in typed_person(self.draft):
            self.refuse(box, error)
            return False
        if self.draft.is_typing:
            self._fill(Newcomer(), added(self.draft.people, self.draft.typed))
            self.say("")
        return True

    def action_next(self) -> None:
        """F10: whoever is in the boxes goes on the list first."""
        if self.action_add():
            super().action_next()

    def action_correct(self) -> None:
        """F4: the last one comes back into the boxes."""
        if self.draft.people:
            self._take_back(len(self.draft.people) - 1)
        else:
            self.refuse("name", Refused(SetupReason.NOBODY_TO_CORRECT))

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        self._take_back(event.index)

    @on(Input.Submitted, "#phone")
    def _filled_in(self, event: Input.Submitted) -> None:
        """Enter in the last box adds; where nothing is typed, it goes on."""
        event.stop()
        event.prevent_default()
        self.draft = self.taken()
        if self.draft.is_typing:
            self.action_add()
        else:
            self.action_next()

    def _take_back(self, place: int) -> None:
        """Put one of the list into the boxes; whoever is in there goes on the list before."""
        person = self.draft.people[place]
        if self.action_add():
            self._fill(person, tuple(each for each in self.draft.people if each != person))

    def _fill(self, typed: Newcomer, people: tuple[Newcomer, ...]) -> None:
        typed = typed if typed.name else replace(typed, post=next_post(people))
        self.draft = replace(self.draft, people=people, typed=typed)
        self.query_one("#name", Input).value = typed.name
        self.query_one("#phone", Input).value = typed.phone
        self.query_one("#post", Choice).index = _POSTS.index(typed.post)
        self._show()
        self.query_one("#name").focus()

    def _show(self) -> None:
        self.query_one(Menu).show(self._entries())
        self.query_one(Missing).people = self.draft.people

    def _entries(self) -> list[tuple[str, str, bool]]:
        return [(person.name, f"{word(person.post)} {person.phone}", True) for person in self.draft.people]
