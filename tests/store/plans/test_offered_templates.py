"""Numbers that head office offers: nothing changes before the director signs, and then they are in force (G1)."""

import json
from typing import Any

import pytest
from at_desk import refusal

from frontdesk.desk import approvals, matters, zone
from frontdesk.desk import policy as policies
from frontdesk.desk.group import templates
from frontdesk.desk.plans import plans, publishing
from frontdesk.domain.approvals.approval import ApprovalState
from frontdesk.domain.approvals.events import ApprovalEvent
from frontdesk.domain.approvals.reasons import ApprovalReason
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.group.templates import Template, read_template
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import MatterKind, Outcome
from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.reasons import PolicyReason
from frontdesk.domain.values.errors import InputError, Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.words.refusals.sentence import sentence

WORDS: dict[str, Any] = {"name": "接待标准", "version": 1, "note": "总部统一", "by": "陈总"}


def template(number: int = 7, version: int = 1, **numbers: object) -> Template:
    said = numbers or {"over_count": 5, "bays": ["1", "2", "3"]}
    return Template(number, "接待标准", version, "总部统一", "陈总", said)


def keep(desk: Any, offer: Template | None = None) -> int:
    kept = templates.keep(desk, offer or template())
    assert kept is not None
    return kept.number


def in_force(desk: Any) -> Policy:
    policy: Policy = desk.snapshot().policy
    return policy


def test_it_waits_for_the_director_then_it_is_in_force(as_: Any) -> None:
    desk = as_("张三")
    number = keep(desk)
    matter = matters.shown(desk, number)
    assert (matter.kind, matter.title) == (MatterKind.TEMPLATE, "接待标准 1")
    assert [(due.name, due.person) for due in matter.dues] == [(DueName.APPROVAL, "李建国")]
    assert [(each.was, each.becomes) for each in templates.shown(desk, number).changes(in_force(desk))] == [
        (4, 5), (["1", "2", "3"], ["1", "2", "3"]),
    ]  # fmt: skip
    assert in_force(desk).over_count == 4
    for who in ("王芳", "赵敏", "张总"):
        assert refusal(lambda who=who: approvals.sign(as_(who), number)) is ApprovalReason.NOT_THE_ROLE
    with pytest.raises(Refused) as phoned:
        approvals.sign(as_("赵敏"), number, by_phone="李建国", words="同意")
    assert phoned.value.reason is ApprovalReason.IN_PERSON_ONLY
    before = in_force(desk)
    done = approvals.sign(as_("李建国"), number, operation="once")
    assert (done.kind, done.number) == (PolicyEvent.TEMPLATE, number)
    assert json.loads(str(done.facts["changed"])) == {"over_count": [4, 5]}
    assert in_force(desk).over_count == 5
    # Pressed twice it is the same act; anew there is nothing to sign.
    assert approvals.sign(as_("李建国"), number, operation="once") == done
    assert refusal(lambda: approvals.sign(as_("李建国"), number)) is ApprovalReason.APPROVAL_DECIDED
    assert matters.shown(desk, number).outcome is Outcome.DONE
    # What was there before is put back as after any change of the policy.
    assert policies.before_last(desk) == before
    policies.load(as_("王芳"), before)
    assert in_force(desk).over_count == 4


def test_declined_it_changes_nothing_and_says_why(as_: Any) -> None:
    number = keep(as_("王芳"))
    assert refusal(lambda: approvals.reject(as_("李建国"), number, "")) is ApprovalReason.REJECTED_WHY
    done = approvals.reject(as_("李建国"), number, "本店工位少")
    assert done.kind is ApprovalEvent.REJECT
    offer = templates.shown(as_("王芳"), number)
    assert (offer.approval.state, offer.approval.signatures[-1].words) == (ApprovalState.REJECTED, "本店工位少")
    assert matters.shown(as_("王芳"), number).outcome is Outcome.DROPPED
    assert in_force(as_("王芳")).over_count == 4
    assert templates.unknown(as_("王芳"), [7, 8]) == [8]


def test_where_a_plan_brings_the_numbers_it_becomes_its_next_version(as_: Any, in_force: Any, written: Any) -> None:
    in_force(numbers={"over_count": 6})
    number = keep(as_("王芳"), template(over_stay_s=900))
    pending = written(numbers={"over_count": 7})
    assert refusal(lambda: approvals.sign(as_("李建国"), number)) is PlanReason.PLAN_STATE
    matters.close(as_("王芳"), pending, "不改了")
    done = approvals.sign(as_("李建国"), number)
    assert done.kind is ApprovalEvent.SIGN
    desk = as_("张总")
    version = plans.shown(desk, "zone").newest
    assert templates.shown(desk, number).plan_version == version.id
    assert (version.author, version.said.after, version.said.why) == ("李建国", "接待标准 1", "总部统一")
    assert desk.snapshot().policy.over_stay_s == 1200
    plans.submit(as_("李建国"), "zone")
    approvals.sign(as_("王芳"), version.id)
    approvals.sign(as_("张总"), version.id)
    publishing.publish(as_("王芳"), "zone")
    policy = desk.snapshot().policy
    assert (policy.over_stay_s, policy.over_count) == (900, 6)


def test_what_does_not_fit_here_is_refused_whole(as_: Any) -> None:
    desk = as_("王芳")
    number = keep(desk, template(bays=["1"], over_count=9, over_count_warning=8))
    policies.load(desk, Policy(over_count=20, over_count_warning=19))
    too_small = keep(desk, template(8, over_count=5))
    present = in_force(desk)
    with pytest.raises(Refused) as found:
        approvals.sign(as_("李建国"), too_small)
    assert sentence(found.value) == (
        "With the template over_count_warning would be 19, which does not fit the other numbers here. Right would"
        " be: a whole number, 1 to 5. Change those first, or decline with words."
    )
    assert in_force(desk) == present
    assert templates.shown(desk, too_small).approval.state is ApprovalState.ASKED
    assert matters.shown(desk, number).is_open


def test_numbers_that_are_so_already_are_accepted_and_change_nothing(as_: Any) -> None:
    number = keep(as_("王芳"), template(over_count=4))
    assert approvals.sign(as_("李建国"), number).kind is ApprovalEvent.SIGN
    assert matters.shown(as_("王芳"), number).outcome is Outcome.DONE


def test_what_head_office_offers_no_more_lapses_unless_it_is_decided(as_: Any) -> None:
    desk = as_("王芳")
    first, other, taken = keep(desk), keep(desk, template(8)), keep(desk, template(9, over_stay_s=900))
    approvals.sign(as_("李建国"), taken)
    templates.take_back_withdrawn(desk, [8])
    assert [templates.shown(desk, each).approval.state for each in (first, other, taken)] == [
        ApprovalState.LAPSED, ApprovalState.ASKED, ApprovalState.APPROVED,
    ]  # fmt: skip
    assert matters.shown(desk, first).outcome is Outcome.DROPPED
    assert refusal(lambda: approvals.sign(as_("李建国"), first)) is ApprovalReason.APPROVAL_DECIDED
    before = desk.snapshot().seq
    templates.take_back_withdrawn(desk, [8])
    assert templates.keep(desk, template(8)) is None
    assert desk.snapshot().seq == before


def test_a_bay_with_a_car_on_it_stays(as_: Any) -> None:
    desk = as_("张三")
    zone.arrive(desk, Plate("苏A12345"))
    zone.move(desk, Plate("苏A12345"), "bay3")
    number = keep(desk, template(bays=["甲"]))
    assert refusal(lambda: approvals.sign(as_("李建国"), number)) is PolicyReason.BAY_IN_USE
    assert in_force(desk).bays == ("1", "2", "3")


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({}, GroupReason.TEMPLATE_EMPTY),
        ({"store_name": "别的店"}, GroupReason.TEMPLATE_OF_STORE),
        ({"over_count": 4, "sign_in": "names"}, GroupReason.TEMPLATE_OF_STORE),
        ({"opening_hours": []}, GroupReason.TEMPLATE_OF_STORE),
        ({"over_count": 4, "of_tomorrow": 1}, GroupReason.TEMPLATE_NEWER),
    ],
)
def test_what_no_template_names(said: dict[str, object], reason: GroupReason) -> None:
    with pytest.raises(InputError) as found:
        read_template({**WORDS, "number": 1, "numbers": said})
    assert found.value.reason is reason


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 0}, {"number": True}, {"number": 2**53}, {"number": "1"}, {"version": 0}, {"version": None},
        {"name": 5}, {"note": None}, {"by": []}, {"numbers": 4}, {"numbers": None},
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_no_template(wrong: dict[str, object]) -> None:
    with pytest.raises(InputError) as found:
        read_template({**WORDS, "number": 1, "numbers": {"over_count": 4}, **wrong})
    assert found.value.reason is GroupReason.NOT_UNDERSTOOD


@pytest.mark.parametrize("value", ["4", 4.0, True, [4], None, 10**6])
def test_a_number_of_another_kind_is_not_kept(as_: Any, value: object) -> None:
    desk = as_("王芳")
    with pytest.raises(InputError) as found:
        templates.keep(desk, template(over_count=value))
    assert found.value.reason is GroupReason.NOT_UNDERSTOOD
    assert templates.offered(desk) == ()
