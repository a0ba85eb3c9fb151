"""Ctrl+X and two digits: reported from anywhere, whatever is up; everybody sees it until it is over (I1, I2)."""

import pytest
from textual.widgets import Input

from frontdesk.app.sounding import Sounding
from frontdesk.desk.escalations import handling
from frontdesk.desk.incidents import commanding, reading, reporting
from frontdesk.domain.escalations.prompts import Urgency
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.people.staff import Actor
from frontdesk.words import i18n
from screens.kit.live import Live
from screens.stations.banner_drawing import draw_banner
from screens.stations.lounge_drawing import draw

FIRE, POWER = IncidentKind.FIRE, IncidentKind.POWER_FAILURE


def told(desk, clock, width=80):
    lines = draw_banner(Live(desk.snapshot(), clock.at, Actor("guard", "张三")), width)
    assert all(sum(span.width for span in line) == width for line in lines)
    return ["".join(span.text for span in line).strip() for line in lines]


def reported(desk):
    return [(each.kind, each.place) for each in reading.listed(desk)]


@pytest.mark.parametrize("station", ["guard", "reception", "manager", "workshop"])
async def test_three_keys_at_every_station(at_station, staffed, station):
    async with at_station(station) as desk:
        await desk.press("ctrl+x", "1", "2")
        await desk.dialog("IncidentDialog")
        await desk.reads("nobody has the command", "fire brigade", "王五")
        assert reported(staffed) == [(FIRE, "workshop")]
        assert len(["ctrl+x", "1", "2"]) <= 4
        await desk.press("escape")
        await desk.reads("‼ incident No. 1 fire, workshop")


async def test_from_within_a_form_and_what_is_filled_in_stays(at_station, staffed):
    async with at_station("reception") as desk:
        await desk.press(*"12345")
        await desk.press("ctrl+n")
        await desk.dialog("NewCaseForm")
        box = desk.app.focused
        await desk.press(*"abc")
        # In a box Ctrl+X would cut what is marked: it reports instead.
        box.action_select_all()
        await desk.press("ctrl+x", "5", "8")
        await desk.dialog("IncidentDialog")
        await desk.press("escape")
        await desk.dialog("NewCaseForm")
        assert "abc" in desk.text
        assert reported(staffed) == [(POWER, "power_room")]


@pytest.mark.parametrize(
    ("kind", "place", "found"),
    [("１", "２", (FIRE, "workshop")), ("1", "1", (FIRE, "zone")), ("0", "0", (IncidentKind.WEATHER, "outside"))],
)
async def test_full_width_digits_and_one_key_twice(at_station, staffed, kind, place, found):
    async with at_station("guard") as desk:
        await desk.press("ctrl+x", kind, kind, kind)
        await desk.dialog("ReportDialog")
        assert reported(staffed) == []
        desk.clock.at += 700
        await desk.press(place, place)
        await desk.dialog("IncidentDialog")
        assert reported(staffed) == [found]


async def test_another_kind_and_a_hazard_by_touch(at_station, staffed):
    async with at_station("guard") as desk:
        await desk.press("ctrl+x")
        await desk.dialog("ReportDialog")
        await desk.press("3", "backspace", "f3")
        await desk.touch("parts store")
        await desk.dialog("HazardDialog")
        assert reported(staffed) == [(IncidentKind.HAZARD, "parts_store")]
        assert staffed.snapshot().escalations == ()


async def test_nobody_has_to_have_signed_in(at_station, staffed):
    async with at_station("guard", who="") as desk:
        await desk.until(lambda: len(desk.app.screen_stack) > 1)
        await desk.press("ctrl+x", "1", "2")
        await desk.dialog("IncidentDialog")
        assert reported(staffed) == [(FIRE, "workshop")]


async def test_the_page_of_the_command(at_station, staffed):
    async with at_station("manager") as desk:
        await desk.press("ctrl+x", "1", "2")
        await desk.dialog("IncidentDialog")
        await desk.later(700)
        await desk.press("f2")
        await desk.reads("command: 王五")
        await desk.press(*"put out", "enter")
        await desk.reads("told of it: put out")
        await desk.press("3", "f4")
        await desk.reads("major incident", "hurt: 3")
        await desk.press(*"half said", "escape")
        await desk.press("ctrl+x")
        await desk.dialog("IncidentDialog")
        assert desk.app.screen.query_one(Input).value == "half said"
        await desk.later(700)
        await desk.press("f3")
        await desk.reads("contained, for")
        await desk.later(700)
        await desk.press("f8")
        await desk.reads("cannot be declared over yet")


async def test_an_open_one_is_shown_first_and_one_key_reports_another(at_station, staffed):
    staffed.actor = Actor("reception", "李四")
    reporting.report(staffed, FIRE, "workshop")
    async with at_station("guard") as desk:
        await desk.press("ctrl+x")
        await desk.dialog("IncidentDialog")
        await desk.later(700)
        await desk.press("f10")
        await desk.dialog("ReportDialog")
        await desk.press("1", "2")
        await desk.reads("李四 reported it first")
        await desk.later(700)
        await desk.press("ctrl+x", "5", "8")
        await desk.reads("No. 2 power failure, power room")
        await desk.press("tab")
        await desk.reads("No. 1 fire, workshop: ")


@pytest.mark.parametrize("station", ["guard", "workshop"])
async def test_a_station_sounds_also_where_the_sound_is_off(at_station, staffed, station):
    heard = []
    async with at_station(station, listeners=(Sounding(lambda urgency, _app: heard.append(urgency)),)) as desk:
        await desk.press("ctrl+s")
        staffed.actor = Actor("reception", "李四")
        reporting.report(staffed, FIRE, "workshop")
        await desk.until(lambda: heard == [Urgency.EMERGENCY])
        # Somebody sees another one: that is heard, too.
        reporting.report(staffed, POWER, "power_room")
        await desk.until(lambda: len(heard) == 2)
        await desk.later(60_000)
        handling.evaluate(staffed)
        await desk.until(lambda: len(heard) == 3)


def test_a_red_line_until_it_is_over_then_how_it_ended(staffed, clock):
    staffed.actor = Actor("reception", "李四")
    number = reporting.report(staffed, FIRE, "workshop").number
    drill = "DRILL No. 2 fire, lounge"
    assert told(staffed, clock)[0].startswith("‼ incident No. 1 fire, workshop")
    commanding.take(staffed, number)
    commanding.contain(staffed, number)
    assert "contained" in told(staffed, clock, 120)[0]
    reporting.take_back(staffed, number)
    assert told(staffed, clock) == ["No. 1 fire, workshop: a mistake: there was nothing · 李四"]
    clock.at += 120_001
    assert told(staffed, clock) == []
    reporting.report(staffed, FIRE, "lounge", is_drill=True)
    assert told(staffed, clock)[0].startswith(f"‼ {drill}")
    for place in ("paint", "office", "parking"):
        reporting.report(staffed, POWER, place)
    lines = told(staffed, clock)
    assert len(lines) == 2
    assert "and 3 more" in lines[1]


def test_the_lounge_stays_calm(staffed, clock):
    staffed.actor = Actor("reception", "李四")

    def shown():
        lines = draw(staffed.snapshot(), clock.at, 80, 24)
        assert not {span.tone for line in lines for span in line} & {"prompt", "over", "warn"}
        return " ".join(span.text for line in lines for span in line)

    reporting.report(staffed, FIRE, "lounge", is_drill=True)
    reporting.report(staffed, POWER, "power_room")
    assert "follow" not in shown()
    number = reporting.report(staffed, FIRE, "workshop").number
    assert "please follow the staff" in shown()
    assert "请听从工作人员引导" in shown()
    assert i18n.language() == "en"
    reporting.take_back(staffed, number)
    assert "follow" not in shown()


async def test_whoever_takes_the_command_unsigned_signs_in_over_the_page(at_station, staffed):
    async with at_station("manager", who="") as desk:
        await desk.press("escape", "ctrl+x", "1", "2")
        await desk.dialog("IncidentDialog")
        await desk.later(700)
        await desk.press("f2")
        await desk.dialog("OperatorDialog")
        await desk.later(700)
        await desk.press("1")
        await desk.dialog("IncidentDialog")
        await desk.later(700)
        await desk.press("f2")
        await desk.reads("command of an incident")
    assert reading.listed(staffed)[0].command == "王五"
