"""From what on weather is severe: a table of boundaries; the number itself is (I7)."""

import pytest

from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.weather.forecast import DayWeather, Signal, Sky
from frontdesk.domain.weather.severe import FORCES, force_of, is_severe

CALM = DayWeather(Sky.RAIN, 12, 18)


@pytest.mark.parametrize(
    ("day", "severe"),
    [
        (CALM, False),
        (CALM._replace(rain_mm=49.9), False),
        (CALM._replace(rain_mm=50.0), True),
        (CALM._replace(snow_cm=4.9), False),
        (CALM._replace(snow_cm=5.0), True),
        (CALM._replace(gust_ms=17.1), False),
        (CALM._replace(gust_ms=17.2), True),
        (CALM._replace(rain_mm=0.0, snow_cm=0.0, gust_ms=0.0), False),
        (CALM._replace(sky=Sky.RAINSTORM), False),
        (CALM._replace(sky=Sky.ICE), True),
        *((CALM._replace(warning=signal), signal is not Signal.NONE) for signal in Signal),
    ],
)
def test_what_is_severe(day: DayWeather, severe: bool) -> None:
    assert is_severe(day, Policy()) is severe


def test_the_numbers_are_the_stores_own() -> None:
    own = Policy(severe_rain_mm=30, severe_snow_cm=1, severe_gust_force=10)
    assert is_severe(CALM._replace(rain_mm=30.0), own)
    assert is_severe(CALM._replace(snow_cm=1.0), own)
    assert not is_severe(CALM._replace(gust_ms=24.4), own)
    assert is_severe(CALM._replace(gust_ms=24.5), own)


@pytest.mark.parametrize(("speed", "force"), [(0, 0), (0.29, 0), (0.3, 1), (17.1, 7), (17.2, 8), (56.1, 17), (90, 17)])
def test_the_force_of_a_wind(speed: float, force: int) -> None:
    assert force_of(speed) == force
    assert list(FORCES) == sorted(FORCES)
