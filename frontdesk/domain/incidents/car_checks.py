"""Cars that were where something happened: nobody works on one before it was looked at (I16)."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.incidents.aftermath_reasons import AftermathReason
from frontdesk.domain.incidents.incident import Incident, IncidentKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.places import PlaceKind

HARM_CARS = frozenset({
    IncidentKind.FIRE, IncidentKind.TRAFFIC, IncidentKind.DISASTER, IncidentKind.EQUIPMENT, IncidentKind.WEATHER,
})  # fmt: skip
"""The kinds in which a car nearby may have been harmed."""
_AREAS = {
    PlaceKind.BAY: "zone",
    PlaceKind.LANE: "zone",
    PlaceKind.TEMPORARY: "parking",
    PlaceKind.REPAIR: "parking",
    PlaceKind.WORKSHOP_BAY: "workshop",
    PlaceKind.WORKSHOP: "workshop",
}
"""In which area of the store a car stands, by its place."""


class CheckResult(StrEnum):
    """What was found of a car."""

    FIT = "fit"
    DAMAGED = "damaged"


class CarCheck(NamedTuple):
    """One car that is to be looked at, or was."""

    id: int
    incident: int
    visit: int
    plate: Plate
    asked_at: Millis
    checked_at: Millis | None = None
    checked_by: str = ""
    result: CheckResult | None = None
    words: str = ""


def cars_there(incident: Incident, floor: Floor) -> tuple[Car, ...]:
    """Return the cars that stand where it happened, if it is a kind that harms cars; in a drill none."""
    if incident.is_drill or incident.kind not in HARM_CARS:
        return ()
    return tuple(car for car in floor.cars if _AREAS.get(car.place.kind) == incident.place)


def check_checked(check: CarCheck | None, plate: Plate, result: CheckResult, words: str) -> CarCheck:
    """Return the check that is put down. Raises `Refused`: NO_CAR_CHECK, CAR_CHECK_WORDS."""
    if check is None:
        raise Refused(AftermathReason.NO_CAR_CHECK, plate=plate)
    if result is CheckResult.DAMAGED and not words:
        raise Refused(AftermathReason.CAR_CHECK_WORDS, plate=plate)
    return check


def check_may_work(open_checks: Iterable[CarCheck], plate: Plate) -> None:
    """Check that a car was looked at since something happened where it stood. Raises `Refused(CAR_WAS_THERE)`."""
    for check in open_checks:
        raise Refused(AftermathReason.CAR_WAS_THERE, plate=plate, number=check.incident, when=check.asked_at)
