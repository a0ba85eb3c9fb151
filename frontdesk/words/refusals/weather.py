"""The sentences of refusals about the weather."""

from frontdesk.domain.values.errors import Detail, Reason
from frontdesk.domain.weather.reasons import DayAhead, WeatherReason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Facts, Refusals, Said
from frontdesk.words.weather.days import sky_choices

SENTENCES: dict[Reason, str] = {
    WeatherReason.BAD_SKY: N_("{day}: “{text}” is no weather. Right would be a digit: {choices}."),
    WeatherReason.BAD_FIGURE: N_("{day}, {figure}: “{text}” is no number for that. Right would be one like {right}."),
    WeatherReason.FIGURE_MISSING: N_("{day}: {figure} is missing. Right would be a whole number, like {right}."),
    WeatherReason.FIGURE_FAR: N_("{day}, {figure}: {text} cannot be. Right would be {least} to {most}."),
    WeatherReason.LOW_ABOVE_HIGH: N_(
        "{day}: the lowest, {low}°, is above the highest, {high}°. Right would be the lower number first."
    ),
    WeatherReason.BAD_SIGNAL: N_(
        "{day}: “{text}” is no warning. Right would be nothing, or a digit: 1 blue, 2 yellow, 3 orange, 4 red."
    ),
    WeatherReason.BAD_DAY_WORD: N_(
        "{day}: “{text}” is not understood. Right would be what it is like, the lowest, the highest, and then what else"
        " is known: rain 12 18, or rainstorm 11 15 orange rain 60 gust 18."
    ),
    WeatherReason.PUBLISHED_SINCE: N_(
        "{who} has published the weather {when}. Read it; F10 again publishes yours in its place."
    ),
}

_TYPED: dict[Reason, str] = {
    WeatherReason.PUBLISHED_SINCE: N_("{who} has published the weather {when}. See frontdesk weather show."),
}
DETAILS: dict[Detail, str] = {
    DayAhead.TODAY: N_("Today"),
    DayAhead.TOMORROW: N_("Tomorrow"),
    DayAhead.AFTER: N_("The day after"),
}


def _choices(facts: Facts, said: Said) -> str:
    return sky_choices()


REFUSALS = Refusals(SENTENCES, details=DETAILS, typed=_TYPED, facts={WeatherReason.BAD_SKY: ("choices", _choices)})
