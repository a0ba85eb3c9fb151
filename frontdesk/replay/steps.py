"""The commands for the events of a visit log, in the order in which they are given."""

from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis
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


def in_order(entries: tuple[Entry, ...]) -> list[LogCommand]:
    """Return the commands for a log's events, in the order in which they are given."""
    steps = []
    for entry in entries:
        came_and_went = entry.left_at == entry.arrived_at
        steps.append(LogCommand(entry.arrived_at, 2 if came_and_went else 3, entry.line, 0, Verb.ARRIVE, entry))
        for order, (verb, at) in enumerate(((Verb.RECEIVE, entry.received_at), (Verb.LEAVE, entry.left_at)), 1):
            if at is not None:
                turn = order - 1 if at > entry.arrived_at else 2 if came_and_went else 4
                steps.append(LogCommand(at, turn, entry.line, order, verb, entry))
    return sorted(steps)
