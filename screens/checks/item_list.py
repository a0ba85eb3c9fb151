"""The items of a check as a list: what each comes to, and which are still to be answered."""

from typing import ClassVar

from textual.reactive import var

from frontdesk.domain.checks.answers import ANSWERED
from frontdesk.domain.checks.check import Round
from frontdesk.domain.runs.run import Run, StepOnRecord, StepState
from frontdesk.words.checks import item_told, round_word, told
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.runs import SIGNS
from screens.kit.chosen_list import ChosenList
from screens.kit.spans import Line, Span, ends, fit, shortened, width_of
from screens.kit.store_zone import store_zone

_TONES = {StepState.DONE: "ok", StepState.FAILED: "over", StepState.SKIPPED: "warn"}


class ItemList(ChosenList, can_focus=False):
    """The heading with the progress, then the items in view."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = (*ChosenList.REDRAWN_BY, "run", "round")
    OTHER_ROWS = 13

    run: var[Run | None] = var(None)
    round: var[Round | None] = var(None)

    def __init__(self) -> None:
        super().__init__(id="items")

    @property
    def items(self) -> tuple[StepOnRecord, ...]:
        """The items, in their order."""
        return self.run.steps if self.run else ()

    @property
    def item(self) -> StepOnRecord | None:
        """The marked item."""
        return next((each for each in self.items if each.id == self.marked), None)

    def numbers(self) -> list[int]:
        """Return the numbers of the items."""
        return [each.id for each in self.items]

    def mark_next(self) -> None:
        """Mark the next item that is not answered, from the marked one on; where all are, the mark stays."""
        numbers = self.numbers()
        place = numbers.index(self.marked) if self.marked in numbers else 0
        for each in (*self.items[place:], *self.items[:place]):
            if each.state not in ANSWERED:
                self.marked = each.id
                return
        if self.marked not in numbers and numbers:
            self.marked = numbers[0]

    def build(self, width: int) -> list[Line]:
        """Return what is checked by when, how many items are answered, and the items in view."""
        found, snapshot = self.round, self.snapshot
        if found is None or snapshot is None:
            return [()]
        answered = sum(each.state in ANSWERED for each in self.items)
        left = " · ".join(told(found, store_zone(snapshot), self.now))
        heading = labelled(f"{case_number(found.matter or 0)} {round_word(found)}", left)
        progress = Span(f" {answered}/{len(self.items)} ", "ok" if answered == len(self.items) else "head")
        lines = [ends([Span(shortened(heading, width - width_of([progress])), "head")], [progress], width)]
        for _number, each in self.in_view(self.items, lines):
            lines.append(self._row(each, width))
        return lines

    def _row(self, each: StepOnRecord, width: int) -> Line:
        marked = each.id == self.marked
        title = Span(
            f" {'▸' if marked else ' '}{SIGNS[each.state]} {each.step.title} ", "chosen" if marked else "plain"
        )
        said = " · ".join(item_told(each))
        room = max(0, width - width_of([title]) - 1)
        return fit([title, Span(" " + shortened(said, room), _TONES.get(each.state, "dim"))], width)
