"""Reasons for a refusal, or for a copy that was not made: folders, keys, and what was found in a copy."""

from frontdesk.domain.values.errors import Detail, Reason


class CopyReason(Reason):
    """Why a copy was not made, or is not right."""

    FOLDER_MISSING = "folder_missing"
    FOLDER_FULL = "folder_full"
    FOLDER_READ_ONLY = "folder_read_only"
    FOLDER_FAILED = "folder_failed"
    NOT_AS_WRITTEN = "not_as_written"
    """What is read back from the folder is not what was written."""
    STORE_DAMAGED = "store_damaged"
    NO_ROOM_HERE = "no_room_here"
    """No room beside the store for the copy that is looked through before it goes anywhere."""
    OTHER_STORE = "copy_of_other_store"
    """The copy is of another store than the one whose place it would take."""
    NO_COPY = "no_copy"
    CHANGED = "copy_changed"
    COPY_DAMAGED = "copy_damaged"
    COPY_BROKEN = "copy_broken"
    COUNTS_DIFFER = "counts_differ"
    END_DIFFERS = "end_differs"
    TOO_MANY_FOLDERS = "too_many_folders"
    FOLDER_OF_STORE = "folder_of_store"
    NOT_WHOLE_PATH = "not_whole_path"
    NO_FOLDERS = "no_folders"
    NO_VAULT = "no_vault"
    KEY_THERE = "key_there"
    NEEDS_KEY = "needs_key"
    WRONG_KEY = "wrong_key"
    NO_KEY = "no_key"
    """What was given as a key is none."""
    MISTYPED_KEY = "mistyped_key"
    """It begins as a key does, and a sign in it is not right."""


class CopyDetail(Detail):
    """What is wrong in a copy."""

    NOT_AS_SEALED = "not_as_sealed"
    SENSELESS = "senseless"


class KeyDetail(Detail):
    """What is wrong with a recovery key that was typed."""

    LENGTH = "key_length"
    SIGN = "key_sign"
    WRONG = "key_wrong"
    """Its check does not come out."""
