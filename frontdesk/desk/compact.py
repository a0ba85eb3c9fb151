"""Making the log of an older version shorter."""

from collections.abc import Callable
from pathlib import Path

from data import compact as compacting
from data.compact import Compacted
from data.engine.parts import Progress
from frontdesk.desk import permits
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import Clock


def compact(
    store: Path,
    actor: Actor,
    clock: Clock,
    operation: str | None,
    *,
    progress: Progress,
    done: Callable[[], object],
) -> Compacted | None:  # fmt: skip
    """Make the log of a store shorter and its file smaller; return None if there is nothing to shorten.

    `done` is called when the log is shorter, so that anybody who stops the program after that is told so.
    """
    return compacting.compact(
        store, actor, clock, operation=operation, allow=permits.check, progress=progress, done=done
    )
