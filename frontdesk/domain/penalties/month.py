"""One month of the penalty ledger: the entries made in it, and their sums (Z8)."""

from collections import defaultdict
from dataclasses import dataclass, replace

from frontdesk.domain.calendar.months import Month
from frontdesk.domain.penalties.penalty import Entry, Penalty
from frontdesk.domain.values.clock import Millis


@dataclass(frozen=True, slots=True)
class Ledger:
    """A month of the ledger. An entry counts in the month it was made in, whenever its penalty was proposed."""

    month: Month
    begins: Millis
    ends: Millis
    penalties: tuple[Penalty, ...]
    """Those with an entry in this month, in the order they were proposed."""
    waiting: tuple[Penalty, ...]
    """The penalties of any month that somebody must sign or decide on."""

    @property
    def entries(self) -> tuple[tuple[Penalty, Entry], ...]:
        """The month's entries in the order they were made, each with its penalty."""
        found = ((penalty, entry) for penalty in self.penalties for entry in self.of(penalty))
        return tuple(sorted(found, key=lambda each: each[1].id))

    @property
    def sums(self) -> dict[str, int]:
        """The month's sum for each person charged, in CNY, in order of their names."""
        found: defaultdict[str, int] = defaultdict(int)
        for penalty in sorted(self.penalties, key=lambda each: each.person):
            found[penalty.person] += self.sum_of(penalty)
        return dict(found)

    def of(self, penalty: Penalty) -> tuple[Entry, ...]:
        """Return what was entered about a penalty in this month."""
        return tuple(entry for entry in penalty.entries if self.begins <= entry.at < self.ends)

    def sum_of(self, penalty: Penalty) -> int:
        """Return the month's sum for one penalty, in CNY."""
        return sum(entry.amount for entry in self.of(penalty))

    def about(self, person: str) -> "Ledger":
        """Return the part of the month that concerns one person."""
        mine = (tuple(p for p in listed if p.person == person) for listed in (self.penalties, self.waiting))
        penalties, waiting = mine
        return replace(self, penalties=penalties, waiting=waiting)
