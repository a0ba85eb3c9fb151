"""A past minute at a station: back and forth, played, typed; nothing on it acts, and a live prompt is not missed."""

import pytest

from data.past import marks
from frontdesk.desk import in_child, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.past import looking
from frontdesk.domain.escalations.events import EscalationEvent
from frontdesk.domain.values.clock import MINUTE, SECOND
from frontdesk.domain.values.plates import Plate
from frontdesk.words.i18n import _
from screens.past.page import PastHead

CARS = [Plate(f"苏A1234{number}") for number in (1, 2, 3, 4)]


@pytest.fixture
def an_hour_ago(staffed: Desk, clock):
    """Four cars came, a minute apart from 10:00; one left at 10:10; now it is 11:00, and all is on record."""
    for car in CARS:
        zone.arrive(staffed, car)
        clock.at += MINUTE
    clock.at += 6 * MINUTE
    zone.receive(staffed, CARS[0])
    zone.leave(staffed, CARS[0])
    clock.at += 50 * MINUTE
    handling.evaluate(staffed)
    return staffed


async def look_back(person):
    """From the page of the over-count, which went on record at 10:03."""
    await person.press("ctrl+y")
    await person.dialog("RecordList")
    # The latest come first: three over-stays, two late receptions, then the over-count.
    await person.press("6")
    await person.dialog("RecordPage")
    await person.press("f2")
    await person.dialog("PastDialog")
    await person.until(lambda: person.app.screen.query_one(PastHead).past)


def minute(person):
    return person.show("PastHead")


async def test_minute_by_minute_back_and_forth(at_station, an_hour_ago):
    async with at_station("manager") as person:
        await look_back(person)
        await person.reads("THE PAST · Fri 2026-05-29 10:03", "Esc returns to now", "more below: ↓")
        await person.reads("zone 4/4", "苏A·12344")
        await person.press("left")
        await person.until(lambda: "10:02" in minute(person))
        assert "zone 3/4" in person.text
        assert "苏A·12344" not in person.show("PastBoard")
        await person.press("pagedown")
        await person.until(lambda: "10:12" in minute(person))
        assert "苏A·12341" not in person.show("PastBoard")
        await person.press("ctrl+left")
        await person.until(lambda: "10:10" in minute(person))
        await person.press("pageup", "pageup")
        await person.reads("is before the first entry")
        # What cannot be shown is not shown: the minute before stays.
        await person.until(lambda: "10:00" in minute(person))
        await person.press("ctrl+left")
        await person.reads("There is no entry before this.")
        await person.press("escape")
        await person.dialog("RecordPage")


async def test_a_time_is_typed_and_a_wrong_one_is_refused(at_station, an_hour_ago):
    async with at_station("manager") as person:
        await look_back(person)
        for typed, said in (
            ("9x", "is not a time"),
            ("11:30", "has not come yet"),
            ("09:00", "before the first entry"),
        ):
            await person.press("f2", *typed, "enter")
            await person.reads(said)
            await person.press("escape")
            assert "10:03" in minute(person)
        # What was refused is not said any more once something else is done.
        await person.press("pageup")
        await person.reads("is before the first entry")
        await person.press("f5")
        await person.until(lambda: "before the first entry" not in person.text)
        await person.press("t", *"10:01", "enter")
        await person.until(lambda: "10:01" in minute(person))
        assert "苏A·12342" in person.show("PastBoard")


async def test_it_is_played_as_fast_as_asked_and_stops_at_now(at_station, an_hour_ago):
    async with at_station("manager") as person:
        await look_back(person)
        await person.press("space")
        await person.later(SECOND)
        await person.until(lambda: "10:03:01 · ▶ ×1" in minute(person))
        await person.press(*["plus"] * 9)
        await person.later(SECOND)
        await person.until(lambda: "10:04:01 · ▶ ×60" in minute(person))
        await person.press("minus")
        await person.later(SECOND)
        await person.until(lambda: "10:04:31 · ▶ ×30" in minute(person))
        await person.press("f3")
        await person.later(SECOND)
        assert "10:04:31 · ■ ×30" in minute(person)
        await person.press("f3")
        await person.later(600 * SECOND)
        await person.reads("has not come yet")
        await person.until(lambda: "■" in minute(person))


@pytest.mark.usefixtures("language_of_the_screen")
async def test_everything_can_be_read_and_the_first_row_is_the_prompts(at_station, an_hour_ago, size):
    async with at_station("manager", size=size) as person:
        await look_back(person)
        assert person.app.screen.query_one(".dialog").region.y == 1
        head = minute(person)
        assert _("THE PAST") in head
        assert _("Esc returns to now") in head
        assert _("← → a minute · PgUp PgDn ten · Ctrl+← → the entry before, after · ↑ ↓ scroll") in person.text
        for car in CARS:
            assert f"苏A·{car[2:]}" in person.show("Rest")
        if size == (80, 24):
            await person.press(*["down"] * 30)
            await person.until(lambda: _("more below: ↓") not in minute(person))


async def test_a_live_prompt_comes_up_over_it_and_no_key_acts(at_station, an_hour_ago, clock):
    async with at_station("manager") as person:
        await look_back(person)
        before = an_hour_ago.snapshot().seq
        await person.press("f9", "f4", "f6", "f7", "f8", "f12", "ctrl+n")
        since = an_hour_ago.connection.execute("select kind from events where seq > ?", (before,)).fetchall()
        # Time goes on meanwhile, and somebody may be called.
        assert {kind for (kind,) in since} <= {EscalationEvent.EVALUATE}
        for number in (6, 7, 8, 9):
            zone.arrive(an_hour_ago, Plate(f"苏B0000{number}"))
        await person.until(lambda: "over-count" in person.lines[0])
        assert "Esc ×2" in person.lines[0]
        assert "苏B·00006" not in person.show("PastBoard")
        assert "10:03" in minute(person)


async def test_from_the_palette(at_station, an_hour_ago):
    async with at_station("reception") as person:
        await person.press("ctrl+p", *"board then", "enter")
        await person.dialog("PastDialog")
        await person.reads("THE PAST · Fri 2026-05-29 10:59")


async def test_a_log_without_marks_is_gone_through_once(at_station, an_hour_ago, monkeypatch):
    for name, value in (("EVERY", 1), ("_MOST", 1), ("_FEW", 2)):
        monkeypatch.setattr(marks, name, value)
    asked = []

    async def ask(path, machine_time, question):
        asked.append(question)
        question(an_hour_ago)

    monkeypatch.setattr(in_child, "ask", ask)
    async with at_station("manager") as person:
        await look_back(person)
        await person.reads("THE PAST")
        assert asked == [looking.go_through]
        await person.press("escape")
        await person.dialog("RecordPage")
        await person.press("f2")
        await person.reads("THE PAST")
        assert asked == [looking.go_through]
