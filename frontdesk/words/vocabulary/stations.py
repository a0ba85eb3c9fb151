"""The names of the values of stations."""

from frontdesk.domain.stations.station import StationKind
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (StationKind.GUARD, N_("guard kiosk")),
    (StationKind.RECEPTION, N_("reception desk")),
    (StationKind.MANAGER, N_("manager console")),
    (StationKind.WORKSHOP, N_("workshop station")),
    (StationKind.LOUNGE, N_("lounge display")),
)

VOCABULARY = Vocabulary(values=VALUES)
