"""Putting an approved version of a plan in force, with its numbers at every station (G1)."""

from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.plans import emergencies
from data.plans import plans as on_record
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import owe_in_working_days
from frontdesk.desk.numbers import told
from frontdesk.desk.people.duty import check_manages
from frontdesk.desk.plans.plans import check_numbers, result_of
from frontdesk.desk.policy import put_in_force
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.plans.checks import check_publish
from frontdesk.domain.plans.events import PlanEvent
from frontdesk.domain.plans.numbers import decided_by, with_emergencies
from frontdesk.domain.plans.plan import LOOKED_THROUGH, READ_DAYS, Version, VersionState, read_key
from frontdesk.domain.policy.events import PolicyEvent


def publish(desk: Desk, key: str, operation: str | None = None) -> Result:
    """Put the approved version in force, and its numbers at every station, in one transaction.

    Raises `Refused`: NO_PLAN, PLAN_STATE, NUMBERS_MOVED, and as a policy that is put in force.
    """
    name = read_key(key)

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        plan = on_record.get(transaction.connection, name)
        version = plan.newest
        check_publish(version)
        check_numbers(transaction.connection, version)
        had = on_record.governing(transaction.connection)
        if plan.in_force is not None:
            _supersede(transaction, plan.in_force)
        on_record.set_state(transaction, version, VersionState.IN_FORCE)
        dues.meet(transaction, version.id, DueName.PLAN_PUBLISH)
        owe_in_working_days(transaction, version.id, DueName.PLAN_READ, READ_DAYS)
        dues.start(transaction, version.id, DueName.PLAN_REVIEW, transaction.now + LOOKED_THROUGH)
        has = on_record.governing(transaction.connection)
        if version.policy is None or has is None:
            return result_of(PlanEvent.PUBLISH, version)
        running = emergencies.running(transaction.connection)
        over = decided_by(running, had[1] if had else has[1], has[1])
        for each in over:
            emergencies.end(transaction, each)
        emergencies.plan(transaction)
        still = (each for each in running if each not in over)
        changed = put_in_force(transaction, with_emergencies(has[1], still))
        if not changed:
            return result_of(PlanEvent.PUBLISH, version)
        return Result(PolicyEvent.PUBLISHED, number=version.id, facts={"changed": told(changed)})

    return desk.do(body, operation)


def _supersede(transaction: Transaction, version: Version) -> None:
    """A later version takes the place of one: that it was to be looked through is done."""
    on_record.set_state(transaction, version, VersionState.SUPERSEDED)
    dues.meet(transaction, version.id, DueName.PLAN_REVIEW)
    if version.matter.is_open:
        matters.close(transaction, version.id, Outcome.DONE)
