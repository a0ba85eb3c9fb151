"""Every key of every station in one table, the source of the bindings, the hints, the help and the palette.

The functions of the keys are in the `actions` module of each concern. The important ones are function keys and Ctrl
combinations, so that a Chinese input method can stay on.
"""

from frontdesk.domain.stations.station import StationKind
from frontdesk.words.i18n import N_
from screens.appointments.actions import ACTIONS as OF_APPOINTMENTS
from screens.cases.actions import ACTIONS as OF_CASES
from screens.checks.actions import ACTIONS as OF_CHECKS
from screens.drills.actions import ACTIONS as OF_DRILLS
from screens.escalations.actions import ACTIONS as OF_ESCALATIONS
from screens.figures.actions import ACTIONS as OF_FIGURES
from screens.holidays.actions import ACTIONS as OF_HOLIDAYS
from screens.incidents.actions import ACTIONS as OF_INCIDENTS
from screens.kit.keys import ALL, EVERYWHERE, GUARD, Key
from screens.lounge.actions import ACTIONS as OF_LOUNGE
from screens.matters.actions import ACTIONS as OF_MATTERS
from screens.meetings.actions import ACTIONS as OF_MEETINGS
from screens.orders.actions import ACTIONS as OF_ORDERS
from screens.outlook.actions import ACTIONS as OF_OUTLOOK
from screens.past.actions import ACTIONS as OF_PAST
from screens.penalties.actions import ACTIONS as OF_PENALTIES
from screens.people.actions import ACTIONS as OF_PEOPLE
from screens.policy.actions import ACTIONS as OF_POLICY
from screens.progress.actions import ACTIONS as OF_PROGRESS
from screens.register.actions import ACTIONS as OF_REGISTER
from screens.rescues.actions import ACTIONS as OF_RESCUES
from screens.roll_calls.actions import ACTIONS as OF_ROLL_CALLS
from screens.rosters.actions import ACTIONS as OF_ROSTERS
from screens.runs.actions import ACTIONS as OF_RUNS
from screens.stations.actions import ACTIONS as OF_EVERY_STATION
from screens.stations.actions import PALETTE
from screens.surveys.actions import ACTIONS as OF_SURVEYS
from screens.trainings.actions import ACTIONS as OF_TRAININGS
from screens.weather.actions import ACTIONS as OF_WEATHER
from screens.zone.actions import ACTIONS as OF_ZONE

_LISTED = (
    *OF_EVERY_STATION,
    *OF_ZONE,
    *OF_ESCALATIONS,
    *OF_APPOINTMENTS,
    *OF_CASES,
    *OF_LOUNGE,
    *OF_PENALTIES,
    *OF_FIGURES,
    *OF_OUTLOOK,
    *OF_MATTERS,
    *OF_CHECKS,
    *OF_DRILLS,
    *OF_TRAININGS,
    *OF_MEETINGS,
    *OF_SURVEYS,
    *OF_INCIDENTS,
    *OF_ROLL_CALLS,
    *OF_RUNS,
    *OF_PROGRESS,
    *OF_RESCUES,
    *OF_ORDERS,
    *OF_REGISTER,
    *OF_WEATHER,
    *OF_PAST,
    *OF_PEOPLE,
    *OF_ROSTERS,
    *OF_HOLIDAYS,
    *OF_POLICY,
)

ACTIONS = {action.name: action for action in (*_LISTED, PALETTE)}
"""The functions of the stations' keys, by name."""

_OF_APPLICATION = (
    Key(
        "ctrl+x",
        "app.incident",
        N_("incident"),
        N_("Something goes wrong: report it with two digits, from anywhere; or see what is going on."),
        EVERYWHERE,
        GUARD,
    ),
    Key("ctrl+s", "app.silence", N_("sound off"), N_("Pause the sound: for 10 minutes, for 30, on again."), EVERYWHERE),
    Key("ctrl+t", "app.language", N_("中文 / English"), N_("Switch between Chinese and English."), EVERYWHERE),
    Key(
        "",
        "app.theme",
        N_("light / dark"),
        N_("Switch between dark and light colours; this machine remembers it."),
        EVERYWHERE,
    ),
    Key("ctrl+q", "app.quit", N_("quit"), N_("Close this station; the records stay."), EVERYWHERE),
)

KEYS = tuple(sorted((*(action.as_key() for action in _LISTED), *_OF_APPLICATION), key=lambda key: key.number))
"""The function keys by number, then the other keys by concern, in the order that hints, help and palette show."""

FASTER = Key("ctrl+up", "app.demo('faster')", N_("faster"), N_("Demo: let time run faster; where it waits, go on."))
SLOWER = Key("ctrl+down", "app.demo('slower')", N_("slower"), N_("Demo: let time run slower, down to a pause."))
DEMO_KEYS = (
    Key("ctrl+g", "app.demo('next_station')", N_("next station"), N_("Demo: look at the next station."), hint=ALL),
    FASTER,
    SLOWER,
)


def of_station(station: StationKind, *, demo: bool = False) -> tuple[Key, ...]:
    """Return the keys of a station."""
    keys = tuple(key for key in KEYS if station in key.stations)
    return (*keys, *DEMO_KEYS) if demo else keys


def hinted(station: StationKind, *, demo: bool = False) -> tuple[Key, ...]:
    """Return the keys that the bottom lines of a station show."""
    first, *others = (key for key in of_station(station, demo=demo) if station in key.hint)
    return (first, *([PALETTE.as_key()] if station in PALETTE.hint else []), *others)
