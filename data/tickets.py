"""Call tickets: a number a day, for customers who wait in the lounge (Z5a)."""

from data import policies
from data.transaction import Transaction
from frontdesk.domain.clock import to_datetime
from frontdesk.domain.hours import OpeningHours


def issue(transaction: Transaction, visit_id: int) -> int:
    """Hand out the next number of the store's day."""
    zone = OpeningHours.of(policies.current(transaction.connection)).zone
    day = to_datetime(transaction.now, zone).date().isoformat()
    last = transaction.connection.execute("select max(number) from tickets where day = ?", (day,)).fetchone()[0]
    number = (last or 0) + 1
    transaction.insert("tickets", {"visit_id": visit_id, "day": day, "number": number, "issued_at": transaction.now})
    return int(number)
