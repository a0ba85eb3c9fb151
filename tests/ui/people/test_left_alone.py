"""A station that nobody touches shows nothing of customers until somebody is there again (C10)."""

import pytest
from with_pins import sign_in_by_pin

from frontdesk.desk.cases import register
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.values.plates import NO_PLATE

MINUTE = 60_000


@pytest.fixture
def complained(people):
    """A customer has complained."""
    new = NewCase(
        channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer="陈女士", phone="",
        plate=NO_PLATE, words="等太久",
    )  # fmt: skip
    register.register(people, new)
    return people


async def left_alone(station, for_ms):
    station.clock.at += for_ms
    await station.app.tick()
    await station.pilot.pause()


@pytest.mark.parametrize(("station", "limit"), [("reception", 5 * MINUTE), ("manager", 3 * MINUTE)])
async def test_the_queue_is_covered_and_the_board_is_not(at_station, complained, arrive, station, limit):
    sign_in_by_pin(complained, "王五")
    arrive("苏A12345")
    async with at_station(station, size=(120, 40)) as person:
        await person.reads("陈女士", "等太久", "苏A·12345")
        await left_alone(person, limit - 1)
        assert "陈女士" in person.text
        await left_alone(person, 1)
        await person.until(lambda: "陈女士" not in person.text and "等太久" not in person.text)
        assert "苏A·12345" in person.text
        # A plate is typed on as ever: nothing of it is lost.
        await person.press("b", "1")
        await person.reads("陈女士", "等太久")
        assert person.entry == "b1"


async def test_a_form_is_covered_and_kept_and_no_key_acts_unseen(at_station, people):
    sign_in_by_pin(people, "王五")
    async with at_station("manager") as manager:
        await manager.press("ctrl+n")
        await manager.dialog("NewCaseForm")
        await manager.later(700)
        await manager.press(*"abc")
        words = manager.app.screen.query_one("#words")
        await manager.until(lambda: words.text == "abc")
        await left_alone(manager, 3 * MINUTE)
        await manager.reads("customers are covered")
        assert "New complaint" not in manager.text
        await manager.press("x")
        await manager.reads("New complaint")
        await manager.press("d")
        await manager.until(lambda: words.text == "abcd")


async def test_where_people_sign_in_by_name_nothing_is_covered(at_station, complained):
    async with at_station("manager", size=(120, 40)) as manager:
        await left_alone(manager, 60 * MINUTE)
        await manager.reads("陈女士")
