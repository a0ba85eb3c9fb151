"""The tickets dialog: what can be read in it, how one is chosen, what other stations do meanwhile."""

import pytest
from ticket_list import done_so_far, marked, open_list, state
from waiting import divert

from frontdesk.desk import lounge, policy, zone
from frontdesk.desk.people import staff
from frontdesk.domain.lounge import TicketState
from frontdesk.domain.people.staff import Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.plates import Plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word

SECOND, MINUTE = 1_000, 60_000
PLATES = (Plate("苏A12345"), Plate("苏BD88321"), Plate("沪C77A01"))


@pytest.mark.usefixtures("language_of_the_screen", "waiting")
async def test_everything_about_a_ticket_can_be_read(at_station, staffed, clock, size):
    staff.add(staffed, "长" * 30, Post.DIRECTOR)
    lounge.call(staffed, 1)
    lounge.call(staffed, 2)
    lounge.no_show(staffed, 2)
    clock.at += 31 * MINUTE
    async with at_station("manager", who="长" * 30, size=size) as manager:
        await manager.app.desk.do(lounge.renew, 3)
        await manager.app.desk.do(lounge.renew, 3)
        await manager.picture(lambda snapshot: snapshot.tickets[2].renewals == 2)
        await manager.later(SECOND)
        await open_list(manager)
        text = manager.show("#tickets")
        lines = text.split("\n")
        assert _("{count} in the lounge").format(count=3) in lines[0]
        first, second, third = (next(y for y, line in enumerate(lines) if f"A00{n}" in line) for n in (1, 2, 3))
        assert first < second < third
        assert "苏A·12345" in lines[first]
        assert f"{word(TicketState.CALLED)} ×1 10:03" in lines[first]
        assert f"→ {_('bay {name}').format(name='1')}" in lines[first]
        assert _("waits {time}").format(time="34:01") in lines[first + 1]
        assert _("EXPIRED {time} over").format(time="4:01") in lines[first + 1]
        assert "苏B·D88321" in lines[second]
        assert f"{word(TicketState.NO_SHOW)} 10:03" in lines[second]
        assert word(TicketState.WAITING) in lines[third]
        assert _("expires in {time}").format(time="29:58") in lines[third + 1]
        assert f"{_('renewed by {who}').format(who='长' * 7 + '…')} ×2" in lines[third + 1]
        for key in ("F2", "F3", "F4", "F5", "F6", "F7", "Esc"):
            assert key in manager.show("#hints")
        for name in ("call", "no-show", "restore", "back into the zone", "renew", "print", "close"):
            assert _(name) in manager.show("#hints")
        assert {strip.cell_length for strip in manager.strips} == {size[0]}


@pytest.mark.usefixtures("waiting")
async def test_nothing_answers_while_the_dialog_has_only_just_opened(at_station, staffed):
    before = done_so_far(staffed)
    async with at_station("reception") as reception:
        await open_list(reception, settled=False)
        for key in ("f2", "f3", "f4", "f5", "f6", "f7"):
            await reception.press(key)
            await reception.reads("Read it first, then press the key again.")
        await reception.later(699)
        await reception.press("f5")
        await reception.pilot.pause()
        assert done_so_far(staffed) == before
        await reception.later(1)
        await reception.press("f2")
        await reception.reads("called up ×1")


@pytest.mark.usefixtures("waiting")
async def test_enter_and_other_keys_do_nothing(at_station, staffed):
    before = done_so_far(staffed)
    async with at_station("reception") as reception:
        await open_list(reception)
        await reception.press("enter", "space", "1", "a", "f8", "f9", "f10", "ctrl+n", "tab", "enter")
        assert type(reception.app.screen).__name__ == "TicketsDialog"
        assert done_so_far(staffed) == before
        await reception.press("escape")
        await reception.closed()


@pytest.mark.usefixtures("waiting")
async def test_choosing_by_keys_and_by_touch(at_station):
    async with at_station("reception") as reception:
        await open_list(reception)
        assert marked(reception) == 1
        await reception.press("down", "down", "down")
        assert marked(reception) == 3
        await reception.press("up")
        assert marked(reception) == 2
        await reception.touch("A001")
        assert marked(reception) == 1
        await reception.touch("A003", row=1)
        assert marked(reception) == 3
        await reception.touch("F2 call")
        await reception.until(lambda: state(reception, 3) == (TicketState.CALLED, 1))
        await reception.press("up")
        assert marked(reception) == 2
        await reception.touch("Esc close")
        await reception.closed()


@pytest.mark.usefixtures("waiting")
async def test_the_ticket_of_a_prompt_is_marked_first(at_station):
    async with at_station("reception") as reception:
        await open_list(reception, PLATES[2])
        assert marked(reception) == 3


@pytest.mark.usefixtures("waiting")
async def test_what_another_station_does_shows_and_the_mark_stays_on_its_customer(at_station, staffed):
    async with at_station("reception") as reception, at_station("manager") as manager:
        await open_list(reception)
        await reception.press("down")
        await manager.app.desk.do(lounge.call, 1)
        await reception.reads("called up ×1")
        await manager.app.desk.do(lounge.bring_back, 1)
        await reception.reads("2 in the lounge")
        assert marked(reception) == 2
        await reception.press("f2")
        await reception.until(lambda: state(reception, 2) == (TicketState.CALLED, 1))
        zone.leave(staffed, PLATES[1])
        await reception.reads("1 in the lounge")
        assert marked(reception) == 3
        await reception.press("f6")
        await reception.reads("Read it first")
        assert not reception.app.snapshot.tickets[0].renewals


@pytest.mark.usefixtures("waiting")
async def test_ctrl_l_opens_it_at_the_desks_and_not_at_the_guard(at_station):
    async with at_station("manager") as manager:
        await manager.press("ctrl+l")
        await manager.dialog("TicketsDialog")
        await manager.later(700)
        await manager.press("f2")
        await manager.reads("called up ×1")
    async with at_station("guard") as guard:
        await guard.press("ctrl+l")
        await guard.closed()


async def test_nobody_waits(at_station):
    async with at_station("reception") as reception:
        await open_list(reception)
        await reception.reads("nobody waits in the lounge")
        await reception.press("f2", "up", "down")
        await reception.reads("there is no ticket to do this with")


@pytest.mark.usefixtures("waiting")
async def test_the_last_one_is_brought_back_and_another_comes(at_station, staffed, clock):
    async with at_station("reception") as reception:
        await open_list(reception)
        for left in (2, 1, 0):
            await reception.press("f5")
            await reception.picture(lambda snapshot, left=left: len(snapshot.tickets) == left)
            await reception.later(700)
        await reception.reads("nobody waits in the lounge", "✓ A003 back into the zone")
        for plate in PLATES:
            zone.leave(staffed, Plate(plate))
        divert(staffed, clock, Plate("苏A55555"))
        await reception.reads("A004")
        assert marked(reception) == 4


@pytest.mark.usefixtures("language_of_the_screen")
async def test_more_tickets_than_there_is_room_for(at_station, staffed, clock, size):
    policy.load(staffed, Policy(temporary_capacity=30, bays=("[b]快修[/b]", "2", "3")))
    divert(staffed, clock, *(Plate(f"苏K3{n:04}") for n in range(20)))
    lounge.call(staffed, 1)
    async with at_station("reception", size=size) as reception:
        await open_list(reception)
        await reception.reads("→ [b]快修[/b]")
        shown = 7 if size == (80, 24) else 15
        assert f"(1–{shown})" in reception.text
        await reception.press(*["down"] * 30)
        assert marked(reception) == 20
        assert f"({21 - shown}–20)" in reception.text
        await reception.press("f3")
        await reception.reads("▸A020", "✗", _("print"))
        bottom = max(widget.region.bottom for widget in reception.app.screen.query("KeyHints, Static"))
        assert bottom < size[1]
