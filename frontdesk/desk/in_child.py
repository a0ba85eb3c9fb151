"""What reads many days is asked in a process of its own, so that the station that asks goes on undisturbed."""

import asyncio
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import ManualClock, Millis
from frontdesk.domain.values.errors import FrontdeskError, StoreError
from frontdesk.process import priority

P = ParamSpec("P")
R = TypeVar("R")


async def ask(
    path: Path, machine_time: Millis, question: Callable[Concatenate[Desk, P], R], *values: P.args, **_: P.kwargs
) -> R:
    """Return what a question of the desk, a function of its module, answers at a machine time.

    Raises what it raises, and `StoreError` where the process ended without an answer.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", __name__,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        said, _errors = await process.communicate(pickle.dumps((path, machine_time, question, values)))
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    if process.returncode != 0:
        raise StoreError(StoreReason.UNREADABLE, detail=f"{process.returncode}")
    found: R
    failed, found = pickle.loads(said)
    if failed is not None:
        kind, reason, facts = failed
        raise kind(reason, **facts)
    return found


def _answer(path: Path, machine_time: Millis, question: Callable[..., Any], values: tuple[Any, ...]) -> object:
    """Return why there is no answer, and the answer; an error itself does not go whole to another process."""
    try:
        with Desk.open(path, Actor("figures", ""), ManualClock(machine_time), create=False) as desk:
            return None, question(desk, *values)
    except FrontdeskError as error:
        return (type(error), error.reason, error.facts), None


if __name__ == "__main__":
    priority.step_back()
    sys.stdout.buffer.write(pickle.dumps(_answer(*pickle.load(sys.stdin.buffer))))
