"""The names of the values and events of the weather."""

from collections.abc import Mapping

from frontdesk.domain.weather.affected import Of, RowState
from frontdesk.domain.weather.decision import Choice, DecisionState, Service
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
    (Choice.STOP, N_("stop it")),
    (Choice.CHANGE, N_("other place or time")),
    (Service.APPOINTMENTS, N_("appointments")),
    (Service.DELIVERY, N_("delivery")),
    (Service.PICK_UP, N_("pick-up")),
    (Service.RESCUE, N_("going out")),
    (DecisionState.ASKED, N_("to be signed")),
    (DecisionState.IN_FORCE, N_("decision holds")),
    (DecisionState.RESUMING, N_("holds; going on is to be signed")),
    (DecisionState.OVER, N_("time is over")),
    (DecisionState.REJECTED, N_("rejected")),
    (Of.APPOINTMENT, N_("appointment")),
    (Of.REPAIR, N_("car promised")),
    (Of.RUN, N_("under way")),
    (RowState.OPEN, N_("still to tell")),
    (RowState.LATER, N_("knows, served later")),
    (RowState.KEPT, N_("as it was")),
    (RowState.MOVED, N_("other time agreed")),
    (RowState.SERVED, N_("served")),
    (RowState.DECLINED, N_("not wanted any more")),
    (Figure.LOW, N_("lowest ℃")),
    (Figure.HIGH, N_("highest ℃")),
    (Figure.RAIN, N_("rain mm")),
    (Figure.SNOW, N_("snow cm")),
    (Figure.GUST, N_("gusts m/s")),
)

EVENTS: Mapping[str, str] = {
    WeatherEvent.PUBLISH: N_("weather published"),
    WeatherEvent.DECIDE: N_("weather decision written"),
    WeatherEvent.RESUME: N_("weather decision: going on asked for"),
    WeatherEvent.OVER: N_("weather decision: its time is over"),
    WeatherEvent.LATER: N_("because of the weather: served later"),
    WeatherEvent.MOVED: N_("because of the weather: other time agreed"),
    WeatherEvent.SERVED: N_("because of the weather: served now"),
    WeatherEvent.DECLINED: N_("because of the weather: not wanted any more"),
    WeatherEvent.FETCH: N_("weather: looking it up begins"),
    WeatherEvent.FETCHED: N_("weather: looking it up has ended"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
