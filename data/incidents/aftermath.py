"""What was found and learned of an incident, kept in its own row (I12–I15)."""

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.matters import matters
from frontdesk.domain.incidents.aftermath import Aftermath, IntoPlan
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.values.errors import Refused

_COLUMNS = (
    "cause, responsible, loss_cny, investigated_at, investigated_by, lessons, into_plan, into_plan_why, assessed_at,"
    " assessed_by, likelihood, severity"
)


def get(connection: Connection, number: int) -> Aftermath:
    """Return what was found of an incident. Raises `Refused(NO_INCIDENT)`."""
    row = connection.execute(f"select {_COLUMNS} from incidents where id = ?", (number,)).fetchone()
    if row is None:
        raise Refused(IncidentReason.NO_INCIDENT, number=number)
    found = Aftermath(*row)
    return found._replace(
        into_plan=IntoPlan(found.into_plan) if found.into_plan else None,
        measures=sum(part.kind is MatterKind.MEASURE for part in matters.parts(connection, number)),
        dues=matters.get(connection, number).dues,
    )


def put(transaction: Transaction, number: int, values: Row) -> None:
    """Keep what was found."""
    transaction.update("incidents", number, values)
