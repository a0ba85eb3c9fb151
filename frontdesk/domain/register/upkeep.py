"""What of the things has to be seen to, and by when: renewed before they expire, filled up, mended (S3, S9)."""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.register.things import Thing, ThingState
from frontdesk.domain.values.clock import Millis

_TITLE = 60


class Task(NamedTuple):
    """One thing to do, or one for all things that expire on the same day."""

    name: DueName
    what: str = ""


OVER = Task(DueName.RENEW)
"""Everything that had expired already when it was first looked at."""


class Left(NamedTuple):
    """What somebody left undone and said why: it is not asked for again until something is done with the thing."""

    at: Millis = 0
    tasks: frozenset[Task] = frozenset()


def tasks(
    things: Iterable[Thing], today: date, warning_days: int, known: Container[Task]
) -> Iterator[tuple[Thing, Task]]:
    """Yield what there is to do, with the thing; `known`, what was to be done before: it stays with those of its day.

    Whatever a check or another matter found is mended by what follows from that, as long as it is open.
    """
    for thing in things:
        for state in thing.states(today, warning_days):
            of_its_day = Task(DueName.RENEW, str(thing.described.expires_on))
            if state is ThingState.EXPIRING:
                yield thing, of_its_day
            elif state is ThingState.EXPIRED:
                yield thing, of_its_day if of_its_day in known else OVER
            elif state is ThingState.LOW:
                yield thing, Task(DueName.RESTOCK, thing.name)
            elif state is ThingState.FAULTY:
                yield thing, Task(DueName.MEND, thing.name)


def due_at(task: Task, now: Millis, days: int, hours: OpeningHours) -> Millis:
    """Return by when a task is done: what expires by the last closing before its end, all else within so many days."""
    if task.name is DueName.RENEW and task.what:
        last = date.fromisoformat(task.what)
        by = hours.closing_by(last, now)
        return hours.same_day(now) if by is None else by
    return hours.closing_from(hours.day_of(now) + timedelta(days=days), hours.is_open_on)


def title(names: Iterable[str]) -> str:
    """Return what things are called, as many as fit, and how many there are."""
    every = list(names)
    fitting = next((count for count in range(len(every), 1, -1) if len(", ".join(every[:count])) <= _TITLE), 1)
    shown = ", ".join(every[:fitting])
    return shown if fitting == len(every) else f"{shown} … {len(every)}"


def running(dues: Iterable[Due]) -> Mapping[Task, Due]:
    """Return what is still to be done of a matter."""
    return {Task(due.name, due.what): due for due in dues if due.is_running}
