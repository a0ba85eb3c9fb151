"""A short day's work at the desk: the same commands each time, each with an operation id of its own."""

from collections.abc import Callable

from frontdesk.desk import undo, zone
from frontdesk.desk.cases import register, steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, tasks
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.terms import Action, Kind
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.clock import MINUTE, SECOND
from frontdesk.domain.values.plates import Plate

Command = tuple[int, str, Callable[[Desk, str], object]]
"""How long before it nothing is done, its operation id, and the command."""


def _crowding(desk: Desk) -> int:
    return next(each.id for each in desk.snapshot().escalations if each.kind is Kind.OVER_COUNT)


def _divert(desk: Desk, plate: Plate, operation: str) -> object:
    return decisions.act(desk, _crowding(desk), Action.DIVERT, (plate,), seen=None, operation=operation)


def _case(desk: Desk) -> int:
    number: int = desk.connection.execute("select max(id) from complaints").fetchone()[0]
    return number


def day(number: int) -> list[Command]:
    """The commands of one day; the number tells days apart."""
    cars = [Plate(f"苏A{number:02}{car:03}") for car in range(5)]
    new = NewCase(
        channel=Channel.PHONE, kind=CaseKind.WAITING, severity=Severity.MAJOR, customer="曾小明", phone="13812348000",
        plate=cars[2], words="等太久",
    )  # fmt: skip
    commands: list[Callable[[Desk, str], object]] = [
        lambda desk, op: staff.add(desk, f"王芳{number}", Post.MANAGER, "13800010031", op),
        *(lambda desk, op, car=car: zone.arrive(desk, car, operation=op) for car in cars[:4]),
        lambda desk, op: zone.receive(desk, cars[0], operation=op),
        lambda desk, op: zone.make_work_order(desk, cars[0], operation=op),
        lambda desk, op: handling.acknowledge(desk, _crowding(desk), op),
        lambda desk, op: _divert(desk, cars[1], op),
        lambda desk, op: tasks.done(desk, desk.snapshot().tasks[0].id, op),
        lambda desk, op: zone.hand_over(desk, cars[0], operation=op),
        undo.undo,
        lambda desk, op: register.register(desk, new, op),
        lambda desk, op: steps.take(desk, _case(desk), CaseStep.ANSWER, "对不起", op),
        lambda desk, op: zone.turn_away(desk, cars[4], operation=op),
        *(lambda desk, op, car=car: zone.leave(desk, car, operation=op) for car in cars[:4]),
    ]
    waits = {15: 21 * MINUTE}
    return [(waits.get(turn, SECOND), f"{number}/{turn}", command) for turn, command in enumerate(commands)]
