"""A widget that is hidden costs nothing while time passes."""

from textual._compositor import Compositor

from screens.stations.banner import Banner


async def test_a_second_in_which_nothing_comes_or_goes_lays_nothing_out(at_station, monkeypatch):
    async with at_station("guard") as guard:
        await guard.later(1000)
        assert not guard.screen.query_one(Banner).display
        laid_out = []
        reflow = Compositor.reflow

        def noted(*given):
            laid_out.append(given)
            return reflow(*given)

        monkeypatch.setattr(Compositor, "reflow", noted)
        for _ in range(3):
            await guard.later(1000)
        assert not laid_out
