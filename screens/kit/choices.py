"""The choices in a dialog: one of a few words on one line, or one entry of a list."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var

from screens.kit.digits import PicksByDigit
from screens.kit.lines import Lines
from screens.kit.other_language import GivenWords
from screens.kit.spans import Line, Span, line, width_of


class Choice(GivenWords, Lines, can_focus=True):
    """A choice of one word from a few on one line, with ← → or a touch; which word is chosen is seen without focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
    ]

    index: var[int] = var(0)

    class Changed(Message):
        """Another word was chosen."""

    def __init__(self, words: list[str], *, index: int = 0, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words = words
        self.set_reactive(Choice.index, index)

    def take_words(self, fresh: "Choice") -> None:
        self._words = fresh._words
        self.redraw()

    def build(self, width: int) -> list[Line]:
        """Return the words with the chosen one marked; if they do not all fit, only the chosen one."""
        if width_of(self._spans()) <= width:
            return [self._spans()]
        chosen = Span(f" ◂ {self._words[self.index]} ▸ ", "chosen" if self.has_focus else "head")
        return [line(chosen, Span(f" {self.index + 1}/{len(self._words)}", "dim"))]

    def _spans(self) -> Line:
        chosen = "chosen" if self.has_focus else "head"
        return tuple(
            Span(f" ●{word} ", chosen) if place == self.index else Span(f" ○{word} ")
            for place, word in enumerate(self._words)
        )

    def on_focus(self) -> None:
        """The chosen word stands out where the keys go."""
        self.redraw()

    def on_blur(self) -> None:
        self.redraw()

    def action_step(self, step: int) -> None:
        self.index = (self.index + step) % len(self._words)

    def watch_index(self) -> None:
        self.redraw()
        self.post_message(self.Changed())

    def on_click(self, event: Click) -> None:
        """Choose the touched word; if only one word is shown, choose the next."""
        if width_of(self._spans()) > self.size.width:
            self.action_step(1)
            return
        x = 0
        for place, span in enumerate(self._spans()):
            if x <= event.x < x + span.width:
                self.index = place
            x += span.width


class Menu(PicksByDigit, GivenWords, Lines, can_focus=True):
    """A list with one choice: ↑ ↓ and Enter, a number, or a touch. It opens only at the user's request."""

    REDRAWN_BY = ("index",)

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("enter", "choose", show=False),
        *(Binding(str(n), f"number({n})", show=False) for n in range(1, 10)),
    ]

    index: var[int] = var(0)

    class Chosen(Message):
        """An entry was chosen."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, entries: list[tuple[str, str, bool]]) -> None:
        super().__init__(id="menu")
        self._entries = entries
        first = next((n for n, (_, _, possible) in enumerate(entries) if possible), 0)
        self.set_reactive(Menu.index, first)

    def show(self, entries: list[tuple[str, str, bool]]) -> None:
        """Offer other entries."""
        self._entries = entries
        self.index = 0
        self.redraw()

    def take_words(self, fresh: "Menu") -> None:
        marked = self.index
        self.show(fresh._entries)
        self.index = max(0, min(marked, len(self._entries) - 1))

    def build(self, width: int) -> list[Line]:
        """Return a line for each entry with its number, its name and its remark."""
        lines: list[Line] = []
        for place, (name, said, possible) in enumerate(self._entries):
            number = f"{place + 1}" if place < 9 else " "
            tone = "chosen" if place == self.index else "plain" if possible else "dim"
            lines.append(line(Span(f" {number} {name} ", tone), Span(f"  {said}", "dim" if possible else "warn")))
        return lines

    def action_go(self, step: int) -> None:
        """Mark another entry, and bring it into view."""
        self.index = max(0, min(self.index + step, len(self._entries) - 1))
        if isinstance(self.parent, VerticalScroll):
            self.parent.scroll_to_region(Region(0, self.index, 1, 1), animate=False)

    def action_number(self, number: int) -> None:
        if number <= len(self._entries):
            self.post_message(self.Chosen(number - 1))

    def action_choose(self) -> None:
        if self._entries:
            self.post_message(self.Chosen(self.index))

    def on_click(self, event: Click) -> None:
        if event.y < len(self._entries):
            self.post_message(self.Chosen(event.y))
