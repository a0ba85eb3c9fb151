"""One drill: begun with a key; whoever looked on says of each objective what came of it (S4)."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var
from textual.widgets import Input

from frontdesk.desk import drills
from frontdesk.desk.drills import Shown
from frontdesk.domain.drills.drill import Objective, Reached, Scored
from frontdesk.words import i18n
from frontdesk.words.drills import clocks_line, drill_line, objective_line, people_line
from frontdesk.words.i18n import N_
from frontdesk.words.lookup import event_word
from frontdesk.words.phrases import case_number, labelled
from screens.kit.chosen_list import ChosenList
from screens.kit.dialog import Rest
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_KEYS = (
    Key("f2", "start", N_("hold it"), ""),
    Key("f3", "say('reached')", N_("achieved"), ""),
    Key("f4", "say('gaps')", N_("with gaps"), ""),
    Key("f5", "say('not_reached')", N_("not achieved"), ""),
    Key("f10", "score", N_("score it"), ""),
)
_TONES = {None: "plain", Reached.REACHED: "ok", Reached.GAPS: "warn", Reached.NOT_REACHED: "over"}


class ObjectiveList(ChosenList, can_focus=False):
    """What is rehearsed, its clocks, and what it is to show, as it is said up to now."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = (*ChosenList.REDRAWN_BY, "shown", "scored")

    shown: var[Shown | None] = var(None)
    scored: var[dict[int, Scored]] = var(dict)

    def __init__(self) -> None:
        super().__init__(id="objectives")

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """The objectives, as they are said up to now."""
        found = self.shown.drill.objectives if self.shown else ()
        return tuple(
            each._replace(reached=said.reached, words=said.words) if (said := self.scored.get(each.id)) else each
            for each in found
        )

    def numbers(self) -> list[int]:
        """Return the numbers of the objectives."""
        return [each.id for each in self.objectives]

    def build(self, width: int) -> list[Line]:
        """Return the drill, its people, its clocks and its objectives."""
        found, snapshot = self.shown, self.snapshot
        if found is None or snapshot is None:
            return [()]
        self._touched = {}
        heading = drill_line(found.drill, store_zone(snapshot), self.now, runs=found.runs)
        told = [(heading, "head"), (people_line(found.drill), "plain"), (clocks_line(found.clocks), "dim")]
        lines = [line(Span(row, tone)) for text, tone in told for row in wrap(text, width)]
        for each in self.objectives:
            marked = each.id == self.marked
            for row in wrap(f" {'▸' if marked else ' '}{objective_line(each)}", width):
                self._touched[len(lines)] = each.id
                lines.append(line(Span(row, "chosen" if marked else _TONES[each.reached])))
        return lines


class DrillDialog(ListPage[ObjectiveList, Shown]):
    """A drill, live. What is said of its objectives is kept here until all of it is scored with one key."""

    TOPIC = "drills"
    KEYS = _KEYS
    LIST = ObjectiveList
    TITLE = N_("Drill")
    WORDS = N_("what was missing")
    HINT = N_("↑ ↓ or touch: another objective · words, then F4 or F5")
    OF_MARKED = ("f3", "f4", "f5")
    BEGINS_WITH_WORDS = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, number: int) -> None:
        super().__init__(station)
        self._number = number

    def listed(self) -> ComposeResult:
        with Rest(can_focus=False):
            yield from super().listed()

    async def read(self) -> Shown | None:
        return await self.ask(drills.shown, self._number)

    def show(self, view: ObjectiveList, found: Shown) -> None:
        view.shown = found
        view.keep_mark()

    async def action_start(self) -> None:
        """F2: hold the drill now."""
        if self.listens() and not self._last.is_again("start", 0):
            answer = await self.perform(partial(drills.start, language=i18n.language()), self._number)
            if answer is not None:
                self._last.note("start", 0)
                incident = case_number(int(answer.facts["incident"]))
                self.tell(labelled(event_word(answer.kind), incident))
                await self.picture_changed()

    def action_say(self, reached: str) -> None:
        """F3, F4, F5: what came of the marked objective, as far as it is not scored yet."""
        view, box = self.view, self.query_one(Input)
        if view.shown is None or not self.listens():
            return
        view.scored = {**view.scored, view.marked: Scored(Reached(reached), box.value)}
        box.value = ""
        view.action_go(1)

    async def action_score(self) -> None:
        """F10: all of it is scored."""
        view = self.view
        if not self.listens() or self._last.is_again("score", 0):
            return
        said = tuple(view.scored[number] for number in view.numbers() if number in view.scored)
        answer = await self.perform(drills.score, self._number, said)
        if answer is not None:
            self._last.note("score", 0)
            view.scored = {}
            self.tell(f"{case_number(answer.number)} {event_word(answer.kind)}")
            await self.picture_changed()
