"""Penalties in the store: one per car, append-only, nothing from a drill, a log that tells (Z8)."""

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from crowded import CARS, PEOPLE, complain, crowd, penalty
from store_checks import assert_whole

from frontdesk.desk import penalties, policy, undo, zone
from frontdesk.desk.cases import amending, page, register, steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import Nature
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.penalties.reasons import PenaltyReason
from frontdesk.domain.penalties.terms import PenaltyState
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.words.lookup import event_word

HOSTILE = "[/b]\x1b[31m{plate}\u202e'; drop table ledger; --"
CLEANED = "[/b][31m{plate}'; drop table ledger; --"


def refusal(command: Callable[..., object], *values: Any, **named: Any) -> Reason | None:
    try:
        command(*values, **named)
    except Refused as error:
        return error.reason
    return None


def test_a_penalty_from_the_proposal_to_the_decision(as_: Any, clock: ManualClock) -> None:
    case = complain(as_("赵敏"))
    clock.at += MINUTE
    made = penalties.propose(as_("王芳"), case, "张三", words="没有及时报告")
    assert (made.kind, made.plate, made.number, made.detail) == ("penalty_propose", CARS[0], 1, f"{case} 张三")
    clock.at += MINUTE
    penalties.sign(as_("赵敏"), 1)
    assert refusal(penalties.appeal, as_("赵敏"), 1, "张三当时在停车场") is PenaltyReason.NOT_OWN_APPEAL
    assert refusal(penalties.appeal, as_("路人"), 1, "张三当时在停车场") is PeopleReason.UNKNOWN_PERSON
    penalties.appeal(as_("张三"), 1, "我当时在停车场")
    assert refusal(penalties.uphold, as_("王芳"), 1, "车道本可疏导") is PenaltyReason.APPEAL_AGAINST_OWN
    penalties.uphold(as_("李建国"), 1, "车道本可疏导")
    found = penalty(as_("王芳"), 1)
    assert [(e.state, e.who, e.amount, e.words) for e in found.entries] == [
        (PenaltyState.PROPOSED, "王芳", 0, "没有及时报告"),
        (PenaltyState.SIGNED, "赵敏", 50, ""),
        (PenaltyState.APPEALED, "张三", 0, "我当时在停车场"),
        (PenaltyState.UPHELD, "李建国", 0, "车道本可疏导"),
    ]
    assert (found.amount, found.escalation, found.complaint, found.charged) == (50, 1, case, 50)
    assert page.page(as_("王芳"), case).penalties == (found,)
    for act in (penalties.appeal, penalties.uphold):
        assert refusal(act, as_("李建国"), 1, "再一次") is PenaltyReason.PENALTY_STATE
    assert refusal(penalties.sign, as_("李建国"), 1) is PenaltyReason.PENALTY_STATE
    penalties.counter(as_("李建国"), 1, "是另一辆车")
    found = penalty(as_("王芳"), 1)
    assert (found.state, found.charged) == (PenaltyState.COUNTERED, 0)
    assert penalties.propose(as_("王芳"), case, "张三").number == 2
    assert_whole(as_("王芳").connection)


def test_the_amount_is_that_of_the_policy_when_it_was_proposed(as_: Any) -> None:
    policy.load(as_("王芳"), Policy(penalty_cny=80))
    penalties.propose(as_("王芳"), complain(as_("王芳")), "张三")
    policy.load(as_("王芳"), Policy(penalty_cny=20))
    penalties.sign(as_("赵敏"), 1)
    assert penalties.of_month(as_("赵敏")).sums == {"张三": 80}


def test_what_is_refused_leaves_nothing(as_: Any) -> None:
    desk = as_("王芳")
    drill = complain(desk, is_drill=True)
    inquiry = complain(desk, nature=Nature.INQUIRY)
    unlinked = complain(desk, "")
    case = complain(desk)
    before = desk.snapshot().seq
    assert refusal(penalties.propose, desk, drill, "张三") is PenaltyReason.PENALTY_DRILL
    assert refusal(penalties.propose, desk, inquiry, "张三") is PenaltyReason.PENALTY_INQUIRY
    assert refusal(penalties.propose, desk, unlinked, "张三") is PenaltyReason.NO_VISIT
    assert refusal(penalties.propose, desk, 99, "张三") is CaseReason.NO_COMPLAINT
    assert refusal(penalties.propose, desk, case, "陌生人") is PeopleReason.UNKNOWN_PERSON
    assert refusal(penalties.propose, desk, case, " \u202e") is PenaltyReason.NO_RESPONSIBLE
    assert refusal(penalties.propose, desk, case, "张三", escalation=99) is PenaltyReason.NOT_EVIDENCE
    assert refusal(penalties.propose, as_("赵敏"), case, "张三") is CaseReason.NOT_ALLOWED
    for act in (penalties.appeal, penalties.uphold, penalties.counter):
        assert refusal(act, desk, 1, "不") is PenaltyReason.NO_PENALTY
    assert desk.snapshot().seq == before


def test_a_car_that_met_no_crowding(desk: Desk) -> None:
    staff.add(desk, "王芳", Post.MANAGER)
    zone.arrive(desk, CARS[0])
    case = complain(desk)
    desk.actor = Actor("manager", "王芳")
    assert refusal(penalties.propose, desk, case, "王芳") is PenaltyReason.NO_CROWDING


def test_the_evidence_is_chosen_where_there_are_several(as_: Any, clock: ManualClock) -> None:
    desk = as_("王芳")
    clock.at += 21 * MINUTE
    case = complain(desk)
    met = [each.id for each in page.page(desk, case).crowdings]
    assert len(met) == 2
    assert refusal(penalties.propose, desk, case, "张三") is PenaltyReason.NOT_EVIDENCE
    penalties.propose(desk, case, "张三", escalation=met[1])
    assert penalty(desk, 1).escalation == met[1]


def test_one_penalty_per_car_whichever_case_until_it_is_countered(as_: Any) -> None:
    desk = as_("王芳")
    first, second, other = complain(desk), complain(desk), complain(desk, CARS[1])
    penalties.propose(desk, first, "张三")
    with pytest.raises(Refused) as refused:
        penalties.propose(desk, second, "赵敏")
    assert refused.value.reason is PenaltyReason.PENALTY_STANDS
    assert refused.value.facts["number"] == 1
    penalties.propose(desk, other, "张三")
    penalties.counter(desk, 1, "弄错了车")
    assert penalties.propose(desk, second, "赵敏").number == 3
    assert [entry.amount for entry in penalty(desk, 1).entries] == [0, 0]
    assert_whole(desk.connection)


def test_the_index_itself_lets_no_second_one_in(as_: Any, store: Any) -> None:
    desk = as_("王芳")
    penalties.propose(desk, complain(desk), "张三")
    other = sqlite3.connect(store)
    copied = (
        "insert into penalties (complaint_id, escalation_id, visit_id, plate, person, amount, proposed_at, proposed_by)"
        " select complaint_id, escalation_id, visit_id, plate, person, amount, proposed_at, proposed_by from penalties"
    )
    with pytest.raises(sqlite3.IntegrityError, match="visit_id"):
        other.execute(copied)
    other.close()


@pytest.mark.parametrize(
    "statement", ["update ledger set amount = 1", "delete from ledger", "update ledger set at = 0"]
)
def test_the_ledger_is_append_only(as_: Any, store: Any, statement: str) -> None:
    desk = as_("王芳")
    penalties.propose(desk, complain(desk), "张三")
    penalties.sign(as_("赵敏"), 1)
    other = sqlite3.connect(store)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(statement)
    other.close()
    assert [entry.amount for entry in penalty(desk, 1).entries] == [0, 50]


def test_none_of_it_is_taken_back_and_nothing_it_stands_on_either(as_: Any) -> None:
    desk = as_("王芳")
    case = complain(desk)
    penalties.propose(as_("李建国"), case, "张三")
    # What was done before it would take the case away from under it.
    assert refusal(undo.undo, as_("王芳")) is JournalReason.CHANGED_SINCE
    penalties.sign(as_("赵敏"), 1)
    assert refusal(undo.undo, as_("赵敏")) is JournalReason.CANNOT_BE_UNDONE
    assert penalty(desk, 1).state is PenaltyState.SIGNED
    assert not [each for each in desk.snapshot().recent if each.kind.startswith("penalty") and each.undoable]
    assert_whole(desk.connection)


def test_nothing_is_signed_or_upheld_once_the_evidence_is_taken_back(open_desk: Callable[..., Desk]) -> None:
    who = ("张三", "王芳", "赵敏", "李建国", "孙磊")
    guard, manager, advisor, director, deputy = (open_desk("manager", name) for name in who)
    crowd(guard, {**PEOPLE, "孙磊": Post.SUPERVISOR})
    for car in CARS[:2]:
        penalties.propose(manager, complain(manager, car), "李建国")
    penalties.sign(advisor, 1)
    penalties.appeal(director, 1, "没有超量")
    # The fourth car was never there: the over-count was none.
    undo.undo(guard)
    with pytest.raises(Refused) as refused:
        penalties.sign(advisor, 2)
    assert refused.value.reason is PenaltyReason.EVIDENCE_GONE
    assert (refused.value.facts["number"], refused.value.facts["escalation"]) == (2, 1)
    assert refusal(penalties.uphold, deputy, 1, "维持") is PenaltyReason.EVIDENCE_GONE
    assert refusal(penalties.propose, manager, complain(manager, CARS[2]), "李建国") is PenaltyReason.NO_CROWDING
    for number in (1, 2):
        penalties.counter(deputy, number, "没有发生")
    assert penalties.of_month(manager).sums == {"李建国": 0}
    assert_whole(manager.connection)


def test_what_a_penalty_stands_on_is_not_corrected_before_it_is_countered(as_: Any) -> None:
    desk = as_("王芳")
    case = complain(desk)
    penalties.propose(desk, case, "张三")
    for change in ({"plate": CARS[1]}, {"plate": ""}, {"nature": Nature.INQUIRY}, {"nature": Nature.DISPUTE}):
        assert refusal(amending.amend, desk, case, **change) is CaseReason.HAS_PENALTY
    amending.amend(desk, case, customer="陈女士", wants="道歉", plate=CARS[0])
    penalties.counter(desk, 1, "弄错了车")
    amending.amend(desk, case, plate=CARS[1], nature=Nature.DISPUTE)
    assert_whole(desk.connection)


@pytest.mark.parametrize("wrong", [{"nature": Nature.INQUIRY}, {"plate": ""}])
def test_a_correction_a_penalty_stands_on_is_not_taken_back(as_: Any, wrong: dict[str, Any]) -> None:
    desk = as_("王芳")
    case = complain(desk, **wrong)
    amending.amend(desk, case, nature=Nature.COMPLAINT, plate=CARS[0], wants="道歉")
    penalties.propose(as_("李建国"), case, "张三")
    assert refusal(undo.undo, as_("王芳")) is JournalReason.CHANGED_SINCE
    penalties.counter(as_("李建国"), 1, "弄错了")
    undo.undo(as_("王芳"))
    found = register.get(desk, case)
    assert {name: getattr(found, name) for name in wrong} == wrong
    assert_whole(desk.connection)


@pytest.mark.parametrize("act", ["propose", "sign", "appeal", "uphold", "counter"])
def test_what_is_written_in_the_log_has_a_word(act: str) -> None:
    assert event_word(f"penalty_{act}") != f"penalty_{act}"


def test_a_closed_case_too(as_: Any) -> None:
    desk = as_("王芳")
    case = complain(desk)
    steps.take(desk, case, CaseStep.CLOSE_ANYWAY, "客户撤回")
    assert penalties.propose(desk, case, "张三").number == 1


def test_the_same_operation_twice_is_one_entry(as_: Any) -> None:
    desk = as_("王芳")
    case = complain(desk)
    assert penalties.propose(desk, case, "张三", operation="a") == penalties.propose(desk, case, "张三", operation="a")
    penalties.sign(as_("赵敏"), 1, "b")
    penalties.sign(as_("赵敏"), 1, "b")
    assert len(penalty(desk, 1).entries) == 2


def test_who_is_on_duty_may_propose(as_: Any, clock: ManualClock) -> None:
    staff.remove(as_("王芳"), "李建国")
    staff.add(as_("王芳"), "孙磊", Post.SUPERVISOR)
    # The supervisor is the deputy where nobody is set.
    assert penalties.propose(as_("孙磊"), complain(as_("孙磊")), "张三").number == 1


def test_words_and_names_are_cleaned(as_: Any) -> None:
    named = HOSTILE[:30]
    staff.add(as_("王芳"), named, Post.ADVISOR)
    desk = as_("王芳")
    name = next(person.name for person in staff.everyone(desk) if person.name.startswith("[/b]"))
    penalties.propose(desk, complain(desk), named, words=HOSTILE)
    penalties.sign(as_("李建国"), 1)
    penalties.appeal(as_(named), 1, f"{HOSTILE}\n二")
    found = penalty(desk, 1)
    assert (found.person, found.entries[0].words, found.last.words) == (name, CLEANED, f"{CLEANED}\n二")
    assert found.last.who == name
    penalties.counter(as_("李建国"), 1, "\u2028x")
    assert_whole(desk.connection)
