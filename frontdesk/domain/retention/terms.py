"""How long each class of records is kept in full, and what may go afterwards (G2)."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.approvals.approval import Approval, ApprovalState, Text, hash_of
from frontdesk.domain.forgetting.customer import Addressed, CaseOfCustomer, Holdings
from frontdesk.domain.policy.copies import CopyNumbers
from frontdesk.domain.retention.reasons import RetentionReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

AT_ONCE = 500
"""So many cases stand on one list, the oldest first: while they are gone through, nobody else can write."""

CARRIED_OUT_DAYS = 5
"""Within so many working days what the director signed is cleared."""

_DAY = timedelta(days=1)


class RecordClass(StrEnum):
    """The classes of records that have a term."""

    VISITS = "visits"
    """What was said of a repair goes; plates, times and what the staff did stay for good."""
    CASES = "cases"
    APPOINTMENTS = "appointments"
    ROSTERS = "rosters"
    """Who worked when, and who was away; nothing of a customer's is in it."""
    RESCUES = "rescues"
    """Roadside rescues and emergency orders."""
    INCIDENTS = "incidents"
    """What was said of people in incidents, and visitors' names in roll calls; what happened stays for good."""


def years_kept(kind: RecordClass, policy: CopyNumbers) -> int:
    """Return for how many years the records of a class are kept in full."""
    return {
        RecordClass.VISITS: policy.keep_visits_years,
        RecordClass.CASES: policy.keep_cases_years,
        RecordClass.APPOINTMENTS: policy.keep_appointments_years,
        RecordClass.ROSTERS: policy.keep_rosters_years,
        RecordClass.RESCUES: policy.keep_rescues_years,
        RecordClass.INCIDENTS: policy.keep_incidents_years,
    }[kind]


def last_day_kept(ended: date, years: int) -> date:
    """Return the last day of the term of a record that ended on a day: the same day of the year, so many years on.

    A term that began on 29 February ends on 28 February where the year has no such day.
    """
    try:
        return ended.replace(year=ended.year + years)
    except ValueError:
        return date(ended.year + years, 2, 28)


def past_before(today: date, years: int) -> date:
    """Return the first day on which a record may have ended whose term is not over: what ended before it is past."""
    day = last_day_kept(today - _DAY, -years)
    return day + _DAY * next(ahead for ahead in range(3) if last_day_kept(day + _DAY * ahead, years) >= today)


def check_term(kind: RecordClass, before: date, today: date, years: int) -> None:
    """Raise `Refused(KEPT_UNTIL)` where a record that ended before a day may still be within its term."""
    past = past_before(today, years)
    if before > past:
        raise Refused(RetentionReason.KEPT_UNTIL, kind=kind, before=str(before), right=str(past), years=years)


class Purge(NamedTuple):
    """The list of what would be taken out: the closed cases of a class that ended before a day."""

    kind: RecordClass
    before: date
    cases: tuple[CaseOfCustomer, ...] = ()
    numbers: int = 0
    """How many phone numbers they hold."""
    taken_back: tuple[int, ...] = ()
    """The cases taken back right after they were registered, of which only the log tells."""
    addressed: Addressed = Addressed()
    """What customers were told, what they were booked for, and the repairs of which something was said."""

    @property
    def holdings(self) -> Holdings:
        """What is to be forgotten of them."""
        return Holdings(self.cases, (), self.taken_back, addressed=self.addressed)

    @property
    def text(self) -> Text:
        """What a signature on the list stands for."""
        addressed = self.addressed
        kinds = {"messages": addressed.messages, "appointments": addressed.appointments, "repairs": addressed.repairs}
        kinds |= {"matters": addressed.matters}
        told: Text = {name: list(numbers) for name, numbers in kinds.items() if numbers}
        return {
            "class": str(self.kind),
            "day": str(self.before),
            "cases": [case.id for case in self.cases],
            "numbers": self.numbers,
            "taken_back": list(self.taken_back),
            **told,
        }


class ListedCase(NamedTuple):
    """A case on a list to be signed: what stays of it."""

    number: int
    received_at: Millis
    kind: str
    plate: str


class Held(NamedTuple):
    """What is kept of a class of records."""

    kind: RecordClass
    years: int
    past_before: date
    """What ended before this day is past its term."""
    past: int
    """How many records are past their term."""
    cases: int = 0
    """Of how many the name, the number and the words would be taken out."""
    numbers: int = 0
    messages: int = 0
    """From how many messages the same would go."""
    appointments: int = 0
    repairs: int = 0
    matters: int = 0

    @property
    def going(self) -> dict[str, int]:
        """How much would be cleared, by kind."""
        return {
            "cases": self.cases,
            "numbers": self.numbers,
            "messages": self.messages,
            "appointments": self.appointments,
            "repairs": self.repairs,
            "matters": self.matters,
        }


class Step(StrEnum):
    """What asking for a purge does now."""

    ASK = "ask"
    """The list goes to the director."""
    ASK_ANEW = "ask_anew"
    """The list is no longer the one that went to the director."""
    CARRY_OUT = "carry_out"


def next_step(approval: Approval | None, purge: Purge) -> Step:
    """Return what asking for a purge does now.

    Raises `Refused`: NOTHING_TO_PURGE, PURGE_UNSIGNED, PURGE_UNCONFIRMED.
    """
    if not (purge.cases or purge.addressed.is_there):
        raise Refused(RetentionReason.NOTHING_TO_PURGE, kind=purge.kind, before=str(purge.before))
    if approval is None:
        return Step.ASK
    if approval.state is ApprovalState.ASKED and approval.hash == hash_of(purge.text):
        raise Refused(RetentionReason.PURGE_UNSIGNED, number=approval.matter, role=approval.next_role)
    if not approval.holds(purge.text):
        return Step.ASK_ANEW
    if approval.unconfirmed:
        who = approval.unconfirmed[0].who
        raise Refused(RetentionReason.PURGE_UNCONFIRMED, number=approval.matter, who=who)
    return Step.CARRY_OUT
