"""What a shift needs, and the certificate it asks for, set by hand (S8, S12)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from data.engine.transaction import Transaction
from data.rosters import rosters, shifts
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.desk.rosters.needs import asked_before
from frontdesk.desk.rosters.planning import back_to_draft
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.events import RosterEvent
from frontdesk.domain.rosters.need import Basis, Need, check_need
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.shift import the_shift
from frontdesk.domain.rosters.version import check_holds, check_planned
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line

_WHY_LIMIT = 100


class Typed(NamedTuple):
    """What a shift is to need, as somebody sets it by hand."""

    day: date
    shift: str
    post: Post
    least: int | None
    """None: as many as it needs already."""
    why: str
    certificate: str | None = None
    """What whoever works it has to have; None: as it was; empty: none."""


def set_needs(desk: Desk, number: int, typed: Iterable[Typed], operation: str | None = None) -> Result:
    """Set by hand what some shifts need.

    Raises `Refused`: NO_ROSTER, ROSTER_STATE, NO_SHIFT, BAD_NEED, NEED_UNSAID, NEED_SAME.
    """
    listed = [each._replace(why=whole_line(each.why, _WHY_LIMIT)) for each in typed]

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        version = rosters.get(connection, number)
        check_at_desk(transaction)
        check_planned(version)
        used = shifts.in_use(connection)
        known = {(need.day, need.shift, need.post): need for need in rosters.needs(connection, number)}
        before = asked_before(connection, version)
        changed = 0
        for each in listed:
            the_shift(used, each.shift)
            check_holds(version, each.day)
            there = known.get((each.day, each.shift, each.post))
            need = _as_typed(each, there, before.get((each.shift, each.post), ""))
            changed += rosters.put_need(transaction, number, need, {shift.key: shift for shift in used})
        if not changed:
            raise Refused(RosterReason.NEED_SAME)
        back_to_draft(transaction, version)
        return Result(RosterEvent.NEED, number=number, facts={"count": changed})

    return desk.do(body, operation)


def _as_typed(typed: Typed, known: Need | None, before: str) -> Need:
    """Return what a shift is to need; where only the certificate is said, as many as it needs already."""
    asked = typed.certificate if typed.certificate is not None else known.certificate if known else before
    if typed.least is None:
        if known is None:
            raise Refused(RosterReason.NEED_UNSAID, day=typed.day, text=typed.shift, post=typed.post)
        return known._replace(certificate=asked)
    check_need(typed.least, typed.why)
    return Need(typed.day, typed.shift, typed.post, typed.least, Basis.HAND, typed.why, certificate=asked)
