"""The steps of the teams that are to be done now, as every station lists its own."""

from functools import lru_cache
from typing import Any

from data.engine.connection import Connection
from data.engine.unreadable import each
from data.runs.playbooks import of_text
from frontdesk.domain.escalations.open_steps import OpenStep
from frontdesk.domain.runs.run import StepState, made_for

_TO_DO = (
    "select s.id, r.matter_id, p.body, s.key, s.named, s.state, s.who, d.due_at, m.drill"
    " from run_steps s indexed by run_steps_of_teams join runs r on r.id = s.run_id and r.ended_at is null"
    " join playbooks p on p.id = r.playbook_id join matters m on m.id = r.matter_id left join dues d on d.id = s.due_id"
    " where s.team <> '' and s.state in ('open', 'taken', 'failed') and s.measure_id is null order by s.id limit ?"
)


def of_teams(connection: Connection, limit: int) -> tuple[OpenStep, ...]:
    """Return the steps of teams that are to be done, or that somebody is at; at most so many."""
    rows = connection.execute(_TO_DO, (limit,)).fetchall()
    return tuple(each("run_steps", rows, _made)) if rows else ()


@lru_cache(maxsize=128)
def _made(row: tuple[Any, ...]) -> OpenStep:
    number, matter, body, key, named, state, who, due_at, drill = row
    playbook = of_text(body)
    base, _, of = key.partition(".")
    step = playbook.step(base)
    if step is None:
        raise KeyError(key)
    said = made_for(step, of, named)
    taken_by = who if state == StepState.TAKEN else ""
    return OpenStep(
        number, matter, playbook.title, key, said.title, said.team, said.station, said.evidence,
        state == StepState.OPEN, taken_by, due_at, bool(drill),
    )  # fmt: skip
