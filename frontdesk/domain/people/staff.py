"""The staff list: name, post, phone (S1), and the stations they work at."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import mask_in
from frontdesk.domain.values.text import clean_line, whole_line

NAME_LIMIT = 30


class Post(StrEnum):
    """The posts of the plan's emergency team, of the chain above it, and of those who work beside it (Z1, S1)."""

    GUARD = "guard"
    DRIVER = "driver"
    OFFICE = "office"
    PARTS = "parts"
    QUALITY = "quality"
    TECHNICIAN = "technician"
    ADVISOR = "advisor"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"
    DIRECTOR = "director"
    GENERAL_MANAGER = "general_manager"


class Person(NamedTuple):
    """One entry of the emergency contact list. Staff phones are shown in full so that people can be reached (S1)."""

    id: int
    name: str
    post: Post
    phone: str


class Proof(StrEnum):
    """How it is known who did something, as the record says it."""

    STATION = "station"
    """The station says so."""
    PIN = "pin"
    """They typed their PIN at this station."""
    SHELL = "shell"
    """It is a claim of whoever typed the command on the store's machine."""
    GATE = "gate"
    """A camera at the gate says so."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who does something and their station, as in every record. Both are cleaned when they come in."""

    station: str
    who: str
    proof: Proof = Proof.STATION
    sign_in: int = 0
    """The number of their sign-in by PIN; 0 for none."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "station", clean_line(self.station, NAME_LIMIT))
        object.__setattr__(self, "who", clean_line(self.who, NAME_LIMIT))


def read_name(typed: str) -> str:
    """Return the name of somebody new; a phone number in it would stand everywhere, and be called nowhere.

    Raises `Refused`: NO_NAME, NUMBER_IN_NAME, TEXT_TOO_LONG.
    """
    name = whole_line(typed, NAME_LIMIT)
    if not name:
        raise Refused(PeopleReason.NO_NAME)
    if mask_in(name) != name:
        raise Refused(PeopleReason.NUMBER_IN_NAME)
    return name
