"""Everything there is to know of a version of the roster at once: what a screen shows, and what the rules go by."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from frontdesk.domain.matters.due import Due
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.absence import Absence
from frontdesk.domain.rosters.fairness import Key, Task
from frontdesk.domain.rosters.holidays import DayKind
from frontdesk.domain.rosters.need import Need
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.rules import Terms, Why, unfit, why_not
from frontdesk.domain.rosters.shift import Shift
from frontdesk.domain.rosters.turn import Turn, Worker, can_fill
from frontdesk.domain.rosters.version import Version


class Gap(NamedTuple):
    """Somebody is missing in a shift, with the reason for each who could have come."""

    need: Need
    missing: int
    why: tuple[tuple[str, Why], ...]


def day_owed(due: Due) -> tuple[date, int]:
    """Return the day of a gap that is owed, and how many people were missing when that began."""
    day, count = due.what.split()
    return date.fromisoformat(day), int(count)


class Board(NamedTuple):
    """A version with its turns and what belongs to it."""

    version: Version
    today: date
    shifts: tuple[Shift, ...]
    """Every shift, also those that are used no more."""
    workers: tuple[Worker, ...]
    needs: tuple[Need, ...]
    turns: tuple[Turn, ...]
    """What was ever set, in the order it was."""
    nearby: tuple[Turn, ...]
    """What is worked on the days just before and after, by other versions."""
    absences: tuple[Absence, ...]
    kinds: Mapping[date, DayKind]
    served: Mapping[str, int]
    unknown_years: tuple[int, ...]
    """Of which years of its days nobody has published the holidays: no day of them can be told for one."""

    @property
    def terms(self) -> Terms:
        """What the rules go by."""
        asked = {(each.day, each.shift, each.post): each.certificate for each in self.needs if each.certificate}
        shifts = {shift.key: shift for shift in self.shifts}
        workers = {worker.name: worker for worker in self.workers}
        return Terms(shifts, workers, self._away(wish=False), asked)

    @property
    def wishes(self) -> frozenset[tuple[str, date]]:
        """Who wishes to be free when."""
        return frozenset(self._away(wish=True))

    def _away(self, *, wish: bool) -> dict[tuple[str, date], str]:
        found = [each for each in self.absences if each.is_wish == wish]
        return {(each.person, day): each.why for each in found for day in each.days}

    @property
    def worked(self) -> tuple[Turn, ...]:
        """The turns that somebody is to work, of this version and of the days beside it."""
        return tuple(turn for turn in (*self.turns, *self.nearby) if turn.is_worked)

    def turn(self, person: str, day: date) -> Turn | None:
        """Return what stands for a person on a day, the free day of a draft too; None for nothing."""
        found = [turn for turn in self.turns if (turn.person, turn.day) == (person, day)]
        worked = [turn for turn in found if turn.is_worked]
        standing = worked or [turn for turn in found if not turn.shift]
        return standing[-1] if standing else None

    @property
    def task(self) -> Task:
        """What is to be proposed: what was set by hand stays, a free day too."""
        own = tuple(turn for turn in self.turns if turn.is_worked and turn.set_by)
        free = frozenset((t.person, t.day) for t in self.turns if not t.shift and t.set_by)
        fixed = (*own, *(turn for turn in self.nearby if turn.is_worked))
        days = self.version.days
        return Task(days, self.terms, self.needs, self.kinds, self.wishes, fixed, free, self.served)

    def gaps(self) -> Iterator[Gap]:
        """Give every need that is not met, with the reason for each who could have come; who is free comes first."""
        terms = self.terms
        by_person: dict[str, list[Turn]] = defaultdict(list)
        by_key: dict[Key, set[str]] = defaultdict(set)
        for turn in self.worked:
            by_person[turn.person].append(turn)
            if unfit(turn, terms) is None:
                by_key[turn.day, turn.shift, turn.post].add(turn.person)
        for need in self.needs:
            there = by_key[need.day, need.shift, need.post]
            missing = need.least - len(there)
            if missing > 0:
                yield Gap(need, missing, tuple(self._why(need, there, by_person, terms)))

    def _why(
        self, need: Need, there: set[str], by_person: Mapping[str, list[Turn]], terms: Terms
    ) -> Iterator[tuple[str, Why]]:
        reasons: list[tuple[bool, str, Why]] = []
        for worker in self.workers:
            if can_fill(worker.post, need.post) and worker.name not in there:
                turn = Turn(worker.name, need.day, need.shift, need.post)
                why = why_not(turn, by_person[worker.name], terms) or self._at_will(worker.name, need.day)
                reasons.append((why.reason not in {RosterReason.COULD, RosterReason.KEPT_FREE}, worker.name, why))
        yield from ((name, why) for _is_bound, name, why in sorted(reasons, key=lambda each: each[0]))

    def _at_will(self, person: str, day: date) -> Why:
        """Return why somebody is not put down whom nothing keeps from it."""
        turn = self.turn(person, day)
        kept = turn is not None and not turn.shift and bool(turn.set_by)
        return Why(RosterReason.KEPT_FREE if kept else RosterReason.COULD, {"name": person})

    def count(self, person: str, *kinds: DayKind) -> int:
        """Return how many shifts somebody has in this version, on days of some kinds or on all."""
        wanted = kinds or tuple(DayKind)
        return sum(t.is_worked and t.person == person and self.kinds.get(t.day) in wanted for t in self.turns)

    def there(self, day: date, shift: str, post: Post) -> int:
        """Return how many people there are in a shift in a post that may be."""
        terms = self.terms
        return sum(
            t.is_worked and (t.day, t.shift, t.post) == (day, shift, post) and unfit(t, terms) is None
            for t in self.turns
        )
