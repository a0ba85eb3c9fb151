"""After an incident: why it happened, what it cost, what is learned from it; a hazard is rated (I12–I15)."""

from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.incidents.aftermath_reasons import AftermathReason
from frontdesk.domain.incidents.incident import Incident, IncidentKind, Level
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

MOST_CNY = 1_000_000_000
RATED = range(1, 6)
URGENT = 15
"""A hazard whose likelihood times severity is this or more is dealt with on the same day (I15)."""


class IntoPlan(StrEnum):
    """Whether what was learned goes into a plan (I13)."""

    YES = "yes"
    NO = "no"


class Aftermath(NamedTuple):
    """What was found of an incident that is over, and what is still owed for it."""

    cause: str
    responsible: str
    loss_cny: int | None
    investigated_at: Millis | None
    investigated_by: str
    lessons: str
    into_plan: IntoPlan | None
    into_plan_why: str
    assessed_at: Millis | None
    assessed_by: str
    likelihood: int | None
    severity: int | None
    measures: int = 0
    """How many measures came from it."""
    dues: tuple[Due, ...] = ()

    @property
    def risk(self) -> int | None:
        """Likelihood times severity."""
        return None if self.likelihood is None or self.severity is None else self.likelihood * self.severity

    def running(self, name: DueName) -> Due | None:
        """Return what is still owed under this name."""
        return next((due for due in self.dues if due.name is name and due.is_running), None)


def must_be_learned_from(incident: Incident) -> bool:
    """Whether it is investigated and assessed: it really happened."""
    return not incident.is_drill and incident.kind is not IncidentKind.HAZARD and incident.outcome is None


def must_be_reported(incident: Incident) -> bool:
    """Whether the authority is told within the hour: somebody is hurt in a major incident (I14)."""
    return must_be_learned_from(incident) and incident.level is Level.MAJOR and bool(incident.hurt)


def check_investigated(incident: Incident, cause: str, responsible: str, loss_cny: int) -> None:
    """Check what was found: cause, person responsible and loss. Raises `Refused`: NOT_OVER, CAUSE_MISSING, LOSS."""
    _check_over(incident)
    if not cause or not responsible:
        raise Refused(AftermathReason.CAUSE_MISSING, number=incident.id)
    if not 0 <= loss_cny <= MOST_CNY:
        raise Refused(AftermathReason.LOSS, text=str(loss_cny), right=MOST_CNY)


def check_assessed(incident: Incident, found: Aftermath, lessons: str, into_plan: IntoPlan, why: str) -> None:
    """Check what was learned (I13): said in words, with a measure unless it was slight; "no" has a reason.

    Raises `Refused`: NOT_OVER, NOT_INVESTIGATED, LESSONS_MISSING, NO_MEASURE_SET, INTO_PLAN_WHY.
    """
    _check_over(incident)
    if found.investigated_at is None:
        raise Refused(AftermathReason.NOT_INVESTIGATED, number=incident.id)
    if not lessons:
        raise Refused(AftermathReason.LESSONS_MISSING, number=incident.id)
    if incident.level is not Level.SLIGHT and not found.measures:
        raise Refused(AftermathReason.NO_MEASURE_SET, number=incident.id)
    if into_plan is IntoPlan.NO and not why:
        raise Refused(AftermathReason.INTO_PLAN_WHY, number=incident.id)


def check_hazard(incident: Incident) -> None:
    """Check that it is a hazard that nobody has dealt with. Raises `Refused`: NO_HAZARD, HAZARD_ACTED."""
    if incident.kind is not IncidentKind.HAZARD:
        raise Refused(AftermathReason.NO_HAZARD, number=incident.id)
    if not incident.is_open:
        raise Refused(AftermathReason.HAZARD_ACTED, number=incident.id, who=incident.ended_by, when=incident.ended_at)


def check_rating(likelihood: int, severity: int) -> None:
    """Check a rating. Raises `Refused(RATING)`."""
    if likelihood not in RATED or severity not in RATED:
        raise Refused(AftermathReason.RATING)


def _check_over(incident: Incident) -> None:
    if incident.kind is IncidentKind.HAZARD or incident.is_open or incident.outcome is not None:
        raise Refused(AftermathReason.NOT_OVER, number=incident.id)
