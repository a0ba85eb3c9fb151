"""Reasons for a refusal: files."""

from frontdesk.domain.values.errors import Detail, Reason


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
    # lines of a table
    LINE_UNREADABLE = "line_unreadable"
    LINE_OPEN_QUOTE = "line_open_quote"
    LINE_NOT_TEXT = "line_not_text"
    LINE_TOO_WIDE = "line_too_wide"
    LINE_NO_OBJECT = "line_no_object"
    CELL_NO_RESULT = "cell_no_result"
    CELL_ERROR = "cell_error"
    CELL_NOT_ONE = "cell_not_one"


class SystemDetail(Detail):
    """What the system says of a file or a folder."""

    READ_ONLY_DISK = "read_only_disk"
    NOT_ALLOWED = "not_allowed"
    IO_ERROR = "io_error"
    NOT_THERE = "not_there"
    DISK_FULL = "no_room"


class FileDetail(Detail):
    """What is wrong with a file, or what would be right in it."""

    TOO_LARGE = "too_large"
    SPECIAL = "special"
    NO_SUCH_USER = "no_such_user"
    NOT_TEXT = "not_text"
    LOOKS_LIKE_GBK = "looks_like_gbk"
    # tables
    EMPTY = "empty"
    OLD_EXCEL = "old_excel"
    HAS_PASSWORD = "has_password"
    NOT_SAVED_AS_TABLE = "not_saved_as_table"
    NOT_A_LIST = "not_a_list"
    TOO_MANY_LINES = "too_many_lines"
    NOT_A_WORKBOOK = "not_a_workbook"
    HEADER_UNREADABLE = "header_unreadable"
    COLUMN_MISSING = "column_missing"
    COLUMN_TWICE = "column_twice"
    # TOML
    TOML_BREAKS_OFF = "toml_breaks_off"
    TOML_LINE_TWICE = "toml_line_twice"
    TOML_LINE_BACKSLASH = "toml_line_backslash"
    TOML_LINE_WRONG = "toml_line_wrong"
    LIST_LIKE = "list_like"
    NUMBER_LIKE = "number_like"
