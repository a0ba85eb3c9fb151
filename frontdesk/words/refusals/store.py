"""The sentences of refusals about the database."""

from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_, _
from frontdesk.words.refusals.refusals import Choice, Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    StoreReason.NOT_OURS: N_(
        "{path} is not a Frontdesk database. It was left as it is. Choose another file with --database."
    ),
    StoreReason.EMPTY_FILE: N_(
        "{path} is empty, though there should be records in it. It was left as it is. Restore a backup"
        " (frontdesk restore), or move the file away to begin anew."
    ),
    StoreReason.DAMAGED: N_("{path} is damaged. It was left as it is. Restore a backup: frontdesk restore BACKUP."),
    StoreReason.NEWER: N_(
        "{path} was written by a newer Frontdesk (schema {version}, this one knows {known}). Update Frontdesk."
    ),
    StoreReason.OLDER: N_(
        "{path} was written by an older Frontdesk (schema {version}, this one knows {known}). It was left as it is."
        " Open a station: that brings it up to date, after a copy."
    ),
    StoreReason.OUTDATED: N_(
        "Nothing is saved here any more: a newer Frontdesk works on the database now. Close this and open it again."
    ),
    StoreReason.UPDATE_IN_USE: N_(
        "{path} has to be brought up to this version, and is still open: {who}. Nothing was changed. Close it there,"
        " then try again."
    ),
    StoreReason.UPDATE_NO_ROOM: N_(
        "{path} has to be brought up to this version, after a copy: that takes {needed} MB, and the disk has {free} MB"
        " free. Nothing was changed. Make room, then try again."
    ),
    StoreReason.UPDATE_NO_COPY: N_(
        "{path} has to be brought up to this version, after a copy beside it, and that cannot be written ({detail})."
        " Nothing was changed. Let this user write in the folder, then try again."
    ),
    StoreReason.UPDATE_UNKNOWN: N_(
        "The disk failed while {path} was brought up to this version ({detail}); whether that is done cannot be told."
        " As it was before, it is kept as {copy}. See to the disk, then look: frontdesk doctor."
    ),
    StoreReason.RESTORE_UNKNOWN: N_(
        "The disk failed while the backup was put into {path} ({detail}); whether it is in place cannot be told."
        " What was there is kept in {aside}. See to the disk, then look: frontdesk doctor."
    ),
    StoreReason.COMPACT_IN_USE: N_("{path} is still open: {who}. Nothing was changed. Close it there, then try again."),
    StoreReason.COMPACT_NO_ROOM: N_(
        "Making {path} smaller takes {needed} MB first, with the copy, and the disk has {free} MB free. Nothing was"
        " changed. Make room, then try again."
    ),
    StoreReason.COMPACT_BROKEN: N_(
        "The chain of events of {path} is broken at event {number}. Nothing was changed, so that what is there can be"
        " looked into: frontdesk doctor."
    ),
    StoreReason.ORPHAN_JOURNAL: N_(
        "{path} is missing, but its journal {path}-wal is there. Put the database back, or restore a backup."
    ),
    StoreReason.UNREADABLE: N_(
        "{path} cannot be read ({detail}). It is tried again each second, and noted in the log: frontdesk doctor."
    ),
    StoreReason.CANNOT_OPEN: N_("{path} cannot be opened: {detail}"),
    StoreReason.CANNOT_WRITE: N_("Not saved: the database cannot be written ({detail})."),
    StoreReason.DISK_FULL: N_("Not saved: the disk is full. Make room, then do it again; the board stays up."),
    StoreReason.READ_ONLY: N_("Not saved: the database is read-only ({detail})."),
    StoreReason.BUSY: N_("Not saved: the database was busy for ten seconds. Try again."),
    StoreReason.HELD: N_(
        "Not saved: the database was held for ten seconds by {holder}. Let it go on or end it, then try again."
    ),
    StoreReason.REPLACED: N_(
        "{path} was moved or replaced while it was in use. Put it back, or close all stations and open them again."
    ),
    StoreReason.JOURNAL_TAKEN: N_(
        "Nothing is saved here: {part} was deleted or replaced while {path} was open. Close every station and program"
        " that has it open, then run frontdesk doctor. Never touch the two files beside the database: they are part of"
        " it."
    ),
    StoreReason.OTHER_ACCOUNT: N_(
        "No database was begun: another account of this machine works with one ({other}), and two would contradict each"
        " other. Use that account, or share its database (frontdesk handbook upkeep). A second one all the same:"
        " --database {path}."
    ),
    StoreReason.NAMED_IS_GONE: N_(
        "The settings name the database {path}, and it is not there: is a folder or a disk missing? To begin one there:"
        " --database {path}."
    ),
    StoreReason.OLD_SQLITE: N_(
        "The SQLite of this machine ({version}) can damage a database that several stations use. Right would be {right}"
        " or newer: update the system, or use a machine for which Frontdesk brings its own (Python 3.11 to 3.14;"
        " Windows, Linux for x86-64, a Mac with Apple silicon)."
    ),
    StoreReason.IN_USE: N_("{path} is in use. Close every station first, then restore again."),
    StoreReason.NOT_REPEATABLE: N_(
        "“{command}” takes no --operation: done again it would put aside what came between. Leave it out."
    ),
}


_OF_COPIES = {
    StoreReason.NOT_OURS: N_("{path} is no copy of a Frontdesk database: right would be a file that backup made."),
    StoreReason.EMPTY_FILE: N_("{path} is empty: right would be a file that backup made."),
    StoreReason.DAMAGED: N_("{path} is damaged, and is no good as a copy: take another."),
}
"""What is said of a file that was given as a copy: there is no other choice of a database."""


def _of_copy(reason: StoreReason) -> Choice:
    return lambda facts, _said: (_OF_COPIES if facts.get("is_copy") else SENTENCES)[reason]


def _who_has_it_open(facts: Facts, said: Said) -> str:
    return said.get("who") or _("another process")


_STILL_OPEN = (StoreReason.UPDATE_IN_USE, StoreReason.COMPACT_IN_USE)

REFUSALS = Refusals(
    SENTENCES,
    choices={reason: _of_copy(reason) for reason in _OF_COPIES},
    facts=dict.fromkeys(_STILL_OPEN, ("who", _who_has_it_open)),
)
