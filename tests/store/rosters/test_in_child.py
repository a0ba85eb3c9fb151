"""A proposal is made by a process of its own, which tells how far it is, and why it cannot (S2)."""

import asyncio

import pytest

from frontdesk.desk import in_child
from frontdesk.desk.desk import Desk
from frontdesk.desk.rosters import planning, solver
from frontdesk.domain.rosters.proposal import Step
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.values.errors import Refused


async def test_it_is_followed_and_refused(draft: int, manager: Desk) -> None:
    told: list[Step] = []
    if solver.is_there():
        found = await in_child.follow(manager.path, manager.now(), told.append, planning.proposed, draft)
        assert [step.part for step in told] == list(range(told[0].of + 1))
        assert found.cost.missing < 14
    else:
        with pytest.raises(Refused) as refused:
            await in_child.follow(manager.path, manager.now(), told.append, planning.proposed, draft)
        assert refused.value.reason is RosterReason.PLANNING_EXTRA


async def test_it_ends_when_it_is_given_up(draft: int, manager: Desk) -> None:
    told: list[Step] = []
    asked = asyncio.create_task(in_child.follow(manager.path, manager.now(), told.append, planning.proposed, draft))
    await asyncio.sleep(0)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
