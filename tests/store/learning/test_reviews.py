"""A month's review from its opening to the signature; what is owed for it calls; corrections go into the next (Z7)."""

from typing import Any
from zoneinfo import ZoneInfo

from at_desk import refusal
from crowded import complain
from month_of_may import MAY

from data import agenda
from frontdesk.desk import approvals, matters, measures, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.review import reviews
from frontdesk.desk.review.year import of_year
from frontdesk.domain.approvals.approval import ApprovalState
from frontdesk.domain.approvals.reasons import ApprovalReason
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.cases.case import CaseKind, Severity
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Obstacle
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.measures.measure import EffectVerdict
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.review.reasons import ReviewReason
from frontdesk.domain.review.review import ReviewState
from frontdesk.domain.values.clock import DAY, HOUR, ManualClock, to_datetime
from frontdesk.domain.values.plates import Plate


def state(desk: Desk) -> ReviewState:
    return reviews.shown(desk, MAY).state


def fill(desk: Desk) -> None:
    """Say a cause of each case, and why the frequent ones have no measure."""
    crossings = reviews.of_month(desk, MAY).crossings
    reviews.say_cause(desk, MAY, {each.id: "arrivals" for each in crossings})
    reviews.leave(desk, MAY, "arrivals", "五一假期前，一年一次")


def test_a_month_from_its_opening_to_the_signature(as_: Any, clock: ManualClock) -> None:
    desk = as_("王芳")
    assert refusal(lambda: reviews.open_month(desk, Month(2026, 6))) is ReviewReason.MONTH_RUNS
    assert refusal(lambda: reviews.of_month(desk, MAY)) is ReviewReason.NO_REVIEW
    number = reviews.open_month(desk, MAY).number
    assert refusal(lambda: reviews.open_month(desk, MAY)) is ReviewReason.REVIEW_OPENED
    month = reviews.of_month(desk, MAY)
    assert (month.figures.arrivals, month.figures.over_counts, month.figures.over_stays) == (15, 1, 1)
    assert [each.kind for each in month.crossings] == [Kind.OVER_COUNT, Kind.OVER_STAY]
    (due,) = month.review.matter.dues
    # The fifth working day of June 2026, at close of business; the first is a Monday.
    assert f"{to_datetime(due.due_at, ZoneInfo('Asia/Shanghai')):%m-%d %H:%M}" == "06-05 18:00"
    assert refusal(lambda: reviews.submit(desk, MAY, "月底集中")) is ReviewReason.CAUSES_OPEN
    crossings = {each.id: "arrivals" for each in month.crossings}
    assert refusal(lambda: reviews.say_cause(desk, MAY, {99: "arrivals"})) is ReviewReason.NOT_OF_MONTH
    reviews.say_cause(desk, MAY, crossings)
    assert refusal(lambda: reviews.submit(desk, MAY, "月底集中")) is ReviewReason.MEASURES_MISSING
    assert refusal(lambda: reviews.leave(desk, MAY, "arrivals", " ")) is ReviewReason.LEFT_WHY
    reviews.leave(desk, MAY, "arrivals", "五一前，一年一次")
    assert refusal(lambda: reviews.submit(desk, MAY, "")) is ReviewReason.NO_CONCLUSION
    reviews.submit(desk, MAY, "月底集中")
    assert state(desk) is ReviewState.SUBMITTED
    assert refusal(lambda: approvals.sign(as_("王芳"), number)) is ApprovalReason.OWN_REQUEST
    assert refusal(lambda: approvals.sign(as_("赵敏"), number)) is ApprovalReason.NOT_THE_ROLE
    approvals.sign(as_("李建国"), number)
    assert state(desk) is ReviewState.APPROVED
    matter = matters.shown(desk, number)
    assert not matter.is_open
    late = refusal(lambda: measures.propose(as_("赵敏"), "加一人", part_of=number))
    assert late is ReviewReason.REVIEW_STATE
    assert matter.dues[0].met_by == "王芳"
    assert refusal(lambda: reviews.say_cause(desk, MAY, crossings)) is ReviewReason.REVIEW_STATE
    assert refusal(lambda: approvals.sign(as_("李建国"), number)) is ApprovalReason.APPROVAL_DECIDED


def test_what_changed_since_it_was_submitted_has_to_be_submitted_again(as_: Any, clock: ManualClock) -> None:
    desk = as_("王芳")
    number = reviews.open_month(desk, MAY).number
    fill(desk)
    reviews.submit(desk, MAY, "月底集中")
    assert [(due.name, due.person) for due in matters.shown(desk, number).dues if due.is_running] == [
        (DueName.APPROVAL, "李建国")
    ]
    shown = approvals.of_matter(desk, number)[-1].id
    crossing = reviews.of_month(desk, MAY).crossings[0].id
    reviews.say_cause(desk, MAY, {crossing: "reception_short"})
    assert state(desk) is ReviewState.DRAFT
    assert refusal(lambda: approvals.sign(as_("李建国"), number)) is ApprovalReason.APPROVAL_DECIDED
    undo.undo(as_("王芳"))
    assert state(desk) is ReviewState.SUBMITTED
    reviews.say_cause(desk, MAY, {crossing: "reception_short"})
    reviews.leave(desk, MAY, "reception_short", "一次")
    reviews.submit(as_("王芳"), MAY, "月底集中，一次接待不足")
    anew = refusal(lambda: approvals.sign(as_("李建国"), number, seen=shown))
    assert anew is ApprovalReason.SUBMITTED_ANEW
    assert [each.state for each in approvals.of_matter(desk, number)] == [ApprovalState.LAPSED, ApprovalState.ASKED]
    approvals.reject(as_("李建国"), number, "请写清接待不足的那一天")
    assert state(desk) is ReviewState.DRAFT
    assert [due.name for due in matters.shown(desk, number).dues if due.is_running] == [DueName.REVIEW]
    reviews.submit(as_("王芳"), MAY, "5月29日接待少一人")
    approvals.sign(as_("李建国"), number)
    assert state(desk) is ReviewState.APPROVED


def test_by_phone_it_counts_at_once_and_is_confirmed_later(as_: Any, clock: ManualClock) -> None:
    desk = as_("王芳")
    number = reviews.open_month(desk, MAY).number
    fill(desk)
    reviews.submit(desk, MAY, "月底集中")
    for call in (
        lambda: approvals.sign(as_("李建国"), number, by_phone="李建国", words="同意"),
        lambda: approvals.sign(as_("赵敏"), number, by_phone="李建国"),
        # Who submitted it takes down nobody's word.
        lambda: approvals.sign(as_("王芳"), number, by_phone="李建国", words="同意"),
    ):
        assert refusal(call) is ApprovalReason.ON_THE_PHONE
    assert (
        refusal(lambda: approvals.sign(as_("赵敏"), number, by_phone="王芳", words="好")) is ApprovalReason.OWN_REQUEST
    )
    approvals.sign(as_("赵敏"), number, by_phone="李建国", words="同意，下月看效果")
    assert state(desk) is ReviewState.APPROVED
    matter = matters.shown(desk, number)
    assert matter.is_open
    assert [(due.name, due.person) for due in matter.dues if due.is_running] == [(DueName.APPROVAL_CONFIRM, "李建国")]
    assert refusal(lambda: approvals.confirm(as_("王芳"), number)) is ApprovalReason.NOTHING_TO_CONFIRM
    approvals.confirm(as_("李建国"), number)
    assert not matters.shown(desk, number).is_open


def test_a_review_that_is_late_calls_the_manager_then_the_director(as_: Any, clock: ManualClock) -> None:
    desk = as_("王芳")
    number = reviews.open_month(desk, MAY).number
    handling.evaluate(desk)
    (due,) = matters.shown(desk, number).dues
    clock.at = due.due_at
    assert not desk.snapshot().has_news(clock.at)
    clock.at += 1
    assert desk.snapshot().has_news(clock.at)
    handling.evaluate(desk)
    (prompt,) = (each for each in desk.snapshot().escalations if each.kind is Kind.DUE_MISSED)
    # No console is open at which the manager would hear it: the director is called too.
    assert (prompt.crossed_at, prompt.level) == (due.due_at, 2)
    assert not desk.snapshot().has_news(clock.at)
    clock.at += DAY
    matters.put_off(desk, number, DueName.REVIEW, clock.at + DAY, why="主管出差")
    handling.evaluate(desk)
    assert desk.snapshot().escalations == ()
    assert matters.shown(desk, number).dues[0].is_missed(clock.at)
    clock.at += DAY + 1
    handling.evaluate(desk)
    assert [each.crossed_at for each in desk.snapshot().escalations] == [clock.at - 1]
    fill(desk)
    reviews.submit(desk, MAY, "月底集中")
    handling.evaluate(desk)
    assert desk.snapshot().escalations == ()


def test_what_is_corrected_after_the_signature_stands_in_the_next_review(as_: Any, clock: ManualClock) -> None:
    desk = as_("王芳")
    number = reviews.open_month(desk, MAY).number
    fill(desk)
    reviews.submit(desk, MAY, "月底集中")
    approvals.sign(as_("李建国"), number)
    zone.arrive(desk, Plate("苏A12349"), at=clock.at - 2 * DAY)
    zone.leave(desk, Plate("苏A12349"), at=clock.at - 2 * DAY + HOUR)
    clock.at += 30 * DAY
    reviews.open_month(as_("王芳"), Month(2026, 6))
    corrections = reviews.of_month(desk, Month(2026, 6)).corrections
    assert corrections["arrivals"] == (15, 16)
    assert corrections["over_stays"] == (1, 2)
    assert state(desk) is ReviewState.APPROVED


def test_a_review_closes_with_its_measures(as_: Any, clock: ManualClock) -> None:
    desk = as_("赵敏")
    number = reviews.open_month(as_("王芳"), MAY).number
    crossings = reviews.of_month(desk, MAY).crossings
    reviews.say_cause(desk, MAY, {each.id: "arrivals" for each in crossings})
    measure = measures.propose(as_("赵敏"), "早高峰加一人", cause="arrivals", part_of=number).number
    reviews.submit(as_("王芳"), MAY, "月底集中")
    approvals.sign(as_("李建国"), number)
    assert refusal(lambda: matters.close(as_("赵敏"), number)) is MatterReason.MATTER_OPEN
    assert matters.obstacles(desk.connection, matters.shown(desk, number)) == (Obstacle.PART,)
    measures.agree(as_("王芳"), measure, "赵敏", clock.at + DAY, metric="over_counts_per_day", expected=-50)
    measures.done(as_("赵敏"), measure, "排班已改")
    clock.at += 40 * DAY
    measures.check(as_("李建国"), measure, EffectVerdict.NO_CHANGE_SEEN, "看不出变化")
    found = measures.shown(desk, measure)
    assert found.matter.is_open
    assert refusal(lambda: measures.agree(as_("王芳"), measure, "赵敏", clock.at + DAY)) is not None
    measures.agree(as_("王芳"), measure, "赵敏", clock.at + DAY, words="改为错峰预约")
    measures.done(as_("赵敏"), measure, "预约已分时段")
    measures.check(as_("李建国"), measure, EffectVerdict.CARRIED_OUT, "看过预约本")
    assert [each.words for each in measures.shown(desk, measure).entries] == [
        "", "", "排班已改", "看不出变化", "改为错峰预约", "预约已分时段", "看过预约本",
    ]  # fmt: skip
    assert not matters.shown(desk, number).is_open


def test_major_quality_problems_of_the_month_stand_in_its_review(as_: Any) -> None:
    """So they reach the head, who signs it (C19)."""
    desk = as_("赵敏")
    complain(desk, kind=CaseKind.PRODUCT, severity=Severity.MAJOR, received_at=desk.now() - 4 * DAY)
    complain(desk, kind=CaseKind.PRODUCT, received_at=desk.now() - 4 * DAY)
    complain(desk, kind=CaseKind.PRODUCT, severity=Severity.MAJOR)
    reviews.open_month(as_("王芳"), MAY)
    assert [case.id for case in reviews.of_month(desk, MAY).problems] == [1]


def test_the_months_of_a_year_side_by_side(as_: Any) -> None:
    """How the team's service went on (G6)."""
    desk = as_("王芳")
    reviews.open_month(desk, MAY)
    found = of_year(desk, 2026)
    assert [str(each.month) for each in found] == [f"2026-0{number}" for number in range(1, 7)]
    assert [each.figures.arrivals for each in found] == [0, 0, 0, 0, 15, 0]
    assert [each.review is not None for each in found] == [False, False, False, False, True, False]


def test_the_review_is_opened_on_the_first_of_the_month(as_: Any, clock: ManualClock) -> None:
    """A store plans it with its first prompt; what has begun in May is reviewed from 1 June, 6 o'clock, once."""
    desk = as_("王芳")
    for _ in range(2):
        handling.evaluate(desk)
    (review,) = reviews.opened(desk)
    assert (review.month, review.state) == (MAY, ReviewState.DRAFT)
    clock.at += 31 * DAY
    handling.evaluate(desk)
    # No car came in June: there is nothing to review.
    assert [each.month for each in reviews.opened(desk)] == [MAY]
    assert desk.read(agenda.next_one).at > clock.at


def test_causes_can_be_taken_back_and_signatures_cannot(as_: Any) -> None:
    desk = as_("王芳")
    number = reviews.open_month(desk, MAY).number
    crossing = reviews.of_month(desk, MAY).crossings[0].id
    reviews.say_cause(desk, MAY, {crossing: "arrivals"})
    reviews.say_cause(desk, MAY, {crossing: "other"}, "修路")
    undo.undo(desk)
    assert reviews.of_month(desk, MAY).causes[crossing].cause == "arrivals"
    fill(desk)
    reviews.submit(desk, MAY, "月底集中")
    approvals.sign(as_("李建国"), number)
    assert refusal(lambda: undo.undo(desk)) is not None
    assert state(desk) is ReviewState.APPROVED


def test_what_a_signed_review_stands_on_is_not_taken_back(as_: Any) -> None:
    number = reviews.open_month(as_("王芳"), MAY).number
    desk = as_("赵敏")
    reviews.say_cause(desk, MAY, {each.id: "arrivals" for each in reviews.of_month(desk, MAY).crossings})
    reviews.leave(as_("王芳"), MAY, "arrivals", "一年一次")
    reviews.submit(as_("王芳"), MAY, "月底集中")
    assert refusal(lambda: undo.undo(as_("赵敏"))) in {JournalReason.CHANGED_SINCE, JournalReason.BUILT_ON}
    approvals.sign(as_("李建国"), number)
    assert refusal(lambda: undo.undo(as_("赵敏"))) in {JournalReason.CHANGED_SINCE, JournalReason.BUILT_ON}
    assert len(reviews.of_month(desk, MAY).causes) == 2


def test_whoever_is_said_to_have_approved_by_phone_can_say_no(as_: Any) -> None:
    number = reviews.open_month(as_("王芳"), MAY).number
    desk = as_("王芳")
    fill(desk)
    reviews.submit(desk, MAY, "月底集中")
    approvals.sign(as_("赵敏"), number, by_phone="李建国", words="同意")
    assert refusal(lambda: approvals.reject(as_("李建国"), number, "")) is ApprovalReason.REJECTED_WHY
    approvals.reject(as_("李建国"), number, "我没有同意")
    assert state(desk) is ReviewState.DRAFT
    assert [due.name for due in matters.shown(desk, number).dues if due.is_running] == [DueName.REVIEW]


def test_who_may_do_what(as_: Any) -> None:
    """A guard says no causes; an advisor says them, and leaves, submits and agrees on nothing."""
    reviews.open_month(as_("王芳"), MAY)
    crossing = reviews.of_month(as_("王芳"), MAY).crossings[0].id
    proposed = measures.propose(as_("赵敏"), "加一人").number
    for who, call in (
        ("赵敏", lambda desk: measures.drop(desk, proposed, "没钱")),
        ("张三", lambda desk: reviews.say_cause(desk, MAY, {crossing: "arrivals"})),
        ("张三", lambda desk: measures.propose(desk, "加一人")),
        ("赵敏", lambda desk: reviews.leave(desk, MAY, "arrivals", "一次")),
    ):
        assert refusal(lambda who=who, call=call: call(as_(who))) is PeopleReason.NOT_YOUR_POST
    assert refusal(lambda: reviews.say_cause(as_("路人"), MAY, {crossing: "arrivals"})) is PeopleReason.UNKNOWN_PERSON
    reviews.say_cause(as_("赵敏"), MAY, {crossing: "arrivals"})
    said = refusal(lambda: reviews.say_cause(as_("王芳"), MAY, {crossing: "arrivals"}))
    assert said is ReviewReason.ALL_SAID
