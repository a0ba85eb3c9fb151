"""The weather at the stations: typed by digits, published, red in each first line until it is over (I7)."""

import pytest

from frontdesk.desk.weather import forecasts
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.weather.forecast import DayWeather, Signal, Sky
from screens.kit.live import Live
from screens.stations.lounge_drawing import draw_heading
from screens.stations.status_drawing import draw_status

DAY = 86_400_000
CALM = (DayWeather(Sky.SUNNY, 12, 22), DayWeather(Sky.CLOUDY, 14, 23), DayWeather(Sky.RAIN, 13, 18))
STORM = (CALM[0], CALM[1], DayWeather(Sky.RAINSTORM, 11, 15, warning=Signal.ORANGE))


def first_line(desk, clock, station, width=80):
    return draw_status(Live(desk.snapshot(), clock.at, Actor(str(station), "李四")), station, width)[0]


@pytest.mark.parametrize("station", [each for each in StationKind if each is not StationKind.LOUNGE])
def test_a_severe_day_is_red_at_every_station_until_it_is_over(staffed, clock, station):
    staffed.actor = Actor("reception", "李四")
    forecasts.publish(staffed, STORM, "暴雨")
    for said in ("in 2 days rainstorm orange warning", "tomorrow rainstorm", "today rainstorm"):
        (red,) = [span for span in first_line(staffed, clock, station) if span.tone == "prompt"]
        assert said in red.text
        clock.at += DAY
    assert not [span for span in first_line(staffed, clock, station) if span.tone == "prompt"]


def test_calm_weather_stands_where_there_is_room(staffed, clock):
    staffed.actor = Actor("reception", "李四")
    forecasts.publish(staffed, CALM, "晴")
    told = "".join(span.text for span in first_line(staffed, clock, StationKind.GUARD, 120))
    assert "sunny 12–22℃" in told
    for width in range(80, 121):
        assert sum(span.width for span in first_line(staffed, clock, StationKind.WORKSHOP, width)) == width


def test_the_lounge_stays_calm(staffed, clock):
    staffed.actor = Actor("reception", "李四")
    forecasts.publish(staffed, STORM[::-1], "暴雨")
    (heading,) = draw_heading(Live(staffed.snapshot(), clock.at), 80)
    (said,) = [span for span in heading if "rainstorm" in span.text]
    assert said.tone == "dim"
    assert "orange" not in said.text


async def test_three_days_are_typed_and_published(at_station, staffed):
    async with at_station("reception") as desk:
        await desk.press("ctrl+p")
        await desk.press(*"weather", "enter")
        await desk.dialog("WeatherDialog")
        await desk.reads("No weather is published")
        await desk.later(700)
        await desk.press("f2")
        await desk.dialog("LookUpForm")
        await desk.later(700)
        # A digit goes on by itself, Enter goes on, day by day.
        await desk.press("1", *"12", "enter", *"22", "enter", "5", *"19", "enter", *"15", "enter", "4", *"9", "enter")
        await desk.press("f10")
        await desk.reads("Tomorrow: the lowest, 19°, is above the highest, 15°.")
        await desk.press(*"11", "down", "down", "3", "f10")
        await desk.reads("The day after: highest ℃ is missing.")
        await desk.press("escape")
        await desk.dialog("WeatherDialog")
        await desk.later(700)
        await desk.press("f2")
        await desk.dialog("LookUpForm")
        await desk.reads("tomorrow: severe: rainstorm 11–15℃, orange warning")
        staffed.actor = Actor("manager", "王五")
        forecasts.publish(staffed, CALM, "别人")
        await desk.later(700)
        await desk.press("f10")
        await desk.reads("The day after: highest ℃ is missing.")
        await desk.press(*"17", "f10")
        await desk.reads("王五 has published the weather")
        await desk.later(700)
        await desk.press("f10")
        await desk.dialog("WeatherDialog")
        await desk.reads("weather published", "tomorrow: severe: rainstorm 11–15℃", "李四")
        published = staffed.snapshot().weather.days
        assert [each.weather.sky for each in published] == [Sky.SUNNY, Sky.RAINSTORM, Sky.RAIN]
        assert published[1].severe
        await desk.press("f9")
        await desk.reads("undone")


async def test_a_digit_goes_over_the_sky_that_the_form_came_with(at_station, staffed):
    staffed.actor = Actor("manager", "王五")
    forecasts.publish(staffed, STORM, "暴雨")
    async with at_station("reception") as desk:
        await desk.press("ctrl+p", *"weather", "enter")
        await desk.dialog("WeatherDialog")
        await desk.later(700)
        await desk.press("f2")
        await desk.dialog("LookUpForm")
        await desk.later(700)
        assert desk.app.focused.id == "sky0"
        await desk.press("4")
        assert desk.app.focused.id == "low0"
        await desk.reads("today: rain 12–22℃")
