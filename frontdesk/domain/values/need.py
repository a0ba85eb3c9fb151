"""What a command needs of whoever gives it, where people sign in: a post, and how it is known who they are."""

from enum import StrEnum
from typing import NamedTuple


class Who(StrEnum):
    """Whose command it is."""

    NOBODY = "nobody"
    TIME = "time"
    """It happens by itself, whoever is there."""
    ANYBODY = "anybody"
    """Whoever stands at a station, named or not: while it burns nobody looks for their name."""
    STAFF = "staff"
    """Anybody on the staff list."""
    DESK = "desk"
    """Whoever works at the desk or keeps its records: no guard, driver or technician."""
    DECIDER = "decider"
    """The manager or the deputy on duty, or a director (Z1)."""
    MANAGER = "manager"
    """Whoever runs the store's service: those, and a service manager who is not on duty."""


class Known(StrEnum):
    """How it is known who gives it."""

    STATION = "station"
    """The station says so: nobody types a PIN to move a car."""
    SIGNED_IN = "signed_in"
    """By a PIN typed at this station within the last hours."""
    FRESH = "fresh"
    """By a PIN typed within the last minute."""


class Need(NamedTuple):
    """What a command needs."""

    who: Who
    known: Known = Known.STATION
    by_shell: bool = True
    """Whether whoever has an account on the store's own machine may give it there."""
    by_gate: bool = False
    """Whether a camera at the gate may."""


FOR_NOBODY = Need(Who.NOBODY, by_shell=False)
OF_TIME = Need(Who.TIME)
OF_ANYBODY = Need(Who.ANYBODY)
OF_CARS = Need(Who.STAFF)
OF_CASES = Need(Who.DESK)
IN_PERSON = Need(Who.DESK, Known.FRESH, by_shell=False)
"""What somebody answers for by name: a case closed anyway, a number shown in full."""
RINGING_UP = Need(Who.DESK, Known.SIGNED_IN, by_shell=False)
"""A number in full, of whoever is to be rung up now."""
OF_PENALTIES = Need(Who.STAFF, Known.FRESH, by_shell=False)
DECIDING = Need(Who.DECIDER, Known.SIGNED_IN, by_shell=False)
OF_THE_STORE = Need(Who.MANAGER, Known.FRESH)
"""The staff list, duties, the policy, the calendar, the records themselves."""
