"""The sentences of what is refused: files."""

from frontdesk.domain.files import FileReason
from frontdesk.domain.values.errors import Reason
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
}

REFUSALS = Refusals(SENTENCES)
