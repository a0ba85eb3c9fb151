"""How far looking a store over has come, and so how long it still takes: each part by its share of the whole time."""

from dataclasses import dataclass

from data.engine.connection import Connection, Progress
from data.engine.full_check import count_pages
from data.journal import last_seq

_PAGE, _EVENT, _ROWS, _SHOWN, _CASE, _DAY = 45, 65, 125, 20, 800, 8_000
"""How long one of each takes, in microseconds, beside the others: measured once, on one machine."""


def quietly(_done: int, _of: int) -> None:
    """Take note of no progress: it is over in a second."""


@dataclass(frozen=True, slots=True)
class Work:
    """The parts of the work, in the order they are done, each with the time that it takes."""

    parts: dict[str, int]
    progress: Progress

    @classmethod
    def of(cls, connection: Connection, progress: Progress, *, with_backup: bool) -> "Work":
        """Return the work that looking over all of a store is."""
        pages, events = count_pages(connection), last_seq(connection)
        (cases,) = connection.execute("select coalesce(max(id), 0) from complaints").fetchone()
        (days,) = connection.execute("select count(*) from day_figures").fetchone()
        parts = {
            "integrity": pages * _PAGE,
            "events": events * _EVENT,
            "rows": events * _ROWS,
            "search": cases * _CASE,
            "shown": events * _SHOWN,
            "figures": days * _DAY,
            "backup": pages * _PAGE * with_backup,
        }
        return cls(parts, progress)

    def part(self, name: str) -> Progress:
        """Return what is told how much of one part is done; that the parts before it are, follows from that."""
        names = list(self.parts)
        before = sum(self.parts[each] for each in names[: names.index(name)])
        whole = sum(self.parts.values())
        self.progress(before, whole)

        def told(done: int, of: int) -> None:
            if of:
                self.progress(before + self.parts[name] * done // of, whole)

        return told
