"""Choosing which of several parts is meant; it opens in a form of its own."""

from collections.abc import Awaitable, Callable, Sequence

from frontdesk.domain.journal.result import Result
from frontdesk.domain.parts.part import PartOrder
from frontdesk.words.i18n import _
from frontdesk.words.rescues import part_line
from screens.kit.choose import ChooseDialog, Entry
from screens.kit.command_dialog import CommandDialog
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.parts.part_form import PartDialog

Then = Callable[[Result | None], Awaitable[None]]


def choose_part(dialog: CommandDialog[None], station: Station, found: Sequence[PartOrder], then: Then) -> None:
    """Open the part that is chosen, over a dialog; where there is only one, that one."""
    zone = store_zone(station.latest())
    entries: list[Entry] = [(part_line(part, zone), "", True) for part in found]

    async def chosen(place: int | None) -> None:
        if place is not None:
            dialog.app.push_screen(PartDialog(station, found[place]), then)

    if len(found) == 1:
        dialog.app.push_screen(PartDialog(station, found[0]), then)
    else:
        dialog.app.push_screen(ChooseDialog(lambda: _("Which part?"), lambda: entries), chosen)
