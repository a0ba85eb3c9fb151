"""Carrying a check out: figures out of range, faults and their measures, what is marked, what is taken back."""

from collections.abc import Callable

import pytest

from frontdesk.desk import measures, undo
from frontdesk.desk.checks import doing, listing, switching
from frontdesk.desk.checks.doing import Given
from frontdesk.desk.checks.switching import Wanted
from frontdesk.desk.desk import Desk
from frontdesk.desk.runs import playbooks, runs
from frontdesk.domain.checks.periods import Every
from frontdesk.domain.checks.reasons import CheckReason
from frontdesk.domain.measures.measure import MeasureState
from frontdesk.domain.runs.playbook import Playbook, Step
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.runs.run import StepState
from frontdesk.domain.values.clock import DAY, SECOND, ManualClock
from frontdesk.domain.values.errors import Reason, Refused

As = Callable[[str], Desk]

STEPS = (
    Step("tyre", "左前胎压", evidence="number:200..280 kPa", safety=True),
    Step("lights", "灯光", evidence="check"),
    Step("fuel", "油量", evidence="choice:满|一半"),
    Step("seen", "看过"),
    Step("guarded", "门卫", role="guard", evidence="check"),
    Step("boss", "经理", role="manager", evidence="words"),
)


def reason(command: Callable[..., object], *values: object, **named: object) -> Reason:
    with pytest.raises(Refused) as refusal:
        command(*values, **named)
    return refusal.value.reason


@pytest.fixture
def begun(as_: As) -> Callable[..., int]:
    def begin(*steps: Step) -> int:
        desk = as_("王芳")
        playbooks.load(desk, Playbook("car", "救援车", "check", steps or STEPS))
        switching.switch_on(desk, "car", Wanted(Every.DAILY, "23:30", playbook="car"))
        return listing.listed(desk).open_rounds[0].matter or 0

    return begin


def item(desk: Desk, number: int, key: str) -> tuple[StepState, str, str]:
    each = runs.of_matter(desk, number)[-1].step(key)
    return each.state, each.value, each.words


@pytest.mark.parametrize(
    ("key", "given", "comes_to"),
    [
        ("tyre", ("199.9", "", False), ("failed", "199.9", "")),
        ("tyre", ("200", "", False), ("done", "200", "")),
        ("tyre", ("280", "", False), ("done", "280", "")),
        ("tyre", ("280.1", "", False), ("failed", "280.1", "")),
        ("tyre", ("-5 kPa", "", False), ("failed", "-5", "")),
        ("tyre", ("240", "有裂纹", True), ("failed", "240", "有裂纹")),
        ("tyre", ("", "表坏了", True), ("failed", "", "表坏了")),
        ("lights", ("1", "", False), ("done", "", "")),
        ("lights", ("2", "", False), ("failed", "", "")),
        ("lights", ("２", "右尾灯[/b]", False), ("failed", "", "右尾灯[/b]")),
        ("lights", ("右尾灯不亮", "", True), ("failed", "", "右尾灯不亮")),
        ("fuel", ("2", "", False), ("done", "一半", "")),
        ("fuel", ("", "漏油", True), ("failed", "", "漏油")),
        ("seen", ("1", "", False), ("done", "", "")),
        ("seen", ("2", "", False), ("failed", "", "")),
    ],
)  # fmt: skip
def test_what_an_item_comes_to(
    begun: Callable[..., int], as_: As, key: str, given: tuple[str, str, bool], comes_to: tuple[str, str, str]
) -> None:
    number, desk = begun(), as_("张三")
    typed, words, is_fault = given
    doing.answer(desk, number, Given(key, typed, words, is_fault))
    assert item(desk, number, key) == comes_to


@pytest.mark.parametrize(
    ("key", "typed", "why"),
    [
        ("tyre", "", RunReason.EVIDENCE_MISSING),
        ("tyre", "viel", RunReason.EVIDENCE_MISSING),
        ("tyre", "NaN", RunReason.EVIDENCE_MISSING),
        ("tyre", "9" * 40, RunReason.EVIDENCE_MISSING),
        ("lights", "3", CheckReason.ITEM_SAYS),
        ("lights", "右尾灯不亮", CheckReason.ITEM_SAYS),
        ("lights", "", CheckReason.ITEM_SAYS),
        ("fuel", "3", RunReason.EVIDENCE_MISSING),
        ("seen", "x", CheckReason.ITEM_SAYS),
        ("boss", "1", RunReason.NOT_YOURS),
        ("none", "1", RunReason.NO_STEP),
    ],
)
def test_what_is_no_answer(begun: Callable[..., int], as_: As, key: str, typed: str, why: Reason) -> None:
    number, desk = begun(), as_("张三")
    assert reason(doing.answer, desk, number, Given(key, typed)) is why
    assert reason(doing.answer, desk, 999, Given("tyre", "1")) is CheckReason.NOT_A_CHECK


def test_a_fault_proposes_a_measure_and_takes_it_back(begun: Callable[..., int], as_: As) -> None:
    number, desk = begun(), as_("张三")
    answered = doing.answer(desk, number, Given("tyre", "185"))
    (measure,) = measures.open_ones(desk)
    assert (measure.matter.title, measure.matter.part_of) == ("救援车 左前胎压 185", number)
    assert (measure.state, measure.proposed_by) == (MeasureState.PROPOSED, "张三")
    assert answered.facts["measure"] == measure.id
    # Measured again, it is still the same fault; then it is none.
    doing.answer(desk, number, Given("tyre", "190"))
    assert [each.id for each in measures.open_ones(desk)] == [measure.id]
    doing.answer(desk, number, Given("tyre", "240"))
    assert measures.open_ones(desk) == ()
    assert runs.of_matter(desk, number)[-1].step("tyre").measure is None
    undo.undo(desk)
    assert [each.id for each in measures.open_ones(desk)] == [measure.id]
    assert item(desk, number, "tyre") == ("failed", "190", "")


def test_the_same_fault_of_the_next_day_has_its_measure(begun: Callable[..., int], as_: As, clock: ManualClock) -> None:
    number, desk = begun(STEPS[1]), as_("王芳")
    doing.answer(desk, number, Given("lights", "2"))
    doing.finish(desk, number)
    (measure,) = measures.open_ones(desk)
    assert listing.shown(desk, number).outcome is not None
    again = switching.open_now(desk, "car").number
    doing.answer(desk, again, Given("lights", "2"))
    assert runs.of_matter(desk, again)[-1].step("lights").measure == measure.id
    assert len(measures.open_ones(desk)) == 1
    # In order after all: the measure stays, for another round proposed it.
    doing.answer(desk, again, Given("lights", "1"))
    assert len(measures.open_ones(desk)) == 1
    doing.answer(desk, again, Given("lights", "2"))
    measures.drop(desk, measure.id, "不需要")
    doing.finish(desk, again)
    clock.at += DAY
    third = switching.open_now(desk, "car").number
    doing.answer(desk, third, Given("lights", "2"))
    assert [each.id for each in measures.open_ones(desk)] != [measure.id]


def test_done_when_every_item_is_answered(begun: Callable[..., int], as_: As, clock: ManualClock) -> None:
    number, desk = begun(*STEPS[:3]), as_("张三")
    doing.answer(desk, number, Given("tyre", "240"))
    assert reason(doing.finish, desk, number) is CheckReason.ITEMS_OPEN
    assert reason(doing.answer, desk, number, Given("lights", words=" ", is_skipped=True)) is RunReason.STEP_WHY
    doing.answer(desk, number, Given("lights", words="车不在", is_skipped=True))
    doing.answer(desk, number, Given("fuel", "1"))
    doing.finish(desk, number)
    assert listing.listed(desk).week == (1, 1)
    assert reason(doing.finish, desk, number) is CheckReason.CHECK_ENDED
    assert reason(doing.answer, desk, number, Given("fuel", "2")) is CheckReason.CHECK_ENDED
    undo.undo(desk)
    doing.answer(desk, number, Given("fuel", "2"))
    doing.finish(desk, number, operation="once")
    assert doing.finish(desk, number, operation="once").number == number


@pytest.mark.parametrize(("apart", "is_fast"), [(1.9, True), (2.0, False), (30, False)])
def test_answered_too_fast_is_marked(
    begun: Callable[..., int], as_: As, clock: ManualClock, apart: float, is_fast: bool
) -> None:
    """From the first answer on: when somebody began to look nobody knows."""
    number, desk = begun(*STEPS[:3]), as_("张三")
    for key, typed in (("tyre", "240"), ("lights", "1"), ("fuel", "1")):
        doing.answer(desk, number, Given(key, typed))
        clock.at += int(apart * SECOND)
    doing.finish(desk, number)
    assert listing.shown(desk, number).too_fast is is_fast
    assert bool(listing.listed(desk).marked) is is_fast


def test_the_same_figures_again_and_again_are_marked(begun: Callable[..., int], as_: As, clock: ManualClock) -> None:
    begun(*STEPS[:2])
    desk = as_("张三")
    found = []
    for typed in ("241", "240", "240", "240", "240", "240", "240", "239"):
        clock.at += DAY
        number = switching.open_now(desk, "car").number if not listing.listed(desk).open_rounds else 0
        number = number or listing.listed(desk).open_rounds[0].matter or 0
        doing.answer(desk, number, Given("tyre", typed))
        clock.at += 5 * SECOND
        doing.answer(desk, number, Given("lights", "1"))
        doing.finish(desk, number)
        found.append(listing.shown(desk, number).same_figures)
    assert found == [False] * 5 + [True, True, False]


def test_two_people_at_one_check(begun: Callable[..., int], as_: As, open_desk: Callable[..., Desk]) -> None:
    """Each item is whose came last; the check is done once."""
    number, desk = begun(*STEPS[:2]), as_("张三")
    other = open_desk("manager", "王芳")
    doing.answer(desk, number, Given("tyre", "240"))
    doing.answer(other, number, Given("lights", "1"))
    doing.answer(other, number, Given("tyre", "250"))
    doing.finish(desk, number)
    assert reason(doing.finish, other, number) is CheckReason.CHECK_ENDED
    assert runs.of_matter(desk, number)[-1].step("tyre").who == "王芳"
