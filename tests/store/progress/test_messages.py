"""A message about a car in repair that was heard: its customer knows how it stands, and silence begins anew (P4)."""

from collections.abc import Callable

from at_desk import refusal

from data.messages import routes
from frontdesk.desk import owing
from frontdesk.desk.cases import templates
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.messages import outbox, telling, wording
from frontdesk.desk.progress import findings, jobs, repairs
from frontdesk.desk.progress import telling as repair_told
from frontdesk.desk.undo import undo
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.domain.messages.message import Channel, MessageState, Purpose, ToTell
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.progress.purpose import as_it_stands, purpose_of
from frontdesk.domain.progress.reasons import ProgressReason
from frontdesk.domain.progress.terms import Decision, FoundKind, Heard, JobKind
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


def text(desk: Desk, repair: Progress, what: str) -> int:
    said = ToTell(
        purpose_of(repair), "程序的话", plate=CAR, phone="13800138000", channel=Channel.SMS, matter=repair.id,
        about=as_it_stands(repair),
    )  # fmt: skip
    return wording.draft(desk, said, what).number


def test_a_draft_says_the_stores_own_words(in_repair: Callable[[str], Desk]) -> None:
    desk = in_repair("陈静")
    routes.put(desk.connection, {"sms": ("folder:/tmp",)})
    repair = repairs.shown(desk, CAR)
    assert telling.shown(desk, text(desk, repair, "等候施工")).text == "程序的话"
    templates.put(desk, "进度", "您的车{plate}：{what}。{who}", purpose=Purpose.PROGRESS)
    assert telling.shown(desk, text(desk, repair, "等候施工")).text == "您的车苏B·D8832：等候施工。陈静"


def test_a_draft_is_taken_back_once_the_car_stands_otherwise(in_repair: Callable[[str], Desk]) -> None:
    desk = in_repair("陈静")
    routes.put(desk.connection, {"sms": ("folder:/tmp",)})
    number = text(desk, repairs.shown(desk, CAR), "等候施工")
    jobs.assign(desk, CAR, JobKind.REPAIR, "刘军")
    jobs.start(desk, CAR)
    assert telling.shown(desk, number).state is MessageState.WITHDRAWN
    undo(desk)
    assert telling.shown(desk, number).state is MessageState.DRAFTED


def test_a_fault_of_the_stores_own_work_is_told_and_not_decided(in_repair: Callable[[str], Desk]) -> None:
    desk = in_repair("陈静")
    findings.find(desk, CAR, FoundKind.QUALITY, "漏油")
    declined = lambda: findings.decide(desk, CAR, Decision.DECLINED, Heard.PHONE)  # noqa: E731
    assert refusal(declined) is ProgressReason.NOT_ASKED
    repair_told.told(desk, CAR, Heard.PHONE)
    assert repairs.shown(desk, CAR).undecided == ()
    assert refusal(declined) is ProgressReason.NOT_ASKED
