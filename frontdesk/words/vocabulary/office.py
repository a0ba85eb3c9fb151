"""The names of the values of head office."""

from frontdesk.domain.group.comparison import Measure, Standing
from frontdesk.domain.group.office import StoreState, Trouble
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (StoreState.REFUSED, N_("not taken")),
    (StoreState.NEVER_HEARD, N_("never heard")),
    (StoreState.SILENT, N_("not heard for a day")),
    (StoreState.CURRENT, N_("up to date")),
    (Trouble.CHAIN, N_("an event is not the one that was written")),
    (Trouble.GAP, N_("events are missing")),
    (Trouble.BODY, N_("an event makes no sense")),
    (Trouble.FORK, N_("it says something else than before: restored from an older copy? There: frontdesk group epoch")),
    (Trouble.NEWER, N_("its program is newer than head office's: update head office")),
    (Trouble.FORMAT, N_("its program speaks another form: update the older of the two")),
    (Trouble.TOO_MANY, N_("more came at once than is taken")),
    (Trouble.TOO_LARGE, N_("more came at once than is taken")),
    (Trouble.NOT_UNDERSTOOD, N_("what came makes no sense")),
    (Measure.OVER_COUNTS, N_("over-counts")),
    (Measure.OVER_STAYS, N_("over-stays")),
    (Measure.LATE_RECEPTIONS, N_("late receptions")),
    (Measure.COMPLAINTS, N_("complaints")),
    (Measure.PENALTIES, N_("penalties")),
    (Measure.RESCUES, N_("rescues")),
    (Measure.INCIDENTS, N_("incidents")),
    (Standing.TOO_FEW, N_("too few cars to say")),
    (Standing.LIKE, N_("like the group")),
    (Standing.HIGHER, N_("higher than the group")),
    (Standing.LOWER, N_("lower than the group")),
)

VOCABULARY = Vocabulary(VALUES)
