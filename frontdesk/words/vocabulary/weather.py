"""The names of the values and events of the weather."""

from collections.abc import Mapping

from frontdesk.domain.weather.events import WeatherEvent
from frontdesk.domain.weather.figures import Figure
from frontdesk.domain.weather.forecast import Signal, Sky, Source
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Sky.SUNNY, N_("sunny")),
    (Sky.CLOUDY, N_("cloudy")),
    (Sky.OVERCAST, N_("overcast")),
    (Sky.RAIN, N_("rain")),
    (Sky.RAINSTORM, N_("rainstorm")),
    (Sky.THUNDERSTORM, N_("thunderstorm")),
    (Sky.SNOW, N_("snow")),
    (Sky.FOG, N_("fog, haze")),
    (Sky.GALE, N_("gale")),
    (Sky.ICE, N_("ice")),
    (Signal.NONE, N_("no warning")),
    (Signal.BLUE, N_("blue warning")),
    (Signal.YELLOW, N_("yellow warning")),
    (Signal.ORANGE, N_("orange warning")),
    (Signal.RED, N_("red warning")),
    (Source.MANUAL, N_("typed in")),
    (Source.FOLDER, N_("from a folder")),
    (Source.OPEN_METEO, N_("from Open-Meteo")),
    (Figure.LOW, N_("lowest ℃")),
    (Figure.HIGH, N_("highest ℃")),
    (Figure.RAIN, N_("rain mm")),
    (Figure.SNOW, N_("snow cm")),
    (Figure.GUST, N_("gusts m/s")),
)

EVENTS: Mapping[str, str] = {
    WeatherEvent.PUBLISH: N_("weather published"),
    WeatherEvent.FETCH: N_("weather: looking it up begins"),
    WeatherEvent.FETCHED: N_("weather: looking it up has ended"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
