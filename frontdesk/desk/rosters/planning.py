"""Planning a version of the roster: begun with what its days need, proposed, set by hand (S2, S8)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from data import policy as policies
from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.rosters import rosters, shifts
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import take_back
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.desk.roster_board import read_board, today, zone_of
from frontdesk.desk.rosters import solver
from frontdesk.desk.rosters.needs import reckon
from frontdesk.desk.rosters.reading import board
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.board import Board
from frontdesk.domain.rosters.events import RosterEvent
from frontdesk.domain.rosters.need import minutes_open
from frontdesk.domain.rosters.proposal import Proposal
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.rules import breaches, check, check_all
from frontdesk.domain.rosters.shift import USUAL, Shift, check_some, covered, instant, the_shift
from frontdesk.domain.rosters.turn import Turn
from frontdesk.domain.rosters.version import RosterState, Version, check_days, check_holds, check_planned
from frontdesk.domain.values.clock import DAY
from frontdesk.domain.values.errors import Refused


def begin(desk: Desk, first: date, last: date, operation: str | None = None) -> Result:
    """Begin a version for some days, with their needs. Raises `Refused`: NEED_DAYS, ROSTER_DAYS, ROSTER_OVERLAPS."""

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        day = today(connection, transaction.now)
        check_at_desk(transaction)
        check_days(first, last, rosters.every(connection), day)
        _begin_shifts(transaction, first, last)
        number = matters.open_one(transaction, MatterKind.ROSTER, f"{first} – {last}")
        rosters.begin(transaction, number, first, last)
        reckon(transaction, rosters.get(connection, number))
        ahead = policies.current(connection).roster_ahead_days
        due_at = max(instant(first, 0, zone_of(connection)) - ahead * DAY, transaction.now + DAY)
        dues.start(transaction, number, DueName.ROSTER_PUBLISH, due_at)
        return Result(RosterEvent.BEGIN, number=number, facts={"first": str(first), "last": str(last)})

    return desk.do(body, operation)


def _begin_shifts(transaction: Transaction, first: date, last: date) -> None:
    """A store whose shifts leave most of its opening hours to nobody begins with the usual two besides."""
    connection = transaction.connection
    known, used = {shift.key for shift in shifts.every(connection)}, shifts.in_use(connection)
    hours = OpeningHours.of(policies.current(connection))
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    open_then = {times for day in days if (times := minutes_open(day, hours)) is not None}
    if not used or any(2 * covered(used, *times) < times[1] - times[0] for times in open_then):
        for shift in USUAL:
            if shift.key not in known:
                shifts.add(transaction, shift)
    check_some(shifts.in_use(connection))


def proposed(desk: Desk, number: int, say: solver.Say = lambda step: None) -> Proposal:
    """Return the best roster for a version; in a process of its own for a station.

    Raises `Refused`: NO_ROSTER, ROSTER_STATE, NOTHING_TO_PLAN, PLANNING_EXTRA, ROSTER_BREACH where somebody cannot work
    what was set by hand.
    """
    solver.check_there()
    found = board(desk, number)
    check_planned(found.version)
    if not any(need.least for need in found.needs):
        raise Refused(RosterReason.NOTHING_TO_PLAN, number=number)
    task = found.task
    check_all(task.fixed, task.days, task.terms)
    return solver.propose(task, say)


def take(desk: Desk, number: int, proposal: Proposal, operation: str | None = None) -> Result:
    """Put a proposal in place of the one before; what was set by hand stays.

    Raises `Refused`: NO_ROSTER, ROSTER_STATE, PLAN_CHANGED where it does not fit any more.
    """

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        version = rosters.get(connection, number)
        check_at_desk(transaction)
        check_planned(version)
        found = read_board(connection, version, transaction.now)
        task = found.task
        broken = (turn for turn, _why in breaches((*task.fixed, *proposal.turns), task.terms) if turn.day in task.days)
        if not set(proposal.turns) <= set(task.slots) or any(broken):
            raise Refused(RosterReason.PLAN_CHANGED, number=number)
        _put(transaction, found, proposal.turns)
        back_to_draft(transaction, version)
        return Result(RosterEvent.PROPOSE, number=number, facts={"missing": proposal.cost.missing})

    return desk.do(body, operation)


def _put(transaction: Transaction, found: Board, turns: Iterable[Turn]) -> None:
    """Set the turns of a proposal; a day that it leaves out is free again."""
    by_key = _by_key(found)
    stands = {(turn.person, turn.day): turn for turn in found.turns}
    wanted = {(turn.person, turn.day): turn for turn in turns}
    for key, turn in stands.items():
        if turn.shift and not turn.set_by and key not in wanted:
            rosters.put_turn(transaction, found.version.id, turn._replace(shift=""), by_key)
    for key, turn in wanted.items():
        before = stands.get(key)
        if before is None or (before.shift, before.post) != (turn.shift, turn.post):
            there = turn._replace(id=before.id if before else 0)
            rosters.put_turn(transaction, found.version.id, there, by_key)


def set_turn(
    desk: Desk, number: int, day: date, person: str, shift: str | None, *, post: Post | None = None,
    operation: str | None = None,
) -> Result:  # fmt: skip
    """Set by hand what somebody does on a day of a draft: a shift, free (""), or what is proposed (None).

    Raises `Refused`: NO_ROSTER, ROSTER_STATE, ROSTER_DAYS, NO_SHIFT, ALREADY_SO, and as `check` says.
    """

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        version = rosters.get(connection, number)
        check_at_desk(transaction)
        check_planned(version)
        check_holds(version, day)
        found = read_board(connection, version, transaction.now)
        own = found.terms.workers.get(person)
        free = Turn(person, day, "", post or (own.post if own else Post.ADVISOR))
        before = found.turn(person, day) or free
        by = "" if shift is None else transaction.actor.who
        turn = free._replace(shift=shift or "", set_by=by, id=before.id)
        if (turn.shift, turn.post, bool(by)) == (before.shift, before.post, bool(before.set_by)):
            raise Refused(RosterReason.ALREADY_SO, name=person, day=day)
        _check(found, turn)
        rosters.put_turn(transaction, number, turn, _by_key(found))
        back_to_draft(transaction, version)
        facts = {"name": person, "day": str(day), "shift": turn.shift}
        return Result(RosterEvent.SET, number=number, facts=facts)

    return desk.do(body, operation)


def _check(found: Board, turn: Turn) -> None:
    """Check a turn that is set by hand beside all others; whoever is to be free needs only be known."""
    if turn.shift:
        the_shift(found.shifts, turn.shift)
        others = [each for each in found.worked if (each.person, each.day) != (turn.person, turn.day)]
        check(turn, others, found.terms)
    elif turn.person not in found.terms.workers:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=turn.person)


def back_to_draft(transaction: Transaction, version: Version) -> None:
    """What was submitted and has changed since is a draft again: it has to be submitted anew."""
    if version.state is RosterState.SUBMITTED:
        take_back(transaction, version.id)
        rosters.note_state(transaction, version, RosterState.DRAFT)


def _by_key(found: Board) -> Mapping[str, Shift]:
    return {shift.key: shift for shift in found.shifts}
