"""What a customer was told and said about a car in repair goes when the customer is forgotten (C10)."""

from typing import Any

from data.proof.chain import broken_link
from data.proof.tables import compare
from frontdesk.desk import forgetting, quotes, zone
from frontdesk.desk.cases import register, steps
from frontdesk.desk.progress import findings, jobs, promises, repairs, telling
from frontdesk.desk.runs import runs, starting
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.forgetting.customer import GONE, Customer
from frontdesk.domain.progress.terms import Decision, FoundKind, Heard, JobKind
from frontdesk.domain.quotes import About, QuoteLine
from frontdesk.domain.values.clock import HOUR, ManualClock
from frontdesk.domain.values.plates import Plate

CAR = Plate("苏BD8832")


def test_words_about_a_repair_are_forgotten_with_its_customer(in_repair: Any, clock: ManualClock) -> None:
    desk = in_repair("王芳")
    jobs.assign(desk, CAR, JobKind.REPAIR, "刘军")
    jobs.start(desk, CAR)
    findings.find(desk, CAR, FoundKind.HIDDEN, "渗油，曾先生的旧伤")
    findings.decide(desk, CAR, Decision.LATER, Heard.PHONE, "曾先生说下次")
    promises.promise(desk, CAR, clock.at + HOUR, why="曾先生要得急")
    telling.told(desk, CAR, Heard.PHONE, "曾先生知道了")
    quotes.add(desk, About(matter=repairs.shown(desk, CAR).id), "曾先生要便宜的", (QuoteLine("工时", 1, 2),),
               valid_until=clock.at + HOUR)  # fmt: skip
    starting.start(desk, "handback", "zh", matter=repairs.shown(desk, CAR).id)
    runs.fail(desk, repairs.shown(desk, CAR).id, "works", "曾先生听见异响")
    number = register.register(desk, NewCase(
        channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer="曾小明",
        phone="13811110001", plate=CAR, words="太慢", wants="",
    )).number  # fmt: skip
    steps.take(desk, number, CaseStep.CLOSE_ANYWAY, "好了")
    zone.leave(desk, CAR)
    forgetting.forget(desk, Customer(phone="13811110001"))
    car = repairs.record(desk, CAR)[0]
    assert (car.found[0].what, car.found[0].words, car.promises[0].why) == (GONE, GONE, GONE)
    assert [each.words for each in repairs.tellings(desk, car.id)] == [GONE, GONE]
    (run,) = runs.of_matter(desk, car.id)
    assert (run.steps[0].words, run.entries[-1].words) == (GONE, GONE)
    assert [each.asked for each in quotes.listed(desk)] == [GONE]
    told = desk.connection.execute("select changes, answer, detail from events").fetchall()
    assert not any("曾先生" in text for row in told for text in row)
    assert compare(desk.connection, lambda done, of: None).count == 0
    assert broken_link(desk.connection, lambda done, of: None) is None
