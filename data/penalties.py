"""The penalties and their ledger: entries are added, never changed or taken out (Z8)."""

from data.connection import Connection
from frontdesk.domain.penalties import Penalty


def of_case(connection: Connection, number: int) -> tuple[Penalty, ...]:
    """Return the penalties of a case."""
    return ()
