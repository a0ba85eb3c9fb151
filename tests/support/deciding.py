"""A manager who decides on an over-full zone, and others who do what was asked or decide before."""

from typing import Any

from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, tasks
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.values.plates import Plate

MINUTE = 60_000
FOUR = (Plate("苏A11111"), Plate("苏A22222"), Plate("苏A33333"), Plate("苏A44444"))


async def decide(manager: Any) -> None:
    """Let the prompt settle, then open the decision."""
    await manager.until(manager.prompts)
    await manager.later(700)
    await manager.press("f8")
    await manager.dialog("DecideDialog")
    await manager.until(lambda: "F5" in manager.text)
    await manager.later(700)


def carry_out(desk: Desk) -> None:
    """Whoever was asked does it."""
    for task in desk.snapshot().tasks:
        tasks.done(desk, task.id)


def act_first(desk: Desk, action: Any, plate: Any) -> Any:
    """Somebody else decides."""
    (prompt,) = (e for e in desk.snapshot().escalations if e.kind is Kind.OVER_COUNT)
    return decisions.act(desk, prompt.id, action, (plate,), seen=prompt.acted_at)
