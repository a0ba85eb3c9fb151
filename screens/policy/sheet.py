"""All settings in a list, and one box for the marked one: it is found, gone to, and typed into."""

from collections.abc import Callable
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.domain.policy.form import Row
from frontdesk.domain.values.text import TYPED_LIMIT
from frontdesk.words.i18n import _
from screens.kit.dialog import Done, Rest, Trouble, field
from screens.policy.rows import PolicyRows
from screens.policy.view import View


class PolicySheet(Vertical):
    """The list and its box. `typed` is given the form with what was typed into a row."""

    def __init__(self, view: View, typed: Callable[[View], None]) -> None:
        super().__init__()
        self.view = view
        self._tell = typed

    def compose(self) -> ComposeResult:
        yield field(_("find"), Input(id="find", compact=True, max_length=60, placeholder=_("part of what it says")))
        with Rest(id="settings", can_focus=False):
            yield PolicyRows()
        yield Done()
        yield Trouble()
        yield field(_("value"), Input(id="value", compact=True, max_length=TYPED_LIMIT))

    def on_mount(self) -> None:
        """Ready to type a value."""
        box = self.query_one("#value", Input)
        box.cursor_blink = False
        self.watch(box, "value", self._typed, init=False)
        self.mark(self.view.marked)

    def take_focus(self) -> None:
        """Put the focus on the box of the marked row."""
        self.query_one("#value").focus()

    def find_all(self) -> None:
        """Seek nothing any more, so that all rows are shown."""
        self.view = replace(self.view, sought="")
        self.query_one("#find", Input).value = ""

    def mark(self, row: Row) -> None:
        """Mark a row, with all of its value selected: what is typed next replaces it."""
        self.show(self.view.go_to(row))
        self.query_one("#value", Input).select_all()

    def show(self, view: View) -> None:
        """Show the form, with the marked row in view and its value in the box."""
        self.view = self.query_one(PolicyRows).view = view
        box, text = self.query_one("#value", Input), view.text(view.marked)
        if box.value != text:
            box.value = text
            box.select_all()
        self.call_after_refresh(self._scroll_to_mark)

    def _scroll_to_mark(self) -> None:
        for rows in self.query(PolicyRows):
            place = rows.place_of(self.view.marked)
            if place is not None:
                # With the heading above it, where it is the first.
                self.query_one("#settings").scroll_to_region(
                    place.grow((1, 0, 0, 0)), animate=False, force=True, x_axis=False
                )

    def _typed(self, text: str) -> None:
        """Take what stands in the box for the marked row."""
        if text != self.view.text(self.view.marked):
            self._tell(self.view.typing(text))

    def go(self, step: int) -> None:
        """Mark the row that is so many further down."""
        listed = self.view.listed()
        if listed:
            place = listed.index(self.view.marked) + step if self.view.marked in listed else 0
            self.mark(listed[max(0, min(place, len(listed) - 1))])

    def put(self, text: str) -> None:
        """Write a text into the box, as if it was typed."""
        box = self.query_one("#value", Input)
        box.value = text
        box.focus()
        box.select_all()

    @on(PolicyRows.Touched)
    def _touched(self, event: PolicyRows.Touched) -> None:
        self.mark(event.row)
        self.take_focus()

    @on(Input.Changed, "#find")
    def _sought(self, event: Input.Changed) -> None:
        """Show the rows that have what is typed, the first of them marked."""
        self.view = replace(self.view, sought=event.value)
        listed = self.view.listed()
        self.mark(self.view.marked if self.view.marked in listed or not listed else listed[0])

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Enter: from what is sought to the value, and from there to the next row; only F10 saves."""
        if event.input.id == "find":
            self.take_focus()
        else:
            self.go(1)
