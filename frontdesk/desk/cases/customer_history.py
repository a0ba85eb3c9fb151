"""What the store knows of a customer while a complaint is taken down, for the first judgement (C2)."""

from dataclasses import dataclass

from data import policy
from data.cases import cases
from data.engine.connection import Connection
from data.zone import visits
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.case import Case, Nature
from frontdesk.domain.cases.judgement import Facts
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.plates import Plate

LATELY: Millis = 90 * DAY
"""How far back earlier cases count."""
UNKNOWN = Facts(earlier=0, was_over_stay=False)


@dataclass(frozen=True, slots=True)
class CustomerHistory:
    """The records of the customer who complains."""

    facts: Facts = UNKNOWN
    earlier: tuple[Case, ...] = ()
    """The customer's other cases, newest first: of the same phone number or plate."""


def look_up(desk: Desk, phone: str, plate: Plate, besides: int = 0) -> CustomerHistory:
    """Return the history for a phone number and a plate; `besides`: the number of the present case.

    Raises `Refused(BAD_PHONE)`.
    """
    number, now = parse_phone(phone), desk.now()

    def question(connection: Connection) -> CustomerHistory:
        found = cases.related(connection, besides, number, plate)
        visit = visits.latest_visit(connection, plate, now) if plate else None
        zone_time = visits.get(connection, visit).zone_time(now) if visit else 0
        lately = sum(_counts(case) and case.received_at > now - LATELY for case in found)
        return CustomerHistory(Facts(lately, policy.current(connection).is_over_stay(zone_time)), found)

    return desk.read(question)


def _counts(case: Case) -> bool:
    """Whether a case shows that the customer was unhappy before; an inquiry or a rehearsal does not."""
    return case.nature is not Nature.INQUIRY and not case.is_drill
