"""The sentences of refusals about tables of cases."""

from frontdesk.domain.cases.table_reasons import TableReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    TableReason.BAD_TABLE: N_("{path} is not a table of complaints: {detail}"),
    TableReason.BAD_ENDING: N_("{path}: the ending says the format. Right would be one of {right}."),
    TableReason.LINE_TOO_SHORT: N_("The line has too few cells: {count}. Right would be {right}, one for each column."),
    TableReason.LINE_TOO_LONG: N_(
        "The line has too many cells: {count}. Right would be {right};"
        " a cell that holds “{text}” stands in quotation marks."
    ),
    TableReason.CELL_EMPTY: N_("“{column}” is empty. Right would be {right}."),
    TableReason.CELL_TOO_LONG: N_("“{column}” has {count} characters. Right would be {right} at most."),
    TableReason.CELL_UNKNOWN: N_("“{column}” is “{text}”. Right would be one of: {choices}."),
    TableReason.CELL_NO_PHONE: N_(
        "“{column}” is “{text}”, which is no phone number. Right would be 138 0013 8000 (11 digits) or 0512-6280 0000."
    ),
    TableReason.CELL_NO_PLATE: N_("“{column}” is “{text}”, which is no plate. Right would be {right}."),
    TableReason.CELL_UNREAD_PLATE: N_(
        "“{column}” is “{text}”, in which a character was not read. Right would be the whole plate, like {right}."
    ),
    TableReason.CELL_UNUSUAL_PLATE: N_(
        "“{column}” is “{text}”, which does not look like a plate. Right would be {right}; --unusual takes it as it is."
    ),
    TableReason.CELL_NO_TIME: N_("“{column}” is “{text}”, which is no date with a time. Right would be {right}."),
    TableReason.CELL_IN_FUTURE: N_("“{column}” is “{text}”, which is in the future. Right would be {right} or before."),
    TableReason.CELL_LONG_AGO: N_(
        "“{column}” is “{text}”, which is more than ten years ago. Right would be {right} or later."
    ),
}

REFUSALS = Refusals(SENTENCES)
