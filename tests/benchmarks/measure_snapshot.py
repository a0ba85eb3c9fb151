"""Reading the whole picture, with 3 cars and with 50: beside reading the same cars' rows with one plain statement.

And with 3 cars, 500 open matters and the 2,000 dues that run for them: beside the same store without.
"""

import json
import time
from collections.abc import Callable, Iterable

from figures import Row, scratch, share

from data import policy
from data.engine.connection import Connection
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.shown import MATTERS_SHOWN
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import HOUR, Millis
from frontdesk.domain.values.plates import Plate

TIMES, MATTERS = 400, 500
_OWED = ("measure_done", "measure_check", "approval", "step")


def taken(question: Callable[[], object]) -> float:
    """Return the median time a question takes, in milliseconds."""
    each = []
    for _ in range(TIMES):
        began = time.perf_counter()
        question()
        each.append(time.perf_counter() - began)
    return share(each, 0.5) * 1000


def put_matters(connection: Connection, now: Millis) -> None:
    """Put open matters on record, past the commands, each with four dues within the next thousand hours."""
    connection.execute("begin immediate")
    for number in range(1, MATTERS + 1):
        connection.execute(
            "insert into matters (id, kind, title, opened_at, opened_by) values (?, 'measure', ?, ?, '王芳')",
            (number, f"车间 {number}", now),
        )
        for turn, name in enumerate(_OWED):
            due_at = now + HOUR * ((number * 7_919 + turn * 104_729) % 1_000 + 1)
            connection.execute(
                "insert into dues (matter_id, name, started_at, due_at) values (?, ?, ?, ?)",
                (number, name, now, due_at),
            )
    connection.execute("commit")


def beside_matters(many: Desk, none: Desk) -> Iterable[Row]:
    """The picture with very many matters, and without."""
    for desk in (many, none):
        for number in range(3):
            zone.arrive(desk, Plate(f"苏A{number:05d}"))
    put_matters(many.connection, many.now())
    put_runs(many.connection, many.now())
    assert len(many.snapshot().matters) == MATTERS_SHOWN
    figure = f"snapshot of {MATTERS} runs, {MATTERS * len(_OWED):,} dues"
    yield Row(figure, taken(many.snapshot), "ms", taken(none.snapshot), "≤ 1.3 ×")
    yield Row(f"{figure}, one changed", after_a_change(many), "ms", taken(none.snapshot), "≤ 1.3 ×")


def put_runs(connection: Connection, now: Millis) -> None:
    """Make runs of the matters: of each the four things owed are steps that can be done now."""
    steps = [{"key": key, "title": f"{key} 检查", "after": []} for key in _OWED]
    body = json.dumps({"key": "p", "title": "检查", "about": "store", "steps": steps, "facts": []}, ensure_ascii=False)
    connection.execute("begin immediate")
    connection.execute("insert into playbooks values (1, 'p', 1, 0, '', ?, 1)", (body,))
    for matter in range(1, MATTERS + 1):
        connection.execute(
            "insert into runs (id, matter_id, playbook_id, lead, started_at, started_by)"
            " values (?1, ?1, 1, '王芳', ?2, '')",
            (matter, now),
        )
        connection.execute(
            "insert into run_steps (run_id, key, state, due_id) select matter_id, name, 'open', id from dues"
            " where matter_id = ?",
            (matter,),
        )
    connection.execute("commit")


def after_a_change(desk: Desk) -> float:
    """Return the median time of the picture where each time something else on it was put off, in milliseconds."""
    each = []
    shown = [due.id for matter in desk.snapshot().matters for due in matter.dues]
    for turn in range(TIMES):
        desk.connection.execute("update dues set due_at = due_at + 1 where id = ?", (shown[turn % len(shown)],))
        began = time.perf_counter()
        desk.snapshot()
        each.append(time.perf_counter() - began)
    return share(each, 0.5) * 1000


def rows() -> Iterable[Row]:
    """The picture with 3 and with 50 cars, and what it is made of when turned into plain values."""
    with scratch() as folder, Desk.open(folder / "store.db", Actor("benchmark", "")) as desk:
        desk.read(lambda _: None)
        policy.put(desk.connection, Policy(temporary_capacity=100), at=0, who="")
        here = 0
        for cars in (3, 50):
            for number in range(here, cars):
                zone.arrive(desk, Plate(f"苏A{number:05d}"), place="temporary" if number > 2 else None)
            here = cars
            plain = taken(lambda: desk.connection.execute("select * from visits where left_at is null").fetchall())
            yield Row(f"snapshot of {cars} cars", taken(desk.snapshot), "ms", plain)
        assert len(desk.snapshot().floor.cars) == 50
    with (
        scratch() as folder,
        Desk.open(folder / "many.db", Actor("benchmark", "")) as many,
        Desk.open(folder / "none.db", Actor("benchmark", "")) as none,
    ):
        yield from beside_matters(many, none)
