"""Asking for the weather: the newest file of a folder, or one GET with a limit to everything (I7)."""

import asyncio
from datetime import date
from pathlib import Path

from frontdesk.domain.values.errors import InputError
from frontdesk.domain.weather.forecast import DayWeather, Source
from frontdesk.domain.weather.offer import LARGEST, WITHIN_S, of_folder
from frontdesk.domain.weather.open_meteo import answered, asked
from frontdesk.domain.weather.reasons import OfferReason
from frontdesk.files import given_file
from frontdesk.machine import unreached
from frontdesk.machine.weather.source import Asked


def look_up(at: Asked, today: date, zone: str, *, within_s: float = WITHIN_S) -> tuple[DayWeather, ...]:
    """Return the weather of today and the days after it. Raises `InputError` or `Refused`; nothing is half known."""
    if at.source is Source.FOLDER:
        return of_folder(_newest(at.folder), today)
    return answered(asyncio.run(_get(at, zone, within_s)), today, zone)


def _newest(folder: Path) -> bytes:
    """Return the file that another program has put there last."""
    try:
        files = [(file.stat().st_mtime_ns, file) for file in folder.glob("*.json") if file.is_file()]
    except OSError as error:
        raise InputError(OfferReason.NO_OFFER_FILE, path=folder) from error
    if not files:
        raise InputError(OfferReason.NO_OFFER_FILE, path=folder)
    newest = max(files)[1]
    if newest.stat().st_size > LARGEST:
        raise InputError(OfferReason.OFFER_TOO_LARGE, size=LARGEST // 1024)
    given_file.refuse_special(newest)
    return given_file.read(newest)


async def _get(at: Asked, zone: str, within_s: float) -> bytes:
    """Return what the address answers: no redirect, no proxy of the environment, nothing unpacked."""
    try:
        import httpx  # noqa: PLC0415 - of the extra `online`, and slow to load
    except ImportError as error:
        raise InputError(OfferReason.NO_ONLINE) from error
    if at.place is None:
        raise InputError(OfferReason.NO_SOURCE)
    content = b""
    try:
        async with (
            asyncio.timeout(within_s),
            httpx.AsyncClient(trust_env=False, follow_redirects=False, timeout=within_s) as client,
            client.stream(
                "GET", f"{at.base}/v1/forecast", params=asked(at.place, zone), headers={"Accept-Encoding": "identity"}
            ) as response,
        ):
            _check(response.status_code, response.headers.get("content-encoding", "identity"))
            async for piece in response.aiter_raw():
                content += piece
                if len(content) > LARGEST:
                    raise InputError(OfferReason.OFFER_TOO_LARGE, size=LARGEST // 1024)
    except (TimeoutError, httpx.TimeoutException) as error:
        raise InputError(OfferReason.TOO_LATE, seconds=f"{within_s:g}") from error
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        raise InputError(OfferReason.UNREACHABLE, detail=unreached.why(error)) from error
    return content


def _check(status: int, encoding: str) -> None:
    if 300 <= status < 400:
        raise InputError(OfferReason.REDIRECTED, status=status)
    if status != 200:
        raise InputError(OfferReason.BAD_STATUS, status=status)
    if encoding.strip().casefold() not in {"", "identity"}:
        raise InputError(OfferReason.PACKED)
