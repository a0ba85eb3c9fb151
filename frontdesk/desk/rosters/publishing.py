"""A roster is published by the manager's signature, bound to every turn of it (S2)."""

from datetime import timedelta

from data import policy as policies
from data.engine.transaction import Transaction
from data.matters import dues
from data.rosters import rosters
from frontdesk.desk.agenda import plan
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import ask_for_signatures
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.desk.roster_board import read_board, zone_of
from frontdesk.desk.rosters.gaps import ROSTER, mind
from frontdesk.domain.approvals.approval import ApprovalState, Text, What
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.board import Board
from frontdesk.domain.rosters.events import RosterEvent
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.rules import check_all
from frontdesk.domain.rosters.shift import instant
from frontdesk.domain.rosters.version import RosterState, Version, check_planned
from frontdesk.domain.values.clock import DAY
from frontdesk.domain.values.errors import Refused


def submit(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Ask the manager to sign a roster; what was asked for before lapses.

    Raises `Refused`: NO_ROSTER, ROSTER_STATE, NOBODY_PLANNED, ROSTER_BREACH where somebody cannot work what they are
    put down for.
    """

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        version = rosters.get(connection, number)
        check_at_desk(transaction)
        check_planned(version)
        found = read_board(connection, version, transaction.now)
        if not any(turn.is_worked for turn in found.turns):
            raise Refused(RosterReason.NOBODY_PLANNED, number=number)
        check_all(found.worked, version.days, found.terms)
        rosters.note_state(transaction, version, RosterState.SUBMITTED)
        ask_for_signatures(transaction, number, What.ROSTER, _text(found), (Post.MANAGER,))
        missing = sum(gap.missing for gap in found.gaps())
        return Result(RosterEvent.SUBMIT, number=number, facts={"missing": missing})

    return desk.do(body, operation)


def text(transaction: Transaction, number: int) -> Text:
    """Return what the manager signs, as it stands now."""
    return _text(read_board(transaction.connection, rosters.get(transaction.connection, number), transaction.now))


def _text(found: Board) -> Text:
    """Return every turn of a roster, and who is missing. Nobody wrote it: the manager may sign what they planned."""
    turns = sorted(f"{turn.day} {turn.shift} {turn.post} {turn.person}" for turn in found.turns if turn.is_worked)
    gaps = [f"{gap.need.day} {gap.need.shift} {gap.need.post} {gap.missing}" for gap in found.gaps()]
    days = {"first": str(found.version.first), "last": str(found.version.last)}
    return {"author": "", **days, "turns": turns, "gaps": gaps}


def decided(transaction: Transaction, number: int, state: ApprovalState) -> None:
    """A roster that was signed is in force; one that was rejected is a draft again."""
    connection = transaction.connection
    version = rosters.get(connection, number)
    if state is not ApprovalState.APPROVED:
        rosters.note_state(transaction, version, RosterState.DRAFT)
        return
    zone = zone_of(connection)
    found = read_board(connection, version, transaction.now)
    shifts = {shift.key: shift for shift in found.shifts}
    for turn in found.turns:
        if turn.is_worked:
            rosters.confirm(transaction, turn, shifts[turn.shift].span(turn.day, zone))
    rosters.note_state(transaction, version, RosterState.PUBLISHED)
    plan(transaction, ROSTER)
    dues.meet(transaction, number, DueName.ROSTER_PUBLISH)
    mind(transaction, rosters.get(connection, number))
    _owe_next(transaction, version)


def _owe_next(transaction: Transaction, version: Version) -> None:
    """The roster that follows a published one is owed in time; what the one before owed is done by this one."""
    connection = transaction.connection
    published = [each for each in rosters.every(connection) if not each.is_planned]
    for each in published:
        if each.last < version.first:
            dues.meet(transaction, each.id, DueName.ROSTER_NEXT)
    if not any(each.first > version.last for each in published):
        after, ahead = version.last + timedelta(days=1), policies.current(connection).roster_ahead_days
        due_at = max(instant(after, 0, zone_of(connection)) - ahead * DAY, transaction.now + DAY)
        dues.start(transaction, version.id, DueName.ROSTER_NEXT, due_at)
