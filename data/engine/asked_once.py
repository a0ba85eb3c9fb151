"""Within a transaction that writes, what was read is read again only once something has been written since."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

from data.engine.connection import Connection

Answer = TypeVar("Answer")
_Answers = dict[Callable[..., object], tuple[int, Any]]

_writing: dict[int, _Answers] = {}
"""The answers of each connection that writes now, each with the number of changes it was given after."""


@contextmanager
def asking_once(connection: Connection) -> Iterator[None]:
    """Keep answers until the transaction ends: nobody else can write meanwhile."""
    _writing[id(connection)] = {}
    try:
        yield
    finally:
        del _writing[id(connection)]


def forget_answers(connection: Connection) -> None:
    """Ask everything again, because what was written has been taken back."""
    _writing.get(id(connection), {}).clear()


def asked_once(ask: Callable[[Connection], Answer]) -> Callable[[Connection], Answer]:
    """Let a question about the whole store be asked once; its answer must be a value that nobody changes."""

    @wraps(ask)
    def answer(connection: Connection) -> Answer:
        answers = _writing.get(id(connection))
        if answers is None:
            return ask(connection)
        written, known = answers.get(ask, (-1, None))
        if written != connection.total_changes:
            known = ask(connection)
            answers[ask] = connection.total_changes, known
        found: Answer = known
        return found

    return answer
