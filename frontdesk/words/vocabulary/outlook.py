"""The names of the classes of day."""

from frontdesk.domain.outlook.day_class import DayClass
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (DayClass.WORKING, N_("a working day")),
    (DayClass.SATURDAY, N_("a Saturday")),
    (DayClass.SUNDAY, N_("a Sunday")),
    (DayClass.HOLIDAY, N_("a holiday")),
    (DayClass.EVE, N_("the day before a holiday")),
)

VOCABULARY = Vocabulary(values=VALUES)
