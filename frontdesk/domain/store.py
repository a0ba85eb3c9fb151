"""Reasons for a refusal: the database."""

from frontdesk.domain.values.errors import Reason


class StoreReason(Reason):
    """Why the database cannot be used, or could not keep a change."""

    NOT_OURS = "not_ours"
    EMPTY_FILE = "empty_file"
    DAMAGED = "damaged"
    NEWER = "newer"
    OLDER = "older"
    OUTDATED = "outdated"
    UPDATE_IN_USE = "update_in_use"
    UPDATE_NO_ROOM = "update_no_room"
    UPDATE_NO_COPY = "update_no_copy"
    RESTORE_UNKNOWN = "restore_unknown"
    ORPHAN_JOURNAL = "orphan_journal"
    UNREADABLE = "unreadable"
    CANNOT_OPEN = "cannot_open"
    CANNOT_WRITE = "cannot_write"
    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    OLD_SQLITE = "old_sqlite"
    BUSY = "busy"
    HELD = "held"
    """Busy, and which process holds it is known."""
    REPLACED = "replaced"
    JOURNAL_TAKEN = "journal_taken"
    IN_USE = "in_use"
    OTHER_ACCOUNT = "other_account"
    NAMED_IS_GONE = "named_is_gone"
    NOT_REPEATABLE = "not_repeatable"
