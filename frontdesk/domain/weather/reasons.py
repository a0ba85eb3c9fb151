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


class OfferReason(Reason):
    """Why what a program looked up is not proposed; the form is there all the same."""

    NO_SOURCE = "no_source"
    NO_ONLINE = "no_online"
    FETCHED_LATELY = "fetched_lately"
    UNREACHABLE = "weather_unreachable"
    TOO_LATE = "weather_too_late"
    REDIRECTED = "weather_redirected"
    BAD_STATUS = "weather_status"
    PACKED = "weather_packed"
    OFFER_TOO_LARGE = "weather_too_large"
    NO_JSON = "weather_no_json"
    WRONG_DAYS = "weather_wrong_days"
    WRONG_ZONE = "weather_wrong_zone"
    WRONG_UNIT = "weather_wrong_unit"
    PART_MISSING = "weather_part_missing"
    NO_FIGURE = "weather_no_figure"
    UNKNOWN_SKY = "weather_unknown_sky"
    NO_OFFER_FILE = "weather_no_file"
    STOPPED = "weather_try_stopped"


class DecisionReason(Reason):
    """Why a decision because of the weather was not written, or what it holds was not done."""

    NO_DECISION = "no_decision"
    NO_SERVICE_NAMED = "no_service_named"
    ENDS_BEFORE = "weather_ends_before"
    WINDOW_PAST = "weather_window_past"
    WINDOW_LONG = "weather_window_long"
    NO_CHANGE = "weather_no_change"
    DECIDED_ALREADY = "weather_decided_already"
    NOT_IN_FORCE = "weather_not_in_force"
    RESUMES_LATE = "weather_resumes_late"
    WEATHER_STOPS = "weather_stops"
    NO_ROW = "weather_no_row"
    ROW_ENDED = "weather_row_ended"
    NOT_OVER = "weather_not_over"
    NO_BOOKING = "weather_no_booking"


class DayAhead(Detail):
    """Which of the three days is not right."""

    TODAY = "weather_today"
    TOMORROW = "weather_tomorrow"
    AFTER = "weather_after"


def day_ahead(days: int) -> DayAhead:
    """Return the day that is so many days ahead."""
    return tuple(DayAhead)[days]
