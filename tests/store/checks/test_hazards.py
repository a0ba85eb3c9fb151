"""What a safety walk finds in an area is reported as a hazard there; each leads to the other (I15)."""

from collections.abc import Callable
from functools import partial

import pytest
from store_checks import assert_whole

from frontdesk.desk import matters, measures, undo
from frontdesk.desk.checks import doing, switching
from frontdesk.desk.checks.doing import Given
from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents import aftermath, hazards, reading, reporting
from frontdesk.desk.register import areas
from frontdesk.desk.runs import playbooks, runs
from frontdesk.domain.incidents.aftermath_reasons import AftermathReason
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.register.areas import Area
from frontdesk.domain.runs.playbook import Playbook, Step
from frontdesk.domain.runs.run import RunOutcome
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.words.checks import item_line
from frontdesk.words.register import shipped_areas

As = Callable[[str], Desk]


@pytest.fixture
def walked(as_: As) -> int:
    """A safety walk, in which oil lies on the floor of the workshop."""
    desk = as_("王芳")
    areas.add(desk, "洗车房", shipped_areas())
    switching.switch_on(desk, "safety_walk")
    number = switching.open_now(desk, "safety_walk").number
    doing.answer(desk, number, Given("area.workshop", words="地上有油[/b]", is_fault=True))
    return number


def found_in(desk: Desk, number: int, key: str = "area.workshop") -> int | None:
    """Return what an item of a check led to."""
    return runs.of_matter(desk, number)[-1].step(key).measure


def test_reported_and_linked_both_ways(as_: As, walked: int) -> None:
    desk = as_("张三")
    number = found_in(desk, walked)
    assert number is not None
    followed = aftermath.shown(desk, number)
    assert (followed.incident.kind, followed.incident.place) == (IncidentKind.HAZARD, Area.WORKSHOP)
    assert (followed.incident.words, followed.found_in) == ("地上有油[/b]", matters.shown(desk, walked))
    assert [due.name for due in followed.found.dues] == ["hazard"]
    assert measures.open_ones(desk) == ()
    assert f"hazard No. {number}" in item_line(runs.of_matter(desk, walked)[-1].step("area.workshop"))
    # What is in no area has its measure, as ever; an area of the store's own is one as well.
    doing.answer(desk, walked, Given("waste", "2"))
    assert len(measures.open_ones(desk)) == 1
    doing.answer(desk, walked, Given("area.area_1", "2"))
    assert [each.place_name for each in reading.open_ones(desk)] == ["", "洗车房"]


def test_the_stores_own_steps_for_a_hazard_are_begun(as_: As, walked: int) -> None:
    """As they are for one that is reported by key; whoever took one in hand keeps the hazard (I4, I15)."""
    desk = as_("王芳")
    playbooks.load(
        desk, Playbook("hazard", "隐患", "store", (Step("fence", "围住", due="10 min"), Step("mend", "修好")))
    )
    doing.answer(desk, walked, Given("area.parts_store", words="货架松动", is_fault=True))
    doing.answer(desk, walked, Given("area.lounge", words="地滑", is_fault=True))
    numbers = [found_in(desk, walked, f"area.{area}") or 0 for area in ("parts_store", "lounge")]
    for number in (*numbers, reporting.report(desk, IncidentKind.HAZARD, Area.OFFICE).number or 0):
        (run,) = runs.of_matter(desk, number)
        assert [(each.step.title, each.state) for each in run.steps] == [("围住", "open"), ("修好", "open")]
        assert {due.name for due in matters.shown(desk, number).dues if due.is_running} == {"hazard", "step"}
    runs.done(desk, numbers[0], "fence")
    for key in ("area.parts_store", "area.lounge"):
        doing.answer(desk, walked, Given(key, "1"))
    assert [matters.shown(desk, number).is_open for number in numbers] == [True, False]
    assert runs.of_matter(desk, numbers[1])[-1].outcome is RunOutcome.STOPPED
    assert_whole(desk.connection)


def test_once_and_taken_back_with_its_item(as_: As, walked: int) -> None:
    desk = as_("王芳")
    number = found_in(desk, walked)
    doing.answer(desk, walked, Given("area.workshop", words="地上有油，门口也有", is_fault=True))
    assert found_in(desk, walked) == number
    undo.undo(desk)
    doing.answer(desk, walked, Given("area.workshop", "1"))
    assert found_in(desk, walked) is None
    assert reading.open_ones(desk) == ()
    assert matters.shown(desk, number or 0).outcome is Outcome.MISTAKE
    undo.undo(desk)
    assert [each.id for each in reading.open_ones(desk)] == [number]
    # What somebody has rated is not taken back.
    hazards.rate(desk, number or 0, 2, 2)
    doing.answer(desk, walked, Given("area.workshop", "1"))
    assert [each.id for each in reading.open_ones(desk)] == [number]


def test_a_walk_is_over_with_what_it_found(as_: As, walked: int, clock: ManualClock) -> None:
    desk = as_("王芳")
    for each in runs.of_matter(desk, walked)[-1].steps:
        clock.at += MINUTE
        if each.step.key != "area.workshop":
            doing.answer(desk, walked, Given(each.step.key, "1"))
    doing.finish(desk, walked)
    assert matters.shown(desk, walked).is_open
    # While it stands the next walk does not report it again.
    again, number = switching.open_now(desk, "safety_walk").number, found_in(desk, walked)
    doing.answer(desk, again, Given("area.workshop", "2"))
    assert found_in(desk, again) == number
    hazards.act(desk, number or 0, "已擦净")
    assert not matters.shown(desk, walked).is_open


def test_a_hazard_that_cannot_be_reported_as_an_incident_stays(as_: As, walked: int) -> None:
    """It is one transaction: where the hazard is over already, no incident is left behind."""
    desk = as_("王芳")
    number = found_in(desk, walked) or 0
    hazards.act(desk, number, "已擦净")
    with pytest.raises(Refused) as refusal:
        partial(hazards.becomes, desk, number, IncidentKind.FIRE)()
    assert refusal.value.reason is AftermathReason.HAZARD_ACTED
    assert reading.open_ones(desk) == ()
