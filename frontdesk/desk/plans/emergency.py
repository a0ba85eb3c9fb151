"""A number that a director changes at once; it falls back after a day unless it is approved meanwhile (G1)."""

from data import policy as policies
from data.engine.transaction import Transaction
from data.plans import emergencies, plans
from frontdesk.desk.desk import Desk
from frontdesk.desk.numbers import told
from frontdesk.desk.people.duty import roster_of
from frontdesk.desk.policy import put_in_force
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.roles import Rank
from frontdesk.domain.plans.numbers import LASTS, check_emergency
from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_words


def change(desk: Desk, key: str, becomes: int, why: str, operation: str | None = None) -> Result:
    """Change one number at every station, for a day.

    Raises `Refused`: NOT_GOVERNED, ONLY_DIRECTORS, and as `check_emergency` and a policy that is put in force.
    """
    said = whole_words(why)

    def body(transaction: Transaction) -> Result:
        connection, who = transaction.connection, transaction.actor.who
        if plans.governing(connection) is None:
            raise Refused(PlanReason.NOT_GOVERNED)
        if roster_of(transaction).rank(who, transaction.now) < Rank.DIRECTOR:
            raise Refused(PlanReason.ONLY_DIRECTORS, who=who)
        present = policies.current(connection)
        changed_to = check_emergency(present, key, becomes, said)
        for each in emergencies.running(connection):
            if each.key == key:
                emergencies.end(transaction, each)
        emergencies.start(
            transaction, key, becomes, was=getattr(present, key), why=said, ends_at=transaction.now + LASTS
        )
        changed = put_in_force(transaction, changed_to)
        return Result(PolicyEvent.EMERGENCY, number=len(changed), facts={"changed": told(changed)})

    return desk.do(body, operation)
