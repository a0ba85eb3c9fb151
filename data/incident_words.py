"""What was said of people in incidents, and visitors' names in their roll calls; it goes when its term is over (G2)."""

from data.engine.connection import Connection
from frontdesk.domain.forgetting.customer import GONE
from frontdesk.domain.values.clock import Millis


def _says(column: str) -> str:
    return f"{column} not in ('', '{GONE}')"


_ROLL = "from roll_names n join roll_calls c on c.id = n.roll_call_id where c.matter_id = i.id"
_SAYS = (
    f"({_says('i.words')}"
    f" or exists (select 1 from incident_entries e where e.incident_id = i.id and {_says('e.words')})"
    f" or exists (select 1 {_ROLL} and n.subject = 'visitor' and n.name <> '')"
    f" or exists (select 1 {_ROLL} and exists"
    f" (select 1 from roll_marks m where m.name_id = n.id and {_says('m.words')}))"
    f" or exists (select 1 from runs r join run_steps s on s.run_id = r.id where r.matter_id = i.id"
    f" and {_says('s.words')})"
    f" or exists (select 1 from car_checks k where k.incident_id = i.id and {_says('k.words')}))"
)
_PAST = f"incidents i join matters t on t.id = i.id where t.closed_at < :before and {_SAYS}"


def past(connection: Connection, before: Millis, limit: int) -> tuple[int, ...]:
    """Return the incidents that were closed before an instant and still say something, oldest first."""
    rows = connection.execute(
        f"select i.id from {_PAST} order by i.id limit :limit", {"before": before, "limit": limit}
    )
    return tuple(number for (number,) in rows)


def count_past(connection: Connection, before: Millis) -> int:
    """Return how many such incidents there are."""
    return int(connection.execute(f"select count(*) from {_PAST}", {"before": before}).fetchone()[0])
