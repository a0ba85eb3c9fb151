"""What stands in the boxes when the weather is looked up: what was published today, or what a program brought."""

from collections.abc import Iterable
from datetime import date

from frontdesk.desk.weather.forecasts import Shown
from frontdesk.domain.weather.forecast import DAYS, DayWeather
from frontdesk.domain.weather.offer import Try
from frontdesk.domain.weather.typed import as_typed


def published(shown: Shown, today: date) -> dict[str, str]:
    """Return today's own look-up as it was typed, so that it can be corrected; another day's is not taken."""
    looked_up = shown.weather.of(today)
    if looked_up is None or looked_up.ahead != 0:
        return {}
    return filled(each.weather for each in shown.weather.days[:DAYS])


def offered(shown: Shown) -> Try | None:
    """Return what a program brought since the weather was published last, which is a proposal."""
    offer, newest = shown.offer, max((each.looked_up_at for each in shown.weather.days), default=0)
    return offer if offer is not None and offer.days and offer.at > newest else None


def filled(days: Iterable[DayWeather]) -> dict[str, str]:
    """Return days as they are typed, box by box."""
    typed = enumerate(as_typed(day)._asdict() for day in days)
    return {f"{name}{ahead}": value for ahead, day in typed for name, value in day.items()}
