"""Which car a case is about: part of its plate is enough, as at the gate; cars at the store come first (C1)."""

from collections.abc import Iterable

from frontdesk.domain.picture.candidates import Candidate, candidates, is_to_be_received, marked
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import (
    NO_PLATE,
    PLATE_LIMIT,
    Plate,
    fragment,
    is_read_whole,
    parse_plate,
    whole_plate,
)
from frontdesk.domain.zone.reasons import ZoneReason

_TOLD = 9
"""So many cars that fit are named."""


def offered(typed: str, snapshot: Snapshot, known: Iterable[Plate]) -> list[Candidate]:
    """Return the cars a case may be about, in the order they are offered: whoever waits to be received comes first.

    Before anything is typed, those are the cars at the store, the longest wait first.
    """
    if typed.strip():
        return candidates(typed, snapshot, known, is_to_be_received)
    cars = sorted(snapshot.floor.cars, key=lambda car: (not is_to_be_received(car), car.arrived_at))
    return [Candidate(car.plate, car) for car in cars]


def chosen(typed: str, fitting: list[Candidate], picked: Plate = NO_PLATE) -> Candidate | None:
    """Return the car that is meant by now: the one picked, else the only one it can be. An empty text means none."""
    if not typed.strip():
        return next((each for each in fitting if each.plate == picked), None)
    return marked(fitting, picked, is_to_be_received) if is_read_whole(typed) else None


def case_plate(typed: str, snapshot: Snapshot, known: Iterable[Plate], picked: Plate = NO_PLATE) -> Plate:
    """Return the plate a case is about; `NO_PLATE` where nothing was typed or picked.

    Raises `Refused`: NO_PLATE, PLATE_TOO_LONG, PLATE_UNREAD, AMBIGUOUS_PLATE where several fit and none is picked,
    UNUSUAL_PLATE for what fits no car and is no whole plate.
    """
    fitting = offered(typed, snapshot, known)
    meant = chosen(typed, fitting, picked)
    if meant is not None:
        return meant.plate
    if not typed.strip():
        return NO_PLATE
    whole = whole_plate(typed, snapshot.policy.province)
    if fitting:
        raise Refused(ZoneReason.AMBIGUOUS_PLATE, text=fragment(typed), plates=tuple(fitting[:_TOLD]))
    raise Refused(ZoneReason.UNUSUAL_PLATE, plate=whole)


def is_plate_of(typed: str, plate: str, province: str) -> bool:
    """Whether a plate may be what was typed of it, whatever stands at the store by now."""
    compact = fragment(typed)
    if not (compact and plate):
        return not compact and not plate
    return len(compact) <= PLATE_LIMIT and (parse_plate(typed, province) == plate or compact in plate)
