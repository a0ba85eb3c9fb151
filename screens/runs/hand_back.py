"""Handing a car back at a station: its run is begun, or the one that is under way comes up (P3)."""

from typing import Any

from frontdesk.desk.runs import runs, starting
from frontdesk.domain.values.plates import Plate
from frontdesk.words import i18n
from screens.kit.command_dialog import CommandDialog
from screens.kit.station import Station
from screens.runs.car_page import HandBackDialog


async def hand_back(dialog: CommandDialog[Any], station: Station, number: int, plate: Plate) -> None:
    """Open the steps by which a car is handed back; `number`: of its repair. What is refused is said in the dialog."""
    found = await dialog.ask(runs.of_matter, number)
    if found is None:
        return
    is_under_way = bool(found) and found[-1].outcome is None
    if not is_under_way and await dialog.perform(starting.hand_back, plate, i18n.language()) is None:
        return
    dialog.app.push_screen(HandBackDialog(station, number))
