"""What a station is asked, line by line: one line for one kind, and which of them F8 answers (Z4a, Z5, Z6)."""

from collections.abc import Iterable
from typing import NamedTuple

from frontdesk.domain.escalations.alerts import Item
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.open_steps import OpenStep
from frontdesk.domain.escalations.prompts import is_answered
from frontdesk.domain.escalations.tasks import Task
from frontdesk.domain.escalations.terms import Kind, State
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.zone.offers import Offer

Key = tuple[object, ...]

TAKEN_UP_AT = frozenset({StationKind.GUARD, StationKind.RECEPTION})
"""Where F8 takes up a free bay: with those who stand by and guide a car into it.

The manager's console shows it too. But F8 is for decisions there, pressed in a hurry more than once, and a car that
nobody guided would be on record in a bay: so it is taken up only from the list of all prompts, where it is chosen.
"""


class Row(NamedTuple):
    """What is asked in one line: prompts of one kind that are answered alike, one task, a team's steps, an offer."""

    key: Key
    """What tells the line from the others, whatever joins it or leaves it."""
    items: tuple[Item, ...]
    """The first is the most urgent."""
    asks: bool = True
    """Whether something can still be done about it here."""

    @property
    def first(self) -> Item:
        """What the line names."""
        return self.items[0]

    @property
    def prompts(self) -> tuple[Escalation, ...]:
        """Its prompts; none where it is a task, or an offer."""
        return tuple(item for item in self.items if isinstance(item, Escalation))

    @property
    def has_a_key(self) -> bool:
        """Whether a key answers it: it counts as a prompt. What is offered is taken up everywhere, by F8 or by F12."""
        return self.asks or isinstance(self.first, Offer)


def rows(
    prompts: Iterable[Escalation],
    tasks: Iterable[Task],
    offers: Iterable[Offer],
    station: StationKind,
    *,
    decides: bool,
    steps: Iterable[OpenStep] = (),
) -> tuple[Row, ...]:
    """Return the lines of a station: what is to be answered, steps and tasks, what is offered, then what is answered.

    At the manager's an over-count that stands is the first, whoever has it (Z5). `decides`: whether whoever works there
    decides on a crowding; the others tell of it, and that is all they can do.
    """
    by_key: dict[Key, list[Item]] = {}
    for prompt in prompts:
        by_key.setdefault(_key(prompt, station), []).append(prompt)
    by_matter: dict[int, list[OpenStep]] = {}
    for step in steps:
        by_matter.setdefault(step.matter, []).append(step)
    for mine in by_matter.values():
        # Another key for each step that comes first, and for what is to be done with it: F8 waits until that was read.
        by_key[("step", mine[0].id, mine[0].is_open)] = [*mine]
    for task in tasks:
        by_key[("task", task.id)] = [task]
    offered = tuple(offers)
    if offered:
        by_key[("offer", offered[0].key)] = list(offered)
    found = [Row(key, tuple(items), _asks(items[0], station, decides=decides)) for key, items in by_key.items()]
    return tuple(sorted(found, key=lambda row: _place(row, station)))


def answered_next(lines: Iterable[Row]) -> Row | None:
    """Return the line that F8 answers: the first that asks for something, else the first that can be looked at.

    An incident has a key of its own, Ctrl+X: F8 opens it where no other line asks.
    """
    found = tuple(lines)
    asking = sorted((row for row in found if row.asks), key=_has_its_own_key)
    seen = (row for row in found if not isinstance(row.first, Offer))
    return next(iter(asking), next(seen, None))


def _has_its_own_key(row: Row) -> bool:
    return isinstance(row.first, Escalation) and row.first.kind is Kind.INCIDENT


def _key(prompt: Escalation, station: StationKind) -> Key:
    """Return what prompts have in common that are said in one line: the kind, who has it, whom to tell."""
    if prompt.state is State.CLEARED:
        return ("over", prompt.prompt)
    if prompt.kind is Kind.INCIDENT:
        return (prompt.kind, prompt.subject)
    if not prompt.is_crowding:
        return (prompt.kind, is_answered(prompt))
    tells = prompt.level if prompt.state is State.RAISED and station is not StationKind.MANAGER else 0
    return (prompt.kind, prompt.state, prompt.acknowledged_by, prompt.acted_by, prompt.action, prompt.is_told, tells)


def _asks(item: Item, station: StationKind, *, decides: bool) -> bool:
    if isinstance(item, Offer):
        return station in TAKEN_UP_AT
    if isinstance(item, Task | OpenStep):
        return True
    if item.is_crowding and not decides:
        return item.state is State.RAISED and not item.is_told
    return not is_answered(item)


def _place(row: Row, station: StationKind) -> int:
    item = row.first
    if isinstance(item, Offer):
        return 3 if row.asks else 5
    if isinstance(item, Task | OpenStep):
        return 2
    if item.kind is Kind.INCIDENT and row.asks:
        return -1
    if station is StationKind.MANAGER and item.kind is Kind.OVER_COUNT and item.is_open:
        return 0
    return 1 if row.asks else 4
