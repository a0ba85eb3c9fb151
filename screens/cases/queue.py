"""The queue: a heading with counts, then cases and matters, the first due first, counting down (C12, Q1, C3, Z7)."""

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from textual.binding import Binding
from textual.events import Click, Key, Paste
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.search import CaseCounts, Filter
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.messages.message import Message as ToTell
from frontdesk.domain.picture.in_line import with_complaints
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from screens.cases.matter_row import matter_line, said_of
from screens.cases.message_row import message_line
from screens.cases.row import case_line, heading, masked
from screens.kit.key_hints import KeyHints
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, ends, fit

COUNTED = {
    Filter.LATE: "over",
    Filter.TODAY: "warn",
    Filter.REPORTED: "warn",
    Filter.QUALITY: "warn",
    Filter.WRITE_UP: "warn",
    Filter.FOLLOW_UP: "key",
    Filter.TO_READ: "key",
}
"""The counts that the heading shows beside the open cases if they are not zero, each with its tone."""


_NAMED = 6
"""From this many rows on the columns have names."""


class Below(Enum):
    """What the rows are that have no room."""

    CASES = "cases"
    OTHERS = "others"
    """Matters and messages."""
    BOTH = "both"


_MORE = {
    Below.CASES: N_("… {count} more: Ctrl+F for all"),
    Below.OTHERS: N_("… {count} more: Ctrl+A for all"),
    Below.BOTH: N_("… {count} more: Ctrl+A, complaints Ctrl+F"),
}


def counted(counts: CaseCounts, others: int = 0) -> list[Span]:
    """Return the counts without drills: open, late, due today, reported, and to be followed up."""
    spans = [Span(f" {_('complaints')} {counts.open}", "head")] if counts.open or not others else []
    if others:
        named = f"{_('matters and messages')} {others}"
        spans.append(Span(f" · {named}" if spans else f" {named}", "head"))
    for which, tone in COUNTED.items():
        if number := counts.of(which):
            spans += [Span(" · ", "dim"), Span(f"{word(which)} {number}", tone)]
    return spans


class CaseQueue(LiveLines, can_focus=True):
    """The open cases that are due first. Draws only the rows in view."""

    BINDINGS: ClassVar = [
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("pageup", "go(-10)", show=False),
        Binding("pagedown", "go(10)", show=False),
        Binding("enter", "open", show=False),
        Binding("escape", "leave", show=False),
    ]

    index: var[int] = var(0)

    @dataclass
    class Opened(Message):
        """A case was chosen."""

        number: int

    @dataclass
    class MatterOpened(Message):
        """A matter was chosen."""

        matter: Matter

    @dataclass
    class MessageOpened(Message):
        """Something to be told was chosen."""

        number: int

    @dataclass
    class Typed(Message):
        """Something was typed or pasted while the queue had the focus."""

        text: str

    class Left(Message):
        """Esc was pressed in the queue."""

    def __init__(self) -> None:
        super().__init__(id="queue")

    @staticmethod
    def rows_wanted(listed: int) -> int:
        """Return in how many rows everything is shown, and the columns have names."""
        return max(_NAMED, 2 + listed)

    @property
    def entries(self) -> tuple[Case | Matter | ToTell, ...]:
        """The cases, matters and messages that can be marked."""
        return with_complaints(self.snapshot.queue(self.now), self._room) if self.snapshot else ()

    def build(self, width: int) -> list[Line]:
        """Return the heading, the rows in view, and how many more there are."""
        snapshot = self.snapshot
        if snapshot is None:
            return []
        entries, warning = self.entries, snapshot.policy.due_warning
        self.index = max(0, min(self.index, len(entries) - 1))
        top, room = self._window()
        help_ = _("Ctrl+N new · Tab, Enter open")
        below = snapshot.listed_in_queue(self.now) - top - room
        # Where not even a row is left to say how many more there are, the heading does.
        more = [Span(f" +{below}", "key")] if below > 0 and room >= self._rows else []
        others = snapshot.listed_in_queue(self.now) - snapshot.listed_complaints
        title = [*counted(snapshot.due_counts, others), Span(f"   {help_}", "dim")]
        lines: list[Line] = [ends(title, [*more, Span(" Ctrl+F", "key"), Span(f" {_('find')} ")], width)]
        lines += [heading(width)] if self._above > 1 else []
        for offset, entry in enumerate(entries[top : top + room]):
            marked = self.has_focus and top + offset == self.index
            if isinstance(entry, Matter):
                lines.append(
                    matter_line(entry, self.now, width, warning=warning, marked=marked, said=said_of(snapshot, entry))
                )
            elif isinstance(entry, ToTell):
                told = entry._replace(name=_("covered")) if self.live.covered else entry
                lines.append(message_line(told, self.now, width, marked=marked))
            else:
                shown = masked(entry) if self.live.covered else entry
                lines.append(case_line(shown, self.now, width, warning=warning, marked=marked))
        if not entries:
            lines.append(fit([Span("   " + _("no open complaints"), "dim")], width))
        elif below > 0 and room < self._rows:
            lines.append(fit([Span("   " + _(_MORE[self._below(top + room)]).format(count=below), "dim")], width))
        return lines

    def action_go(self, step: int) -> None:
        """Mark another case."""
        self.index += step
        self.redraw()

    def action_leave(self) -> None:
        """Go back to the entry box."""
        self.post_message(self.Left())

    def on_key(self, event: Key) -> None:
        """Pass typed characters to the entry box, because a plate may be typed from here too."""
        if event.is_printable and event.character:
            event.stop()
            self.post_message(self.Typed(event.character))

    def on_paste(self, event: Paste) -> None:
        """Pass pasted text, or text from an input method, to the entry box; only its first line, as the box does."""
        event.stop()
        if event.text:
            self.post_message(self.Typed(event.text.splitlines()[0]))

    def action_open(self) -> None:
        if self.entries:
            entry = self.entries[min(self.index, len(self.entries) - 1)]
            if isinstance(entry, Matter):
                self.post_message(self.MatterOpened(entry))
            elif isinstance(entry, ToTell):
                self.post_message(self.MessageOpened(entry.id))
            else:
                self.post_message(self.Opened(entry.id))

    def on_click(self, event: Click) -> None:
        """Open the touched case; a touch on the heading or on the row "more" opens the list of all cases."""
        top, room = self._window()
        row = top + event.y - self._above
        if event.y - self._above >= room and self._below(top + room) is not Below.CASES:
            self.post_message(KeyHints.Touched("do('matters')"))
        elif not 0 <= event.y - self._above < room:
            self.post_message(KeyHints.Touched("do('find')"))
        elif row < len(self.entries):
            self.index = row
            self.action_open()

    def _below(self, shown: int) -> Below:
        """Return what stands below the first rows, which tells where to find it."""
        snapshot = self.snapshot
        if snapshot is None:
            return Below.CASES
        cases = snapshot.listed_complaints - sum(isinstance(entry, Case) for entry in self.entries[:shown])
        if cases <= 0:
            return Below.OTHERS
        return Below.BOTH if snapshot.listed_in_queue(self.now) - shown > cases else Below.CASES

    def on_focus(self) -> None:
        self.redraw()

    def on_blur(self) -> None:
        """Hide the mark and return to the first case, unless it is the terminal that lost the focus."""
        if self.app.app_focus:
            self.index = 0
        self.redraw()

    @property
    def _above(self) -> int:
        """How many rows stand above the cases: the counts, and the columns' names where that leaves rows enough."""
        waits = self.snapshot is not None and self.snapshot.listed_in_queue(self.now) > 0
        return 2 if waits and self.size.height >= _NAMED else 1

    @property
    def _rows(self) -> int:
        """How many rows there are below the headings."""
        return max(1, self.size.height - self._above)

    def _window(self) -> tuple[int, int]:
        """Return the position of the first case in view, and how many cases fit beside the row "more"."""
        room = self._room
        return max(0, min(self.index - room // 2, len(self.entries) - room)), room

    @property
    def _room(self) -> int:
        """How many entries there is room for, beside the row "more"."""
        total = self.snapshot.listed_in_queue(self.now) if self.snapshot else 0
        return self._rows - (1 if total > self._rows > 1 else 0)
