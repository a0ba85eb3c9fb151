"""Whether anybody is booked for a time, because of what is decided about the weather (I7)."""

from collections.abc import Iterable

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.weather.decision import Decision, Service
from frontdesk.domain.weather.reasons import DecisionReason

CHANGED = "weather_changed"
"""The warning that because of the weather things are otherwise at that time."""


def of_booking(standing: Iterable[Decision], at: Millis, now: Millis) -> Decision | None:
    """Return the decision in force that is about whoever comes at an instant."""
    return next((
        each for each in standing
        if Service.APPOINTMENTS in each.services and each.is_in_force(now) and each.has(at)
    ), None)  # fmt: skip


def check_booking(standing: Iterable[Decision], at: Millis, now: Millis) -> tuple[str, ...]:
    """Return the warning of a change. Raises `Refused(WEATHER_STOPS)`: who decided it, with which number."""
    found = of_booking(standing, at, now)
    if found is None:
        return ()
    if found.stops(Service.APPOINTMENTS, at, now):
        raise Refused(DecisionReason.WEATHER_STOPS, number=found.id, when=at, who=found.made_by, until=found.ends_at)
    return (CHANGED,)
