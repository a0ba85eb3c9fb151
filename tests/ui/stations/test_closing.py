"""The guard's kiosk asks before it closes; a station closes whatever comes up."""

import pytest

from frontdesk.domain.stations.station import StationKind
from screens.stations.help import HelpDialog


async def test_the_kiosk_asks_before_it_closes(at_station):
    async with at_station("guard") as guard:
        await guard.press("a", "1", "ctrl+q")
        await guard.dialog("CloseDialog")
        # A key that is held, or hit twice.
        await guard.pilot.press("ctrl+q")
        for stays in ("1", "escape", "enter"):
            await guard.dialog("CloseDialog")
            await guard.press(stays)
            await guard.closed()
            assert guard.app.is_running
            assert guard.entry == "a1"
            await guard.press("ctrl+q")
        await guard.dialog("CloseDialog")
        await guard.later(700)
        await guard.press("ctrl+q")
        await guard.until(lambda: not guard.app.is_running)


async def test_the_kiosk_closes_where_that_is_chosen_over_any_dialog(at_station):
    async with at_station("guard") as guard:
        await guard.press("f1")
        await guard.dialog("HelpDialog")
        await guard.press("ctrl+q")
        await guard.dialog("CloseDialog")
        await guard.press("2")
        await guard.until(lambda: not guard.app.is_running)


@pytest.mark.parametrize("station", ["reception", "manager"])
async def test_a_dialog_that_comes_up_as_a_station_closes_is_no_error(at_station, station):
    async with at_station(station) as desk:
        up = desk.app.screen
        desk.app.push_screen(HelpDialog(StationKind(station), up.own_keys(), up.latest().policy))
        desk.app.exit(return_code=0)
        await desk.until(lambda: not desk.app.is_running)
        assert desk.app.return_code == 0
        assert desk.app._exception is None
