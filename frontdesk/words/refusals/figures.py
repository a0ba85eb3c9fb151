"""The sentences of refusals about the day in figures."""

from frontdesk.domain.figures.reasons import FiguresReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    FiguresReason.NOT_YET: N_("{text} has not begun yet. Right would be today, or a day before it."),
    FiguresReason.BAD_WORKBOOK: N_("{path}: figures go into a workbook. Right would be a name that ends in .xlsx."),
}

REFUSALS = Refusals(SENTENCES)
