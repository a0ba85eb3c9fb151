"""The events about the weather in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CASES, Need


class WeatherEvent(Event):
    """What was done about the weather."""

    PUBLISH = "weather_publish"
    """Three days were looked up and published (I7)."""

    @property
    def can_be_undone(self) -> bool:
        """Whether a person can undo it."""
        return True

    @property
    def need(self) -> Need:
        """Whoever stands at the desk looks it up."""
        return OF_CASES
