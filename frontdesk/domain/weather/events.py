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
    DECIDE = "weather_decide"
    """Somebody wants something stopped or changed: it is to be signed."""
    RESUME = "weather_resume"
    """Somebody wants it to go on: that is to be signed."""
    OVER = "weather_over"
    """The time of a decision is over."""
    LATER = "weather_later"
    """Somebody knows, and is served afterwards (I11)."""
    MOVED = "weather_moved"
    SERVED = "weather_served"
    DECLINED = "weather_declined"

    @property
    def is_passing(self) -> bool:
        """Whether a program or time did it."""
        return self in _BY_THEMSELVES

    @property
    def can_be_undone(self) -> bool:
        """Whether a person can undo it."""
        return self not in _BY_THEMSELVES

    @property
    def need(self) -> Need:
        """Whoever stands at the desk does it, a decision holds once it is signed; some of it comes by itself."""
        return OF_TIME if self in _BY_THEMSELVES else OF_CASES


_BY_THEMSELVES = frozenset({WeatherEvent.FETCH, WeatherEvent.FETCHED, WeatherEvent.OVER})
