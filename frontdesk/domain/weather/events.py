"""The events about the weather in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CASES, OF_TIME, Need


class WeatherEvent(Event):
    """What was done about the weather."""

    PUBLISH = "weather_publish"
    """Three days were looked up and published (I7)."""

    FETCH = "weather_fetch"
    """A program begins to look it up."""
    FETCHED = "weather_fetched"
    """What it brought, or why it brought nothing, is on record."""

    @property
    def is_passing(self) -> bool:
        """Whether a program did it."""
        return self is not WeatherEvent.PUBLISH

    @property
    def can_be_undone(self) -> bool:
        """Whether a person can undo it."""
        return self is WeatherEvent.PUBLISH

    @property
    def need(self) -> Need:
        """Whoever stands at the desk publishes it; programs look it up by themselves."""
        return OF_CASES if self is WeatherEvent.PUBLISH else OF_TIME
