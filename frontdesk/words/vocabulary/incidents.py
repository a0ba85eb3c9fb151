"""The names of the values and events of incidents."""

from collections.abc import Mapping

from frontdesk.domain.incidents.events import IncidentEvent
from frontdesk.domain.incidents.incident import EndObstacle, EntryKind, Fact, IncidentKind, Level
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (IncidentKind.FIRE, N_("fire")),
    (IncidentKind.INJURY, N_("somebody hurt")),
    (IncidentKind.TRAFFIC, N_("traffic accident")),
    (IncidentKind.DISASTER, N_("natural disaster")),
    (IncidentKind.POWER_FAILURE, N_("power failure")),
    (IncidentKind.EQUIPMENT, N_("equipment failure")),
    (IncidentKind.SUPPLY, N_("supply interrupted")),
    (IncidentKind.EPIDEMIC, N_("epidemic")),
    (IncidentKind.DELIVERY, N_("delivery vehicle broke down")),
    (IncidentKind.WEATHER, N_("severe weather")),
    (IncidentKind.HAZARD, N_("hazard")),
    (Level.SLIGHT, N_("slight incident")),
    (Level.ORDINARY, N_("ordinary incident")),
    (Level.MAJOR, N_("major incident")),
    (Fact.DEATH, N_("somebody died")),
    (Fact.EXPLOSION, N_("explosion")),
    (Fact.SPREADING, N_("it spreads")),
    (Fact.MEDIA, N_("the press asks")),
    (EndObstacle.ROLL_CALL, N_("the roll call is not complete")),
    (EndObstacle.AREA_CHECK, N_("the place was not looked through yet")),
    (EntryKind.REPORTED, N_("incident reported")),
    (EntryKind.ALSO_REPORTED, N_("reported too")),
    (EntryKind.SAID, N_("told of it")),
    (EntryKind.HURT, N_("people hurt")),
    (EntryKind.FACT, N_("known now")),
    (EntryKind.LEVEL, N_("rated")),
    (EntryKind.COMMAND, N_("has the command")),
    (EntryKind.CONTAINED, N_("contained")),
    (EntryKind.ENDED, N_("declared over")),
    (EntryKind.MISTAKE, N_("was a mistake: there is nothing")),
    (EntryKind.STOPPED, N_("drill stopped by a real incident")),
)

EVENTS: Mapping[str, str] = {
    IncidentEvent.REPORT: N_("incident reported"),
    IncidentEvent.JOIN: N_("incident reported once more"),
    IncidentEvent.SAY: N_("told of an incident"),
    IncidentEvent.LEVEL: N_("incident rated"),
    IncidentEvent.COMMAND: N_("command of an incident"),
    IncidentEvent.CONTAINED: N_("incident contained"),
    IncidentEvent.ENDED: N_("incident declared over"),
    IncidentEvent.MISTAKE: N_("incident taken back: a mistake"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
