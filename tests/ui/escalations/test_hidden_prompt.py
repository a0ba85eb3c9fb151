"""A dialog hides no prompt that its station has to answer (Z5, Z6), nor that the picture is old."""

import pytest
from rich.cells import cell_len

from frontdesk.desk.cases import steps
from frontdesk.desk.escalations import handling
from frontdesk.desk.people import staff
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.terms import Kind, State
from frontdesk.domain.people.staff import Post
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import MINUTE
from frontdesk.words import i18n
from screens.escalations.prompt_line import prompt_line

CARS = ("苏A12345", "苏A23456", "苏A34567", "苏A45678")
DIALOGS = [("f1", "HelpDialog"), ("ctrl+n", "NewCaseForm"), ("ctrl+f", "CaseBrowser"), ("ctrl+y", "RecordList")]


@pytest.mark.usefixtures("attended")
@pytest.mark.parametrize("speaks", ["zh", "en"])
@pytest.mark.parametrize(("key", "dialog"), DIALOGS)
async def test_what_crosses_a_limit_is_seen_over_the_dialog(at_station, arrive, key, dialog, speaks):
    i18n.use(speaks)
    arrive(*CARS[:3])
    said = {"zh": ("超量 4/4", "先按 Esc，F8 处置"), "en": ("over-count 4/4", "Esc, then F8 decide")}[speaks]
    async with at_station("manager") as manager:
        await manager.cars(*CARS[:3])
        await manager.press(key)
        await manager.dialog(dialog)
        before = manager.show(".dialog").split("\n")[1:]
        assert all(each not in manager.text for each in said)
        arrive(CARS[3])
        hides = manager.app.screen.query_one(".dialog").region.y < 2
        expected, place = (said, 0) if hides else (said[:1], 1)
        await manager.until(lambda: all(each in manager.lines[place] for each in expected))
        # Nothing has moved under the eye or the finger.
        assert manager.show(".dialog").split("\n")[1:] == before
        await manager.press("escape")
        await manager.closed()
        await manager.later(700)
        await manager.press("f8")
        await manager.dialog("DecideDialog")
        # Whoever has taken it on is not called again.
        assert said[1] not in manager.text


@pytest.mark.usefixtures("attended")
async def test_as_many_esc_as_there_are_dialogs(at_station, arrive, case, staffed):
    arrive(*CARS)
    case()
    for _note in range(12):
        steps.take(staffed, 1, CaseStep.NOTE, "客户来电")
    async with at_station("manager") as manager:
        await manager.cars(*CARS)
        await manager.press("tab", "enter")
        await manager.dialog("CaseDialog")
        await manager.reads("Esc, then F8", "─ Complaint No. 1 ─")
        await manager.press("f3")
        await manager.dialog("StepForm")
        await manager.reads("Esc ×2, then F8")
        await manager.press("escape", "escape")
        await manager.closed()
        await manager.later(700)
        await manager.press("f8")
        await manager.dialog("DecideDialog")


@pytest.mark.usefixtures("attended")
@pytest.mark.parametrize("speaks", ["zh", "en"])
@pytest.mark.parametrize("dialogs", [0, 1, 2])
async def test_whom_to_tell_and_its_key_stay_on_the_line(desk, arrive, clock, speaks, dialogs):
    i18n.use(speaks)
    for post in Post:
        staff.add(desk, f"欧阳建国{post[:2]}", post, "13812345678")
    arrive(*CARS)
    clock.at += 2 * MINUTE
    handling.evaluate(desk)
    snapshot = desk.snapshot()
    crowd = snapshot.over_count._replace(level=2, told_at=None, state=State.RAISED)
    for station in (StationKind.GUARD, StationKind.RECEPTION):
        said = "".join(span.text for span in prompt_line((crowd,), snapshot, station, clock.at, 80, dialogs=dialogs))
        assert said.rstrip().endswith("F8"), said
        assert cell_len(said) == 80
        phone = snapshot.roster.to_fetch(crowd.plan.stage(2).decider, clock.at)[1]
        assert phone is None or phone.phone in said, said


@pytest.mark.usefixtures("attended")
@pytest.mark.parametrize("speaks", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80])
async def test_no_key_and_no_word_of_it_is_cut(desk, arrive, clock, speaks, width):
    i18n.use(speaks)
    arrive(*CARS)
    clock.at += 6 * MINUTE
    handling.evaluate(desk)
    snapshot = desk.snapshot()
    late = [each for each in snapshot.escalations if each.kind is Kind.LATE_RECEPTION]
    for prompts, dialogs in ((late, 0), (late, 2), (late[:1], 1)):
        line = prompt_line(prompts, snapshot, StationKind.RECEPTION, clock.at, width, dialogs=dialogs)
        said = "".join(span.text for span in line)
        assert said.endswith(f"{i18n._('F6 receive now · F8 seen')} ")
        assert cell_len(said) == width


@pytest.mark.usefixtures("attended")
async def test_nobody_is_called_who_is_not_asked(at_station, arrive):
    async with at_station("guard") as guard:
        await guard.press("f1")
        await guard.dialog("HelpDialog")
        arrive(CARS[0])
        await guard.cars(CARS[0])
        await guard.later(2 * MINUTE)
        # A late reception is the reception desk's.
        assert guard.app.screen.query_one("HiddenPrompt").has_class("-silent")


@pytest.mark.usefixtures("attended")
async def test_an_old_picture_is_seen_over_the_dialog_beside_the_prompt(at_station, arrive):
    async with at_station("manager") as manager:
        await manager.press("ctrl+f")
        await manager.dialog("CaseBrowser")
        manager.app.freshness.failed("test", manager.app.now)
        await manager.app.tick()
        await manager.until(lambda: "NO DATA since" in manager.lines[0])
        arrive(*CARS)
        await manager.until(lambda: "over-count 4" in manager.lines[0])

        def both() -> bool:
            return "NO DATA since" in manager.lines[0] and "over-count" in manager.lines[0]

        await manager.until(both)
        manager.app.freshness.works("test")
        await manager.app.tick()
        await manager.until(lambda: "NO DATA since" not in manager.text)


@pytest.mark.usefixtures("attended")
async def test_what_was_covered_is_right_when_it_is_seen_again(at_station, arrive):
    async with at_station("manager") as manager:
        await manager.press("ctrl+f")
        await manager.dialog("CaseBrowser")
        arrive(CARS[0])
        await manager.cars(CARS[0])
        await manager.later(5 * MINUTE)
        assert not manager.screen.is_current
        await manager.press("escape")
        await manager.closed()
        await manager.until(lambda: "5:00" in manager.text and "苏A·12345" in manager.text)
