"""The sentences of refusals about the weather."""

from frontdesk.domain.values.errors import Detail, Reason
from frontdesk.domain.weather.decision import Service
from frontdesk.domain.weather.forecast import SKIES
from frontdesk.domain.weather.reasons import DayAhead, DecisionReason, OfferReason, WeatherReason
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

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
OFFERS: dict[Reason, str] = {
    OfferReason.NO_SOURCE: N_(
        "The settings of this machine name nothing that looks the weather up. Right would be forecast_from ="
        ' "folder:/path" or "open-meteo", the latter with forecast_at = "31.23, 121.47".'
    ),
    OfferReason.NO_ONLINE: N_(
        "To look the weather up in the network a part is missing that is installed on request: pip install"
        " 'frontdesk[online]'"
    ),
    OfferReason.FETCHED_LATELY: N_("It was looked up {when}: at most once in ten minutes."),
    OfferReason.UNREACHABLE: N_("The weather service could not be reached ({detail})."),
    OfferReason.TOO_LATE: N_("The weather service did not answer whole within {seconds} seconds."),
    OfferReason.REDIRECTED: N_("The weather service points to another address ({status}), which is not followed."),
    OfferReason.BAD_STATUS: N_("The weather service answered {status} instead of the weather."),
    OfferReason.PACKED: N_("The weather service answered packed, which was not asked for."),
    OfferReason.OFFER_TOO_LARGE: N_("What came is larger than {size} KiB, which no forecast is."),
    OfferReason.NO_JSON: N_("What came is no forecast (JSON)."),
    OfferReason.WRONG_DAYS: N_("What came is of other days: {text}. Right would be {right}."),
    OfferReason.WRONG_ZONE: N_("What came is of another time zone: {text}. Right would be {right}."),
    OfferReason.WRONG_UNIT: N_("What came has “{figure}” in another unit: {text}. Right would be {right}."),
    OfferReason.PART_MISSING: N_("What came lacks a part, or it is not as it must be: {text}."),
    OfferReason.NO_FIGURE: N_("{day}: what came has no figure for “{figure}”: {text}."),
    OfferReason.UNKNOWN_SKY: N_("{day}: what came has a sky that is not known: {text}."),
    OfferReason.NO_OFFER_FILE: N_("There is no file with a forecast (.json) in {path}."),
    OfferReason.STOPPED: N_("Looking it up was stopped half way."),
}
DECISIONS: dict[Reason, str] = {
    DecisionReason.NO_DECISION: N_("There is no weather decision No. {number}. See frontdesk weather show."),
    DecisionReason.NO_SERVICE_NAMED: N_("What stops or changes? Right would be one of: {choices}."),
    DecisionReason.ENDS_BEFORE: N_(
        "It would end {when}, before it begins {begun}. Right would be a later end, or none."
    ),
    DecisionReason.WINDOW_PAST: N_("{when} is over: nothing is left to decide for then."),
    DecisionReason.WINDOW_LONG: N_("At most {days} days are decided at a time, and that far ahead."),
    DecisionReason.NO_CHANGE: N_("What changes? Say the other place or time in a few words."),
    DecisionReason.DECIDED_ALREADY: N_(
        "{who} has decided on that time {when}: No. {number}. Let that go on first, or decide on another time."
    ),
    DecisionReason.NOT_IN_FORCE: N_("Weather decision No. {number} is “{state}”: there is nothing to go on with."),
    DecisionReason.RESUMES_LATE: N_(
        "Right for going on would be a time from now on and before the decision is over, {when}."
    ),
    DecisionReason.WEATHER_STOPS: N_(
        "Because of the weather nobody is booked for {when}: {who} decided that, No. {number}. Right would be a time"
        " after it."
    ),
    DecisionReason.NO_ROW: N_("There is no No. {number} on a list because of the weather."),
    DecisionReason.ROW_ENDED: N_("That is settled: “{state}”, {who} {when}."),
    DecisionReason.NOT_OVER: N_("Decision No. {number} is not over yet: served is noted afterwards."),
    DecisionReason.NO_BOOKING: N_(
        "That is no appointment: agree on another time where it is kept, then it goes by itself."
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


def sky_choices() -> str:
    """Return the digits and what they stand for: 1 sunny 2 cloudy."""
    return " ".join(f"{digit} {word(sky)}" for digit, sky in SKIES.items())


def _services(facts: Facts, said: Said) -> str:
    return _(", ").join(word(service) for service in Service)


def _choices(facts: Facts, said: Said) -> str:
    return sky_choices()


REFUSALS = Refusals(
    SENTENCES | OFFERS | DECISIONS,
    details=DETAILS,
    typed=_TYPED,
    facts={
        WeatherReason.BAD_SKY: ("choices", _choices),
        DecisionReason.NO_SERVICE_NAMED: ("choices", _services),
    },
)
