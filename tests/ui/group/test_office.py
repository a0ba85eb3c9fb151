"""Head office's dashboard: who needs somebody first, what differs, months; and when nothing can be read."""

from typing import Any

import pytest
from office_person import NOW, Group, month, store

from frontdesk.domain.group.office import OfficeReason
from frontdesk.domain.group.store import Store
from frontdesk.domain.group.there import CarThere, EscalationThere, MajorThere, There
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, SECOND
from frontdesk.domain.values.errors import StoreError
from screens.group.list_drawing import draw_store
from screens.kit.spans import Line

HOSTILE = ("[red]恶[/red]", "[b", "王" * 60, "x" * 300, "\x1b[31m红\n二行", "👨‍👩‍👧🇨🇳店", "\u202eabc", "]")


def some() -> Group:
    stores = [
        store(1), store(2), store(3, heard_at=NOW - DAY), store(4, heard_at=None, seq=0, share=None, program=None),
        store(5, trouble="gap", trouble_seq=133, trouble_at=NOW - HOUR), store(6, trouble="none we know"),
        store(7, "浦东店"),
    ]  # fmt: skip
    group = Group(stores)
    group.months["2026-11"][0] = month(stores[0], over_stays=200, complaints=40)
    group.months["2026-11"][1] = month(stores[1], 29)
    return group


async def test_who_needs_somebody_stands_first(
    at_office: Any, size: tuple[int, int], language_of_the_screen: None
) -> None:
    async with at_office(some(), size=size) as person:
        await person.reads("S007", "11-28 13:26")
        await person.until(lambda: "2026-11" in person.text and "6,029" in person.text)
        assert person.rows()[:7] == ["S005", "S006", "S004", "S003", "S001", "S002", "S007"]
        person.fits()


async def test_what_is_said_of_each(at_office: Any) -> None:
    async with at_office(some()) as person:
        await person.reads("not taken 2 · never heard 1 · not heard for a day 1 · up to date 3", "7 stores", "● live")
        await person.reads("▲ over-stays  ▼ complaints", "S005, since 12:26, at event 133: events are missing")
        assert "events are missing" in next(row for row in person.text.splitlines() if "▸ S005" in row)
        await person.press("down")
        await person.reads("none we know")
        await person.press("down")
        await person.reads("At the store: frontdesk group join ADDRESS S004")
        await person.press("down", "down")
        await person.reads("shared: everything · last event: 200 · version: 0.4.0")


async def test_where_there_is_no_room_for_names_the_marks_are_counted(at_office: Any) -> None:
    async with at_office(some(), size=(80, 24)) as person:
        await person.reads("▲1 ▼1", "events ar…")


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_name_is_never_more_than_a_name(at_office: Any, name: str, size: tuple[int, int]) -> None:
    group = Group([store(1, name, province=name, program=name), store(2)])
    async with at_office(group, size=size) as person:
        await person.reads("S001", "S002", "2,000")
        person.fits()
        if name.startswith("["):
            assert name in person.text
        await person.press("enter")
        await person.reads("in the zone now: 0")
        person.fits()
        await person.press("escape", "f2")
        await person.reads("the whole group")
        person.fits()
        assert "cannot be shown" not in person.text


async def test_typing_finds_a_store(at_office: Any) -> None:
    async with at_office(some()) as person:
        await person.reads("S001")
        await person.press(*"浦东")
        await person.until(lambda: person.rows() == ["S007"])
        await person.press("enter")
        await person.reads("S007 · 浦东店 · 江苏", "in the zone now")
        await person.press("escape", "escape")
        await person.until(lambda: len(person.rows()) == 7)
        assert "▸ S007" in person.text
        await person.press(*"zzz")
        await person.reads("No store fits.")
        await person.press("enter")
        assert "in the zone now" not in person.text


async def test_months_are_turned_up_to_the_present_one(at_office: Any) -> None:
    group = some()
    group.months["2026-10"] = [month(group.all[0], 77)]
    async with at_office(group) as person:
        await person.reads("2026-11", "6,029")
        await person.press("right")
        assert "2026-11" in person.text
        await person.press("left")
        await person.reads("2026-10", "arrivals: 77")
        # One that was counted before is there at once, whatever the database does.
        group.answers.clear()
        await person.press("right")
        await person.reads("2026-11", "6,029")
        await person.press("left", "left")
        await person.reads("2026-09", "counting …")
        group.answers.set()
        await person.reads("arrivals: 0")


async def test_the_present_month_follows_the_clock(at_office: Any) -> None:
    async with at_office(some()) as person:
        await person.reads("2026-11", "6,029")
        await person.later(2 * DAY)
        await person.reads("2026-12", "arrivals: 0")


async def test_a_database_that_is_away_is_said_and_comes_back(at_office: Any) -> None:
    group = some()
    async with at_office(group) as person:
        await person.reads("S001", "6,029")
        group.why = StoreError(OfficeReason.NO_POSTGRESQL, detail="[gone]")
        person.clock.at += 5 * SECOND
        await person.press("f5")
        await person.reads(
            "NO DATA since 13:26:40", "does not answer. What is shown is of 13:26:40; it goes on by itself."
        )
        assert "S001" in person.text
        assert "6,029" in person.text
        await person.press("f2")
        await person.reads("The stores beside each other", "✗ Head office's database does not answer")
        await person.press("escape")
        group.why, group.all = None, [*group.all, store(8)]
        await person.press("f5")
        await person.reads("● live", "8 stores")
        assert "NO DATA" not in person.text
        assert "✗" not in person.text


async def test_keys_do_not_wait_for_an_answer_that_never_comes(at_office: Any) -> None:
    group = some()
    async with at_office(group) as person:
        await person.reads("▸ S005")
        group.answers.clear()
        await person.press("f5")
        await person.later(21 * SECOND)
        await person.reads("NO DATA since 13:26:40")
        await person.press("down")
        await person.reads("▸ S006")
        await person.press("enter")
        await person.reads("S006 · 6 店 · 江苏", "reading …")
        await person.press("escape")
        group.answers.set()
        await person.reads("● live")


async def test_it_opens_where_the_database_is_away(at_office: Any) -> None:
    group = some()
    group.why = StoreError(OfficeReason.NO_POSTGRESQL, detail="refused")
    async with at_office(group) as person:
        await person.reads("✗ Head office's database cannot be reached: refused")
        group.why = None
        await person.press("f5")
        await person.reads("S001", "● live")


async def test_a_month_that_cannot_be_counted_says_so_alone(at_office: Any) -> None:
    group = some()
    group.why_no_month = StoreError(OfficeReason.POSTGRESQL_FAILED, detail="timeout")
    async with at_office(group) as person:
        await person.reads("2026-11 could not be counted", "timeout", "● live", "S001")
        group.why_no_month = None
        await person.press("f5")
        await person.reads("6,029")
        assert "could not" not in person.text


async def test_the_language_changes_and_what_was_typed_stays(at_office: Any) -> None:
    async with at_office(some()) as person:
        await person.reads("S001")
        await person.press(*"s00", "down", "ctrl+t")
        await person.reads("7 家门店", "查找", "s00", "▸ S006", "与集团相比")
        await person.press("f2")
        await person.reads("各门店对比")
        await person.press("ctrl+t")
        await person.reads("The stores beside each other", "over-stays", "next figure")
        await person.press("escape")
        await person.reads("7 stores", "find")


async def test_of_four_hundred_stores_those_in_view_are_drawn(at_office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []

    def counted(each: Store, *more: Any, **marked: Any) -> Line:
        drawn.append(each.id)
        return draw_store(each, *more, **marked)

    monkeypatch.setattr("screens.group.store_list.draw_store", counted)
    async with at_office(Group([store(number) for number in range(1, 401)])) as person:
        await person.reads("400 stores", "400,000")
        drawn.clear()
        await person.press("down")
        await person.reads("▸ S002")
        # A second may pass meanwhile, and then they are drawn once more.
        assert len(drawn) <= 3 * 40
        await person.press("pagedown", "ctrl+end")
        await person.reads("▸ S400")


async def test_what_goes_on_at_a_store(at_office: Any) -> None:
    group = some()
    cars = (
        CarThere("苏A12345", NOW, (("lane", NOW - 50 * MINUTE, NOW - 30 * MINUTE), ("bay1", NOW - 30 * MINUTE, None))),
        CarThere("苏B1", None, (("temporary", NOW - HOUR, NOW - 5 * MINUTE), ("lane", NOW - 5 * MINUTE, None))),
        CarThere("", None, (("waiting2", NOW, None),)),
        CarThere("[b]", None, (("somewhere new", NOW, None),)),
    )
    escalations = (
        EscalationThere("over_stay", "苏A12345", NOW - 600_000, "raised"),
        EscalationThere("?", "", NOW, "?"),
    )
    majors = (MajorThere(12, "assigned", NOW - DAY, NOW - 1), MajorThere(13, "nowhere", NOW, None))
    group.here["S005"] = There("S005", cars, escalations, majors)
    async with at_office(group) as person:
        await person.reads("▸ S005")
        await person.press("enter")
        await person.reads("in the zone now: 2", "bay 1 · 苏A·12345 · 50:0", "was received", "lane · 苏B1 · 5:0")
        await person.reads("not received", "waiting bay 2: 1", "unknown: somewhere new: 1", "open escalations: 2")
        await person.reads("13:16 · over-stay · 苏A·12345 · raised", "unknown: ?", "open major complaints: 2")
        await person.reads("No. 12 · 11-28 13:26 · assigned · next due: 13:26", "No. 13", "unknown: nowhere")
        await person.reads("As of 12:26: nothing of it was taken since.", "S005, since 12:26, at event 133")
        person.fits()
        # Only this cannot be read: it is said here, and what was read stays.
        group.why_not_there = StoreError(OfficeReason.POSTGRESQL_FAILED, detail="no such column")
        await person.press("f5")
        await person.reads("✗ Head office's database did not do it: no such column", "● live", "in the zone now: 2")
        group.why_not_there = None
        await person.press("f5")
        await person.until(lambda: "no such column" not in person.text)


async def test_the_stores_beside_each_other(at_office: Any, size: tuple[int, int]) -> None:
    async with at_office(some(), size=size) as person:
        await person.reads("▸ S005", "6,029")
        await person.press("f2")
        await person.reads("over-stays", "the whole group", "▸ S001", "200", "17.6–22.6 ")
        row = next(row for row in person.text.splitlines() if "▸ S001" in row)
        assert row.split()[4:9] == ["店", "1,000", "200", "20.0", "17.6–22.6"]
        assert "▲" in row
        assert "?" in next(row for row in person.text.splitlines() if " S002 " in row)
        await person.press("f2", "f2")
        await person.reads("complaints")
        await person.until(lambda: "▼" in next((r for r in person.text.splitlines() if " S001 " in r), ""))
        await person.press("f3")
        await person.reads("late receptions")
        await person.press("tab", "down", "enter")
        await person.reads("There is nothing from this store yet.")
        person.fits()
        await person.press("escape", "escape")
        await person.until(lambda: "the whole group" not in person.text)
        # The keys at the bottom can be touched, too.
        y = next(y for y, row in enumerate(person.text.splitlines()) if "F2 compare" in row)
        await person.pilot.click(offset=(person.text.splitlines()[y].index("F2 compare") + 1, y))
        await person.reads("the whole group")


async def test_a_window_that_is_too_small_says_so(at_office: Any) -> None:
    async with at_office(some(), size=(59, 17)) as person:
        await person.reads("This window is too small")
        await person.pilot.resize_terminal(60, 18)
        await person.reads("S005", "F1 help")
        person.fits()
