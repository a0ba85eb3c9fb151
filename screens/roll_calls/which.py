"""Which roll call is meant at a station that was not told: the one that was begun last."""

from frontdesk.desk.roll_calls import reading
from frontdesk.words.i18n import _
from screens.kit.station import Station
from screens.roll_calls.page import RollCallDialog


async def open_running(station: Station) -> None:
    """Open the roll call that is under way, the last begun; where none is, say where one is begun."""
    found = await station.ask(reading.running)
    if found:
        station.open(RollCallDialog(station, found[-1].matter))
    elif found is not None:
        station.say(_("No roll call is under way. It is begun from the incident it belongs to."))
