"""What changes once a roster is published: swapped, taken over; what was stays on record for ever (S2)."""

from datetime import date

from data.engine.transaction import Transaction
from data.rosters import rosters, swaps
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_manages, operator, roster_of
from frontdesk.desk.roster_board import read_board, zone_of
from frontdesk.desk.rosters.gaps import mind
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.board import Board
from frontdesk.domain.rosters.events import RosterEvent
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.rules import check
from frontdesk.domain.rosters.shift import the_shift
from frontdesk.domain.rosters.turn import Turn, TurnState
from frontdesk.domain.rosters.version import RosterState
from frontdesk.domain.values.errors import Refused


def take_over(
    desk: Desk, day: date, person: str, shift: str, *, post: Post | None = None, operation: str | None = None
) -> Result:
    """Put somebody into a shift of the published roster: whoever runs the service does, and each for themselves.

    Raises `Refused`: NO_ROSTER, ROSTER_STATE, DAY_OVER, NOT_YOUR_POST, NO_SHIFT, and as `check` says.
    """

    def body(transaction: Transaction) -> Result:
        found = _published(transaction, day)
        if operator(transaction).name != person:
            check_manages(transaction)
        own = found.terms.workers.get(person)
        the_shift(found.shifts, shift)
        left = [t for t in found.turns if (t.day, t.shift) == (day, shift) and t.state is TurnState.SICK]
        of = post or (own.post if own else Post.ADVISOR)
        turn = Turn(person, day, shift, of, TurnState.CONFIRMED, transaction.actor.who, replaces=_free(found, left, of))
        check(turn, found.worked, found.terms)
        _add(transaction, found, turn)
        mind(transaction, found.version)
        facts = {"name": person, "day": str(day), "shift": shift}
        return Result(RosterEvent.TAKE_OVER, number=found.version.id, facts=facts)

    return desk.do(body, operation)


def _free(found: Board, left: list[Turn], post: Post) -> int | None:
    """Return whose turn is taken over: one that somebody sick has left and nobody has taken yet."""
    taken = {turn.replaces for turn in found.turns}
    return next((turn.id for turn in left if turn.post is post and turn.id not in taken), None)


def swap(
    desk: Desk, day: date, person: str, other: str, other_day: date | None = None, *, operation: str | None = None
) -> Result:
    """Swap somebody's shift with another's, or give it to somebody who is free that day (no `other_day`).

    Whoever runs the service says so, or one of the two asks for it, and the other does the same. Raises `Refused`:
    NO_ROSTER, ROSTER_STATE, DAY_OVER, NOT_ROSTERED, SWAP_SAME, SWAP_ASKED, NOT_YOUR_SHIFT, and as `check` says.
    """

    def body(transaction: Transaction) -> Result:
        found = _published(transaction, day)
        if person == other:
            raise Refused(RosterReason.SWAP_SAME, name=person)
        turn = _theirs(found, day, person)
        back = None if other_day is None else _theirs(_of(transaction, found, other_day), other_day, other)
        _check_both(found, turn, back, other)
        facts = {"name": person, "day": str(day), "other": other, "other_day": str(other_day or "")}
        if not _is_agreed(transaction, turn, back, other):
            return Result(RosterEvent.SWAP_ASK, number=found.version.id, facts=facts)
        given = ((turn, other), *(((back, person),) if back else ()))
        for each, _to in given:
            rosters.end_turn(transaction, each, TurnState.SWAPPED)
        for each, to in given:
            taken = each._replace(person=to, set_by=transaction.actor.who, replaces=each.id)
            _add(transaction, found, taken)
        mind(transaction, found.version)
        return Result(RosterEvent.SWAP, number=found.version.id, facts=facts)

    return desk.do(body, operation)


def _is_agreed(transaction: Transaction, turn: Turn, back: Turn | None, other: str) -> bool:
    """Whether a swap comes about now; else it is asked for from now on, and the other one is to agree."""
    who = operator(transaction).name
    asked = _asked(transaction, turn, back, other)
    if roster_of(transaction).manages(who, transaction.now):
        if asked is not None:
            swaps.agree(transaction, asked)
        return True
    if who not in {turn.person, other}:
        raise Refused(RosterReason.NOT_YOUR_SHIFT, name=who)
    if asked is None:
        swaps.ask(transaction, turn.id, back.id if back else None, other)
        return False
    if asked.who == who:
        raise Refused(RosterReason.SWAP_ASKED, name=who, who=turn.person if who == other else other)
    swaps.agree(transaction, asked)
    return True


def _asked(transaction: Transaction, turn: Turn, back: Turn | None, other: str) -> swaps.Swap | None:
    """Return the swap that was asked for, from whichever side it is looked at."""
    connection = transaction.connection
    found = swaps.asked(connection, turn.id, back.id if back else None, other)
    return found or (swaps.asked(connection, back.id, turn.id, turn.person) if back else None)


def _check_both(found: Board, turn: Turn, back: Turn | None, other: str) -> None:
    """Check that both may work what they get; neither works what they give."""
    gone = {turn.id, back.id if back else 0}
    left = [each for each in found.worked if each.id not in gone]
    taken = turn._replace(person=other, id=0)
    given = None if back is None else back._replace(person=turn.person, id=0)
    check(taken, [*left, *([given] if given else [])], found.terms)
    if given is not None:
        check(given, [*left, taken], found.terms)


def _published(transaction: Transaction, day: date) -> Board:
    """Return the published version a day is in. Raises `Refused`: NO_ROSTER, ROSTER_STATE, DAY_OVER."""
    version = rosters.of_day(transaction.connection, day)
    if version is None:
        raise Refused(RosterReason.NO_ROSTER, number=day)
    found = read_board(transaction.connection, version, transaction.now)
    if version.state is not RosterState.PUBLISHED:
        raise Refused(RosterReason.ROSTER_STATE, number=version.id, state=version.state)
    if day < found.today:
        raise Refused(RosterReason.DAY_OVER, day=day)
    return found


def _of(transaction: Transaction, found: Board, day: date) -> Board:
    """Return the version of the other day, which is the same one. Raises `Refused`: NOT_ROSTERED, DAY_OVER."""
    if not found.version.holds(day):
        raise Refused(RosterReason.NOT_ROSTERED, name="", day=day)
    if day < found.today:
        raise Refused(RosterReason.DAY_OVER, day=day)
    return found


def _theirs(found: Board, day: date, person: str) -> Turn:
    turn = found.turn(person, day)
    if turn is None or not turn.is_worked:
        raise Refused(RosterReason.NOT_ROSTERED, name=person, day=day)
    return turn


def _add(transaction: Transaction, found: Board, turn: Turn) -> None:
    shift = the_shift(found.shifts, turn.shift)
    span = shift.span(turn.day, zone_of(transaction.connection))
    rosters.add_turn(transaction, found.version.id, turn, shift, span)
