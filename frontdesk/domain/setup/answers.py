"""Reading what was typed: each answer is held to the bounds of the policy itself."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from frontdesk.domain.people.staff import Post
from frontdesk.domain.policy.calendar import read_hours
from frontdesk.domain.policy.checks import inconsistencies
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.provinces import read_province
from frontdesk.domain.policy.typed import read_days, read_names
from frontdesk.domain.policy.zone import means_a_place
from frontdesk.domain.setup.draft import Draft, Step
from frontdesk.domain.setup.people import added
from frontdesk.domain.setup.reasons import SetupReason
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_line, whole_line

T = TypeVar("T")
Fault = tuple[str, FrontdeskError]
"""The box that is filled in wrongly, and what would be right."""
_SHOWN = 40


def store_name(text: str) -> str:
    """Return the store's name. Raises `Refused`: NO_STORE_NAME, TEXT_TOO_LONG."""
    name = whole_line(text)
    if not name:
        raise Refused(SetupReason.NO_STORE_NAME)
    return name


def province(text: str) -> str:
    """Return the character of the province. Raises `Refused`: EMPTY_PROVINCE, NO_PROVINCE."""
    if not clean_line(text):
        raise Refused(SetupReason.EMPTY_PROVINCE)
    return _within("province", read_province(text), SetupReason.NO_PROVINCE, text)


def bays(text: str) -> tuple[str, ...]:
    """Return the names of the bays, between commas, or else between blanks.

    Raises `Refused`: EMPTY_BAYS, TAKEN_BAY_NAME, BAD_BAYS.
    """
    names = read_names(text)
    if not names:
        raise Refused(SetupReason.EMPTY_BAYS)
    for name in filter(means_a_place, names):
        raise Refused(SetupReason.TAKEN_BAY_NAME, text=clean_line(name, _SHOWN))
    return _within("bays", names, SetupReason.BAD_BAYS, text)


def opening_hours(text: str) -> str:
    """Return the hours of one day; "" if it is closed. Raises `Refused(BAD_HOURS)`."""
    hours = read_hours(text)
    # The other days are open: whether any day is, is another question.
    if hours:
        _within("opening_hours", (hours, *Policy.opening_hours[1:]), SetupReason.BAD_HOURS, text)
    return hours


def closed_dates(text: str) -> tuple[str, ...]:
    """Return the days between blanks or commas; 2026-02-16~2026-02-22 is a week. Raises `Refused(BAD_CLOSED_DAY)`."""
    try:
        return read_days(text)
    except ValueError as error:
        raise Refused(SetupReason.BAD_CLOSED_DAY, text=clean_line(str(error), _SHOWN)) from error


def policy_of(draft: Draft) -> Policy:
    """Return the policy that the answers make. Raises `Refused` for the first that is not right."""
    return replace(
        Policy(),
        store_name=store_name(draft.store_name),
        province=province(draft.province),
        bays=bays(draft.bays),
        opening_hours=tuple(map(opening_hours, draft.hours)),
        closed_dates=closed_dates(draft.closed),
    )


def faults(step: Step, draft: Draft) -> Iterator[Fault]:
    """Yield what is not right about the answers of a step, with the box that each belongs to."""
    yield from _FAULTS[step](draft)


def all_faults(draft: Draft) -> Iterator[Fault]:
    """Yield everything that is not right."""
    for step in Step:
        yield from faults(step, draft)


def _fault(box: str, read: Callable[[str], object], text: str) -> Iterator[Fault]:
    try:
        read(text)
    except Refused as refused:
        yield box, refused


def _hours(draft: Draft) -> Iterator[Fault]:
    wrong = [fault for day, text in enumerate(draft.hours) for fault in _fault(f"day{day}", opening_hours, text)]
    yield from wrong
    if not wrong and not any(map(opening_hours, draft.hours)):
        yield "day0", Refused(SetupReason.NEVER_OPEN)
    yield from _fault("closed", closed_dates, draft.closed)


def typed_person(draft: Draft) -> Iterator[Fault]:
    """Yield what is not right about the person in the boxes, where somebody is."""
    if draft.is_typing:
        try:
            added(draft.people, draft.typed)
        except Refused as refused:
            yield "phone" if refused.reason is ValueReason.BAD_PHONE else "name", refused


def _people(draft: Draft) -> Iterator[Fault]:
    yield from typed_person(draft)
    if not any(person.post is Post.MANAGER for person in draft.people):
        yield "name", Refused(SetupReason.NO_MANAGER)


def _station(draft: Draft) -> Iterator[Fault]:
    if draft.station is None:
        yield "menu", Refused(SetupReason.NO_STATION)


_FAULTS: dict[Step, Callable[[Draft], Iterator[Fault]]] = {
    Step.STORE: lambda draft: _fault("store", store_name, draft.store_name),
    Step.PROVINCE: lambda draft: _fault("province", province, draft.province),
    Step.BAYS: lambda draft: _fault("bays", bays, draft.bays),
    Step.HOURS: _hours,
    Step.PEOPLE: _people,
    Step.STATION: _station,
    Step.CHECK: lambda draft: iter(()),
}


def _within(name: str, value: T, reason: SetupReason, text: str) -> T:
    """Return a value that the policy may have. Raises `Refused(reason)`."""
    changed: dict[str, Any] = {name: value}
    if any(key == name for key, _, _ in inconsistencies(replace(Policy(), **changed))):
        raise Refused(reason, text=clean_line(text, _SHOWN))
    return value
