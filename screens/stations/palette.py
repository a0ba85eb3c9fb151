"""The palette, which finds any action by its name in the user's language."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.words.i18n import _
from screens.kit.choices import Menu
from screens.kit.dialog import Dialog, Rest, Trouble
from screens.kit.keys import Key


class Palette(Dialog[str]):
    """Type part of a name and choose; the dialog returns the action."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
    ]

    def __init__(self, keys: tuple[Key, ...]) -> None:
        super().__init__()
        self._keys = keys
        self._fitting = keys

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Find an action")
            yield Input(placeholder=_("part of its name"), compact=True)
            with Rest(can_focus=False):
                yield Menu(self._entries())
            yield Trouble()

    async def on_mount(self) -> None:
        self.query_one(Input).focus()
        self.watch(self.query_one(Menu), "index", self._explain)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Show the actions that fit the typed text."""
        self._fitting = fitting(self._keys, event.value)
        self.query_one(Menu).show(self._entries())
        self._explain(0)
        if not self._fitting:
            self.say(_("No action is called so."))

    def _explain(self, place: int) -> None:
        """Say all that the marked action does: in its row there may be no room for it."""
        self.say("", known=" ".join(_(key.help) for key in self._fitting[place : place + 1]))

    def action_go(self, step: int) -> None:
        self.query_one(Menu).action_go(step)

    @on(Input.Submitted)
    def _entered(self) -> None:
        """Choose the marked action."""
        self.query_one(Menu).action_choose()

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        self.dismiss(self._fitting[event.index].action)

    def _entries(self) -> list[tuple[str, str, bool]]:
        return [(_named(key), _(key.help), True) for key in self._fitting]


def fitting(keys: tuple[Key, ...], text: str) -> tuple[Key, ...]:
    """Return the actions whose name or help sentence contains a text, those by their name first."""
    typed = text.strip().lower()
    found = (key for key in keys if typed in f"{_(key.label)} {_(key.help)} {key.shown}".lower())
    return tuple(sorted(found, key=lambda key: typed not in _(key.label).lower()))


def _named(key: Key) -> str:
    return f"{_(key.label)} ({key.shown})" if key.shown else _(key.label)
