"""The day in figures at the manager's: the page, back and forth, by month; one line when there is room."""

from frontdesk.desk import zone
from frontdesk.domain.values.clock import MINUTE, SECOND
from frontdesk.domain.values.plates import Plate


async def test_the_page_goes_back_and_forth_by_day_and_by_month(at_station, desk, clock):
    zone.arrive(desk, Plate("苏A12345"))
    zone.arrive(desk, Plate("苏A12346"), at=clock.at - 45 * MINUTE)
    clock.at += 30 * SECOND
    zone.receive(desk, Plate("苏A12345"))
    async with at_station("manager") as person:
        await person.press("ctrl+u")
        await person.reads("2026-05-29", "100 % (1 / 1)", "09:00", "10:00")
        await person.press("left")
        await person.reads("2026-05-28")
        assert "10:00" not in person.show("Figures")
        await person.press("right")
        await person.reads("2026-05-29")
        await person.press("right")
        await person.reads("2026-05-29")
        await person.press("f2")
        # However long a month is, the keys stay below it, and the first line is left for a prompt.
        await person.reads("2026-05 ·")
        await person.until(lambda: person.app.screen.query_one(".dialog").region.y == 1)
        await person.reads("F2 day / month", "↑ ↓ scroll")
        await person.press("left")
        await person.reads("2026-04")
        await person.press("escape")
        await person.until(lambda: not person.app.screen.query("Figures"))


async def test_one_line_tells_of_today_where_there_is_room(at_station, desk, clock):
    for number in range(4):
        zone.arrive(desk, Plate(f"苏A1234{number}"), at=clock.at - (30 - number) * MINUTE)
    async with at_station("reception", size=(140, 40)) as person:
        await person.reads("zone 4/4")
        await person.later(SECOND)
        await person.later(10 * SECOND)
        await person.reads("arrived today 4 (yesterday by now 0)", "to be received 4", "over-counts 1", "over-stays 4")
        assert "▇" in person.show("DayLine") or "▆" in person.show("DayLine") or "█" in person.show("DayLine")
    async with at_station("reception", size=(80, 24)) as person:
        await person.reads("zone 4/4")
        assert "arrived today" not in person.text
