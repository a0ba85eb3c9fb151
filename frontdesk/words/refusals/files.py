"""The sentences of refusals about files."""

from frontdesk.domain.files import FileDetail, FileReason, SystemDetail
from frontdesk.domain.values.errors import Detail, Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    FileReason.MISSING_FILE: N_("There is no file {path}."),
    FileReason.NO_FILE: N_("{path} cannot be read: {detail}"),
    FileReason.IS_FOLDER: N_("{path} is a folder. Name a file in it."),
    FileReason.NO_FOLDER: N_("There is no folder {path}. Make it first, or choose another."),
    FileReason.FILE_EXISTS: N_("{path} exists already. Choose another name."),
    FileReason.BAD_FILE_NAME: N_(
        "A file cannot be called “{name}” on Windows. Right would be a name like desk-1005.db, without a colon."
    ),
    FileReason.NOT_UTF8: N_(
        "{file} is not in UTF-8{guess}. Save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8)."
    ),
    FileReason.BAD_TOML: N_("{file} is not readable as TOML: {detail}"),
    FileReason.BAD_SETTING: N_("{file}: {key} = {value} is not right. Right would be: {right}."),
    FileReason.UNKNOWN_SETTING: N_("{file}: there is no setting “{key}”. Did you mean “{right}”?"),
    FileReason.LINE_UNREADABLE: N_(
        "The line cannot be read as CSV. Right would be a cell for each column, in quotation marks whole or not at all."
    ),
    FileReason.LINE_OPEN_QUOTE: N_(
        "A quotation mark in the line has no other half. Right would be one before and one after the cell."
    ),
    FileReason.LINE_NOT_TEXT: N_(
        "The line holds bytes that are no text. Right would be letters, digits and signs only."
    ),
    FileReason.LINE_TOO_WIDE: N_("The line has more than {right} cells. Right would be one for each column."),
    FileReason.LINE_NO_OBJECT: N_("The entry names no columns. Right would be an object, as in the other entries."),
    FileReason.CELL_NO_RESULT: N_(
        "“{column}” holds a formula whose result is not in the file."
        " Open the file in a spreadsheet, save it, and import it again."
    ),
    FileReason.CELL_ERROR: N_("“{column}” is {text}, which is a spreadsheet's error. Right would be the value itself."),
    FileReason.CELL_NOT_ONE: N_("“{column}” holds several values. Right would be one."),
}

DETAILS: dict[Detail, str] = {
    SystemDetail.READ_ONLY_DISK: N_("nothing can be written on this disk"),
    SystemDetail.NOT_ALLOWED: N_("this account may not"),
    SystemDetail.IO_ERROR: N_("the disk fails"),
    SystemDetail.NOT_THERE: N_("there is no such file or folder"),
    SystemDetail.DISK_FULL: N_("the disk is full"),
    FileDetail.TOO_LARGE: N_("it is larger than {size} MB."),
    FileDetail.SPECIAL: N_("it is a pipe or a device, and no file."),
    FileDetail.NO_SUCH_USER: N_("there is no such user"),
    FileDetail.NOT_TEXT: N_("it is not text."),
    FileDetail.LOOKS_LIKE_GBK: N_(" (it looks like GBK)"),
    FileDetail.EMPTY: N_("it is empty."),
    FileDetail.OLD_EXCEL: N_("it is an old Excel file. Save it as .xlsx or CSV."),
    FileDetail.HAS_PASSWORD: N_("it has a password. Take the password off in the spreadsheet, and save it."),
    FileDetail.NOT_SAVED_AS_TABLE: N_(
        "whatever its name says, it is a page or another program's document."
        " Open it in a spreadsheet and save it as .xlsx."
    ),
    FileDetail.NOT_A_LIST: N_("it holds no list of entries, or several."),
    FileDetail.TOO_MANY_LINES: N_("it has more than {right} lines, or {cells} cells. Divide it."),
    FileDetail.NOT_A_WORKBOOK: N_("it cannot be read as a workbook (XLSX)."),
    FileDetail.HEADER_UNREADABLE: N_("its first line cannot be read as CSV."),
    FileDetail.COLUMN_MISSING: N_("its first line does not name the column {columns}."),
    FileDetail.COLUMN_TWICE: N_("its first line names the column {column} twice."),
    FileDetail.TOML_BREAKS_OFF: N_("it ends in the middle of something; right would be a line like {example}"),
    FileDetail.TOML_LINE_TWICE: N_("line {number}, “{line}”, says something a second time; right would be once"),
    FileDetail.TOML_LINE_BACKSLASH: N_(
        "line {number}, “{line}”: where there is a \\, right would be single quotes, like 'C:\\desk.db'"
    ),
    FileDetail.TOML_LINE_WRONG: N_("line {number}, “{line}”; right would be a line like {example}"),
    FileDetail.LIST_LIKE: N_("a list like {example}"),
    FileDetail.NUMBER_LIKE: N_("a whole number like {example}"),
}

REFUSALS = Refusals(SENTENCES, details=DETAILS)
