"""Why something about the weather was not done."""

from frontdesk.domain.values.errors import Detail, Reason


class WeatherReason(Reason):
    """Why a look-up was not published."""

    BAD_SKY = "bad_sky"
    BAD_FIGURE = "bad_figure"
    FIGURE_MISSING = "figure_missing"
    FIGURE_FAR = "figure_far"
    LOW_ABOVE_HIGH = "low_above_high"
    BAD_SIGNAL = "bad_signal"
    BAD_DAY_WORD = "bad_day_word"
    PUBLISHED_SINCE = "published_since"


class DayAhead(Detail):
    """Which of the three days is not right."""

    TODAY = "weather_today"
    TOMORROW = "weather_tomorrow"
    AFTER = "weather_after"


def day_ahead(days: int) -> DayAhead:
    """Return the day that is so many days ahead."""
    return tuple(DayAhead)[days]
