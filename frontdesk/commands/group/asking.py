"""Asking head office from a command: which group it is, and how far it knows the store."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from frontdesk.domain.group.answer import Position
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.values.errors import InputError
from frontdesk.machine.group import group_file
from frontdesk.machine.group.group_file import Group
from frontdesk.machine.group.office import Office, reached

T = TypeVar("T")


def group() -> Group:
    """Return the group that this machine's settings name. Raises `InputError`: NO_GROUP, GROUP_OPEN, BAD_SETTING."""
    found = group_file.load(group_file.path())
    if found is None:
        raise InputError(GroupReason.NO_GROUP)
    return found


def ask(of: Group, question: Callable[[Office], Awaitable[T]]) -> T:
    """Ask head office something. Raises `InputError`."""

    async def asked() -> T:
        async with reached(of) as office:
            return await question(office)

    return asyncio.run(asked())


def position(of: Group) -> Position:
    """Return how far head office knows the store."""
    return ask(of, lambda office: office.position())
