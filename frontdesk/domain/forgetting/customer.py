"""Forgetting a customer: who is meant, what goes and what stays, and why it cannot be done yet (C10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from frontdesk.domain.cases.case import Stage
from frontdesk.domain.forgetting.reasons import ForgetReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate

GONE = "***"
"""Stands where somebody's words stood."""

PERSONAL: Mapping[str, tuple[str, ...]] = {
    "complaints": ("customer", "words", "wants"),
    "clocks": ("what",),
    "notes": ("words",),
    "pauses": ("reason",),
    "quality": ("question", "answer", "investigation", "analysis", "measure"),
    "asks": ("words", "people", "answer", "reference"),
    "meetings": ("what", "place", "customer", "invited", "wanted_by", "present", "minutes", "why"),
    "meeting_items": ("what", "answer"),
    "rescues": (
        "customer",
        "place",
        "symptom",
        "elsewhere",
        "consent_words",
        "without",
        "checked_words",
        "result_words",
    ),
    "rescue_contacts": ("words",),
    "rescue_etas": ("why",),
    "orders": ("customer", "why", "result_words"),
    "order_answers": ("words",),
    "incidents": ("words",),
    "incident_entries": ("words",),
    "roll_names": ("name",),
    "due_changes": ("why",),
    "quotes": ("asked",),
    "closing_reports": ("cause", "measures", "result", "improvement"),
    "found": ("what", "words"),
    "promises": ("why",),
    "tellings": ("words",),
    "run_steps": ("words",),
    "run_entries": ("words",),
    "roll_marks": ("words",),
    "car_checks": ("words",),
}
"""The columns that hold a customer's name, a customer's words, or words about them, by table of a case."""

OF_REPAIRS = ("found", "promises", "tellings", "run_steps", "run_entries", "quotes", "roll_marks", "car_checks")
"""Which of those tell of a repair, also where there is no case."""

ADDRESSED: Mapping[str, tuple[str, ...]] = {
    "messages": ("name", "text"),
    "message_tries": ("words", "receipt"),
    "survey_answers": ("words",),
    "contact_wishes": ("prefers",),
    "appointments": ("customer", "work", "why"),
}
"""The same of what belongs to no case."""

_MAY_BE_EMPTY = frozenset({"customer", "name"})
_OF_THE_STAFF = ("roll_names", "person")
"""In a roll call the names of colleagues stay: only those of visitors go."""


@dataclass(frozen=True, slots=True)
class Customer:
    """Who is meant: everything that is said has to fit."""

    phone: str = ""
    plate: Plate = NO_PLATE
    name: str = ""
    case: int = 0

    def check_named(self) -> None:
        """Raise `Refused(NOBODY_NAMED)` for a name alone: several people may have it."""
        if not (self.phone or self.plate or self.case):
            raise Refused(ForgetReason.NOBODY_NAMED)

    def is_of(self, case: int | None, told: Mapping[str, Any], number: str | None) -> bool:
        """Whether something was theirs, by what the log tells of it; `number`: None where it is not kept any more."""
        wanted = [(self.case, case), (self.plate, told.get("plate")), (self.phone, number)]
        fits = [said == kept for said, kept in wanted if said and kept is not None]
        return bool(fits) and all(fits) and self.name in ("", told.get("customer", told.get("name")))


@dataclass(frozen=True, slots=True)
class CaseOfCustomer:
    """A case that would lose its name, number and words."""

    id: int
    received_at: Millis
    stage: Stage
    phone_id: int | None


class Addressed(NamedTuple):
    """What belongs to a customer and to no case, by numbers of rows."""

    messages: tuple[int, ...] = ()
    still_open: tuple[int, ...] = ()
    """Which of those are still to be told."""
    wishes: tuple[int, ...] = ()
    phones: tuple[int, ...] = ()
    appointments: tuple[int, ...] = ()
    expected: tuple[int, ...] = ()
    """For which of those the customer may still come."""
    repairs: tuple[int, ...] = ()
    """The repairs of which something was said."""
    in_repair: tuple[str, ...] = ()
    """The plates of those that are not handed back yet."""
    matters: tuple[int, ...] = ()
    """Meetings, rescues, orders and incidents, by their numbers."""
    open_matters: tuple[int, ...] = ()
    """Of which of those something is still owed."""
    taken_back: tuple[tuple[str, int], ...] = ()
    """Messages and appointments, by table and number, that only the log still tells of."""

    @property
    def is_there(self) -> bool:
        """Whether anything is addressed to the customer."""
        return bool(self.messages or self.wishes or self.appointments or self.repairs or self.taken_back) or bool(
            self.matters
        )

    @property
    def counts(self) -> dict[str, int]:
        """How much of each kind there is."""
        found = {"messages": self.messages, "appointments": self.appointments, "repairs": self.repairs}
        found |= {"matters": self.matters}
        return {name: len(numbers) for name, numbers in found.items()}


NOTHING = Addressed()


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is kept of a customer."""

    cases: tuple[CaseOfCustomer, ...]
    drafts: tuple[str, ...]
    """Whose half-filled forms name the customer."""
    taken_back: tuple[int, ...] = ()
    """The cases that were taken back after they were registered: only the log tells of them."""
    cleared: tuple[int, ...] = ()
    """The cases that hold nothing of the customer any more."""
    addressed: Addressed = NOTHING

    @property
    def numbers(self) -> tuple[int, ...]:
        """The phone numbers of the cases and messages."""
        of_cases = (case.phone_id for case in self.cases if case.phone_id is not None)
        return tuple(dict.fromkeys((*of_cases, *self.addressed.phones)))

    def check(self) -> None:
        """Raise `Refused`: NOBODY_FOUND, ALL_GONE.

        CASES_OPEN, MESSAGES_OPEN, STILL_BOOKED, STILL_IN_REPAIR, MATTERS_OPEN: they are to be reached.
        """
        if not (self.cases or self.drafts or self.taken_back or self.addressed.is_there):
            if self.cleared:
                raise Refused(ForgetReason.ALL_GONE, numbers=", ".join(map(str, self.cleared)))
            raise Refused(ForgetReason.NOBODY_FOUND)
        still_open = [case.id for case in self.cases if case.stage is not Stage.CLOSED]
        if still_open:
            raise Refused(ForgetReason.CASES_OPEN, numbers=", ".join(map(str, still_open)))
        if self.addressed.still_open:
            raise Refused(ForgetReason.MESSAGES_OPEN, numbers=", ".join(map(str, self.addressed.still_open)))
        if self.addressed.expected:
            raise Refused(ForgetReason.STILL_BOOKED, numbers=", ".join(map(str, self.addressed.expected)))
        if self.addressed.open_matters:
            raise Refused(ForgetReason.MATTERS_OPEN, numbers=", ".join(map(str, self.addressed.open_matters)))
        if self.addressed.in_repair:
            raise Refused(ForgetReason.STILL_IN_REPAIR, plates=", ".join(self.addressed.in_repair))


def has_words(table: str, row: Mapping[str, Any]) -> bool:
    """Whether anything personal is in a row."""
    return without_words(table, row) != row


def without_words(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row without what is personal in it."""
    if (table, row.get("subject")) == _OF_THE_STAFF:
        return dict(row)
    personal = PERSONAL.get(table) or ADDRESSED[table]
    gone = {name: "" if name in _MAY_BE_EMPTY else GONE for name in personal if row.get(name)}
    return {**row, **gone}
