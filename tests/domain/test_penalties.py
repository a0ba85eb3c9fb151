"""A penalty: each state against each act and each person; what each entry adds; when one is offered at all (Z8)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.calendar.months import Month
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.cases.case import Case, CaseKind, Channel, Nature, Severity, Stage
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.penalties.month import Ledger
from frontdesk.domain.penalties.penalty import (
    AFTER,
    Entry,
    Penalty,
    amount,
    check,
    check_evidence,
    check_offer,
    check_proposal,
    evidence,
    possible_acts,
)
from frontdesk.domain.penalties.reasons import PenaltyReason
from frontdesk.domain.penalties.terms import Act, PenaltyState
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import Rank
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import Plate

SHANGHAI = ZoneInfo("Asia/Shanghai")
RANKS = {"王芳": Rank.MANAGER, "刘洋": Rank.MANAGER, "李建国": Rank.DIRECTOR, "张三": Rank.DESK, "赵敏": Rank.DESK}
STAFF = frozenset(RANKS)
LEADS = {
    PenaltyState.PROPOSED: (),
    PenaltyState.SIGNED: (Act.SIGN,),
    PenaltyState.APPEALED: (Act.SIGN, Act.APPEAL),
    PenaltyState.UPHELD: (Act.SIGN, Act.APPEAL, Act.UPHOLD),
    PenaltyState.COUNTERED: (Act.SIGN, Act.COUNTER),
}
POSSIBLE = {
    PenaltyState.PROPOSED: {Act.SIGN, Act.COUNTER},
    PenaltyState.SIGNED: {Act.APPEAL, Act.COUNTER},
    PenaltyState.APPEALED: {Act.UPHOLD, Act.COUNTER},
    PenaltyState.UPHELD: {Act.COUNTER},
    PenaltyState.COUNTERED: set(),
}


def penalty(*acts: Act, person: str = "张三", proposed_by: str = "王芳", cost: int = 50) -> Penalty:
    first = Entry(1, 1000, proposed_by, PenaltyState.PROPOSED, 0, "")
    found = Penalty(7, 3, 1, Kind.OVER_COUNT, 0, 2, Plate("苏A12345"), person, cost, proposed_by, (first,))
    for act in acts:
        number = len(found.entries) + 1
        entry = Entry(number, number * 1000, "赵敏", AFTER[act], amount(found, act), "")
        found = replace(found, entries=(*found.entries, entry))
    return found


def refusal(of: Penalty, act: Act, who: str, words: str = "因为") -> Reason | None:
    try:
        check(of, act, words, who=who, rank=RANKS.get(who, Rank.DESK), staff=STAFF)
    except Refused as error:
        return error.reason
    return None


@pytest.mark.parametrize("state", PenaltyState)
@pytest.mark.parametrize("act", [act for act in Act if act is not Act.PROPOSE])
@pytest.mark.parametrize("who", ["王芳", "刘洋", "李建国", "张三", "赵敏", "陌生人", ""])
def test_each_state_each_act_each_person(state: PenaltyState, act: Act, who: str) -> None:
    found = penalty(*LEADS[state])
    assert found.state is state
    expected = {
        Act.SIGN: {
            "王芳": PenaltyReason.OWN_PROPOSAL,
            "张三": PenaltyReason.OWN_PENALTY,
            "陌生人": PeopleReason.UNKNOWN_PERSON,
            "": PeopleReason.NO_OPERATOR,
        },
        Act.APPEAL: {
            "赵敏": PenaltyReason.NOT_OWN_APPEAL,
            "陌生人": PeopleReason.UNKNOWN_PERSON,
            "": PeopleReason.NO_OPERATOR,
        },
        Act.UPHOLD: {
            "张三": CaseReason.NOT_ALLOWED,
            "赵敏": CaseReason.NOT_ALLOWED,
            "陌生人": CaseReason.NOT_ALLOWED,
            "": PeopleReason.NO_OPERATOR,
        },
        Act.COUNTER: {
            "张三": CaseReason.NOT_ALLOWED,
            "赵敏": CaseReason.NOT_ALLOWED,
            "陌生人": CaseReason.NOT_ALLOWED,
            "": PeopleReason.NO_OPERATOR,
        },
    }[act].get(who)
    if who == "王芳" and state is PenaltyState.APPEALED:
        expected = PenaltyReason.APPEAL_AGAINST_OWN
    possible = act in POSSIBLE[state]
    assert refusal(found, act, who) is (expected if possible else PenaltyReason.PENALTY_STATE)
    assert set(possible_acts(found)) == POSSIBLE[state]


@pytest.mark.parametrize("state", PenaltyState)
@pytest.mark.parametrize("act", [Act.UPHOLD, Act.COUNTER])
@pytest.mark.parametrize("charged", ["刘洋", "李建国"])
def test_nobody_decides_on_what_they_are_charged(state: PenaltyState, act: Act, charged: str) -> None:
    found = penalty(*LEADS[state], person=charged)
    if act in POSSIBLE[state]:
        assert refusal(found, act, charged) is PenaltyReason.OWN_PENALTY
        assert refusal(found, act, "李建国" if charged == "刘洋" else "刘洋") is None


@pytest.mark.parametrize("act", [Act.APPEAL, Act.UPHOLD, Act.COUNTER])
def test_an_appeal_and_a_decision_need_words(act: Act) -> None:
    state = next(state for state in PenaltyState if act in POSSIBLE[state])
    assert refusal(penalty(*LEADS[state]), act, "李建国", words="") is CaseReason.NOTE_MISSING
    assert refusal(penalty(), Act.SIGN, "赵敏", words="") is None


def test_who_was_first_is_said() -> None:
    with pytest.raises(Refused) as refused:
        check(penalty(Act.SIGN), Act.SIGN, "", who="李建国", rank=Rank.DIRECTOR, staff=STAFF)
    facts = {"number": 7, "state": PenaltyState.SIGNED, "who": "赵敏", "when": 2000, "act": Act.SIGN}
    assert refused.value.facts == facts


@pytest.mark.parametrize(
    ("acts", "amounts", "charged"),
    [
        ((), [0], 0),
        ((Act.SIGN,), [0, 80], 80),
        ((Act.COUNTER,), [0, 0], 0),
        ((Act.SIGN, Act.COUNTER), [0, 80, -80], 0),
        ((Act.SIGN, Act.APPEAL, Act.COUNTER), [0, 80, 0, -80], 0),
        ((Act.SIGN, Act.APPEAL, Act.UPHOLD), [0, 80, 0, 0], 80),
        ((Act.SIGN, Act.APPEAL, Act.UPHOLD, Act.COUNTER), [0, 80, 0, 0, -80], 0),
    ],
)
def test_only_a_signature_charges_and_only_its_counter_entry_takes_back(
    acts: tuple[Act, ...], amounts: list[int], charged: int
) -> None:
    found = penalty(*acts, cost=80)
    assert [entry.amount for entry in found.entries] == amounts
    assert found.charged == charged
    assert found.is_waiting == (found.state in {PenaltyState.PROPOSED, PenaltyState.APPEALED})


def case(**more: Any) -> Case:
    facts: dict[str, Any] = {
        "id": 3, "received_at": 0, "channel": Channel.PHONE, "kind": CaseKind.WAITING,
        "severity": Severity.ORDINARY, "stage": Stage.REGISTERED, "customer": "", "phone": "", "plate": "苏A12345",
        "words": "等太久", "visit_id": 2, "assigned_to": "", "clocks": (), **more,
    }  # fmt: skip
    return Case(**facts)


def test_when_a_penalty_is_offered(escalation: Callable[..., Escalation]) -> None:
    crowding = (escalation(Kind.OVER_COUNT),)
    for nature in (Nature.COMPLAINT, Nature.DISPUTE):
        for stage in Stage:
            check_offer(case(nature=nature, stage=stage), crowding, None)
    refused = [
        (case(is_drill=True), crowding, None, PenaltyReason.PENALTY_DRILL),
        (case(is_drill=True, nature=Nature.INQUIRY, visit_id=None), (), penalty(), PenaltyReason.PENALTY_DRILL),
        (case(nature=Nature.INQUIRY), crowding, None, PenaltyReason.PENALTY_INQUIRY),
        (case(visit_id=None), (), None, PenaltyReason.NO_VISIT),
        (case(), (), None, PenaltyReason.NO_CROWDING),
        (case(), crowding, penalty(), PenaltyReason.PENALTY_STANDS),
    ]
    for about, met, standing, reason in refused:
        with pytest.raises(Refused) as error:
            check_offer(about, met, standing)
        assert error.value.reason is reason


@pytest.mark.parametrize("act", [Act.SIGN, Act.APPEAL, Act.UPHOLD, Act.COUNTER])
def test_only_what_charges_needs_its_evidence(act: Act, escalation: Callable[..., Escalation]) -> None:
    found = penalty()
    check_evidence(found, act, (escalation(Kind.OVER_COUNT, id=found.escalation),))
    for met in ((), (escalation(Kind.OVER_STAY, id=found.escalation + 1),)):
        try:
            check_evidence(found, act, met)
        except Refused as error:
            assert (error.reason, act in {Act.SIGN, Act.UPHOLD}) == (PenaltyReason.EVIDENCE_GONE, True)
        else:
            assert act in {Act.APPEAL, Act.COUNTER}


@pytest.mark.parametrize(
    ("person", "rank", "reason"),
    [
        ("张三", Rank.MANAGER, None),
        ("张三", Rank.DIRECTOR, None),
        ("张三", Rank.DESK, CaseReason.NOT_ALLOWED),
        ("", Rank.MANAGER, PenaltyReason.NO_RESPONSIBLE),
        ("陌生人", Rank.MANAGER, PeopleReason.UNKNOWN_PERSON),
    ],
)
def test_who_proposes_and_of_whom(person: str, rank: Rank, reason: Reason | None) -> None:
    found = None
    try:
        check_proposal(person, rank=rank, staff=STAFF)
    except Refused as error:
        found = error.reason
    assert found is reason


def test_the_evidence_is_a_crowding_the_car_met(escalation: Callable[..., Escalation]) -> None:
    one, other = escalation(Kind.OVER_COUNT), escalation(Kind.OVER_STAY, id=4)
    assert evidence((one,), None) is one
    assert evidence((one, other), 4) is other
    for crowdings, number in (((one, other), None), ((one,), 2)):
        with pytest.raises(Refused) as error:
            evidence(crowdings, number)
        assert (error.value.reason, error.value.facts["choices"]) == (
            PenaltyReason.NOT_EVIDENCE, tuple(each.id for each in crowdings)
        )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026-11", (2026, 11)),
        ("2026-1", (2026, 1)),
        ("２０２６-０３", (2026, 3)),
        (" 2099-12 ", (2099, 12)),
        ("1971-01", (1971, 1)),
    ],
)
def test_a_month_as_it_is_typed(text: str, month: tuple[int, int]) -> None:
    assert Month.read(text) == Month(*month)


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "2026-00", "11", "26-11", "2026-11-02", "[b]", "二月"])
def test_what_is_no_month(text: str) -> None:
    with pytest.raises(Refused) as error:
        Month.read(text)
    assert error.value.reason is CalendarReason.BAD_MONTH


@pytest.mark.parametrize("text", ["1970-12", "1900-01", "2200-01", "9999-12"])
def test_a_month_out_of_reach(text: str) -> None:
    with pytest.raises(Refused) as error:
        Month.read(text)
    assert error.value.reason is CalendarReason.MONTH_FAR


def test_months_follow_each_other_in_the_stores_own_zone() -> None:
    assert [str(Month(2026, 11).later(step)) for step in (-11, -1, 0, 1, 2, 14)] == [
        "2025-12", "2026-10", "2026-11", "2026-12", "2027-01", "2028-01"
    ]  # fmt: skip
    begins = Month(2026, 11).begins(SHANGHAI)
    assert f"{to_datetime(begins):%Y-%m-%dT%H:%M}" == "2026-10-31T16:00"
    assert [Month.of(at, SHANGHAI) for at in (begins - 1, begins)] == [Month(2026, 10), Month(2026, 11)]


def test_a_month_of_the_ledger_counts_the_entries_made_in_it() -> None:
    mine = penalty(Act.SIGN, Act.COUNTER)  # at 1000, 2000, 3000
    other = replace(penalty(Act.SIGN, person="李四", cost=30), id=8)
    months = [Ledger(Month(2026, 10), *span, (mine, other), ()) for span in ((0, 3000), (3000, 9000), (1000, 2000))]
    assert [ledger.sums for ledger in months] == [
        {"张三": 50, "李四": 30},
        {"张三": -50, "李四": 0},
        {"张三": 0, "李四": 0},
    ]
    assert [len(ledger.entries) for ledger in months] == [4, 1, 2]
    assert months[0].about("李四").sums == {"李四": 30}
