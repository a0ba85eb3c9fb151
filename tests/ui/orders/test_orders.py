"""An emergency order at a station: typed, its goods fetched, answered, told, supplied (I10)."""

from rescue_team import PEOPLE
from textual.widgets import Input

from frontdesk.desk import orders, parts
from frontdesk.desk.people import staff
from frontdesk.domain.orders.order import OrderOutcome, OrderStage
from frontdesk.domain.parts.part import Carrier, PartState
from frontdesk.domain.people.staff import Actor


async def type_order(manager):
    await manager.app.screen_stack[0].run_action("do('orders')")
    await manager.dialog("OrdersDialog")
    await manager.later(700)
    await manager.press("f2")
    await manager.dialog("OrderDialog")
    await manager.later(700)
    await manager.press(*"[Gao]", "tab", *"13900018000", "escape")
    await manager.dialog("OrdersDialog")
    await manager.press("f2")
    await manager.dialog("OrderDialog")
    await manager.later(700)
    await manager.press("f10")
    await manager.reads("goods: The order lacks: goods")
    await manager.press(*"wiper x2", "f10")
    await manager.reads("needed by: The order lacks: by when")
    await manager.press(*"3 hours", "f10", "f10")
    await manager.dialog("OrderPage")
    await manager.reads("[Gao]", "wiper ×2", "waits for an answer", "139****8000")


async def fetch_goods(manager):
    await manager.press("f5")
    await manager.dialog("PartDialog")
    await manager.later(700)
    # From the source to the carrier, then when it comes: a time that is over is refused in its field.
    await manager.press("tab", "right", "tab", *"2099-01-01", "f10")
    await manager.reads("within a year")
    manager.app.screen.query_one("#eta", Input).value = "2 hours"
    # What is typed is kept by whichever key goes on.
    await manager.press("f4")
    await manager.dialog("OrderPage")


async def test_an_order_goes_its_way(at_station, staffed):
    desk = staffed
    desk.actor = Actor("manager", "王芳")
    for name, post in PEOPLE.items():
        staff.add(desk, name, post, "")
    async with at_station("manager", who="王芳") as manager:
        await type_order(manager)
        (order,) = orders.newest(desk)
        await manager.later(700)
        await fetch_goods(manager)
        (part,) = parts.open_ones(desk)
        assert (part.carrier, part.eta is not None, part.state) == (Carrier.ROAD, True, PartState.ORDERED)
        await manager.later(700)
        await manager.press("f12")
        await manager.reads("13900018000")
        await manager.press("f2")
        await manager.reads("When is it theirs?")
        await manager.press(*"1 hour", "f2")
        await manager.dialog("ChooseDialog")
        await manager.press("1")
        await manager.dialog("OrderPage")
        await manager.reads("being fetched", "after the time that was answered")
        await manager.later(700)
        await manager.press("f8")
        await manager.dialog("ChooseDialog")
        await manager.press("1")
        await manager.dialog("OrderPage")
        await manager.reads("goods supplied")
        order = orders.shown(desk, order.id)
        assert (order.stage, order.outcome) == (OrderStage.OVER, OrderOutcome.SUPPLIED)
