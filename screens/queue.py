"""The complaint queue: next due first, counting down (C12, Q1, C3)."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding
from textual.events import Click, Key
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.clock import HOUR, Millis
from frontdesk.domain.complaints import Complaint, Severity
from frontdesk.domain.plates import show_plate
from frontdesk.i18n import _
from frontdesk.wording import duration, word
from screens.lines import Line, Span, fit
from screens.picture import Picture

_SOON: Millis = HOUR


def due_span(case: Complaint, now: Millis) -> Span:
    """Return the countdown to a case's next due, in colour and word."""
    due = case.next_due
    if due is None:
        return Span(_("nothing due"), "dim")
    left = due.due_at - now
    if left < 0:
        return Span(f"{word(due.name)} {_('OVERDUE {time}').format(time=duration(-left))}", "over")
    return Span(f"{word(due.name)} {_('in {time}').format(time=duration(left))}", "warn" if left < _SOON else "ok")


def case_line(case: Complaint, now: Millis, width: int, *, marked: bool) -> Line:
    """Return one case as a row of the queue."""
    severe = case.severity is Severity.MAJOR
    number = Span(f" {case.id:>4} ", "chosen" if marked else "head")
    due = fit([due_span(case, now)], 30)
    grade = fit([Span(word(case.severity), "over" if severe else "dim")], 9)
    stage = fit([Span(word(case.stage))], 11)
    rest = " ".join(
        part for part in (show_plate(case.plate), case.customer, word(case.kind), case.words.replace("\n", " ")) if part
    )
    return fit([number, *due, *grade, *stage, Span(rest)], width)


class ComplaintQueue(Picture, can_focus=True):
    """The open cases. Draws only the rows in view."""

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
    class Typed(Message):
        """Something was typed while the queue had the focus."""

        text: str

    class Left(Message):
        """Esc was pressed in the queue."""

    def __init__(self) -> None:
        super().__init__(id="queue")

    def build(self, width: int) -> list[Line]:
        """Return the heading and the rows in view."""
        shot = self.snapshot
        if shot is None:
            return []
        room = max(1, self.size.height - 1)
        cases = shot.complaints
        self.index = max(0, min(self.index, len(cases) - 1))
        top = max(0, min(self.index - room // 2, len(cases) - room))
        title = f" {_('complaints')} {shot.open_complaints}"
        help_ = _("Ctrl+N new · Tab and Enter open a case")
        lines: list[Line] = [fit([Span(title, "head"), Span(f"   {help_}", "dim")], width)]
        for offset, case in enumerate(cases[top : top + room]):
            marked = self.has_focus and top + offset == self.index
            lines.append(case_line(case, self.now, width, marked=marked))
        if not cases:
            lines.append(fit([Span("   " + _("no open complaints"), "dim")], width))
        return lines

    def action_go(self, step: int) -> None:
        """Mark another case."""
        self.index += step
        self.redraw()

    def action_leave(self) -> None:
        """Go back to the entry box."""
        self.post_message(self.Left())

    def on_key(self, event: Key) -> None:
        """A plate may be typed from here too."""
        if event.is_printable and event.character:
            event.stop()
            self.post_message(self.Typed(event.character))

    def action_open(self) -> None:
        """Open the marked case."""
        cases = self.snapshot.complaints if self.snapshot else ()
        if cases:
            self.post_message(self.Opened(cases[min(self.index, len(cases) - 1)].id))

    def on_click(self, event: Click) -> None:
        """Open the case that was touched."""
        room = max(1, self.size.height - 1)
        cases = self.snapshot.complaints if self.snapshot else ()
        top = max(0, min(self.index - room // 2, len(cases) - room))
        row = top + event.y - 1
        if 0 <= event.y - 1 < room and row < len(cases):
            self.index = row
            self.action_open()

    def on_focus(self) -> None:
        """Show the mark."""
        self.redraw()

    def on_blur(self) -> None:
        """Hide the mark."""
        self.redraw()
