"""The figures of cars in repair (P4)."""

from data.engine.connection import Connection
from data.progress import figures as on_record
from frontdesk.desk.desk import Desk
from frontdesk.domain.progress.figures import Figures, figures
from frontdesk.domain.values.clock import DAY


def of_days(desk: Desk, days: int) -> Figures:
    """Return how well customers were kept informed in the last days."""
    now = desk.now()
    since = now - days * DAY

    def question(connection: Connection) -> Figures:
        silences = on_record.silences(connection, since, now)
        sent = on_record.sent(connection, since, now)
        return figures(on_record.owed(connection, since), silences, since, now, sent)

    return desk.read(question)
