"""After each change of a rescue: what is owed from now on, and what is owed no more (R2–R6)."""

from data import policy as policies
from data.engine.transaction import Transaction
from data.matters import matters
from data.rescues import rescues
from frontdesk.desk.standing_dues import bring_to
from frontdesk.domain.matters.due import RESCUE_REPORTS, DueName
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.rescues.owed import done, owed
from frontdesk.domain.rescues.rescue import Rescue
from frontdesk.domain.rescues.terms import RescueOutcome
from frontdesk.domain.values.clock import Millis

_DUES = (
    DueName.RESCUE_PLAN, DueName.RESCUE_CONSENT, DueName.RESCUE_PARTS, DueName.RESCUE_DEPARTURE, DueName.RESCUE_TOLD,
    DueName.RESCUE_CONTACT, DueName.RESCUE_ETA, DueName.RESCUE_CHECK, DueName.RESCUE_RESULT, DueName.RESCUE_FOLLOW_UP,
    *RESCUE_REPORTS,
)  # fmt: skip


def settle(transaction: Transaction, number: int, at: Millis | None = None) -> Rescue:
    """Let everything that follows from the state of a rescue follow; return it as it is then.

    `at`: when what was done happened, where that is some time ago.
    """
    rescue = rescues.get(transaction.connection, number)
    if not rescue.matter.is_open:
        return rescue
    standing = owed(rescue, policies.current(transaction.connection))
    bring_to(transaction, rescue.matter, standing, among=_DUES, done=done(rescue), at=at)
    if rescue.followed_at is not None or rescue.outcome is RescueOutcome.CANCELLED:
        matters.close(transaction, number, Outcome.DONE)
    return rescues.get(transaction.connection, number)
