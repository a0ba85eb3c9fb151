"""A list of things or contacts taken in: in one go, so that it is taken back in one go, too (S3, S7)."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from data import policy
from data.engine.transaction import Transaction
from data.register import contacts as stored_contacts
from data.register import things as stored_things
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.desk.register import contacts, things, upkeep
from frontdesk.desk.register.fitness import check_keeps
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.contacts import MOST_CONTACTS, Details
from frontdesk.domain.register.contacts import check as check_details
from frontdesk.domain.register.events import RegisterEvent
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.things import MOST_THINGS, Described, check_described
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.text import folded

T = TypeVar("T")


class Problem(NamedTuple):
    """A line that was not taken, and why."""

    line: int
    why: FrontdeskError


class Taken(NamedTuple):
    """What came of a list."""

    new: int
    known: int
    """So many are on the register already; they stay as they are."""
    problems: tuple[Problem, ...] = ()


class _SortedOut(NamedTuple, Generic[T]):
    """The lines that are new and right, how many are known, and what is wrong with the others."""

    fresh: tuple[T, ...]
    known: int
    problems: tuple[Problem, ...]


def take_things(
    desk: Desk, lines: Sequence[tuple[int, Described]], *, whole: bool = False, operation: str | None = None
) -> Taken:
    """Put the things of a list on the register; `whole`: nothing where one line is not right.

    Raises `Refused`: NOT_YOUR_POST, TOO_MANY_THINGS.
    """
    told: list[Taken] = []

    def body(transaction: Transaction) -> Result | None:
        check_keeps(transaction)
        every = stored_things.every(transaction.connection)
        today = OpeningHours.of(policy.current(transaction.connection)).day_of(transaction.now)

        def checked(said: Described) -> Described:
            typed = things.cleaned(said)
            check_described(typed, today)
            return typed

        found = _sorted_out(lines, checked, lambda said: folded(said.name), (folded(each.name) for each in every))
        if len(every) + len(found.fresh) > MOST_THINGS:
            raise Refused(RegisterReason.TOO_MANY_THINGS, right=MOST_THINGS)
        if not _goes_in(found, told, whole=whole):
            return None
        for typed in found.fresh:
            stored_things.add(transaction, typed)
        upkeep.plan(transaction)
        upkeep.settle(transaction)
        return _result(RegisterEvent.THINGS_IMPORT, told[-1])

    return _told(desk.do_if(body, operation), told)


def take_contacts(
    desk: Desk, lines: Sequence[tuple[int, Details]], *, whole: bool = False, operation: str | None = None
) -> Taken:
    """Put the contacts of a list on the store's; `whole`: nothing where one line is not right.

    Raises `Refused`: NOT_YOUR_POST, TOO_MANY_CONTACTS.
    """
    told: list[Taken] = []

    def body(transaction: Transaction) -> Result | None:
        check_at_desk(transaction)
        every = stored_contacts.every(transaction.connection)

        def checked(said: Details) -> Details:
            typed = contacts.cleaned(said)
            check_details(typed, (), is_shipped=False)
            return typed

        def key(said: Details) -> Hashable:
            return folded(said.name), said.phone

        found = _sorted_out(lines, checked, key, (key(each.details) for each in every if each.in_use))
        if len(every) + len(found.fresh) > MOST_CONTACTS:
            raise Refused(RegisterReason.TOO_MANY_CONTACTS, right=MOST_CONTACTS)
        if not _goes_in(found, told, whole=whole):
            return None
        for typed in found.fresh:
            stored_contacts.add(transaction, typed)
        return _result(RegisterEvent.CONTACTS_IMPORT, told[-1])

    return _told(desk.do_if(body, operation), told)


def _sorted_out(
    lines: Iterable[tuple[int, T]], checked: Callable[[T], T], key: Callable[[T], Hashable], known: Iterable[Hashable]
) -> _SortedOut[T]:
    there, fresh, problems = set(known), dict[Hashable, T](), list[Problem]()
    count = 0
    for line, said in lines:
        try:
            typed = checked(said)
            if key(typed) in fresh:
                raise Refused(RegisterReason.TWICE_IN_LIST)
        except Refused as refusal:
            problems.append(Problem(line, refusal))
            continue
        if key(typed) in there:
            count += 1
        else:
            fresh[key(typed)] = typed
    return _SortedOut(tuple(fresh.values()), count, tuple(problems))


def _goes_in(found: _SortedOut[T], told: list[Taken], *, whole: bool) -> bool:
    """Note what came of a list; return whether anything of it goes in."""
    goes_in = bool(found.fresh) and not (whole and found.problems)
    told.append(Taken(len(found.fresh) if goes_in else 0, found.known, found.problems))
    return goes_in


def _result(kind: RegisterEvent, taken: Taken) -> Result:
    return Result(kind, facts={"new": taken.new, "known": taken.known})


def _told(result: Result | None, told: list[Taken]) -> Taken:
    """Return what came of it; of an operation that was carried out before, what came of it then."""
    if told or result is None:
        return told[-1]
    return Taken(int(result.facts["new"]), int(result.facts["known"]))
