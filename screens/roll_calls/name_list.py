"""The names and cars of a roll call as a list: who is still missing is seen at once (I4, I16)."""

from typing import ClassVar

from textual.reactive import var

from frontdesk.domain.cases.search_terms import needle
from frontdesk.domain.roll_calls.roll_call import Entry, Mark, RollCall, Subject, found_by
from frontdesk.words.i18n import _
from frontdesk.words.roll_calls import counts, entry_details, entry_name, group_line, in_round_before, time_left
from screens.kit.chosen_list import ChosenList
from screens.kit.spans import Line, Span, ends, line, shortened
from screens.kit.store_zone import store_zone

_SUBJECTS = list(Subject)
_TONES = {Mark.HURT: "over", Mark.MISSING: "over", Mark.STAYS: "warn"}


def number_of(entry: Entry) -> int:
    """Return a number for an entry that is its own among all of a roll call."""
    return entry.key.of * len(_SUBJECTS) + _SUBJECTS.index(entry.subject)


class NameList(ChosenList, can_focus=False):
    """How far it is, then a line for each name that what is typed finds."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = (*ChosenList.REDRAWN_BY, "rounds", "typed")
    OTHER_ROWS = 15
    FEWEST = 4

    rounds: var[tuple[RollCall, ...]] = var(())
    typed: var[str] = var("")

    def __init__(self) -> None:
        super().__init__(id="names")

    @property
    def roll_call(self) -> RollCall | None:
        """The last round."""
        return self.rounds[-1] if self.rounds else None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that what is typed finds, in their order; all of them where nothing is typed."""
        roll_call, typed = self.roll_call, needle(self.typed)
        if roll_call is None:
            return ()
        return found_by(roll_call.entries, typed) if typed and not typed.isdecimal() else roll_call.entries

    @property
    def entry(self) -> Entry | None:
        """The marked entry."""
        return next((each for each in self.entries if number_of(each) == self.marked), None)

    def numbers(self) -> list[int]:
        """Return the numbers of the entries."""
        return [number_of(each) for each in self.entries]

    def mark_next(self) -> None:
        """Mark the next entry after the marked one that nobody has answered for; else the first such, or the first."""
        entries = self.entries
        numbers = self.numbers()
        place = numbers.index(self.marked) if self.marked in numbers else -1
        later = (*entries[place + 1 :], *entries[: place + 1])
        chosen = next((each for each in later if not each.is_answered), entries[0] if entries else None)
        self.marked = number_of(chosen) if chosen else 0

    def keep_mark(self) -> None:
        """Where the marked entry is not in view any more, mark the first that nobody has answered for."""
        if self.entry is None:
            self.marked = 0
            self.mark_next()

    def build(self, width: int) -> list[Line]:
        """Return the figures, then the names in view under their kinds."""
        roll_call, snapshot = self.roll_call, self.snapshot
        if snapshot is None:
            return [()]
        if roll_call is None:
            return [line(Span(_("Nobody was counted yet."), "dim"))]
        within = snapshot.policy.roll_call_s
        left = time_left(roll_call, within, self.now) if roll_call.missing and roll_call.is_running else ""
        late = self.now > roll_call.started_at + within * 1000
        tone = "ok" if roll_call.is_complete else "over"
        lines = [ends([Span(counts(roll_call), tone)], [Span(left, "over" if late else "plain")], width)]
        if not self.entries:
            lines.append(line(Span(_("Nobody of this name is expected. F6 puts them on the list."), "dim")))
        before: Subject | None = None
        for _number, entry in self.in_view(self.entries, lines):
            if entry.subject is not before:
                lines.append(line(Span(shortened(group_line(roll_call, entry.subject), width), "head")))
                before = entry.subject
            lines.append(self._row(entry, width))
        return [*lines, *self.more_below()]

    def _row(self, entry: Entry, width: int) -> Line:
        snapshot, is_marked = self.snapshot, number_of(entry) == self.marked
        if snapshot is None:
            return ()
        sign = "✓" if entry.is_answered else "·"
        name = Span(f" {'▸' if is_marked else ' '}{sign} {entry_name(entry)} ", self._tone(entry, is_marked=is_marked))
        before = in_round_before(self.rounds, entry)
        told = entry_details(entry, snapshot.floor.places, store_zone(snapshot), before)
        tone = _TONES.get(entry.mark, "dim") if entry.mark else "dim"
        return ends([name], [Span(shortened(told, max(0, width // 2 + 10)), tone)], width)

    @staticmethod
    def _tone(entry: Entry, *, is_marked: bool) -> str:
        if is_marked:
            return "chosen"
        return "dim" if entry.is_answered else "plain"
