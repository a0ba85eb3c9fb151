"""Days of weather, and a manager who switches its look-up on."""

from dataclasses import replace

from data import policy as policies
from frontdesk.desk import policy
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.weather.forecast import DayWeather, Signal, Sky

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
CALM = (DayWeather(Sky.SUNNY, 12, 22), DayWeather(Sky.CLOUDY, 14, 23), DayWeather(Sky.RAIN, 13, 18, rain_mm=12.5))
STORM = (CALM[0], DayWeather(Sky.RAINSTORM, 11, 15, rain_mm=60.0, warning=Signal.ORANGE), CALM[2])


def switch(desk: Desk, on: str) -> None:
    """The manager switches it."""
    at_desk, desk.actor = desk.actor, Actor("manager", "王芳")
    present = desk.read(policies.current)
    policy.change(desk, replace(present, weather=on), present)
    desk.actor = at_desk
