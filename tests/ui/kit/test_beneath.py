"""What lies beneath a dialog: it follows, and asks for no more frames than it has something new for."""

from collections.abc import Callable
from typing import Any

from textual._compositor import Compositor

from frontdesk.domain.values.clock import SECOND
from screens.kit.live_lines import BEHIND_A_DIALOG


async def test_a_second_beneath_a_dialog_paints_nothing(at_station: Callable[..., Any], monkeypatch: Any) -> None:
    async with at_station("guard") as station:
        station.clock.at -= station.clock.at % BEHIND_A_DIALOG
        await station.press("f1")
        await station.later(SECOND)
        frames = 0

        def painted(picture: Compositor, **_more: Any) -> None:
            nonlocal frames
            frames += 1
            picture._dirty_regions.clear()

        monkeypatch.setattr(Compositor, "render_update", painted)
        for _ in range(3):
            await station.later(SECOND)
        assert frames == 0
        await station.later(SECOND)
        assert frames > 0
