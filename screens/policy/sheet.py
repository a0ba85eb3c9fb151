"""All settings in a list, and one box for the marked one: it is found, gone to, and typed into."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.domain.policy.form import Row
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.text import TYPED_LIMIT
from frontdesk.words.i18n import N_, _
from frontdesk.words.policy_form import names, text_of
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Done, LiveDialog, Rest, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.policy.rows import PolicyRows
from screens.policy.view import View

_KEYS = (
    Key("f10", "save", N_("save all"), ""),
    Key("f4", "as_it_was", N_("as it was"), ""),
    Key("f5", "default", N_("default"), ""),
    Key("f9", "before", N_("last policy"), ""),
)
_PAGE = 8


class PolicySheet(CommandDialog[None]):
    """The list and its box."""

    TOPIC = "policy"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_KEYS),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("pageup", f"go(-{_PAGE})", show=False),
        Binding("pagedown", f"go({_PAGE})", show=False),
    ]

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self.set_reactive(LiveDialog.live, station.live)
        self._view = View(station.latest().policy, names())

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("The store's policy")
            yield field(_("find"), Input(id="find", compact=True, max_length=60, placeholder=_("part of what it says")))
            with Rest(id="settings", can_focus=False):
                yield PolicyRows()
            yield Done()
            yield Trouble()
            yield field(_("value"), Input(id="value", compact=True, max_length=TYPED_LIMIT))
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("↑ ↓ or touch: another · type: its value · Tab: find"))

    async def on_mount(self) -> None:
        """Ready to type a value."""
        box = self.query_one("#value", Input)
        box.cursor_blink = False
        self.watch(box, "value", self._typed, init=False)
        self._mark(self._view.marked)
        box.focus()

    async def words_changed(self) -> None:
        """What is in force is written as it is said now; what was typed stays, but for what was sought."""
        if self.query(PolicyRows):
            self._view = replace(self._view, names=names(), sought="")
            self.query_one("#find", Input).value = ""
            self._show(self._view)

    def _mark(self, row: Row) -> None:
        """Mark a row, with all of its value selected: what is typed next replaces it."""
        self._show(self._view.go_to(row))
        self.query_one("#value", Input).select_all()

    def _show(self, view: View) -> None:
        """Draw the form, with the marked row in view and its value in the box."""
        self._view = self.query_one(PolicyRows).view = view
        box, text = self.query_one("#value", Input), view.text(view.marked)
        if box.value != text:
            box.value = text
            box.select_all()
        self.call_after_refresh(self._scroll_to_mark)

    def _scroll_to_mark(self) -> None:
        for rows in self.query(PolicyRows):
            place = rows.place_of(self._view.marked)
            if place is not None:
                # With the heading above it, where it is the first.
                self.query_one("#settings").scroll_to_region(
                    place.grow((1, 0, 0, 0)), animate=False, force=True, x_axis=False
                )

    def _typed(self, text: str) -> None:
        """Take what stands in the box for the marked row."""
        if text != self._view.text(self._view.marked):
            self._take(self._view.typing(text))

    def _take(self, view: View) -> None:
        """Go on with what was typed: what was said before is over."""
        self.say("")
        self.tell("")
        self._show(view)

    def action_go(self, step: int) -> None:
        """Mark the row that is so many further down."""
        listed = self._view.listed()
        if listed:
            place = listed.index(self._view.marked) + step if self._view.marked in listed else 0
            self._mark(listed[max(0, min(place, len(listed) - 1))])

    def action_as_it_was(self) -> None:
        """F4: the marked row says what is in force."""
        self._put(text_of(self._view.policy, self._view.marked))

    def action_default(self) -> None:
        """F5: the marked row says what the plan says."""
        self._put(text_of(Policy(), self._view.marked))

    def _put(self, text: str) -> None:
        box = self.query_one("#value", Input)
        box.value = text
        box.focus()
        box.select_all()

    @on(PolicyRows.Touched)
    def _touched(self, event: PolicyRows.Touched) -> None:
        self._mark(event.row)
        self.query_one("#value").focus()

    @on(Input.Changed, "#find")
    def _sought(self, event: Input.Changed) -> None:
        """Show the rows that have what is typed, the first of them marked."""
        self._view = replace(self._view, sought=event.value)
        listed = self._view.listed()
        self._mark(self._view.marked if self._view.marked in listed or not listed else listed[0])

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Enter: from what is sought to the value, and from there to the next row; only F10 saves."""
        if event.input.id == "find":
            self.query_one("#value").focus()
        else:
            self.action_go(1)
