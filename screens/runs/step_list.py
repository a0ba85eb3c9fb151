"""The steps of a run as a list: by team, what is due next first, what is done and what comes later folded (I3)."""

from collections.abc import Iterable
from typing import ClassVar

from textual.reactive import var

from frontdesk.domain.matters.due import Due
from frontdesk.domain.register.teams import TeamOnRecord
from frontdesk.domain.runs.run import ENDED, Run, StepOnRecord, StepState
from frontdesk.words.i18n import _
from frontdesk.words.matters import time_left
from frontdesk.words.runs import SIGNS, details, entry_line, facts_line, heading
from frontdesk.words.steps import leads
from frontdesk.words.teams import team_word
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
_OTHER_ROWS = 13
"""What the frame, the box to type in, the keys and a sentence take."""
_FEWEST = 5
_NEVER = (True, 0)


class StepList(ChosenList, can_focus=False):
    """The steps of one run, then the last of what happened. With teams in it only what is to be done now is listed."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = (*ChosenList.REDRAWN_BY, "run", "dues", "teams", "unfolded")

    run: var[Run | None] = var(None)
    dues: var[dict[int, Due]] = var(dict)
    teams: var[tuple[TeamOnRecord, ...]] = var(())
    unfolded: var[bool] = var(False)

    def __init__(self) -> None:
        super().__init__(id="steps")

    @property
    def step(self) -> StepOnRecord | None:
        """The marked step."""
        steps = self.run.steps if self.run else ()
        return next((each for each in steps if each.id == self.marked), None)

    def numbers(self) -> list[int]:
        """Return the numbers of the steps that are listed, in their order."""
        return [each.id for _team, steps in self._groups() for each in self._listed(steps)]

    def mark_next(self, key: str = "") -> None:
        """Mark a step by its name; else that to be done next, where the marked one is not to be done any more."""
        run, step = self.run, self.step
        if run is None:
            return
        named = [each.id for each in run.steps if each.step.key == key]
        if named:
            self.marked = named[0]
        elif step is None or step not in run.to_do():
            next_ones = [each.id for _team, steps in self._groups() for each in steps if each in run.to_do()]
            if next_ones:
                self.marked = next_ones[0]
            elif step is None:
                self.marked = run.steps[0].id

    def build(self, width: int) -> list[Line]:
        """Return the heading, the steps in view, and the log as far as there is room."""
        run, snapshot = self.run, self.snapshot
        if run is None or snapshot is None:
            return [()]
        head = [line(Span(row, "head")) for row in wrap(heading(run), width)]
        if facts := facts_line(run):
            head.append(line(Span(shortened(facts, width), "dim")))
        rows = list(self._rows(run, width))
        room = max(_FEWEST, self.screen.size.height - _OTHER_ROWS - len(head))
        at = next((place for place, (number, _) in enumerate(rows) if number == self.marked), 0)
        top = max(0, min(at - room // 2, len(rows) - room))
        shown = rows[top : top + room]
        self._touched = {len(head) + place: number for place, (number, _) in enumerate(shown) if number}
        log = [line(Span("─" * width, "dim"))]
        zone = store_zone(snapshot)
        for entry in run.entries[-_LINES_OF_LOG:]:
            log += [line(Span(row, "dim")) for row in wrap(entry_line(entry, zone, self.now), width)]
        return [*head, *(drawn for _, drawn in shown), *log]

    def _groups(self) -> list[tuple[str, list[StepOnRecord]]]:
        """Return the steps by team, what is due next first; without teams all in the order of the playbook."""
        run = self.run
        if run is None:
            return []
        if not any(each.step.team for each in run.steps):
            return [("", list(run.steps))]
        teams: dict[str, list[StepOnRecord]] = {}
        for each in sorted(run.steps, key=self._place):
            teams.setdefault(each.step.team, []).append(each)
        return list(teams.items())

    def _place(self, each: StepOnRecord) -> tuple[bool, tuple[bool, int]]:
        due = self.dues.get(each.due or 0)
        return not each.is_to_do, (False, due.due_at) if due is not None and each.is_to_do else _NEVER

    def _listed(self, steps: Iterable[StepOnRecord]) -> list[StepOnRecord]:
        """Return those of a group that are not folded: what is to be done now."""
        run = self.run
        every = list(steps)
        if run is None or self.unfolded or not any(each.step.team for each in run.steps):
            return every
        return [each for each in every if each.id == self.marked or each in run.to_do()]

    def _rows(self, run: Run, width: int) -> Iterable[tuple[int, Line]]:
        """Yield a line for each team and each step, with the number of the step; 0 for none."""
        for team, steps in self._groups():
            listed = self._listed(steps)
            if team or len(listed) < len(steps):
                yield 0, self._team(team, run, steps, width)
            for each in listed:
                yield each.id, self._row(run, each, width)

    def _team(self, team: str, run: Run, steps: list[StepOnRecord], width: int) -> Line:
        of_it = next((each for each in self.teams if each.key == team), None)
        wanted = [each for each in steps if run.wants(each.step)]
        done = sum(each.is_answered for each in wanted)
        said = team_word(team, of_it.name if of_it else "") if team else _("everybody")
        told = " · ".join(filter(None, (f"✓ {done}/{len(wanted)}", leads(of_it))))
        return line(Span(shortened(f" {said}  {told}", width), "head"))

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
