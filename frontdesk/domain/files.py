"""Reasons for a refusal: files."""

from frontdesk.domain.values.errors import Reason


class FileReason(Reason):
    """Why a file was not read or not made."""

    MISSING_FILE = "missing_file"
    NO_FILE = "no_file"
    IS_FOLDER = "is_folder"
    NO_FOLDER = "no_folder"
    FILE_EXISTS = "file_exists"
    BAD_FILE_NAME = "bad_file_name"
    NOT_UTF8 = "not_utf8"
    BAD_TOML = "bad_toml"
    BAD_SETTING = "bad_setting"
    UNKNOWN_SETTING = "unknown_setting"
