"""Weather: whether it is looked up each day, by when, and from what on it is severe (I7)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.policy.copies import TIME
from frontdesk.domain.policy.numbers import Problem, number

CHOICES = ("off", "daily")


@dataclass(frozen=True, init=False, repr=False, eq=False)
class WeatherNumbers:
    """When the weather is looked up, and from what on it is severe."""

    weather: str = "off"
    """I7: "daily", somebody owes a look-up each opening day, or "off", whoever wants looks it up."""
    forecast_by: str = "09:00"
    """I7: by when the next three days are looked up and published."""
    make_up_days: int = number(3, 1, 31)
    """I11: within how many working days what was not supplied because of the weather is made up for."""
    severe_rain_mm: int = number(50, 1, 500)
    """From how much rain a day on it is severe."""
    severe_snow_cm: int = number(5, 1, 200)
    """The same of snow."""
    severe_gust_force: int = number(8, 5, 17)
    """The same of the force of gusts: 8 is 17.2 m/s."""


def problems(policy: WeatherNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the weather's part."""
    if policy.weather not in CHOICES:
        yield "weather", policy.weather, " ".join(CHOICES)
    if not re.fullmatch(TIME, policy.forecast_by):
        yield "forecast_by", policy.forecast_by, "09:00"
