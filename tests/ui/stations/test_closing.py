"""The guard's kiosk asks before it closes."""


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
