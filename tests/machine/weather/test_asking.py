"""What is asked of a weather service; each wrong answer is a sentence in both languages, never a wrong figure (I7)."""

import gzip
import json
import sys
from datetime import date
from pathlib import Path

import pytest
from weather_server import DAYS, UNITS, answer, http, right, serving

from frontdesk.domain.values.errors import FrontdeskError, InputError, Reason
from frontdesk.domain.weather.forecast import DayWeather, Sky, Source
from frontdesk.domain.weather.offer import LARGEST
from frontdesk.domain.weather.open_meteo import Place
from frontdesk.domain.weather.reasons import OfferReason, WeatherReason
from frontdesk.machine.weather.asking import look_up
from frontdesk.machine.weather.source import Asked, is_place, is_source, source_of
from frontdesk.words import i18n
from frontdesk.words.refusals.sentence import sentence

pytest.importorskip("httpx")
TODAY, ZONE = date(2026, 12, 30), "Asia/Shanghai"
SOON_S = 0.5


def asked_of(address: str, within_s: float = 5.0) -> tuple[DayWeather, ...]:
    return look_up(
        Asked(Source.OPEN_METEO, base=address, place=Place(31.2304, 121.4737)), TODAY, ZONE, within_s=within_s
    )


def test_a_right_answer_over_new_year() -> None:
    with serving(answer(right())) as (address, asked):
        days = asked_of(address)
    assert days == (
        DayWeather(Sky.RAIN, 4, 12, 4.2, 0.0, 8.1),
        DayWeather(Sky.RAINSTORM, 11, 16, 63.0, 0.0, 17.2),
        DayWeather(Sky.OVERCAST, -2, 9, 0.0, 0.0, 3.0),
    )
    line = asked[0].split(b"\r\n")[0].decode()
    assert line.startswith(
        "GET /v1/forecast?latitude=31.2304&longitude=121.4737&timezone=Asia%2FShanghai&forecast_days=3"
    )
    assert "wind_speed_unit=ms" in line
    assert b"accept-encoding: identity" in asked[0].lower()


def without(name: str) -> dict[str, object]:
    said = right()
    del said["daily"][name]
    return said


def in_units(**other: str) -> dict[str, object]:
    return {**right(), "daily_units": {**UNITS, **other}}


_JSON = json.dumps(right())
WRONG = {
    "half": (http(_JSON.encode())[:-40], OfferReason.UNREACHABLE),
    "half of the json": (http(_JSON.encode()[:-40]), OfferReason.NO_JSON),
    "redirected": (http(b"", "302 Found", "Location: http://127.0.0.1:1/"), OfferReason.REDIRECTED),
    "HTML": (http(b"<html>not here</html>"), OfferReason.NO_JSON),
    "500": (http(_JSON.encode(), "500 Internal Server Error"), OfferReason.BAD_STATUS),
    "429": (http(b"{}", "429 Too Many Requests"), OfferReason.BAD_STATUS),
    "no http": (b"hello\r\n\r\n", OfferReason.UNREACHABLE),
    "nothing": (b"", OfferReason.UNREACHABLE),
    "a null": (answer(None), OfferReason.NO_JSON),
    "a list": (answer([right()]), OfferReason.NO_JSON),
    "empty": (answer({}), OfferReason.WRONG_ZONE),
    "null figure": (answer(right(temperature_2m_min=[3.0, None, 1.0])), OfferReason.NO_FIGURE),
    "figure in words": (answer(right(temperature_2m_min=["3", 4, 1])), OfferReason.NO_FIGURE),
    "figure true": (answer(right(precipitation_sum=[True, 0, 0])), OfferReason.NO_FIGURE),
    "NaN": (http(_JSON.replace("63.0", "NaN").encode()), OfferReason.NO_JSON),
    "Infinity": (http(_JSON.replace("63.0", "Infinity").encode()), OfferReason.NO_JSON),
    "too large to be a number": (http(_JSON.replace("63.0", "1e999").encode()), OfferReason.NO_FIGURE),
    "a whole number without end": (http(_JSON.replace("63.0", "9" * 400).encode()), OfferReason.NO_FIGURE),
    "huge": (answer(right(precipitation_sum=[0, 1e300, 0])), WeatherReason.FIGURE_FAR),
    "60 degrees": (answer(right(temperature_2m_max=[12, 60, 9])), WeatherReason.FIGURE_FAR),
    "in kelvin": (answer(right(temperature_2m_max=[285, 288, 282])), WeatherReason.FIGURE_FAR),
    "low above high": (answer(right(temperature_2m_min=[13, 11, -2])), WeatherReason.LOW_ABOVE_HIGH),
    "less than no rain": (answer(right(precipitation_sum=[0, -1, 0])), WeatherReason.FIGURE_FAR),
    "four days": (answer(right(time=[*DAYS, "2027-01-02"])), OfferReason.WRONG_DAYS),
    "yesterday": (answer(right(time=["2026-12-29", *DAYS[:2]])), OfferReason.WRONG_DAYS),
    "one day twice": (answer(right(time=[DAYS[0], DAYS[0], DAYS[2]])), OfferReason.WRONG_DAYS),
    "days in numbers": (answer(right(time=[1, 2, 3])), OfferReason.WRONG_DAYS),
    "no days": (answer(without("time")), OfferReason.WRONG_DAYS),
    "no gusts": (answer(without("wind_gusts_10m_max")), OfferReason.PART_MISSING),
    "two figures": (answer(right(snowfall_sum=[0, 0])), OfferReason.PART_MISSING),
    "in fahrenheit": (
        answer({**right(), "daily_units": {**UNITS, "temperature_2m_max": "°F"}}),
        OfferReason.WRONG_UNIT,
    ),
    "in km/h": (answer({**right(), "daily_units": {**UNITS, "wind_gusts_10m_max": "km/h"}}), OfferReason.WRONG_UNIT),
    "no units": (answer({**right(), "daily_units": {}}), OfferReason.WRONG_UNIT),
    "another zone": (answer({**right(), "timezone": "GMT"}), OfferReason.WRONG_ZONE),
    "an unknown sky": (answer(right(weather_code=[61, 200, 3])), OfferReason.UNKNOWN_SKY),
    "no sky": (answer(right(weather_code=[None, 61, 3])), OfferReason.UNKNOWN_SKY),
    "a name twice": (http(_JSON.replace('"timezone"', '"timezone": "GMT", "timezone"').encode()), OfferReason.NO_JSON),
    "deep": (http(b"[" * 100_000), OfferReason.NO_JSON),
    "no text": (http(b"\xff\xfe{}"), OfferReason.NO_JSON),
    "packed": (http(gzip.compress(b"0" * 50_000_000), "200 OK", "Content-Encoding: gzip"), OfferReason.PACKED),
    "too large": (http(b" " * (LARGEST + 1)), OfferReason.OFFER_TOO_LARGE),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_answer_is_a_sentence_in_both_languages(name: str) -> None:
    reply, reason = WRONG[name]
    with serving(reply) as (address, _asked), pytest.raises(FrontdeskError) as refused:
        asked_of(address)
    assert refused.value.reason is reason
    for language in i18n.LANGUAGES:
        with i18n.spoken(language):
            said = sentence(refused.value)
            assert len(said) > 8
            assert "{" not in said
            assert "—" not in said


@pytest.mark.parametrize(
    ("reply", "late_s", "dripping"),
    [(answer(right()), 3.0, False), (http(_JSON.encode())[:-40], 0.0, True), (b"HTTP/1.1 200 OK\r\n", 3.0, True)],
)
def test_whoever_does_not_answer_in_time_is_not_waited_for(reply: bytes, late_s: float, dripping: bool) -> None:
    drips = reply.replace(b"Content-Length", b"X-Length") if dripping else reply
    with serving(drips, late_s=late_s, dripping=dripping) as (address, _asked), pytest.raises(InputError) as refused:
        asked_of(address, SOON_S)
    assert refused.value.reason is OfferReason.TOO_LATE


def test_nobody_there_and_no_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with serving(answer(right())) as (address, _asked):
        assert len(asked_of(address)) == 3
    with pytest.raises(InputError) as refused:
        asked_of(address)
    assert refused.value.reason is OfferReason.UNREACHABLE


def listed(**more: object) -> bytes:
    days = [{"day": day, "sky": "rain", "low": 3, "high": 12} for day in DAYS]
    days[1] |= {"rain_mm": 60.0, "warning": "orange", **more}
    return json.dumps({"days": days}).encode()


def test_the_newest_file_of_a_folder(tmp_path: Path) -> None:
    at = Asked(Source.FOLDER, tmp_path)
    with pytest.raises(InputError) as refused:
        look_up(at, TODAY, ZONE)
    assert refused.value.reason is OfferReason.NO_OFFER_FILE
    tmp_path.joinpath("weather.json").write_bytes(listed())
    found = look_up(at, TODAY, ZONE)
    assert [day.rain_mm for day in found] == [None, 60.0, None]
    with pytest.raises(InputError) as refused:
        look_up(at, date(2026, 12, 31), ZONE)
    assert refused.value.reason is OfferReason.WRONG_DAYS
    wrong: dict[Reason, dict[str, object]] = {
        OfferReason.PART_MISSING: {"sky": "purple"},
        OfferReason.NO_FIGURE: {"low": "3"},
        WeatherReason.FIGURE_FAR: {"snow_cm": -1},
        WeatherReason.LOW_ABOVE_HIGH: {"low": 13},
    }
    for reason, more in wrong.items():
        tmp_path.joinpath("weather.json").write_bytes(listed(**more))
        with pytest.raises(FrontdeskError) as broken:
            look_up(at, TODAY, ZONE)
        assert broken.value.reason is reason


def test_what_the_settings_may_say() -> None:
    for said in ("", "folder:/srv/weather", "open-meteo", "open-meteo:https://weather.example/api",
                 "open-meteo:http://127.0.0.1:8080"):  # fmt: skip
        assert is_source(said)
    for said in ("folder:", "open", "open-meteo:http://weather.example", "open-meteo:ftp://x", "https://x"):
        assert not is_source(said)
    assert is_place("31.2304, 121.4737")
    assert is_place("-31，121")
    for said in ("31.23", "91, 0", "0, 181", "a, b", "31.23 N, 121 E"):
        assert not is_place(said)
    assert source_of("open-meteo", "") is None
    asked = source_of("open-meteo:https://own.example/", "31.23, 121.47")
    assert asked is not None
    assert asked.base == "https://own.example"


def test_without_the_extra_it_says_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(InputError) as refused:
        asked_of("http://127.0.0.1:9")
    assert refused.value.reason is OfferReason.NO_ONLINE
    assert "pip install 'frontdesk[online]'" in sentence(refused.value)
