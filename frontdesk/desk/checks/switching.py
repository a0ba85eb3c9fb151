"""Switching checks on and off, how they come, and opening one by hand (S3)."""

from collections.abc import Collection
from typing import NamedTuple

from data.checks import checks, rounds
from data.engine.transaction import Transaction
from frontdesk.desk import readiness
from frontdesk.desk.checks import listing
from frontdesk.desk.checks.coming import bring, plan, stop, terms_of
from frontdesk.desk.checks.opening import open_one, playbook_of, things_of
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_manages, operator
from frontdesk.domain.agenda.rhythm import instant
from frontdesk.domain.checks.check import Check, time_of
from frontdesk.domain.checks.events import CheckEvent
from frontdesk.domain.checks.periods import OPENS_AT, Every, Span
from frontdesk.domain.checks.reasons import CheckReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.things import Thing, found_by
from frontdesk.domain.values.clock import DAY
from frontdesk.domain.values.errors import Refused


class Wanted(NamedTuple):
    """How a check is to come; what is None stays as it is. `playbook`: of one of the store's own."""

    every: Every | None = None
    by: str | None = None
    station: str | None = None
    role: str | None = None
    playbook: str = ""


_AS_IT_IS = Wanted()


def switch_on(desk: Desk, key: str, wanted: Wanted = _AS_IT_IS, operation: str | None = None) -> Result:
    """Let a check come from now on; of one that is on, change how it comes. One with a playbook of its own is new.

    Raises `Refused`: NO_CHECK, NOT_A_CHECK, CHECK_ON, CHECK_TIME, NOT_YOUR_POST.
    """

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        present = _known(transaction, key, wanted)
        becomes = _as_wanted(present, wanted, transaction.now)
        if becomes._replace(since=present.since) == present:
            raise Refused(CheckReason.CHECK_ON, check=present)
        playbook = playbook_of(transaction, becomes)
        if playbook is None:
            raise Refused(CheckReason.NO_PLAYBOOK, text=becomes.playbook)
        title = playbook.playbook.title if playbook.id else ""
        checks.put(transaction, becomes._replace(title=title))
        bring(transaction)
        readiness.mind(transaction)
        return Result(CheckEvent.ON, facts={"checks": key})

    return desk.do(body, operation)


def switch_on_all(desk: Desk, keys: Collection[str], operation: str | None = None) -> Result:
    """Let several checks come. Raises `Refused`: NO_CHECK, CHECK_ON where all of them do already, NOT_YOUR_POST."""

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        off = [check for key in keys if not (check := listing.get(transaction.connection, key)).is_in_use]
        if not off:
            raise Refused(CheckReason.CHECK_ON, check=listing.get(transaction.connection, next(iter(keys))))
        for check in off:
            checks.put(transaction, _as_wanted(check, _AS_IT_IS, transaction.now))
        bring(transaction)
        readiness.mind(transaction)
        return Result(CheckEvent.ON, facts={"checks": " ".join(check.key for check in off)})

    return desk.do(body, operation)


def switch_off(desk: Desk, key: str, operation: str | None = None) -> Result:
    """Let a check come no more; one that is open is closed. Raises `Refused`: NO_CHECK, CHECK_OFF, NOT_YOUR_POST."""

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        check = listing.get(transaction.connection, key)
        if not check.is_in_use:
            raise Refused(CheckReason.CHECK_OFF, check=check)
        bring(transaction)
        stop(transaction, rounds.open_of(transaction.connection, check.id))
        checks.put(transaction, check._replace(is_in_use=False))
        plan(transaction)
        return Result(CheckEvent.OFF, facts={"checks": key})

    return desk.do(body, operation)


def open_now(desk: Desk, key: str, named: str = "", operation: str | None = None) -> Result:
    """Open a check by hand, besides those that come; one that is due just now is that one.

    `named`: the thing, where it is made for each; one may be left unnamed that is the only one.
    Raises `Refused`: NO_CHECK, CHECK_OFF, CHECK_OPEN, NO_PLAYBOOK, NO_THING, WHICH_THING.
    """

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        connection = transaction.connection
        check = listing.get(connection, key)
        if not check.is_in_use:
            raise Refused(CheckReason.CHECK_OFF, check=check)
        present = {found.matter for found in rounds.open_of(connection, check.id)}
        bring(transaction)
        thing = _thing(transaction, check, named)
        of_thing = thing.id if thing else None
        opened = rounds.open_of(connection, check.id)
        number = next((found.matter for found in opened if found.thing_id == of_thing), None)
        if number in present:
            raise Refused(CheckReason.CHECK_OPEN, number=number, check=check)
        if number is None:
            playbook = playbook_of(transaction, check)
            if playbook is None:
                raise Refused(CheckReason.NO_PLAYBOOK, text=check.playbook)
            number = open_one(transaction, check, _today(transaction, check), playbook, thing)
            plan(transaction)
        return Result(CheckEvent.OPEN, number=number, facts={"check": key})

    return desk.do(body, operation)


def _thing(transaction: Transaction, check: Check, named: str) -> Thing | None:
    """Return the thing a check is opened for; None where it is of the store."""
    every = things_of(transaction, check)
    if not named and len(every) < 2:
        return next(iter(every), None)
    return found_by(named, every)


def _known(transaction: Transaction, key: str, wanted: Wanted) -> Check:
    if not wanted.playbook or key in {check.key for check in listing.every(transaction.connection)}:
        return listing.get(transaction.connection, key)
    return Check(key, wanted.playbook, Every.WEEKLY, "17:00")


def _as_wanted(check: Check, wanted: Wanted, now: int) -> Check:
    """Return a check as it comes from now on."""
    return check._replace(
        playbook=wanted.playbook or check.playbook,
        every=wanted.every or check.every,
        by=check.by if wanted.by is None else time_of(wanted.by),
        station=check.station if wanted.station is None else wanted.station,
        role=check.role if wanted.role is None else wanted.role,
        is_in_use=True,
        since=now,
    )


def _today(transaction: Transaction, check: Check) -> Span:
    """Return what is left of the day for a check that is opened by hand."""
    terms, now = terms_of(transaction.connection), transaction.now
    day = terms.hours.day_of(now)
    due = max(now, instant(check.by, day, terms))
    return Span(f"+{now}", now, due, max(due, instant(OPENS_AT, terms.hours.day_of(now + DAY), terms)))
