"""A plan from its draft to the signatures, in force and read by everybody (G1, G4)."""

import json
from typing import Any

import pytest
from at_desk import refusal

from frontdesk.desk import approvals, matters
from frontdesk.desk.escalations import handling
from frontdesk.desk.people import staff
from frontdesk.desk.plans import plans, publishing
from frontdesk.desk.plans.plans import Draft
from frontdesk.domain.approvals.approval import ApprovalState
from frontdesk.domain.approvals.reasons import ApprovalReason
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Post
from frontdesk.domain.plans.plan import VersionState
from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.values.clock import DAY, ManualClock


def owed(desk: Any, number: int) -> list[DueName]:
    return [due.name for due in matters.shown(desk, number).dues if due.is_running]


def test_a_version_from_its_draft_to_its_successor(as_: Any, written: Any) -> None:
    number = written()
    desk = as_("王芳")
    assert plans.shown(desk, "zone").newest.state is VersionState.DRAFT
    assert refusal(lambda: publishing.publish(desk, "zone")) is PlanReason.PLAN_STATE
    plans.submit(desk, "zone")
    assert refusal(lambda: approvals.sign(as_("王芳"), number)) is ApprovalReason.OWN_REQUEST
    assert refusal(lambda: approvals.sign(as_("张总"), number)) is ApprovalReason.NOT_THE_ROLE
    approvals.sign(as_("李建国"), number)
    assert plans.shown(desk, "zone").newest.state is VersionState.REVIEWED
    assert refusal(lambda: approvals.sign(as_("李建国"), number)) is ApprovalReason.SIGNED_TWICE
    approvals.sign(as_("张总"), number)
    assert owed(desk, number) == [DueName.PLAN_PUBLISH]
    publishing.publish(as_("王芳"), "zone")
    assert owed(desk, number) == [DueName.PLAN_READ, DueName.PLAN_REVIEW]
    found = plans.shown(desk, "zone").newest
    assert (found.version, found.state) == ("A/0", VersionState.IN_FORCE)
    assert (found.author, found.reviewer, found.approver) == ("王芳", "李建国", "张总")
    second = written(after="六台为超量")
    record = plans.shown(desk, "zone")
    assert [(each.version, each.said.before) for each in record.versions] == [("A/0", ""), ("A/1", "五台为超量")]
    assert record.newest.said.text == found.said.text
    plans.submit(as_("王芳"), "zone")
    approvals.sign(as_("李建国"), second)
    approvals.sign(as_("张总"), second)
    publishing.publish(as_("王芳"), "zone")
    states = [each.state for each in plans.shown(desk, "zone").versions]
    assert states == [VersionState.SUPERSEDED, VersionState.IN_FORCE]
    assert not matters.shown(desk, number).is_open


@pytest.mark.parametrize("after", ["written", "submitted", "reviewed", "approved"])
def test_what_was_signed_of_a_text_counts_for_no_other(as_: Any, written: Any, after: str) -> None:
    """Written anew it is a draft again, with the same number; whoever signed signs anew."""
    number = written()
    desk = as_("王芳")
    if after != "written":
        plans.submit(desk, "zone")
    if after in {"reviewed", "approved"}:
        approvals.sign(as_("李建国"), number)
    if after == "approved":
        approvals.sign(as_("张总"), number)
    assert written(text="二、先通知。") == number
    version = plans.shown(desk, "zone").newest
    assert (version.version, version.state) == ("A/0", VersionState.DRAFT)
    assert (version.reviewer, version.approver, owed(desk, number)) == ("", "", [])
    assert refusal(lambda: publishing.publish(as_("王芳"), "zone")) is PlanReason.PLAN_STATE
    assert all(each.state is not ApprovalState.ASKED for each in approvals.of_matter(desk, number))


@pytest.mark.forged
@pytest.mark.parametrize("approved", [False, True])
@pytest.mark.parametrize("column", ["text", "before", "after", "why", "author", "version", "policy", "title", "key"])
def test_each_field_that_is_changed_behind_its_back_lapses_the_signatures(
    as_: Any, written: Any, column: str, *, approved: bool
) -> None:
    number = written(numbers={"over_count": 5}, before="四台")
    desk = as_("王芳")
    plans.submit(desk, "zone")
    approvals.sign(as_("李建国"), number)
    if approved:
        approvals.sign(as_("张总"), number)
    table = "plans" if column in {"title", "key"} else "plan_versions"
    value = json.dumps({"over_count": 7}) if column == "policy" else "x"
    desk.connection.execute(f"update {table} set {column} = ?", (value,))
    key = "x" if column == "key" else "zone"
    if approved:
        assert refusal(lambda: publishing.publish(as_("王芳"), key)) is PlanReason.PLAN_STATE
        assert desk.snapshot().policy.over_count == 4
    else:
        assert refusal(lambda: approvals.sign(as_("张总"), number)) is ApprovalReason.TEXT_CHANGED
    assert plans.shown(desk, key).newest.approver == ""


def test_rejected_it_is_a_draft_and_dropped_it_is_signed_no_more(as_: Any, written: Any) -> None:
    number = written()
    plans.submit(as_("王芳"), "zone")
    approvals.reject(as_("李建国"), number, "写清谁疏导")
    assert plans.shown(as_("王芳"), "zone").newest.state is VersionState.DRAFT
    assert matters.shown(as_("王芳"), number).is_open
    plans.submit(as_("王芳"), "zone")
    matters.close(as_("王芳"), number, "不改了")
    assert refusal(lambda: approvals.sign(as_("李建国"), number)) is ApprovalReason.APPROVAL_DECIDED
    assert approvals.asked(as_("王芳")) == ()
    assert refusal(lambda: plans.submit(as_("王芳"), "zone")) is PlanReason.PLAN_STATE
    assert written() != number
    assert [each.version for each in plans.shown(as_("王芳"), "zone").versions] == ["A/0", "A/1"]


def test_without_a_general_manager_the_director_signs_in_that_place_and_the_record_says_so(
    as_: Any, written: Any
) -> None:
    staff.remove(as_("王芳"), "张总")
    staff.add(as_("王芳"), "刘洋", Post.MANAGER)
    number = written()
    plans.submit(as_("王芳"), "zone")
    approvals.sign(as_("刘洋"), number)
    approvals.sign(as_("李建国"), number)
    version = plans.shown(as_("王芳"), "zone").newest
    assert (version.author, version.reviewer, version.approver) == ("王芳", "刘洋", "李建国")
    assert version.approval is not None
    assert [(each.role, version.approval.in_place_of(each)) for each in version.approval.given] == [
        (Post.MANAGER, None),
        (Post.DIRECTOR, Post.GENERAL_MANAGER),
    ]


def test_two_by_phone_confirm_one_after_the_other(as_: Any, written: Any) -> None:
    number = written()
    plans.submit(as_("王芳"), "zone")
    for who in ("李建国", "张总"):
        approvals.sign(as_("赵敏"), number, by_phone=who, words="同意")

    def confirming(desk: Any) -> list[str]:
        owed = matters.shown(desk, number).dues
        return [due.person for due in owed if due.is_running and due.name is DueName.APPROVAL_CONFIRM]

    assert confirming(as_("赵敏")) == ["李建国"]
    approvals.confirm(as_("李建国"), number)
    assert confirming(as_("赵敏")) == ["张总"]
    approvals.confirm(as_("张总"), number)
    assert confirming(as_("赵敏")) == []
    assert plans.shown(as_("赵敏"), "zone").newest.approver == "张总"


@pytest.mark.parametrize("when", ["reviewed", "approved", "in force"])
def test_whoever_did_not_approve_by_phone_says_so(as_: Any, written: Any, when: str) -> None:
    """A draft again; what is in force stays there, and is looked through within a working day."""
    number = written()
    plans.submit(as_("王芳"), "zone")
    approvals.sign(as_("赵敏"), number, by_phone="李建国", words="同意")
    if when != "reviewed":
        approvals.sign(as_("张总"), number)
    if when == "in force":
        publishing.publish(as_("王芳"), "zone")
    approvals.reject(as_("李建国"), number, "没有同意过")
    version = plans.shown(as_("王芳"), "zone").newest
    assert (version.is_approved, version.reviewer, version.approver) == (False, "", "")
    assert version.state is (VersionState.IN_FORCE if when == "in force" else VersionState.DRAFT)
    assert matters.shown(as_("王芳"), number).is_open
    assert owed(as_("王芳"), number) == ([DueName.PLAN_READ, DueName.PLAN_REVIEW] if when == "in force" else [])


def test_who_signs_next_owes_it(as_: Any, written: Any) -> None:
    number = written()
    plans.submit(as_("王芳"), "zone")

    def owes() -> list[str]:
        dues = matters.shown(as_("王芳"), number).dues
        return [due.person for due in dues if due.is_running and due.name is DueName.APPROVAL]

    assert owes() == ["李建国"]
    approvals.sign(as_("李建国"), number)
    assert owes() == ["张总"]
    approvals.sign(as_("张总"), number)
    assert owes() == []


def test_everybody_reads_what_is_in_force(as_: Any, written: Any, in_force: Any) -> None:
    """It reaches every post (G3)."""
    written()
    assert refusal(lambda: plans.read(as_("赵敏"), "zone")) is PlanReason.NOT_IN_FORCE
    number = in_force()
    assert refusal(lambda: plans.read(as_("路人"), "zone")) is PeopleReason.UNKNOWN_PERSON
    for who in ("赵敏", "王芳", "李建国"):
        plans.read(as_(who), "zone")
    assert refusal(lambda: plans.read(as_("赵敏"), "zone")) is PlanReason.READ_ALREADY
    record = plans.shown(as_("张总"), "zone")
    assert ([each.person for each in record.reads], record.unread) == (["赵敏", "王芳", "李建国"], ("张总",))
    assert DueName.PLAN_READ in owed(as_("张总"), number)
    plans.read(as_("张总"), "zone")
    assert owed(as_("张总"), number) == [DueName.PLAN_REVIEW]
    in_force(after="六台为超量")
    assert plans.shown(as_("张总"), "zone").reads == ()


def test_a_plan_that_nobody_looks_through_for_a_year_calls(as_: Any, in_force: Any, clock: ManualClock) -> None:
    number = in_force()
    desk = as_("王芳")
    for who in ("赵敏", "王芳", "李建国", "张总"):
        plans.read(as_(who), "zone")
    clock.at += 365 * DAY
    handling.evaluate(desk)
    assert [each for each in desk.snapshot().escalations if each.kind is Kind.DUE_MISSED] == []
    clock.at += 1
    handling.evaluate(desk)
    assert len([each for each in desk.snapshot().escalations if each.kind is Kind.DUE_MISSED]) == 1
    in_force(after="无变化")
    handling.evaluate(desk)
    assert owed(desk, number) == []
    assert [each for each in desk.snapshot().escalations if each.kind is Kind.DUE_MISSED] == []


def test_what_cannot_be_written(as_: Any, written: Any) -> None:
    desk = as_("王芳")
    full = Draft("预检区应急预案", "正文", "四台", "五台", "车多")
    lacking = (full._replace(text=" "), full._replace(after=" "), full._replace(why=" "))
    assert refusal(lambda: plans.shown(desk, "zone")) is PlanReason.NO_PLAN
    assert refusal(lambda: plans.write(desk, "zone ！", full)) is PlanReason.BAD_PLAN_KEY
    assert refusal(lambda: plans.write(desk, "zone", full._replace(title=""))) is PlanReason.PLAN_TITLE
    for draft in lacking:
        assert refusal(lambda: plans.write(desk, "zone", draft)) is PlanReason.PLAN_WORDS  # noqa: B023
    assert refusal(lambda: plans.write(as_("路人"), "zone", full)) is PeopleReason.UNKNOWN_PERSON
    assert refusal(lambda: plans.write(as_("赵敏"), "zone", full)) is PeopleReason.NOT_YOUR_POST
    written(numbers={"over_count": 5})
    plans.write(as_("王芳"), "zone", full._replace(title="预检区预案"))
    assert matters.shown(desk, plans.shown(desk, "zone").newest.id).title == "预检区预案 A/0"
    assert refusal(lambda: written(key="cases", numbers={"over_count": 6})) is PlanReason.NUMBERS_ELSEWHERE
    assert written(key="cases") > 1
