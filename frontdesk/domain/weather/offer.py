"""What a program brings of the weather: a proposal, and only where it says exactly what was asked (I7).

Whatever is not as it must be is refused as a whole, with what is not right: a figure that may be wrong is worse than
none.
"""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from frontdesk.domain.values.clock import MINUTE, SECOND, Millis
from frontdesk.domain.values.errors import InputError, Refused
from frontdesk.domain.values.text import clean_line
from frontdesk.domain.weather.figures import Figure
from frontdesk.domain.weather.forecast import DAYS, DayWeather, Signal, Sky
from frontdesk.domain.weather.reasons import OfferReason, day_ahead
from frontdesk.domain.weather.typed import check_day

LARGEST = 256 * 1024
WITHIN_S = 10.0
"""How long an answer may take in all."""
APART: Millis = 10 * MINUTE
"""So long after a try there is another one at the earliest."""
LEASE: Millis = 60 * SECOND
"""So long a try has; then it is taken to have been stopped."""
_SHOWN = 60

Json = Mapping[str, Any]


class Try(NamedTuple):
    """One try of a program to look up the weather, and what it brought, if anything."""

    id: int
    at: Millis
    source: str
    days: tuple[DayWeather, ...] = ()
    fault: Refused | InputError | None = None
    """Why it brought nothing."""
    is_running: bool = False


def parsed(content: bytes) -> Json:
    """Return the JSON object that was brought. Raises `InputError`: OFFER_TOO_LARGE, NO_JSON."""
    if len(content) > LARGEST:
        raise InputError(OfferReason.OFFER_TOO_LARGE, size=LARGEST // 1024)
    try:
        said = json.loads(content.decode("utf-8"), parse_constant=_no_number, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise InputError(OfferReason.NO_JSON) from error
    if not isinstance(said, dict):
        raise InputError(OfferReason.NO_JSON)
    return said


def _no_number(text: str) -> float:
    raise ValueError(text)


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found


def check_days(said: object, today: date) -> None:
    """Check that a list of days is today and those after it. Raises `InputError(WRONG_DAYS)`."""
    wanted = [(today + timedelta(days=ahead)).isoformat() for ahead in range(DAYS)]
    if said != wanted:
        listed = ", ".join(map(str, said)) if isinstance(said, list) else str(said)
        raise InputError(OfferReason.WRONG_DAYS, text=clean_line(listed, _SHOWN), right=", ".join(wanted))


def whole(value: object, figure: Figure, ahead: int) -> int:
    """Return a figure as whole degrees, the nearest. Raises `InputError(NO_FIGURE)`."""
    return math.floor(number(value, figure, ahead) + 0.5)


def number(value: object, figure: Figure, ahead: int) -> float:
    """Return a figure to one place. Raises `InputError(NO_FIGURE)`."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not _is_finite(value):
        raise InputError(
            OfferReason.NO_FIGURE, day=day_ahead(ahead), figure=figure, text=clean_line(json.dumps(value), _SHOWN)
        )
    return round(float(value), 1)


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def of_folder(content: bytes, today: date) -> tuple[DayWeather, ...]:
    """Return the days that another program has put into a folder, in the words of `frontdesk weather show --json`.

    Raises `InputError` or `Refused`.
    """
    days = part(parsed(content), "days", list)
    if not all(isinstance(each, dict) for each in days):
        raise InputError(OfferReason.PART_MISSING, text="days")
    check_days([each.get("day") for each in days], today)
    found = tuple(_listed_day(each, ahead) for ahead, each in enumerate(days))
    return checked(found)


def _listed_day(said: Json, ahead: int) -> DayWeather:
    return DayWeather(
        _choice(Sky, said, "sky"),
        whole(said.get("low"), Figure.LOW, ahead),
        whole(said.get("high"), Figure.HIGH, ahead),
        _optional(said.get("rain_mm"), Figure.RAIN, ahead),
        _optional(said.get("snow_cm"), Figure.SNOW, ahead),
        _optional(said.get("gust_ms"), Figure.GUST, ahead),
        _choice(Signal, said, "warning"),
    )


def _optional(value: object, figure: Figure, ahead: int) -> float | None:
    return None if value is None else number(value, figure, ahead)


def _choice(kind: Callable[[str], Any], said: Json, name: str) -> Any:
    value = said.get(name)
    try:
        return kind("" if value is None else value)
    except ValueError as error:
        raise InputError(OfferReason.PART_MISSING, text=f"{name} {clean_line(str(value), 20)}") from error


def part(said: Json, name: str, kind: type) -> Any:
    """Return a part of what was said. Raises `InputError(PART_MISSING)`."""
    found = said.get(name)
    if not isinstance(found, kind):
        raise InputError(OfferReason.PART_MISSING, text=name)
    return found


def checked(days: tuple[DayWeather, ...]) -> tuple[DayWeather, ...]:
    """Return days that can be. Raises `Refused` as `check_day`."""
    for ahead, day in enumerate(days):
        check_day(day, ahead)
    return days
