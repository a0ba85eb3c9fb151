"""The sentences of refusals about the copies of the database, and of why one was not made."""

from frontdesk.domain.copies.reasons import CopyDetail, CopyReason, KeyDetail
from frontdesk.domain.values.errors import Detail, Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    CopyReason.FOLDER_MISSING: N_("No copy in {path}: the folder is not there. Is the disk or the share connected?"),
    CopyReason.FOLDER_FULL: N_("No copy in {path}: the disk there is full. Make room; older copies stay as they are."),
    CopyReason.FOLDER_READ_ONLY: N_("No copy in {path}: it cannot be written there ({detail})."),
    CopyReason.FOLDER_FAILED: N_("No copy in {path}: {detail}"),
    CopyReason.NOT_AS_WRITTEN: N_(
        "No copy in {path}: the disk gave back something else than was written. Replace that disk."
    ),
    CopyReason.STORE_DAMAGED: N_(
        "No copy in {path}: the database itself is not right ({detail}). Older copies stay. See frontdesk doctor."
    ),
    CopyReason.NO_ROOM_HERE: N_(
        "No copy in {path}: beside the database {detail} are needed first, where the copy is looked through. Make room."
    ),
    CopyReason.OTHER_STORE: N_(
        "Not restored: {path} is of another store ({name}, begun {begun}). To put it in this one's place all the same:"
        " --anyway."
    ),
    CopyReason.NO_COPY: N_(
        "There is no copy on record that is still in its folder. To make one: frontdesk backup now."
    ),
    CopyReason.CHANGED: N_("{path} is not as it was written: something in it was changed, or the disk lost it."),
    CopyReason.COPY_DAMAGED: N_("{path} is damaged: {detail}"),
    CopyReason.COPY_BROKEN: N_("In {path} the chain of events is broken at event {number}."),
    CopyReason.COUNTS_DIFFER: N_("{path} does not hold as many rows of {table} as were copied."),
    CopyReason.END_DIFFERS: N_("The chain of events in {path} does not end where it did, at event {number}."),
    CopyReason.TOO_MANY_FOLDERS: N_("Copies go to at most {most} folders."),
    CopyReason.FOLDER_OF_STORE: N_(
        "{path} is the database's own folder: a copy there is lost with it. Right would be another disk or a share."
    ),
    CopyReason.NOT_WHOLE_PATH: N_("“{path}” is no whole path of a folder, or has a semicolon in it."),
    CopyReason.NO_FOLDERS: N_(
        "This machine has no folder for copies. To name some: frontdesk backup --schedule FOLDER."
    ),
    CopyReason.NO_VAULT: N_(
        "For sealed copies a part is missing that is installed on request: pip install 'frontdesk[vault]'"
    ),
    CopyReason.KEY_THERE: N_(
        "Copies are sealed with a recovery key already. For another, take the line backup_key out of {path}; copies"
        " that were made until then need the present one."
    ),
    CopyReason.NEEDS_KEY: N_("{path} is sealed: it needs the recovery key. With the key in a file: --key FILE."),
    CopyReason.WRONG_KEY: N_("This recovery key does not open {path}: it was sealed with another one."),
    CopyReason.NO_KEY: N_("That is no recovery key: one begins with AGE-SECRET-KEY-1, as on the printed page."),
    CopyReason.MISTYPED_KEY: N_(
        "The recovery key is mistyped: {wrong}. Compare it with the printed page, sign by sign."
    ),
}

DETAILS: dict[Detail, str] = {
    CopyDetail.NOT_AS_SEALED: N_("what is in it is not what was sealed"),
    CopyDetail.SENSELESS: N_("something in it makes no sense"),
    KeyDetail.LENGTH: N_("it has {signs} letters and digits, and right would be {right}"),
    KeyDetail.SIGN: N_("“{sign}” is in no key"),
    KeyDetail.WRONG: N_("at least one letter or digit is wrong, or two have changed places"),
}

REFUSALS = Refusals(SENTENCES, details=DETAILS)
