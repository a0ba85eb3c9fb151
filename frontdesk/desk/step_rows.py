"""Of what there is one step for each: areas in use, things, cars at the store, when a run begins (I8, I16, S3)."""

from collections.abc import Iterator

from data.engine.connection import Connection
from data.register import areas, things
from data.zone import floor
from frontdesk.domain.runs.playbook import EACH_AREA, EACH_CAR, EACH_THING, Playbook, each_of
from frontdesk.domain.runs.run import StepRow
from frontdesk.domain.values.plates import show_plate
from frontdesk.files.playbook_file import area_names

MOST = 200
"""Of more than so many the last step is for all the rest."""


def rows_of(connection: Connection, playbook: Playbook, language: str) -> dict[str, tuple[StepRow, ...]]:
    """Return what there is a step for each of in a playbook, by how it calls it, in the order people know."""
    wanted = dict.fromkeys(step.each for step in playbook.steps if step.each)
    return {said: _at_most(tuple(_rows(connection, said, language))) for said in wanted}


def _rows(connection: Connection, said: str, language: str) -> Iterator[StepRow]:
    each = each_of(said)
    if each is not None and each.what == EACH_AREA:
        for area in areas.in_use(connection):
            yield StepRow(area.key, area.name or area_names(language).get(area.key, area.key))
    elif each is not None and each.what == EACH_THING:
        for thing in things.every(connection):
            if thing.described.kind == each.kind:
                yield StepRow(str(thing.id), thing.name)
    elif each is not None and each.what == EACH_CAR:
        for car in floor.floor(connection).cars:
            yield StepRow(str(car.visit_id), show_plate(car.plate))


def _at_most(rows: tuple[StepRow, ...]) -> tuple[StepRow, ...]:
    rest = len(rows) - MOST + 1
    return rows if rest <= 1 else (*rows[: MOST - 1], StepRow("rest", f"+{rest}"))
