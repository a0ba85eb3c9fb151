"""Each stage of a case with each step: the next stage, or a refusal; what a step needs, and who may take it (C12)."""

from dataclasses import replace

import pytest

from frontdesk.domain.cases.asks import Remedy
from frontdesk.domain.cases.case import (
    AtQuality,
    Case,
    CaseKind,
    Channel,
    Form,
    Nature,
    ReportedTo,
    Severity,
    Stage,
)
from frontdesk.domain.cases.checks import check, rank_needed
from frontdesk.domain.cases.clock_effects import effects
from frontdesk.domain.cases.clocks import ClockName, DueClock, Pause
from frontdesk.domain.cases.decision import decide
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.step_inputs import NOTHING, Given
from frontdesk.domain.cases.steps import (
    ANSWERS,
    ASKS,
    NEEDS_NOTE,
    CaseStep,
    Obstacle,
    must_be_written_up,
    obstacles,
    possible_steps,
    stage_after,
)
from frontdesk.domain.people.roles import Rank
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import NO_PLATE

R, A, W, D, C, X = Stage  # registered, assigned, answered, resolved (done), confirmed, closed
OPEN = {R: R, A: A, W: W, D: D, C: C}
LEADS_TO: dict[CaseStep, dict[Stage, Stage]] = {
    CaseStep.ASSIGN: {**OPEN, R: A},
    CaseStep.INFORM: OPEN, CaseStep.VISIT: OPEN, CaseStep.JUDGE: OPEN, CaseStep.TO_QUALITY: OPEN,
    CaseStep.PROMISE: OPEN,
    CaseStep.KEEP: OPEN, CaseStep.REPORT: OPEN, CaseStep.PAUSE: OPEN,
    CaseStep.ANSWER: {R: W, A: W, W: W},
    CaseStep.RESOLVE: {W: D},
    CaseStep.CONFIRM: {D: C},
    CaseStep.CLOSE: {},
    CaseStep.CLOSE_ANYWAY: dict.fromkeys(OPEN, X),
    CaseStep.REOPEN: {D: R, C: R, X: R},
    CaseStep.NOTE: {**OPEN, X: X},
    CaseStep.QUALITY: {}, CaseStep.PASS_ON: {}, CaseStep.DECIDE: {}, CaseStep.WRITE_UP: {}, CaseStep.RESUME: {},
    CaseStep.AMEND: {},
    CaseStep.FOLLOW_UP: {}, CaseStep.WITHDRAW: OPEN,
    **dict.fromkeys(ASKS, OPEN), **{step: {} for step in ANSWERS}, CaseStep.NOT_NEEDED: {},
}  # fmt: skip
"""A major case whose clocks all run, and of which nothing else is to be said."""

NOW = 1_000
GIVEN = Given(
    at=NOW + 1, clock=ClockName.ON_SITE, severity=Severity.ORDINARY, remedy=Remedy.REFUND, people="王工 检测仪"
)


def case(stage: Stage, *clocks: DueClock) -> Case:
    waiting = clocks or tuple(
        DueClock(number, name, 0, 1_800_000, None, agreed_at=1_800_000 if name is ClockName.PROMISED else None)
        for number, name in enumerate(ClockName, 1)
    )
    return Case(
        7, 0, Channel.PHONE, CaseKind.WAITING, Severity.MAJOR, stage, "", "", NO_PLATE, "等太久", None, "", waiting
    )


def refusal(
    case: Case, step: CaseStep, words: str = "words", given: Given = GIVEN, rank: Rank = Rank.DIRECTOR
) -> Reason:
    with pytest.raises(Refused) as refused:
        check(case, step, words, given, rank=rank, now=NOW)
    return refused.value.reason


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("step", CaseStep)
def test_every_stage_with_every_step(stage: Stage, step: CaseStep) -> None:
    to = LEADS_TO[step].get(stage)
    assert (step in possible_steps(case(stage))) is (to is not None)
    if to is None:
        wrong = (
            CaseReason.CANNOT_CLOSE if (step, stage) == (CaseStep.CLOSE, Stage.CONFIRMED) else CaseReason.WRONG_STATE
        )
        assert refusal(case(stage), step) is wrong
        return
    check(case(stage), step, "words", GIVEN, rank=Rank.DIRECTOR, now=NOW)
    assert stage_after(case(stage), step) is to
    if step in NEEDS_NOTE:
        assert refusal(case(stage), step, "") is CaseReason.NOTE_MISSING
    else:
        check(case(stage), step, "", GIVEN, rank=Rank.DIRECTOR, now=NOW)


def standing(**more: object) -> Case:
    return case(Stage.ANSWERED)._replace(**more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "possible", "not_possible"),
    [
        (standing(at_quality=AtQuality.ASKED), {CaseStep.QUALITY}, {CaseStep.TO_QUALITY, CaseStep.PASS_ON}),
        (standing(at_quality=AtQuality.ANSWERED), {CaseStep.PASS_ON}, {CaseStep.TO_QUALITY, CaseStep.QUALITY}),
        (standing(reported_to=ReportedTo.MANAGER), {CaseStep.DECIDE, CaseStep.REPORT}, set()),
        (standing(reported_to=ReportedTo.DIRECTOR), {CaseStep.DECIDE}, {CaseStep.REPORT}),
        (standing(to_write_up=1), {CaseStep.WRITE_UP}, set()),
        (standing(stage=Stage.CLOSED, follow_up_at=5), {CaseStep.FOLLOW_UP}, set()),
        (standing(stage=Stage.CLOSED, follow_up_at=5, followed_up_at=9), set(), {CaseStep.FOLLOW_UP}),
        (standing(clocks=()), set(), {CaseStep.INFORM, CaseStep.VISIT, CaseStep.KEEP, CaseStep.PAUSE, CaseStep.RESUME}),
        (standing(stage=Stage.CONFIRMED, clocks=()), {CaseStep.CLOSE}, set()),
    ],
)
def test_what_stands_makes_steps_possible(found: Case, possible: set[CaseStep], not_possible: set[CaseStep]) -> None:
    steps = set(possible_steps(found))
    assert possible <= steps
    assert not not_possible & steps


@pytest.mark.parametrize(
    ("found", "in_the_way"),
    [
        (case(Stage.CONFIRMED), [Obstacle.CLOCKS]),
        (case(Stage.CONFIRMED)._replace(clocks=()), []),
        (case(Stage.RESOLVED)._replace(clocks=()), [Obstacle.UNCONFIRMED]),
        (case(Stage.CONFIRMED)._replace(clocks=(), at_quality=AtQuality.ANSWERED), [Obstacle.QUALITY]),
        (case(Stage.CONFIRMED)._replace(clocks=(), reported_to=ReportedTo.MANAGER), [Obstacle.REPORTED]),
        (case(Stage.CONFIRMED)._replace(clocks=(), to_write_up=2), [Obstacle.NOT_WRITTEN_UP]),
    ],
)
def test_what_stands_in_the_way_of_closing(found: Case, in_the_way: list[Obstacle]) -> None:
    assert list(obstacles(found)) == in_the_way
    assert (CaseStep.CLOSE in possible_steps(found)) is (not in_the_way)


@pytest.mark.parametrize(
    ("step", "found", "given", "rank"),
    [
        (CaseStep.CLOSE_ANYWAY, standing(), NOTHING, Rank.MANAGER),
        (CaseStep.JUDGE, standing(), Given(severity=Severity.ORDINARY), Rank.MANAGER),
        (CaseStep.JUDGE, standing(severity=Severity.ORDINARY), Given(severity=Severity.MAJOR), Rank.DESK),
        (CaseStep.DECIDE, standing(reported_to=ReportedTo.MANAGER), NOTHING, Rank.MANAGER),
        (CaseStep.DECIDE, standing(reported_to=ReportedTo.DIRECTOR), NOTHING, Rank.DIRECTOR),
        (CaseStep.ANSWER, standing(), NOTHING, Rank.DESK),
    ],
)
def test_who_may(step: CaseStep, found: Case, given: Given, rank: Rank) -> None:
    assert rank_needed(found, step, given) is rank
    for other in Rank:
        if other < rank:
            assert refusal(found, step, given=given, rank=other) is CaseReason.NOT_ALLOWED
        else:
            check(found, step, "words", given, rank=other, now=NOW)


@pytest.mark.parametrize(("severity", "rank"), [(Severity.MAJOR, Rank.MANAGER), (Severity.ORDINARY, Rank.DESK)])
def test_judged_anew_it_is_the_other_severity(severity: Severity, rank: Rank) -> None:
    assert rank_needed(standing(severity=severity), CaseStep.JUDGE) is rank


PAUSED = DueClock(4, ClockName.ON_SITE, 0, 5_000, None, pauses=(Pause(900, 1_500, "awaiting parts", "李四"),))
MISSED = DueClock(5, ClockName.FULL_ANSWER, 0, 999, None)


@pytest.mark.parametrize(
    ("step", "given", "reason"),
    [
        (CaseStep.JUDGE, Given(severity=Severity.MAJOR), CaseReason.SAME_SEVERITY),
        (CaseStep.JUDGE, NOTHING, CaseReason.SAME_SEVERITY),
        (CaseStep.PROMISE, NOTHING, CaseReason.DATE_MISSING),
        (CaseStep.PROMISE, Given(at=NOW), CaseReason.DATE_PAST),
        (CaseStep.PROMISE, Given(at=NOW - 1), CaseReason.DATE_PAST),
        (CaseStep.PROMISE, Given(at=NOW + 3 * 366 * 86_400_000), CaseReason.DATE_FAR),
        (CaseStep.PAUSE, Given(at=NOW + 1), CaseReason.NO_CLOCK),
        (CaseStep.PAUSE, Given(at=NOW + 1, clock=ClockName.PROMISED), CaseReason.NO_CLOCK),
        (CaseStep.PAUSE, Given(at=NOW + 1, clock=ClockName.FULL_ANSWER), CaseReason.CLOCK_MISSED),
        (CaseStep.PAUSE, Given(at=NOW + 1, clock=ClockName.ON_SITE), CaseReason.PAUSED_ALREADY),
        (CaseStep.RESUME, Given(clock=ClockName.FULL_ANSWER), CaseReason.NOT_PAUSED),
    ],
)
def test_what_is_given_must_make_sense(step: CaseStep, given: Given, reason: Reason) -> None:
    assert refusal(case(Stage.ANSWERED, PAUSED, MISSED), step, given=given) is reason


@pytest.mark.parametrize("satisfaction", [None, 0, 6, -1])
def test_satisfaction_is_one_to_five(satisfaction: int | None) -> None:
    found = standing(stage=Stage.CLOSED, follow_up_at=5)
    assert refusal(found, CaseStep.FOLLOW_UP, given=Given(satisfaction=satisfaction)) is CaseReason.BAD_SATISFACTION
    check(found, CaseStep.FOLLOW_UP, "", Given(satisfaction=5), rank=Rank.DESK, now=NOW)


def test_qualitys_answer_keeps_it_from_coming_back() -> None:
    """What was found, why, and what is done against it: all three (C13)."""
    asked = standing(at_quality=AtQuality.ASKED)
    whole = Given(investigation="油封老化", analysis="批次问题", measure="整批更换")
    check(asked, CaseStep.QUALITY, "已查明", whole, rank=Rank.DESK, now=NOW)
    for less in (replace(whole, investigation=""), replace(whole, analysis=""), replace(whole, measure="")):
        assert refusal(asked, CaseStep.QUALITY, given=less) is CaseReason.QUALITY_INCOMPLETE


@pytest.mark.parametrize(
    ("severity", "nature", "step", "form", "up"),
    [
        (Severity.ORDINARY, Nature.COMPLAINT, CaseStep.ANSWER, Form.WRITTEN, False),
        (Severity.ORDINARY, Nature.INQUIRY, CaseStep.ANSWER, Form.SPOKEN, True),
        (Severity.ORDINARY, Nature.COMPLAINT, CaseStep.CONFIRM, Form.SPOKEN, False),
        (Severity.MAJOR, Nature.COMPLAINT, CaseStep.CONFIRM, Form.SPOKEN, True),
        (Severity.ORDINARY, Nature.DISPUTE, CaseStep.CONFIRM, Form.SPOKEN, True),
        (Severity.MAJOR, Nature.DISPUTE, CaseStep.NOTE, Form.SPOKEN, False),
    ],
)
def test_what_is_spoken_is_written_up(severity: Severity, nature: Nature, step: CaseStep, form: Form, up: bool) -> None:
    """An answer, and the confirmation of a major case or a dispute (C7, Q5)."""
    assert must_be_written_up(standing(severity=severity, nature=nature), step, form) is up


def test_severity_adds_clocks_and_lifts_them() -> None:
    ordinary = standing(severity=Severity.ORDINARY)._replace(clocks=(MISSED,))
    up = effects(ordinary, CaseStep.JUDGE, Given(severity=Severity.MAJOR), NOW)
    assert (up.start, up.revive) == ((ClockName.HEAD_INFORMED, ClockName.ON_SITE), ())
    down = effects(standing(clocks=(PAUSED, MISSED)), CaseStep.JUDGE, Given(severity=Severity.ORDINARY), NOW)
    assert down.lift == (PAUSED,)
    lifted = PAUSED._replace(lifted_at=950)
    again = effects(ordinary._replace(clocks=(lifted, MISSED)), CaseStep.JUDGE, Given(severity=Severity.MAJOR), NOW)
    assert (again.start, again.revive) == ((ClockName.HEAD_INFORMED,), (lifted,))


def test_opened_again_what_was_still_owed_is_owed_again() -> None:
    promise = DueClock(9, ClockName.PROMISED, 0, 800, None, lifted_at=900, agreed_at=800)
    met = DueClock(8, ClockName.FIRST_ANSWER, 0, 800, 700)
    closed = standing(stage=Stage.CLOSED, clocks=(met, promise, PAUSED._replace(lifted_at=950)))
    found = effects(closed, CaseStep.REOPEN, NOTHING, NOW)
    assert found.start == (ClockName.FIRST_ANSWER, ClockName.FULL_ANSWER, ClockName.AGREE_DATE)
    assert {clock.name for clock in found.revive} == {ClockName.PROMISED, ClockName.ON_SITE}


@pytest.mark.parametrize(
    ("met_at", "now", "missed"),
    [(None, 1000, False), (None, 1001, True), (1000, 5000, False), (1001, 5000, True)],
)
def test_met_at_the_very_instant_is_in_time(met_at: int | None, now: int, missed: bool) -> None:
    assert DueClock(1, ClockName.FIRST_ANSWER, 0, 1000, met_at).is_missed(now) is missed


def test_the_next_due_is_the_first_running_clock() -> None:
    clocks = (
        DueClock(1, ClockName.FIRST_ANSWER, 0, 900, None),
        DueClock(2, ClockName.HEAD_INFORMED, 0, 300, 200),
        DueClock(3, ClockName.FIRST_ANSWER, 0, 500, None),
    )
    assert case(Stage.REGISTERED, *clocks).next_due is clocks[2]
    assert case(Stage.REGISTERED, clocks[1]).next_due is None


def test_one_decision_says_all_that_a_step_makes_of_a_case() -> None:
    spoken = decide(case(Stage.REGISTERED), CaseStep.ANSWER, "已答复", Given(form=Form.SPOKEN), rank=Rank.DESK, now=NOW)
    assert (spoken.stage, spoken.form, dict(spoken.changes)) == (Stage.ANSWERED, Form.SPOKEN, {})
    up = decide(case(Stage.REGISTERED), CaseStep.REPORT, "请定", NOTHING, rank=Rank.DESK, now=NOW)
    assert (up.stage, dict(up.changes)) == (Stage.REGISTERED, {"reported_to": ReportedTo.MANAGER})
    to = decide(case(Stage.REGISTERED), CaseStep.ASSIGN, "赵六\n", NOTHING, rank=Rank.DESK, now=NOW)
    assert (to.stage, dict(to.changes)) == (Stage.ASSIGNED, {"assigned_to": "赵六"})


FIRST, SECOND = (DueClock(number, ClockName.PROMISED, 0, due, None) for number, due in ((7, NOW), (8, NOW + 1)))
OVER = DueClock(9, ClockName.PROMISED, 0, NOW - 1, None)


@pytest.mark.parametrize(
    ("clocks", "given", "rank", "reason"),
    [
        ((FIRST,), NOTHING, Rank.DESK, None),
        ((FIRST, SECOND), Given(promise=8), Rank.DESK, None),
        ((FIRST, SECOND), NOTHING, Rank.DESK, CaseReason.WHICH_PROMISE),
        ((FIRST,), Given(promise=8), Rank.DESK, CaseReason.NO_CLOCK),
        ((OVER,), NOTHING, Rank.DESK, CaseReason.PROMISE_MISSED),
        ((OVER, SECOND), Given(promise=8), Rank.DESK, None),
        ((OVER,), NOTHING, Rank.MANAGER, None),
        ((PAUSED,), NOTHING, Rank.MANAGER, CaseReason.WRONG_STATE),
    ],
)
def test_a_promise_entered_wrongly_is_withdrawn(
    clocks: tuple[DueClock, ...], given: Given, rank: Rank, reason: Reason | None
) -> None:
    found = case(Stage.ANSWERED, *clocks)
    if reason is None:
        assert decide(found, CaseStep.WITHDRAW, "填错", given, rank=rank, now=NOW).clocks.withdraw
        assert refusal(found, CaseStep.WITHDRAW, words="", given=given, rank=rank) is CaseReason.NOTE_MISSING
    else:
        assert refusal(found, CaseStep.WITHDRAW, given=given, rank=rank) is reason
