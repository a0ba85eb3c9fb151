"""The weather: from the palette, at every station (I7)."""

from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import EVERYWHERE
from screens.kit.station import Station


async def look_at_weather(station: Station) -> None:
    """Show the weather of the next days, and the form for looking it up."""
    from screens.weather.page import WeatherDialog  # noqa: PLC0415 - the first picture does without it

    station.open(WeatherDialog(station))


ACTIONS = (
    Action(
        "", "weather", N_("weather"),
        N_("The weather of the next days: look it up and publish it; what is decided because of it."),
        look_at_weather, EVERYWHERE,
    ),
)  # fmt: skip
