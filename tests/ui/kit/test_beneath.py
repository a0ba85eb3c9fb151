"""What lies beneath a dialog: it follows, and asks for no more frames than it has something new for."""

from collections.abc import Callable
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.geometry import Region

from frontdesk.domain.values.clock import SECOND
from screens.kit.dialog import LiveDialog
from screens.kit.live_lines import BEHIND_A_DIALOG


@pytest.mark.parametrize("dialogs", [1, 2, 3])
async def test_a_second_beneath_dialogs_paints_nothing(
    at_station: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, dialogs: int
) -> None:
    async with at_station("guard") as station:
        station.clock.at -= station.clock.at % BEHIND_A_DIALOG
        for _ in range(dialogs):
            await station.app.push_screen(LiveDialog[None]())
        assert len(station.app.screen_stack) == 1 + dialogs
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


async def test_what_changed_beneath_takes_no_line_from_the_dialog(at_station: Callable[..., Any]) -> None:
    """What Textual painted below and what the dialog wants painted come in one frame, whichever was first."""
    async with at_station("guard") as station:
        await station.press("f1")
        dialog = station.app.screen
        line = dialog.query("Lines").first()
        await station.until(lambda: not (dialog._dirty_widgets or dialog._repaint_required or dialog._layout_required))
        line.refresh(Region(0, 0, 3, 1))
        dialog.refresh(Region(0, 0, 1, 1))
        painted: set[Region] = set()
        dialog._compositor_refresh = lambda: painted.update(dialog._compositor._dirty_regions)
        dialog._dirty_widgets |= {line, dialog}
        dialog._on_timer_update()
        assert line.region.offset in {region.offset for region in painted}


async def test_each_dialog_shows_the_screen_just_below_it_whichever_is_painted_anew(
    at_station: Callable[..., Any],
) -> None:
    """A dialog beneath two others changes while those are not painted anew."""
    async with at_station("guard") as station:
        for _ in range(4):
            await station.app.push_screen(LiveDialog[None]())
        stack = station.app.screen_stack
        for changed in stack[1:]:
            changed._layout_cache.clear()
            station.app.screen._compositor.render_update(full=True, screen_stack=station.app._background_screens)
            behind = [each._render()._renderable.screen for each in stack[1:]]
            assert behind == stack[:-1]
