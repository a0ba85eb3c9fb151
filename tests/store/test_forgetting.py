"""A customer who is forgotten is in no byte of the file, and the record still proves itself."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from at_desk import MINUTE, refusal

from data.backup import back_up
from data.engine.connection import connect
from data.proof.chain import BrokenLink, broken_link
from data.proof.heads import has, head
from data.proof.schema import differences
from data.proof.settings import unlike_phones
from data.rewritten import redactions
from frontdesk.desk import forgetting, undo
from frontdesk.desk.cases import amending, drafts, page, register, search, steps
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.asks import Remedy
from frontdesk.domain.cases.case import CaseKind, Channel, Severity, Stage
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.search import Filter
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.forgetting.customer import GONE, Customer
from frontdesk.domain.forgetting.reasons import ForgetReason
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

PLATE, PHONE = Plate("苏A88888"), "13811110001"
SAID = (
    "曾小明",
    PHONE,
    "方向盘抖得厉害",
    "换一个新的",
    "已向曾先生说明",
    "轮胎偏磨",
    "四轮定位已做",
    "退还工时费",
    "轮胎出厂记录",
    "上门换胎",
    "王工带千斤顶",
    "厂家说是批次",
)


def case(**said: object) -> NewCase:
    usual: dict[str, object] = {
        "channel": Channel.PHONE, "kind": CaseKind.SERVICE, "severity": Severity.ORDINARY, "customer": "曾小明",
        "phone": PHONE, "plate": PLATE, "words": f"方向盘抖得厉害，打我{PHONE}", "wants": "换一个新的",
    }  # fmt: skip
    return NewCase(**{**usual, **said})  # type: ignore[arg-type]


@pytest.fixture
def closed(manager: Desk, clock: ManualClock) -> Desk:
    """The manager's desk, at a store with one closed case of a customer and one of another."""
    number = register.register(manager, case()).number
    register.register(
        manager, case(customer="王女士", phone="13811110002", plate=Plate("苏A99999"), words="等得太久", wants="")
    )
    clock.at += MINUTE
    steps.take(manager, number, CaseStep.ASSIGN, "李四")
    steps.take(manager, number, CaseStep.ANSWER, "已向曾先生说明轮胎偏磨")
    steps.take(manager, number, CaseStep.PROMISE, "退还工时费", given=Given(at=clock.at + 60 * MINUTE))
    steps.take(manager, number, CaseStep.ASK_MATERIAL, "轮胎出厂记录")
    steps.take(manager, number, CaseStep.MATERIAL, "厂家说是批次")
    onsite = Given(remedy=Remedy.EXCHANGE, people="王工带千斤顶")
    steps.take(manager, number, CaseStep.ONSITE, "上门换胎", given=onsite)
    amending.amend(manager, number, wants="换一个新的轮胎")
    steps.take(manager, number, CaseStep.CLOSE_ANYWAY, "四轮定位已做")
    clock.at += MINUTE
    return manager


def test_no_case_is_opened_again_whose_customer_is_forgotten(closed: Desk, open_desk: Callable[..., Desk]) -> None:
    forgetting.forget(open_desk("manager", "赵六"), Customer(phone=PHONE))
    assert refusal(lambda: undo.undo(closed)) is JournalReason.BUILT_ON


def test_nothing_is_left_in_a_byte(closed: Desk, store: Path) -> None:
    forgetting.forget(closed, Customer(phone=PHONE))
    assert forgetting.leave_no_trace(closed)
    copy = store.with_name("copy.db")
    back_up(closed.connection, copy)
    for file in (store, Path(f"{store}-wal"), copy):
        content = file.read_bytes()
        assert [said for said in SAID if said.encode() in content] == [], file
    assert "王女士".encode() in store.read_bytes()
    with closing(connect(copy)) as kept:
        assert kept.execute("select count(*) from events").fetchone() == (head(kept).seq,)  # type: ignore[union-attr]


def test_the_record_proves_itself_and_each_noted_end_holds(closed: Desk) -> None:
    noted = [head(closed.connection)]
    before = closed.connection.execute("select seq, hash from events order by seq").fetchall()
    forgetting.forget(closed, Customer(plate=PLATE))
    # The fixture `audited` proves the chain and every row once more.
    assert broken_link(closed.connection, lambda done, of: None) is None
    assert not differences(closed.connection)
    assert unlike_phones(closed.connection).found == []
    assert all(has(closed.connection, end) for end in noted if end)
    assert closed.connection.execute("select seq, hash from events order by seq").fetchall()[:-1] == before
    kept = dict(closed.connection.execute("select seq, body_hash from events where body_hash is not null"))
    assert kept.keys() == redactions(closed.connection).keys() != set()


@pytest.mark.forged
@pytest.mark.parametrize("changed", ["redacted", "other", "record", "place", "body_hash"])
def test_what_is_changed_after_it_is_found(closed: Desk, changed: str) -> None:
    forgetting.forget(closed, Customer(phone=PHONE))
    redacted, last = min(redactions(closed.connection)), head(closed.connection)
    assert last is not None
    seq = {"record": last.seq, "other": 1}.get(changed, redacted)
    closed.connection.execute("drop trigger events_stay")
    other = 'replace(replace(changes, \'"who":"\', \'"who":"x\'), \'"says":"\', \'"says":"0\')'
    column, said = (changed, "'x'") if changed in {"place", "body_hash"} else ("changes", f"{other} || ' '")
    closed.connection.execute(f"update events set {column} = {said} where seq = ?", (seq,))
    assert broken_link(closed.connection, lambda done, of: None) == BrokenLink(1 if changed == "other" else redacted)


@pytest.mark.parametrize("customer", [Customer(case=1), Customer(plate=PLATE)])
def test_nothing_is_forgotten_twice(closed: Desk, customer: Customer) -> None:
    forgetting.forget(closed, customer)
    told = head(closed.connection)
    assert refusal(lambda: forgetting.forget(closed, customer)) is ForgetReason.ALL_GONE
    assert refusal(lambda: forgetting.holdings(closed, customer)) is ForgetReason.ALL_GONE
    assert head(closed.connection) == told


def test_what_was_said_since_is_all_that_goes(closed: Desk) -> None:
    forgetting.forget(closed, Customer(plate=PLATE))
    register.register(closed, case(phone="", customer=""))
    steps.take(closed, 3, CaseStep.CLOSE_ANYWAY, "不再追究")
    done = forgetting.forget(closed, Customer(plate=PLATE))
    assert (done.facts["cases"], done.facts["numbers"]) == (1, 0)


def test_what_is_shown_and_found(closed: Desk) -> None:
    forgetting.forget(closed, Customer(phone=PHONE, name="曾小明"))
    shown = page.page(closed, 1)
    assert (shown.case.customer, shown.case.phone, shown.case.words, shown.case.wants) == ("", "", GONE, GONE)
    assert {note.words for note in shown.notes} <= {GONE, ""}
    assert shown.case.stage is Stage.CLOSED
    for word in ("曾小明", "zxm", "0001", PHONE, "方向盘"):
        assert search.part(closed, Filter.ALL, word, limit=10).cases == (), word
    assert len(search.part(closed, Filter.ALL, "88888", limit=10).cases) == 1
    assert page.show_phone(closed, 1) == ""


def test_what_was_taken_back_and_what_was_filled_in_goes_too(closed: Desk, store: Path) -> None:
    register.register(closed, case(words="按错了，忘了说漏油"))
    undo.undo(closed)
    drafts.keep(closed, {"words": "还有异响", "plate": "a88888"}, "")
    forgetting.forget(closed, Customer(phone=PHONE))
    assert drafts.find(closed) is not None
    assert refusal(lambda: forgetting.forget(closed, Customer(phone=PHONE))) is ForgetReason.NOBODY_FOUND
    forgetting.forget(closed, Customer(plate=PLATE))
    assert drafts.find(closed) is None
    forgetting.leave_no_trace(closed)
    content = store.read_bytes()
    assert [said for said in ("漏油", "还有异响", *SAID) if said.encode() in content] == []


@pytest.mark.parametrize("customer", [Customer(plate=PLATE), Customer(case=1), Customer(phone=PHONE, plate=PLATE)])
def test_a_case_that_was_taken_back_is_all_there_was(manager: Desk, store: Path, customer: Customer) -> None:
    register.register(manager, case(words="按错了，忘了说漏油"))
    undo.undo(manager)
    assert (
        refusal(lambda: forgetting.forget(manager, Customer(plate=PLATE, name="王女士"))) is ForgetReason.NOBODY_FOUND
    )
    assert forgetting.holdings(manager, customer).taken_back == (1,)
    assert forgetting.forget(manager, customer).facts["cases"] == 1
    assert refusal(lambda: forgetting.forget(manager, customer)) is ForgetReason.NOBODY_FOUND
    forgetting.leave_no_trace(manager)
    content = store.read_bytes()
    assert [said for said in ("漏油", *SAID) if said.encode() in content] == []


@pytest.mark.parametrize(
    ("customer", "reason"),
    [
        (Customer(name="曾小明"), ForgetReason.NOBODY_NAMED),
        (Customer(phone="13811119999"), ForgetReason.NOBODY_FOUND),
        (Customer(phone=PHONE, name="王女士"), ForgetReason.NOBODY_FOUND),
        (Customer(phone="13811110002"), ForgetReason.CASES_OPEN),
        (Customer(case=2), ForgetReason.CASES_OPEN),
    ],
)
def test_who_is_not_forgotten(closed: Desk, customer: Customer, reason: ForgetReason) -> None:
    assert refusal(lambda: forgetting.forget(closed, customer)) is reason


def test_who_may_not(closed: Desk, advisor: Desk, director: Desk, open_desk: Callable[..., Desk]) -> None:
    for desk in (advisor, open_desk("reception", ""), open_desk("manager", "路人")):
        assert refusal(lambda desk=desk: forgetting.forget(desk, Customer(phone=PHONE))) is ForgetReason.NOT_FOR_YOU
    done = forgetting.forget(director, Customer(phone=PHONE))
    assert dict(done.facts) == {"cases": 1, "numbers": 1, "drafts": 0, "events": done.facts["events"]}
    who, at, said = director.connection.execute(
        "select who, at, answer || detail || changes from events where seq = ?", (done.seq,)
    ).fetchone()
    assert (who, at) == ("赵六", done.at)
    assert not [each for each in (*SAID, PLATE) if each in said]
    with pytest.raises(Refused):
        undo.undo(director)


def test_once_more_with_the_same_operation(closed: Desk) -> None:
    first = forgetting.forget(closed, Customer(phone=PHONE), "op")
    assert forgetting.forget(closed, Customer(phone=PHONE), "op") == first
