"""The commands for the events of a visit log, in the order in which they are given."""

from collections import Counter
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.content import content_of
from frontdesk.files.visit_log import Entry


class Verb(StrEnum):
    """The event of a car in a log."""

    ARRIVE = "arrive"
    RECEIVE = "receive"
    LEAVE = "leave"


class LogCommand(NamedTuple):
    """One command to give; commands sort in the order in which they are given.

    At the same instant, cars that were here before are received and then leave; cars that come and go in that instant
    do both; then the others arrive and are received. So the count is that of a sweep that lets cars leave before others
    arrive.
    """

    at: Millis
    turn: int
    line: int
    order: int
    verb: Verb
    entry: Entry
    operation: str
    """What the step is known by when the log is replayed again: what it says, and which of several equal ones."""


def in_order(entries: tuple[Entry, ...]) -> list[LogCommand]:
    """Return the commands that tell a log's story, in the order in which they are given."""
    steps: list[LogCommand] = []
    count = Counter[str]()

    def known_by(entry: Entry, verb: Verb) -> str:
        said = _said(entry, verb)
        count[said] += 1
        return f"{said}/{count[said]}"

    for entry in entries:
        came_and_went = entry.left_at == entry.arrived_at
        turn, known = 2 if came_and_went else 3, known_by(entry, Verb.ARRIVE)
        steps.append(LogCommand(entry.arrived_at, turn, entry.line, 0, Verb.ARRIVE, entry, known))
        for order, (verb, at) in enumerate(((Verb.RECEIVE, entry.received_at), (Verb.LEAVE, entry.left_at)), 1):
            if at is not None:
                turn = order - 1 if at > entry.arrived_at else 2 if came_and_went else 4
                steps.append(LogCommand(at, turn, entry.line, order, verb, entry, known_by(entry, verb)))
    return sorted(steps)


def _said(entry: Entry, verb: Verb) -> str:
    """Return what a log says of one step: what it says later of the same visit does not change it."""
    said: dict[str, object] = {"plate": entry.plate, "arrived": entry.arrived_at}
    if verb is Verb.RECEIVE:
        said |= {"received": entry.received_at, "by": entry.received_by}
    elif verb is Verb.LEAVE:
        said |= {"left": entry.left_at}
    return f"{content_of(said)}/{verb}"
