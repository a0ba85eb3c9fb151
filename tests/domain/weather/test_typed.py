"""The weather of a day as it is typed: read to the digit, and what cannot be is refused with what would be right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.values.errors import Refused
from frontdesk.domain.weather.figures import LIMITS, Figure
from frontdesk.domain.weather.forecast import DayWeather, Signal, Sky
from frontdesk.domain.weather.reasons import DayAhead, WeatherReason
from frontdesk.domain.weather.typed import DayTyped, as_typed, check_day, read_day, read_line
from frontdesk.words.weather.typing import names

RAIN = DayTyped("4", "12", "18")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (RAIN, DayWeather(Sky.RAIN, 12, 18)),
        (DayTyped("０", "-3", "+1", "4"), DayWeather(Sky.ICE, -3, 1, warning=Signal.RED)),
        (DayTyped("暴雨", "１１", "15", "橙", "60", "", "18"),
         DayWeather(Sky.RAINSTORM, 11, 15, 60.0, None, 18.0, Signal.ORANGE)),
        (DayTyped("snow", "−5", "0", "0", "", "4.5", "8级"), DayWeather(Sky.SNOW, -5, 0, None, 4.5, 17.2)),
        (RAIN._replace(gust="8 bft"), DayWeather(Sky.RAIN, 12, 18, gust_ms=17.2)),
        (DayTyped("大雨", "3", "4"), DayWeather(Sky.RAIN, 3, 4)),
        (DayTyped("台风", "20", "25"), DayWeather(Sky.GALE, 20, 25)),
        (RAIN._replace(low="18"), DayWeather(Sky.RAIN, 18, 18)),
    ],
)  # fmt: skip
def test_what_is_typed(typed: DayTyped, day: DayWeather) -> None:
    assert read_day(typed, 0, names()) == day
    assert read_day(as_typed(day), 0) == day


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (DayTyped(), WeatherReason.BAD_SKY),
        (RAIN._replace(sky="11"), WeatherReason.BAD_SKY),
        (RAIN._replace(sky="[/b]"), WeatherReason.BAD_SKY),
        (RAIN._replace(low=""), WeatherReason.FIGURE_MISSING),
        (RAIN._replace(high=""), WeatherReason.FIGURE_MISSING),
        (RAIN._replace(low="12.5"), WeatherReason.BAD_FIGURE),
        (RAIN._replace(high="60"), WeatherReason.FIGURE_FAR),
        (RAIN._replace(low="-61"), WeatherReason.FIGURE_FAR),
        (RAIN._replace(low="19"), WeatherReason.LOW_ABOVE_HIGH),
        (RAIN._replace(rain="-1"), WeatherReason.FIGURE_FAR),
        (RAIN._replace(rain="2001"), WeatherReason.FIGURE_FAR),
        (RAIN._replace(gust="1e9"), WeatherReason.BAD_FIGURE),
        (RAIN._replace(gust="nan"), WeatherReason.BAD_FIGURE),
        (RAIN._replace(gust="inf"), WeatherReason.BAD_FIGURE),
        (RAIN._replace(gust="18级"), WeatherReason.BAD_FIGURE),
        (RAIN._replace(snow="many"), WeatherReason.BAD_FIGURE),
        (RAIN._replace(warning="5"), WeatherReason.BAD_SIGNAL),
        (RAIN._replace(warning="purple"), WeatherReason.BAD_SIGNAL),
    ],
)
def test_what_is_not_right_is_refused_with_its_day(typed: DayTyped, reason: WeatherReason) -> None:
    with pytest.raises(Refused) as refused:
        read_day(typed, 1, names())
    assert refused.value.reason is reason
    assert refused.value.facts["day"] is DayAhead.TOMORROW


def test_a_day_in_one_line() -> None:
    known = names()
    assert read_line("rain 12 18", 0, known) == DayWeather(Sky.RAIN, 12, 18)
    said = "暴雨 11℃ 15℃ 橙色预警 雨量 60 gust 18"
    assert read_line(said, 0, known) == DayWeather(Sky.RAINSTORM, 11, 15, 60.0, None, 18.0, Signal.ORANGE)
    for wrong in ("", "rain", "rain 12", "rain 12 18 purple", "rain 12 18 rain", "rain 12 18 60"):
        with pytest.raises(Refused):
            read_line(wrong, 0, known)


@given(st.builds(DayTyped, *[st.text(max_size=6)] * 7))
def test_nothing_that_is_typed_is_guessed(typed: DayTyped) -> None:
    """Whatever is typed is refused with its day, or read, and then it can be, and is typed again as the same."""
    try:
        day = read_day(typed, 2)
    except Refused as refused:
        assert refused.facts["day"] is DayAhead.AFTER
        return
    check_day(day, 2)
    assert day.low <= day.high <= LIMITS[Figure.HIGH][1]
    assert read_day(as_typed(day), 2) == day
