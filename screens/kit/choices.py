"""The choices in a dialog: one of a few words on one line, or one entry of a list."""

from typing import ClassVar, Self

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Click, Key
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var

from screens.kit.digits import PicksByDigit
from screens.kit.lines import Lines
from screens.kit.other_language import GivenWords
from screens.kit.spans import Line, Span, line, shortened, width_of


class Choice(GivenWords, Lines, can_focus=True):
    """A choice of one word from a few on one line, with ← →, a touch, or the beginning of the word.

    Which word is chosen is seen without focus. What is pasted chooses nothing: it was copied for somewhere else.
    """

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
        self._typed = ""
        self.set_reactive(Choice.index, index)

    def take_words(self, fresh: Self) -> None:
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
        self._typed = ""
        self.redraw()

    def on_key(self, event: Key) -> None:
        """Choose the word that begins with what is typed; what begins no word is left to the dialog, which says so."""
        if event.is_printable and event.character and self._begins(event.character):
            event.stop()

    def _begins(self, text: str) -> bool:
        """Choose the word that begins with what was typed up to now, else with this alone; return whether one does."""
        for typed in (self._typed + text, text):
            for place, word in enumerate(self._words):
                if typed and word.casefold().startswith(typed.casefold()):
                    self._typed, self.index = typed, place
                    return True
        return False

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


_BELOW = "      "
"""Where a remark begins that stands below its name."""


def is_too_wide(name: str, said: str, width: int) -> bool:
    """Whether an entry of a list, with its number, takes more than one row."""
    return cell_len(f" 1 {name}   {said}".rstrip()) > width


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

    def __init__(self, entries: list[tuple[str, str, bool]], *, whole: bool = False) -> None:
        """`whole`: no remark is cut; where one has no room beside its name, all stand below theirs."""
        super().__init__(id="menu")
        self._entries = entries
        self._whole = whole
        self._high = 1
        """How many rows an entry takes."""
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
        """Return a line for each entry with its number, its name and its remark; what is cut ends in an ellipsis."""
        lines: list[Line] = []
        self._high = 2 if self._whole and any(is_too_wide(*entry[:2], width) for entry in self._entries) else 1
        column = self._column(width)
        for place, (name, said, possible) in enumerate(self._entries):
            number = f"{place + 1}" if place < 9 else " "
            tone = "chosen" if place == self.index else "plain" if possible else "dim"
            named, how = Span(shortened(f" {number} {name} ", width), tone), "dim" if possible else "warn"
            if self._high > 1:
                lines += [line(named), line(Span(shortened(f"{_BELOW}{said}", width), how))]
            else:
                gap = " " * (2 + max(0, column - named.width) * bool(said))
                lines.append(line(named, Span(shortened(f"{gap}{said}", max(1, width - named.width)), how)))
        return lines

    def _column(self, width: int) -> int:
        """Return where the remarks begin, one below the other; 0 where that would cut one."""
        column = max((cell_len(f" 1 {name} ") for name, said, _ in self._entries if said), default=0)
        widest = max((cell_len(said) for _, said, _ in self._entries), default=0)
        return column if column + 2 + widest <= width else 0

    def action_go(self, step: int) -> None:
        """Mark another entry, and bring it into view."""
        self.index = max(0, min(self.index + step, len(self._entries) - 1))
        if isinstance(self.parent, VerticalScroll):
            self.parent.scroll_to_region(Region(0, self.index * self._high, 1, self._high), animate=False)

    def action_number(self, number: int) -> None:
        if number <= len(self._entries):
            self.post_message(self.Chosen(number - 1))

    def action_choose(self) -> None:
        if self._entries:
            self.post_message(self.Chosen(self.index))

    def on_click(self, event: Click) -> None:
        if event.y < len(self._entries) * self._high:
            self.post_message(self.Chosen(event.y // self._high))
