"""What a case asks of others: one of a kind at a time, each where it belongs, nobody leaves early (C11, C15–C18)."""

import pytest

from frontdesk.domain.cases.asks import Asked, AskKind, Remedy
from frontdesk.domain.cases.case import Case, CaseKind, Channel, Severity, Stage
from frontdesk.domain.cases.checks import check
from frontdesk.domain.cases.clock_effects import effects
from frontdesk.domain.cases.clocks import ClockName, DueClock
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.step_inputs import NOTHING, Given
from frontdesk.domain.cases.steps import ANSWERS, ASKS, CaseStep, Obstacle, obstacles, possible_steps
from frontdesk.domain.people.roles import Rank
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import NO_PLATE

NOW = 1_000
ON_SITE = DueClock(3, ClockName.ON_SITE, 0, 5_000, None)


def case(*asked: Asked, stage: Stage = Stage.ANSWERED) -> Case:
    said = (
        7,
        0,
        Channel.PHONE,
        CaseKind.PRODUCT,
        Severity.MAJOR,
        stage,
        "",
        "",
        NO_PLATE,
        "漏油",
        None,
        "",
        (ON_SITE,),
    )
    return Case(*said, asked=asked)


def refusal(of: Case, step: CaseStep, given: Given = NOTHING, rank: Rank = Rank.DESK, words: str = "已办") -> Reason:
    with pytest.raises(Refused) as refused:
        check(of, step, words, given, rank=rank, now=NOW)
    return refused.value.reason


@pytest.mark.parametrize("asked", Asked)
def test_one_of_a_kind_at_a_time_and_each_step_where_it_belongs(asked: Asked) -> None:
    steps = set(possible_steps(case(asked)))
    assert {step for step, kind in ASKS.items() if step not in steps} == {
        step for step, kind in ASKS.items() if kind is asked.kind
    }
    assert steps & ANSWERS.keys() == {step for step, (before, _after) in ANSWERS.items() if before is asked}
    assert CaseStep.NOT_NEEDED in steps
    assert obstacles(case(asked, stage=Stage.CONFIRMED)._replace(clocks=())) == (Obstacle.ASKED,)


def test_every_way_leads_to_an_end() -> None:
    # A lawsuit may have one date after the other.
    leads = dict(states for step, states in ANSWERS.items() if step is not CaseStep.LEGAL_NEXT)
    assert leads.keys() == set(Asked)
    for kind in AskKind:
        asked: Asked | None = Asked(kind.value)
        for _ in Asked:
            asked = asked and leads[asked]
        assert asked is None


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (Given(remedy=Remedy.REPAIR), CaseReason.ONSITE_INCOMPLETE),
        (Given(people="王工"), CaseReason.ONSITE_INCOMPLETE),
        (NOTHING, CaseReason.ONSITE_INCOMPLETE),
    ],
)
def test_a_plan_on_site_says_what_the_customer_gets_and_who_goes(given: Given, reason: Reason) -> None:
    assert refusal(case(), CaseStep.ONSITE, given) is reason
    check(case(), CaseStep.ONSITE, "换油封", Given(remedy=Remedy.REPAIR, people="王工"), rank=Rank.DESK, now=NOW)


@pytest.mark.parametrize("understood", [True, False, None])
@pytest.mark.parametrize("content", [True, False, None])
@pytest.mark.parametrize("rank", [Rank.DESK, Rank.MANAGER])
def test_nobody_leaves_before(understood: bool | None, content: bool | None, rank: Rank) -> None:
    given, of = Given(understood=understood, content=content), case(Asked.ONSITE)
    if rank is Rank.DESK and False in (understood, content):
        assert refusal(of, CaseStep.ONSITE_DONE, given, rank) is CaseReason.NOBODY_LEAVES
    elif None in (understood, content):
        assert refusal(of, CaseStep.ONSITE_DONE, given, rank) is CaseReason.ONSITE_UNSAID
    else:
        check(of, CaseStep.ONSITE_DONE, "已修好", given, rank=rank, now=NOW)
        assert refusal(of, CaseStep.ONSITE_DONE, given, rank, words="") is CaseReason.NOTE_MISSING


def test_who_was_on_site_has_visited_the_customer() -> None:
    assert effects(case(Asked.ONSITE), CaseStep.ONSITE_DONE, NOTHING, NOW).meet == (ON_SITE,)


def test_of_several_things_it_is_said_which_is_not_needed() -> None:
    two = case(Asked.LEGAL, Asked.SAMPLE_SENT)
    assert refusal(two, CaseStep.NOT_NEEDED) is CaseReason.WHICH_ASK
    assert refusal(two, CaseStep.NOT_NEEDED, Given(ask=AskKind.ONSITE)) is CaseReason.WHICH_ASK
    for kind in (AskKind.LEGAL, AskKind.SAMPLE):
        check(two, CaseStep.NOT_NEEDED, "客户同意", Given(ask=kind), rank=Rank.DESK, now=NOW)
    check(case(Asked.LEGAL), CaseStep.NOT_NEEDED, "客户同意", NOTHING, rank=Rank.DESK, now=NOW)
