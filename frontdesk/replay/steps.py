"""The commands that tell a visit log's story, in the order in which they are given."""

from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis
from frontdesk.files.visit_log import Entry


class Verb(StrEnum):
    """What a log says of a car."""

    ARRIVE = "arrive"
    RECEIVE = "receive"
    LEAVE = "leave"


class LogCommand(NamedTuple):
    """One command to give, in the order in which they sort.

    At the same instant who was here before is received, then leaves; who comes and goes in that instant does both;
    then the others arrive and are received. So the count is that of a sweep that lets cars leave before others arrive.
    """

    at: Millis
    turn: int
    line: int
    order: int
    verb: Verb
    entry: Entry


def in_order(entries: tuple[Entry, ...]) -> list[LogCommand]:
    """Return the commands that tell a log's story, in the order in which they are given."""
    steps = []
    for entry in entries:
        came_and_went = entry.left_at == entry.arrived_at
        steps.append(LogCommand(entry.arrived_at, 2 if came_and_went else 3, entry.line, 0, Verb.ARRIVE, entry))
        for order, (verb, at) in enumerate(((Verb.RECEIVE, entry.received_at), (Verb.LEAVE, entry.left_at)), 1):
            if at is not None:
                turn = order - 1 if at > entry.arrived_at else 2 if came_and_went else 4
                steps.append(LogCommand(at, turn, entry.line, order, verb, entry))
    return sorted(steps)
