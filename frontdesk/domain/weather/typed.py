"""The weather of a day as people type it: read to the digit, and nothing guessed (I7)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code, clean_line, folded
from frontdesk.domain.weather.figures import EXAMPLES, LIMITS, Figure
from frontdesk.domain.weather.forecast import SKIES, DayWeather, Signal, Sky
from frontdesk.domain.weather.reasons import WeatherReason, day_ahead
from frontdesk.domain.weather.severe import FORCES

_SHOWN = 20
_NUMBER = re.compile(r"[-+]?\d{1,4}(?:\.\d{1,2})?")
_FORCE = re.compile(r"(?:bft ?)?(\d{1,2}) ?(?:级|bft)")
_WORDS = 3
"""So many words a day has at least: what it is like, low, high."""


SIGNALS: Mapping[str, Signal] = {"": Signal.NONE, **{str(n): signal for n, signal in enumerate(list(Signal)[1:], 1)}}
"""The signals by the digit they are typed with; nothing is none."""
_ZERO: Mapping[str, Signal] = {"0": Signal.NONE}


class DayTyped(NamedTuple):
    """What was typed of a day, field by field; empty: nothing is said."""

    sky: str = ""
    low: str = ""
    high: str = ""
    warning: str = ""
    rain: str = ""
    snow: str = ""
    gust: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(map(clean_code, self))


class Names(NamedTuple):
    """What skies and signals are called, in every language, folded."""

    skies: Mapping[str, str]
    signals: Mapping[str, str]
    figures: Mapping[str, str]


NO_NAMES = Names({}, {}, {})


def read_day(typed: DayTyped, ahead: int, names: Names = NO_NAMES) -> DayWeather:
    """Return the weather of a day, so many days ahead. Raises `Refused`, each with the day and what would be right."""
    day = DayWeather(
        _sky(typed.sky, ahead, names),
        _whole(Figure.LOW, typed.low, ahead),
        _whole(Figure.HIGH, typed.high, ahead),
        _figure(Figure.RAIN, typed.rain, ahead),
        _figure(Figure.SNOW, typed.snow, ahead),
        _gust(typed.gust, ahead),
        _signal(typed.warning, ahead, names),
    )
    check_day(day, ahead)
    return day


def check_day(day: DayWeather, ahead: int) -> None:
    """Check that a day's figures can be. Raises `Refused`: FIGURE_FAR, LOW_ABOVE_HIGH."""
    said = zip(Figure, (day.low, day.high, day.rain_mm, day.snow_cm, day.gust_ms), strict=True)
    for figure, value in said:
        least, most = LIMITS[figure]
        if value is not None and not least <= value <= most:
            raise Refused(
                WeatherReason.FIGURE_FAR, day=day_ahead(ahead), figure=figure, text=f"{value:g}", least=least, most=most
            )
    if day.low > day.high:
        raise Refused(WeatherReason.LOW_ABOVE_HIGH, day=day_ahead(ahead), low=day.low, high=day.high)


def read_line(text: str, ahead: int, names: Names) -> DayWeather:
    """Return the weather of a day in one line: rain 12 18, or 暴雨 11 15 橙色 rain 60 gust 18. Raises `Refused`."""
    words = clean_line(text).replace("℃", " ").split()
    if len(words) < _WORDS:
        raise Refused(WeatherReason.BAD_DAY_WORD, day=day_ahead(ahead), text=clean_line(text, 60))
    fields = dict(zip(("sky", "low", "high"), words, strict=False))
    for name, value in _more(words[_WORDS:], ahead, names):
        fields[name] = value
    return read_day(DayTyped(**fields), ahead, names)


def _more(words: Sequence[str], ahead: int, names: Names) -> Iterator[tuple[str, str]]:
    """Yield what else is said: a figure by its name and number, or a signal."""
    left = list(words)
    while left:
        word = left.pop(0)
        figure = names.figures.get(folded(word), word)
        if figure in {Figure.RAIN, Figure.SNOW, Figure.GUST} and left:
            yield str(figure), left.pop(0)
        elif _known(word, names.signals, Signal) is not None:
            yield "warning", word
        else:
            raise Refused(WeatherReason.BAD_DAY_WORD, day=day_ahead(ahead), text=clean_line(word, 60))


def _sky(text: str, ahead: int, names: Names) -> Sky:
    typed = clean_code(text)
    found = SKIES.get(typed) or _known(typed, names.skies, Sky)
    if found is None:
        raise Refused(WeatherReason.BAD_SKY, day=day_ahead(ahead), text=clean_line(text, _SHOWN))
    return Sky(found)


def _signal(text: str, ahead: int, names: Names) -> Signal:
    typed = clean_code(text)
    found: str | None = {**SIGNALS, **_ZERO}.get(typed)
    if found is None:
        found = _known(typed, names.signals, Signal)
    if found is None:
        raise Refused(WeatherReason.BAD_SIGNAL, day=day_ahead(ahead), text=clean_line(text, _SHOWN))
    return Signal(found)


def _known(typed: str, names: Mapping[str, str], kind: type[StrEnum]) -> str | None:
    key = names.get(folded(typed), folded(typed))
    return key if key and key in set(kind) else None


def _whole(figure: Figure, text: str, ahead: int) -> int:
    said = _figure(figure, text, ahead)
    if said is None:
        raise Refused(WeatherReason.FIGURE_MISSING, day=day_ahead(ahead), figure=figure, right=EXAMPLES[figure])
    if said != int(said):
        raise Refused(
            WeatherReason.BAD_FIGURE,
            day=day_ahead(ahead),
            figure=figure,
            text=clean_line(text, _SHOWN),
            right=EXAMPLES[figure],
        )
    return int(said)


def _gust(text: str, ahead: int) -> float | None:
    """Return a gust in metres a second; of a force it is what it begins with."""
    force = _FORCE.fullmatch(clean_code(text).casefold())
    if force is None:
        return _figure(Figure.GUST, text, ahead)
    if int(force[1]) >= len(FORCES):
        raise Refused(
            WeatherReason.BAD_FIGURE,
            day=day_ahead(ahead),
            figure=Figure.GUST,
            text=clean_line(text, _SHOWN),
            right=EXAMPLES[Figure.GUST],
        )
    return FORCES[int(force[1])]


def _figure(figure: Figure, text: str, ahead: int) -> float | None:
    typed = clean_code(text).replace("−", "-").replace("–", "-").replace("。", ".")
    if not typed:
        return None
    if _NUMBER.fullmatch(typed) is None:
        raise Refused(
            WeatherReason.BAD_FIGURE,
            day=day_ahead(ahead),
            figure=figure,
            text=clean_line(text, _SHOWN),
            right=EXAMPLES[figure],
        )
    return float(typed)


def as_typed(day: DayWeather) -> DayTyped:
    """Return a day as it is typed; read again it is the same."""
    digit = next(key for key, sky in SKIES.items() if sky is day.sky)
    signal = next(key for key, each in SIGNALS.items() if each is day.warning)
    figures = (f"{said:g}" if said is not None else "" for said in (day.rain_mm, day.snow_cm, day.gust_ms))
    return DayTyped(digit, str(day.low), str(day.high), signal, *figures)
