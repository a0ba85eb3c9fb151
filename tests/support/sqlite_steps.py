"""How much work SQLite has, counted in its own steps: the same on every machine."""

from collections.abc import Callable

from frontdesk.desk.desk import Desk

_EACH = 10


def steps(desk: Desk, act: Callable[[Desk], object]) -> int:
    """Return how many of its own instructions SQLite carries out, in tens."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    desk.connection.set_progress_handler(step, _EACH)
    try:
        act(desk)
    finally:
        desk.connection.set_progress_handler(None, 0)
    return taken
