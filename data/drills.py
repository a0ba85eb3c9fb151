"""The drills with what they are to show."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.drills.drill import Drill, Objective, Reached
from frontdesk.domain.drills.reasons import DrillReason
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

_COLUMNS = (
    "d.id, d.kind, d.place, d.planned_at, d.observer, d.people, d.incident_id, d.started_at, d.scored_at, d.scored_by,"
    " m.closed_at"
)


def every(connection: Connection) -> tuple[Drill, ...]:
    """Return every drill, the newest first."""
    return _select(connection, "1")


def get(connection: Connection, number: int) -> Drill:
    """Return one drill. Raises `Refused(NO_DRILL)`."""
    found = _select(connection, "d.id = ?", number)
    if not found:
        raise Refused(DrillReason.NO_DRILL, number=number)
    return found[0]


def put(transaction: Transaction, drill: Drill) -> None:
    """Put a drill on record for a matter that was opened for it."""
    row: Row = {"id": drill.id, "kind": drill.kind, "place": drill.place, "planned_at": drill.planned_at}
    row |= {"observer": drill.observer, "people": json.dumps(drill.people, ensure_ascii=False)}
    transaction.insert("drills", row)
    for position, objective in enumerate(drill.objectives, 1):
        transaction.insert("drill_objectives", {"drill_id": drill.id, "position": position, "text": objective.text})


def start(transaction: Transaction, drill: Drill, incident: int) -> None:
    """A drill is held as an incident from now on."""
    values: Row = {"incident_id": incident, "started_at": transaction.now}
    transaction.update("drills", drill.id, values, where={"incident_id": drill.incident, "scored_at": None})


def score(transaction: Transaction, drill: Drill, objectives: Sequence[Objective]) -> None:
    """Put on record what came of a drill."""
    values: Row = {"scored_at": transaction.now, "scored_by": transaction.actor.who}
    transaction.update("drills", drill.id, values, where={"scored_at": None})
    for one in objectives:
        said: Row = {"reached": one.reached, "words": one.words, "measure_id": one.measure}
        transaction.update("drill_objectives", one.id, said)


def acts_of(connection: Connection, incident: int) -> tuple[Millis, ...]:
    """Return when something was done in an incident after it was reported."""
    rows = connection.execute(
        "select e.occurred_at from run_entries e join runs r on r.id = e.run_id"
        " where r.matter_id = ?1 and e.step_id is not null union all select occurred_at from incident_entries"
        " where incident_id = ?1 and entry not in ('reported', 'also_reported', 'stopped')",
        (incident,),
    )
    return tuple(at for (at,) in rows)


def began(connection: Connection) -> Millis:
    """Return since when the store keeps records."""
    at: Millis | None = connection.execute("select min(at) from events").fetchone()[0]
    return at or 0


def _select(connection: Connection, condition: str, *values: object) -> tuple[Drill, ...]:
    joined = f"from drills d join matters m on m.id = d.id where {condition}"
    rows = connection.execute(f"select {_COLUMNS} {joined} order by d.id desc", values).fetchall()
    objectives: defaultdict[int, list[Objective]] = defaultdict(list)
    for drill, number, text, reached, words, measure in connection.execute(
        "select drill_id, id, text, reached, words, measure_id from drill_objectives"
        f" where drill_id in (select d.id {joined}) order by drill_id, position",
        values,
    ):
        objectives[drill].append(Objective(number, text, Reached(reached) if reached else None, words, measure))
    return tuple(each("drills", rows, lambda row: _drill(row, tuple(objectives[row[0]]))))


def _drill(row: tuple[Any, ...], objectives: tuple[Objective, ...]) -> Drill:
    number, kind, place, planned_at, observer, people, incident, started_at, scored_at, scored_by, closed_at = row
    planned = (number, IncidentKind(kind), place, planned_at, observer, tuple(json.loads(people)), objectives)
    return Drill(*planned, incident, started_at, scored_at, scored_by, closed_at is None)
