"""What reads many days is asked in a process of its own, so that the station that asks goes on undisturbed."""

import asyncio
import pickle
import sys
from base64 import b64decode, b64encode
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
_TOLD = b"told "


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
    found: R = _found(process.returncode, said)
    return found


async def follow(
    path: Path,
    machine_time: Millis,
    say: Callable[[Any], None],
    question: Callable[..., R],
    *values: object,
) -> R:
    """Return the same of a question that says how far it is: its last value is a function that it tells this.

    What it tells is given to `say` as it comes. Raises as `ask`.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", __name__,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        process.stdin.write(pickle.dumps((path, machine_time, question, values, True)))
        process.stdin.write_eof()
        said, _ = await asyncio.gather(process.stdout.read(), _hear(process.stderr, say))
        await process.wait()
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    found: R = _found(process.returncode, said)
    return found


async def _hear(told: asyncio.StreamReader, say: Callable[[Any], None]) -> None:
    """Give on what is told, line by line; a library may say something of its own there."""
    async for row in told:
        if row.startswith(_TOLD):
            say(pickle.loads(b64decode(row[len(_TOLD) :])))


def _tell(what: object) -> None:
    sys.stderr.buffer.write(_TOLD + b64encode(pickle.dumps(what)) + b"\n")
    sys.stderr.buffer.flush()


def _found(code: int | None, said: bytes) -> Any:
    """Return the answer, or raise what the question raised, or `StoreError` where the process ended without any."""
    if code != 0:
        raise StoreError(StoreReason.UNREADABLE, detail=f"{code}")
    failed, found = pickle.loads(said)
    if failed is not None:
        kind, reason, facts = failed
        raise kind(reason, **facts)
    return found


def _answer(
    path: Path, machine_time: Millis, question: Callable[..., Any], values: tuple[Any, ...], *follows: bool
) -> object:
    """Return why there is no answer, and the answer; an error itself does not go whole to another process."""
    more = (_tell,) if follows else ()
    try:
        with Desk.open(path, Actor("figures", ""), ManualClock(machine_time), create=False) as desk:
            return None, question(desk, *values, *more)
    except FrontdeskError as error:
        return (type(error), error.reason, error.facts), None


if __name__ == "__main__":
    priority.step_back()
    sys.stdout.buffer.write(pickle.dumps(_answer(*pickle.load(sys.stdin.buffer))))
