"""A message about a car in repair that was heard: its customer knows how it stands, and silence begins anew (P4)."""

from collections.abc import Callable

from at_desk import MINUTE

from frontdesk.desk import owing
from frontdesk.desk.desk import Desk
from frontdesk.desk.messages import telling
from frontdesk.desk.progress import repairs
from frontdesk.desk.undo import undo
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.domain.messages.message import Purpose, ToTell
from frontdesk.domain.progress.terms import Heard
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

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
