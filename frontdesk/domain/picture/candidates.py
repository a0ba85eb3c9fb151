"""Which cars fit what was typed, in which order, and which of them a key is meant for."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate, as_plate, fragment, is_too_long, is_usual, rank
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.reasons import ZoneReason

Can = Callable[[Car | None], bool]
"""Whether a car at the store, or one that is not here, can do what a key is for."""


class Candidate(NamedTuple):
    """A plate that fits what was typed, and its car where that is at the store."""

    plate: Plate
    car: Car | None = None
    typed_whole: bool = False
    """Whether exactly this plate was typed."""
    is_like: bool = False
    """It does not fit, but is one mistake away from what was typed; it is meant only where it is marked."""

    @property
    def here(self) -> bool:
        """Whether its car is at the store."""
        return self.car is not None


def is_here(car: Car | None) -> bool:
    """Most keys are for a car at the store."""
    return car is not None


def is_anywhere(car: Car | None) -> bool:
    """Whoever comes for something else is turned away, here already or not."""
    return True


def is_to_be_received(car: Car | None) -> bool:
    """Nobody is received twice."""
    return car is not None and car.received_at is None


def needs_work_order(car: Car | None) -> bool:
    """Nor does a car get two work orders."""
    return car is not None and car.received_at is not None and car.work_order_at is None


def is_elsewhere(car: Car | None) -> bool:
    """Who is on site cannot arrive."""
    return car is None


def candidates(
    typed: str, snapshot: Snapshot, known: Iterable[Plate], can: Can = is_here, alike: Iterable[Plate] = ()
) -> list[Candidate]:
    """Return the plates that fit what was typed: a whole plate, then what `can`, beginnings before middles.

    Behind them those that are only `alike`.
    """
    compact = fragment(typed)
    if not compact or is_too_long(compact):
        return []
    whole = as_plate(typed, snapshot.policy.province)
    cars = {car.plate: car for car in snapshot.floor.cars}
    # The latest first where two fit as well: both lists are in that order, and the sort keeps it.
    plates = dict.fromkeys((*sorted(cars, key=lambda plate: -cars[plate].arrived_at), *known))
    fitting = [Candidate(p, cars.get(p)) for p in plates if rank(p, compact) >= 0 and p != whole]
    fitting.sort(key=lambda each: (not can(each.car), not each.here, rank(each.plate, compact)))
    if is_usual(whole) or whole in plates:
        fitting.insert(0, Candidate(whole, cars.get(whole), typed_whole=True))
    taken = {each.plate for each in fitting}
    return [*fitting, *(Candidate(p, cars.get(p), is_like=True) for p in alike if p not in taken)]


def here_alone(fitting: Iterable[Candidate]) -> list[Candidate]:
    """Return the cars among them that are at the store: nobody arrives where no car is checked in."""
    return [each for each in fitting if each.here]


def marked(fitting: list[Candidate], picked: Plate = NO_PLATE, can: Can = is_here) -> Candidate | None:
    """Return the one that is highlighted: the one picked, else the only one it can be; None where that is open."""
    for each in fitting:
        if each.plate == picked:
            return each
    fitting = [each for each in fitting if not each.is_like]
    if fitting and (len(fitting) == 1 or fitting[0].typed_whole):
        return fitting[0]
    here = [each for each in fitting if each.here]
    is_clear = len(here) == 1 and (can(here[0].car) or not any(can(each.car) for each in fitting))
    return here[0] if is_clear else None


def plate_meant(offered: list[Candidate], whole: Plate, picked: Plate = NO_PLATE, can: Can = is_here) -> Plate:
    """Return the plate a key is meant for: the one highlighted, else the one that was typed where nothing fits.

    Raises `Refused`: WHICH_CAR where several fit and none is highlighted, NOT_HERE where none of these is here.
    """
    meant = marked(offered, picked, can)
    if meant is not None:
        return meant.plate
    fitting = [each for each in offered if not each.is_like]
    if not fitting:
        return whole
    if not any(each.here or can(each.car) for each in fitting):
        raise Refused(ZoneReason.NOT_HERE, plate=whole)
    raise Refused(ZoneReason.WHICH_CAR, count=len(fitting))


def step(fitting: list[Candidate], picked: Plate, by: int, can: Can = is_here) -> Plate:
    """Return the plate that ↑ or ↓ marks next; the first where none is."""
    if not fitting:
        return NO_PLATE
    now = marked(fitting, picked, can)
    at = -1 if now is None else fitting.index(now)
    return fitting[max(0, min(at + by, len(fitting) - 1))].plate
