"""The policy at the manager console: found, changed, refused at each row, saved in one step, and brought back."""

from dataclasses import replace

import pytest

from frontdesk.desk import policy as policies
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.form import Row
from frontdesk.domain.policy.policy import Policy
from frontdesk.words import i18n
from frontdesk.words.i18n import _


async def opened(person) -> None:
    await person.press("ctrl+w")
    await person.dialog("PolicyForm")
    await person.later(700)


def fill(person, *entries: tuple[Row, str]) -> None:
    """Go to each row and type."""
    form = person.app.screen
    for row, text in entries:
        form.query_one("PolicySheet").mark(row)
        form.query_one("#value").value = text


async def test_a_setting_is_found_changed_saved_and_brought_back(at_station, desk):
    async with at_station("manager") as manager:
        await opened(manager)
        await manager.reads("The store's name, on screens", "by default —", "F10 save all")
        await manager.press("tab")
        await manager.paste("over-stay")
        await manager.reads("▸ A car longer in the zone than this is an over-stay", "20 min")
        assert "pre-inspection bays" not in manager.text
        await manager.press("enter", *"25min")
        await manager.reads("20 min → 25 min", "Z6 · by default 20 min")
        await manager.press("f10")
        await manager.reads("In force at every station: 1 changed.")
        assert desk.snapshot().policy == replace(Policy(), over_stay_s=1500)
        assert manager.app.focused.selected_text == "25 min", "what is typed next replaces it"
        await manager.press("f9")
        await manager.reads("25 min → 20 min", "before the last change is filled in")
        await manager.press("f10")
        await manager.reads("In force at every station: 1 changed.")
        assert desk.snapshot().policy == Policy()
        await manager.press("escape")
        await manager.closed()


async def test_everything_refused_is_said_at_its_row_and_stays(at_station, desk, arrive):
    arrive("苏A12345", place="bay3")
    async with at_station("manager") as manager:
        await opened(manager)
        fill(manager, (Row("opening_hours", 5), "8:30-17"), (Row("hold_s"), "2 h"), (Row("bays"), "1 2"),
             (Row("over_count"), "四"))  # fmt: skip
        await manager.press("f10")
        await manager.reads("Not right yet: 2", "✗ “四” is not right. Right would be: a whole number, 1 to 500.")
        assert desk.snapshot().policy == Policy()
        fill(manager, (Row("over_count"), "5辆"), (Row("hold_s"), "20秒"))
        await manager.press("f10")
        await manager.reads("1 2 3 → 1 2", "✗ bay 3 cannot go away or shrink now: 苏A·12345 stands there.")
        await manager.press("f4", "f10")
        await manager.reads("In force at every station: 3 changed.")
        hours = (*Policy.opening_hours[:5], "08:30-17:00", Policy.opening_hours[6])
        assert desk.snapshot().policy == replace(Policy(), over_count=5, hold_s=20, opening_hours=hours)


async def test_esc_asks_before_it_drops_what_was_typed(at_station):
    async with at_station("manager") as manager:
        await opened(manager)
        await manager.press(*"[b]x")
        await manager.reads("— → [b]x")
        await manager.pilot.press("escape", "escape")
        await manager.reads("Not saved yet: 1 changed.")
        await manager.later(700)
        await manager.press("y", "escape")
        await manager.reads("— → [b]xy", "Not saved yet: 1 changed.")
        await manager.later(700)
        await manager.press("escape")
        await manager.closed()
        assert manager.app.snapshot.policy == Policy()


async def test_what_another_manager_changes_meanwhile_is_shown_and_nothing_typed_is_lost(at_station, desk, clock):
    async with at_station("manager") as manager:
        await opened(manager)
        fill(manager, (Row("hold_s"), "40 s"), (Row("over_count"), "6"))
        with Desk.open(desk.path, Actor("manager", "王五"), clock) as other:
            policies.change(other, replace(Policy(), over_count=5, reorder_s=900), Policy())
        await manager.reads("Somebody else has changed the same meanwhile: This many cars", "5 cars → 6 cars")
        assert manager.app.screen.query_one("#value").value == "6"
        await manager.press("f10")
        await manager.reads("In force at every station: 2 changed.")
        assert desk.snapshot().policy == replace(Policy(), over_count=6, reorder_s=900, hold_s=40)


async def test_whoever_is_no_manager_reads_it_and_is_told(at_station, desk):
    async with at_station("manager", who="李四") as advisor:
        await opened(advisor)
        await advisor.reads("Only a service manager, the deputy or a director changes the policy; 李四")
        fill(advisor, (Row("over_count"), "6"))
        await advisor.press("f10")
        await advisor.reads("changes the policy; 李四", "4 cars → 6 cars")
        assert desk.snapshot().policy == Policy()


@pytest.mark.parametrize("size", [(80, 24), (60, 18), (120, 40)])
@pytest.mark.usefixtures("language_of_the_screen")
async def test_it_fits(at_station, size):
    async with at_station("manager", size=size) as manager:
        await opened(manager)
        fill(manager, (Row("chain"), "x"), (Row("complaint_act_within_s"), "x" * 300), (Row("bays"), "1 1"))
        await manager.press("f10")
        await manager.reads(_("Not saved. Not right yet: {count}, each marked with ✗.").format(count=3), "▸", "✗ “1 1”")
        lines = manager.lines
        assert lines[-1].strip()[0] == "╰"
        for key in ("F10", "F4", "F5", "F9", "Esc"):
            assert f" {key} " in manager.show("#hints")
        assert _("value") in manager.text and _("find") in manager.text
        assert i18n.language() == "en" or "分钟" in manager.text or size != (120, 40)


async def test_the_key_that_opens_it_pressed_twice_changes_nothing(at_station, desk):
    policies.load(desk, replace(Policy(), store_name="城东店"))
    async with at_station("manager") as manager:
        await opened(manager)
        await manager.reads("城东店")
        await manager.press("ctrl+w")
        await manager.press("f10")
        await manager.reads("Nothing is changed yet.")
        assert desk.snapshot().policy.store_name == "城东店"
