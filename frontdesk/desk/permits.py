"""Whether a command is for whoever gives it, asked in its own transaction; one that does not say is for nobody."""

from data import policy as policies
from data.engine.transaction import Transaction
from data.people import pins
from data.people.roster import roster
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people import permits
from frontdesk.domain.people.pins import SignIn
from frontdesk.domain.people.staff import Proof
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.domain.values.need import Who


def check(transaction: Transaction, result: Result) -> None:
    """Raise `Refused` where it is not for this person, as the policy in force has people sign in."""
    connection, actor, need = transaction.connection, transaction.actor, result.kind.need
    # A change of the policy is judged by the one it replaces.
    changed = policies.before_last(connection) if isinstance(result.kind, PolicyEvent) else None
    if (changed or policies.current(connection)).sign_in == SignIn.NAMES and actor.proof is not Proof.GATE:
        transaction.proof = None if need.who is Who.TIME else actor.proof
        return
    signed = pins.signed_in(connection, actor.sign_in) if actor.sign_in else None
    transaction.proof = permits.check(need, actor, roster(connection, transaction.now), signed, transaction.now)
