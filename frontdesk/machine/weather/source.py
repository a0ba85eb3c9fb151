"""Where this machine's settings say that the weather is looked up: a folder, or Open-Meteo (I7)."""

import re
from pathlib import Path
from typing import NamedTuple

from frontdesk.domain.values.addresses import is_safe_address
from frontdesk.domain.values.text import clean_code
from frontdesk.domain.weather.forecast import Source
from frontdesk.domain.weather.open_meteo import BASE, Place

_PLACE = re.compile(r"([-+]?\d{1,2}(?:\.\d{1,6})?)[\s,，]+([-+]?\d{1,3}(?:\.\d{1,6})?)")


class Asked(NamedTuple):
    """Where it is looked up; a folder, or an address and a place."""

    source: Source
    folder: Path = Path()
    base: str = BASE
    place: Place | None = None


def is_source(text: str) -> bool:
    """Whether it is nothing, `folder:PATH`, `open-meteo`, or `open-meteo:` with an own address."""
    kind, _, rest = text.partition(":")
    if not text or (kind == Source.FOLDER and rest.strip()):
        return True
    return kind == Source.OPEN_METEO and (not rest or is_safe_address(rest))


def is_place(text: str) -> bool:
    """Whether it is nothing, or a latitude and a longitude in degrees: 31.23, 121.47."""
    return not text or place_of(text) is not None


def place_of(text: str) -> Place | None:
    """Return a place; None for what is none."""
    found = _PLACE.fullmatch(clean_code(text))
    place = Place(float(found[1]), float(found[2])) if found else None
    is_there = place is not None and abs(place.latitude) <= 90 and abs(place.longitude) <= 180
    return place if is_there else None


def source_of(forecast_from: str, forecast_at: str) -> Asked | None:
    """Return what the settings say; None where nothing is to be asked, or no place is known."""
    kind, _, rest = forecast_from.partition(":")
    if kind == Source.FOLDER and rest:
        return Asked(Source.FOLDER, Path(rest).expanduser())
    place = place_of(forecast_at)
    if kind == Source.OPEN_METEO and place is not None:
        return Asked(Source.OPEN_METEO, base=rest.rstrip("/") or BASE, place=place)
    return None
