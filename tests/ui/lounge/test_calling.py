"""What the tickets dialog does: call, no-show, restore, back into the zone, renew, print, and what is refused."""

import pytest
from ticket_list import done_so_far, marked, open_list, state

from frontdesk.domain.lounge import TicketState
from frontdesk.domain.printing import PrintingReason
from frontdesk.domain.values.errors import PrinterError
from screens.kit.printing import PrintTicket
from screens.lounge.tickets import TicketsDialog

SECOND, MINUTE = 1_000, 60_000
PLATES = ("苏A12345", "苏BD88321", "沪C77A01")


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
            await reception.pilot.press("f2")
            await reception.until(lambda calls=calls: state(reception, 1) == (TicketState.CALLED, calls))
            assert "✗" not in reception.text
            await reception.later(SECOND)
        await reception.pilot.press("f2")
        await reception.until(lambda: "A001 was called twice, last at 10:03:01" in " ".join(reception.text.split()))
        await reception.press("f3")
        await reception.later(SECOND)
        await reception.press("f2")
        await reception.reads("A001 has been a no-show since 10:03:02")


@pytest.mark.usefixtures("waiting")
async def test_no_bay_is_free(at_station, arrive):
    async with at_station("reception") as reception:
        arrive("苏X00001", "苏X00002", "苏X00003")
        await reception.picture(lambda snapshot: snapshot.floor.count == 3)
        await open_list(reception)
        for key in ("f2", "f5"):
            await reception.press(key)
            await reception.reads("✗ No bay is free for A001")
            await reception.later(SECOND)
        assert state(reception, 1) == (TicketState.WAITING, 0)


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
        await reception.pilot.press("f5")
        assert state(reception, 2) == (TicketState.WAITING, 0)
        await reception.later(700)
        await reception.press("f5")
        await reception.reads("1 in the lounge")


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
                assert isinstance(message.asked, TicketsDialog)
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
