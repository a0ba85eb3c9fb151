"""A run at a station: begun from the matters, each step with one key, what it asks for typed in place."""

from pathlib import Path

from frontdesk.desk.runs import playbooks, runs
from frontdesk.domain.people.staff import Actor

OUTAGE = Path(__file__).parents[2] / "data/outage.toml"


async def test_from_its_beginning_to_its_end(at_station, staffed):
    staffed.actor = Actor("manager", "王五")
    playbook, _ = playbooks.from_file(OUTAGE)
    assert playbook is not None
    playbooks.load(staffed, playbook)
    async with at_station("manager") as manager:
        await manager.press("ctrl+a")
        await manager.dialog("MattersDialog")
        await manager.later(700)
        await manager.press("f4")
        await manager.dialog("ChooseDialog")
        await manager.reads("outage")
        # What is done of one's own accord stands above what goes wrong.
        await manager.press("1")
        await manager.dialog("RunDialog")
        await manager.reads("No. 1 outage: 0/6", "lead: 王五", "2m left")
        await manager.later(700)
        # Nothing typed where a person is asked for: they are chosen.
        await manager.press("enter")
        await manager.dialog("ChooseDialog")
        await manager.press("1")
        await manager.dialog("RunDialog")
        await manager.reads("1/6")
        # A key that is held down does one thing once.
        await manager.press("enter", "enter")
        await manager.reads("1/6")
        await manager.later(700)
        await manager.press("enter")
        await manager.reads("2/6")
        await manager.later(700)
        await manager.press("enter")
        await manager.reads("needs: in words")
        await manager.press(*"[b]", "enter")
        await manager.reads("3/6", "[b]")
        await manager.later(700)
        await manager.press(*"250", "enter")
        await manager.reads("250 is outside 198–242 V")
        await manager.press(*["backspace"] * 3, *"220", "enter")
        await manager.reads("4/6")
        await manager.later(700)
        await manager.press("f3")
        await manager.reads("say in a few words")
        await manager.press(*"box3", "f3")
        await manager.reads("✗ look at every area")
        runs.done(staffed, 1, "patrol")
        await manager.reads("5/6")
        await manager.later(700)
        await manager.press(*"works", "enter")
        await manager.reads("6/6", "every step done")
