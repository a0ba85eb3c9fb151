"""The steps of a run as a list: how far each is, whose it is, what was given, how long there is left."""

from typing import ClassVar

from textual.reactive import var

from frontdesk.domain.matters.due import Due
from frontdesk.domain.runs.run import ENDED, Run, StepOnRecord, StepState
from frontdesk.words.matters import time_left
from frontdesk.words.runs import SIGNS, details, entry_line, facts_line, heading
from screens.kit.chosen_list import ChosenList
from screens.kit.spans import Line, Span, ends, line, shortened, width_of, wrap
from screens.kit.store_zone import store_zone

_TONES = {
    StepState.WAITING: "dim",
    StepState.OPEN: "plain",
    StepState.TAKEN: "key",
    StepState.DONE: "ok",
    StepState.FAILED: "over",
    StepState.SKIPPED: "dim",
}
_LINES_OF_LOG = 6


class StepList(ChosenList, can_focus=False):
    """The steps of one run, then the last of what happened."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = (*ChosenList.REDRAWN_BY, "run", "dues")

    run: var[Run | None] = var(None)
    dues: var[dict[int, Due]] = var(dict)

    def __init__(self) -> None:
        super().__init__(id="steps")

    @property
    def step(self) -> StepOnRecord | None:
        """The marked step."""
        steps = self.run.steps if self.run else ()
        return next((each for each in steps if each.id == self.marked), None)

    def numbers(self) -> list[int]:
        """Return the numbers of the steps."""
        return [each.id for each in self.run.steps] if self.run else []

    def mark_next(self, key: str = "") -> None:
        """Mark a step by its name; else that to be done next, where the marked one is not to be done any more."""
        run, step = self.run, self.step
        if run is not None and (named := [each.id for each in run.steps if each.step.key == key]):
            self.marked = named[0]
            return
        if run is None or (step is not None and step in run.to_do()):
            return
        to_do = run.to_do()
        if to_do:
            self.marked = to_do[0].id
        elif step is None:
            self.marked = run.steps[0].id

    def build(self, width: int) -> list[Line]:
        """Return the heading, a line for each step, and the log."""
        run, snapshot = self.run, self.snapshot
        if run is None or snapshot is None:
            return [()]
        self._touched = {}
        lines = [line(Span(row, "head")) for row in wrap(heading(run), width)]
        if facts := facts_line(run):
            lines.append(line(Span(shortened(facts, width), "dim")))
        for each in run.steps:
            self._touched[len(lines)] = each.id
            lines.append(self._row(run, each, width))
        lines.append(line(Span("─" * width, "dim")))
        zone = store_zone(snapshot)
        for entry in run.entries[-_LINES_OF_LOG:]:
            lines += [line(Span(row, "dim")) for row in wrap(entry_line(entry, zone, self.now), width)]
        return lines

    def _row(self, run: Run, each: StepOnRecord, width: int) -> Line:
        snapshot, marked = self.snapshot, each.id == self.marked
        if snapshot is None:
            return ()
        due = self.dues.get(each.due or 0)
        owed: list[Span] = []
        if due is not None and due.is_running:
            tone = "over" if self.now > due.due_at else "plain"
            owed = [Span(f" {time_left(due, self.now)} ", tone)]
        title = f" {'▸' if marked else ' '}{SIGNS[each.state]} {each.step.title} "
        spans = [Span(title, "chosen" if marked else "dim" if each.state in ENDED else "plain")]
        told = " · ".join(details(run, each, store_zone(snapshot), self.now))
        room = max(0, width - width_of(spans) - width_of(owed) - 1)
        return ends([*spans, Span(" " + shortened(told, room), _TONES[each.state])], owed, width)
