"""The tickets dialog: every key, what is refused, what other stations do meanwhile, both sizes and languages."""

import pytest
from waiting import divert

from frontdesk.desk import lounge, policy, zone
from frontdesk.desk.people import staff
from frontdesk.domain.lounge import TicketState
from frontdesk.domain.people.staff import Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.printing import PrintingReason
from frontdesk.domain.values.errors import PrinterError
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.lounge.messages import PrintTicket
from screens.lounge.tickets import TicketsDialog

SECOND, MINUTE = 1_000, 60_000
PLATES = ("苏A12345", "苏BD88321", "沪C77A01")
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])


@pytest.fixture(params=["zh", "en"])
def language_of_the_screen(request, language):
    i18n.use(request.param)


@pytest.fixture
def waiting(staffed, clock):
    """Three customers in the lounge; every bay is free."""
    divert(staffed, clock, *PLATES)


async def open_list(person, plate="", *, settled=True):
    app, screen = person.app, person.app.screen
    app.call_later(lambda: app.push_screen(TicketsDialog(screen, plate)))
    # Not `person.dialog`: with two stations in one process only one of them is the active application.
    await person.until(lambda: isinstance(app.screen, TicketsDialog) and _("Lounge: call tickets") in person.text)
    await person.pilot.pause()
    await person.until(lambda: "A00" in person.show("#tickets") or not app.snapshot.tickets)
    if settled:
        await person.later(700)


def done_so_far(desk):
    """Where everybody stands: what the keys of the dialog can change."""
    shot = desk.snapshot()
    return shot.tickets, shot.floor


def state(person, number):
    """What the picture says of a ticket: its state and how often it was called; None for one that is over."""
    found = [ticket for ticket in person.app.snapshot.tickets if ticket.number == number]
    return (found[0].state, found[0].calls) if found else None


def marked(person):
    """The number of the marked ticket."""
    ticket = person.app.screen.query_one("#tickets").ticket
    return ticket.number if ticket else None


@SIZES
@pytest.mark.usefixtures("language_of_the_screen", "waiting")
async def test_everything_about_a_ticket_can_be_read(at_station, staffed, clock, size):
    staff.add(staffed, "长" * 30, Post.DIRECTOR)
    lounge.call(staffed, 1)
    lounge.call(staffed, 2)
    lounge.no_show(staffed, 2)
    clock.at += 31 * MINUTE
    async with at_station("manager", who="长" * 30, size=size) as manager:
        await manager.app.hands.do(lounge.renew, 3)
        await manager.app.hands.do(lounge.renew, 3)
        await manager.picture(lambda shot: shot.tickets[2].renewals == 2)
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
async def test_call_no_show_restore_and_back_into_the_zone(at_station):
    async with at_station("reception") as reception:
        await open_list(reception)
        await reception.press("f2")
        await reception.reads("called up ×1 10:03", "→ bay 1", "✓ A001 customer called → bay 1")
        await reception.later(SECOND)
        await reception.press("f2")
        await reception.reads("called up ×2")
        await reception.press("f3")
        await reception.reads("✓ A001 no-show")
        assert state(reception, 1) == (TicketState.NO_SHOW, 2)
        assert marked(reception) == 1
        await reception.press("f4")
        await reception.reads("✓ A001 no-show taken back", "called up ×2")
        await reception.press("f5")
        await reception.reads("✓ A001 back into the zone → bay 1", "2 in the lounge")
        assert reception.app.snapshot.floor.car(PLATES[0]).place.key == "bay1"
        assert state(reception, 1) is None


@pytest.mark.usefixtures("waiting")
async def test_renewing_is_done_by_name_and_the_time_runs_anew(at_station):
    async with at_station("reception") as reception:
        await reception.later(28 * MINUTE)
        await open_list(reception)
        await reception.until(lambda: "EXPIRED 0:00 over" in reception.text or "EXPIRED 0:01 over" in reception.text)
        await reception.press("f6")
        await reception.reads("expires in 30:00 · renewed by 李四", "✓ A001 diversion renewed")
        await reception.later(30 * MINUTE)
        await reception.reads("expires in 0:00")
        await reception.later(SECOND)
        await reception.reads("EXPIRED 0:01 over · renewed by 李四")


@pytest.mark.usefixtures("waiting")
async def test_what_is_refused_is_said_in_a_sentence(at_station, staffed):
    async with at_station("reception") as reception:
        await open_list(reception)
        for key, sentence in (("f3", "A001 was not called yet"), ("f4", "A001 is no no-show")):
            await reception.press(key)
            await reception.reads(sentence)
        for calls in (1, 2):
            await reception.press("f2")
            await reception.until(lambda calls=calls: state(reception, 1) == (TicketState.CALLED, calls))
            assert "✗" not in reception.text
            await reception.later(SECOND)
        await reception.press("f2")
        await reception.until(lambda: "A001 was called twice, last at 10:03:01" in " ".join(reception.text.split()))
        await reception.press("f3")
        await reception.later(SECOND)
        await reception.press("f2")
        await reception.reads("A001 has been a no-show since 10:03:02")


@pytest.mark.usefixtures("waiting")
async def test_no_bay_is_free(at_station, arrive):
    async with at_station("reception") as reception:
        arrive("苏X00001", "苏X00002", "苏X00003")
        await reception.picture(lambda shot: shot.floor.count == 3)
        await open_list(reception)
        for key in ("f2", "f5"):
            await reception.press(key)
            await reception.reads("✗ No bay is free for A001")
            await reception.later(SECOND)
        assert state(reception, 1) == (TicketState.WAITING, 0)


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
async def test_a_key_that_is_held_down_acts_once(at_station):
    async with at_station("reception") as reception:
        await open_list(reception)
        await reception.press("f2", "f2", "f2")
        await reception.reads("called up ×1")
        assert "✗" not in reception.text
        assert state(reception, 1) == (TicketState.CALLED, 1)
        await reception.press("down", "f2")
        await reception.until(lambda: state(reception, 2) == (TicketState.CALLED, 1))


@pytest.mark.usefixtures("waiting")
async def test_bringing_one_back_does_not_bring_the_next_with_it(at_station):
    async with at_station("reception") as reception:
        await open_list(reception)
        await reception.press("f5")
        await reception.reads("2 in the lounge")
        assert marked(reception) == 2
        await reception.press("f5")
        await reception.reads("Read it first")
        assert state(reception, 2) == (TicketState.WAITING, 0)
        await reception.later(700)
        await reception.press("f5")
        await reception.reads("1 in the lounge")


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
        await manager.app.hands.do(lounge.call, 1)
        await reception.reads("called up ×1")
        await manager.app.hands.do(lounge.bring_back, 1)
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
async def test_two_stations_call_the_same_customer(at_station):
    async with at_station("reception") as reception, at_station("manager") as manager:
        await open_list(reception)
        await open_list(manager)
        await reception.press("f3")
        await manager.press("f2")
        await reception.reads("called up ×1")
        await reception.press("f3")
        await manager.reads("no-show 10:03")
        await manager.press("f3")
        await manager.reads("A001 has been a no-show since 10:03")


@pytest.mark.usefixtures("waiting")
async def test_printing_is_asked_of_whoever_prints(at_station):
    asked = []

    class Printing:
        def hear(self, message, app):
            if isinstance(message, PrintTicket):
                asked.append(message.number)
                message.asked.said("A002 printed")

    async with at_station("reception", listeners=[Printing()]) as reception:
        await open_list(reception)
        await reception.press("down", "f7")
        await reception.reads("✓ A002 printed")
        assert asked == [2]


@pytest.mark.usefixtures("waiting")
async def test_a_printer_that_answers_when_the_dialog_is_closed(at_station):
    asked = []

    class Printing:
        def hear(self, message, app):
            if isinstance(message, PrintTicket):
                asked.append(message.asked)

    async with at_station("reception", listeners=[Printing()]) as reception:
        await open_list(reception)
        await reception.press("f7", "escape")
        await reception.closed()
        (dialog,) = asked
        await reception.until(lambda: not dialog.is_attached)
        dialog.said("A001 printed")
        dialog.complain(PrinterError(PrintingReason.CANNOT_PRINT, detail="no paper"))
        await reception.later(SECOND)
        assert "A001 printed" not in reception.text


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
            await reception.picture(lambda shot, left=left: len(shot.tickets) == left)
            await reception.later(700)
        await reception.reads("nobody waits in the lounge", "✓ A003 back into the zone")
        for plate in PLATES:
            zone.leave(staffed, plate)
        divert(staffed, clock, "苏A55555")
        await reception.reads("A004")
        assert marked(reception) == 4


@pytest.mark.usefixtures("waiting")
async def test_without_an_operator_nothing_is_done(at_station, staffed):
    before = done_so_far(staffed)
    async with at_station("reception", who="") as reception:
        await reception.dialog("OperatorDialog")
        await reception.press("escape")
        await reception.closed()
        await open_list(reception)
        await reception.press("f6")
        await reception.reads("Who works here?")
        assert done_so_far(staffed) == before


@SIZES
@pytest.mark.usefixtures("language_of_the_screen")
async def test_more_tickets_than_there_is_room_for(at_station, staffed, clock, size):
    policy.load(staffed, Policy(temporary_capacity=30, bays=("[b]快修[/b]", "2", "3")))
    divert(staffed, clock, *(f"苏K3{n:04}" for n in range(20)))
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
