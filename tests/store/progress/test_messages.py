"""A message about a car in repair that was heard: its customer knows how it stands, and silence begins anew (P4)."""

from collections.abc import Callable

from data.messages import routes
from frontdesk.desk import owing
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.messages import outbox, telling
from frontdesk.desk.progress import repairs
from frontdesk.desk.undo import undo
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.domain.messages.message import Purpose, ToTell
from frontdesk.domain.progress.terms import Heard
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate
from frontdesk.words import i18n
from frontdesk.words.messages import call_text

CAR = Plate("苏BD8832")


def test_who_was_told_knows(in_repair: Callable[[str], Desk], clock: ManualClock) -> None:
    desk = in_repair("陈静")
    repair, before = repairs.shown(desk, CAR).id, repairs.shown(desk, CAR).told_at
    clock.at += 20 * MINUTE
    said = ToTell(Purpose.PROGRESS, "还在等配件", name="陈先生", phone="13800138000", plate=CAR, matter=repair)
    number = desk.do(lambda t: Result(MessageEvent.OWE, number=owing.owe(t, said))).number
    telling.no_answer(desk, number)
    assert repairs.shown(desk, CAR).told_at == before
    telling.told(desk, number)
    assert repairs.shown(desk, CAR).told_at == clock.at
    assert [each.channel for each in repairs.tellings(desk, repair)][-1] is Heard.PHONE
    undo(desk)
    assert repairs.shown(desk, CAR).told_at == before


def test_a_call_names_the_car_and_what_is_owed(in_repair: Callable[[str], Desk], clock: ManualClock) -> None:
    desk = in_repair("陈静")
    i18n.use("en")
    routes.put(desk.connection, dict.fromkeys(("advisor", "manager", "deputy"), ("wecom:store",)))
    repair = repairs.shown(desk, CAR).id
    while not outbox.waiting(desk):
        clock.at += 10 * MINUTE
        handling.evaluate(desk)
    claimed = outbox.claim(desk, "wecom:store")
    assert claimed is not None
    assert claimed.messages[0].plate == CAR
    said = call_text(claimed.calls[:1], "测试店", claimed.at)
    assert said.startswith("测试店: not done in time · ")
    assert "tell the customer · 苏B·D8832 · " in said
    assert said.endswith(f"No. {repair}")
