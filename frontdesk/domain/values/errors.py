"""Everything Frontdesk can refuse, as reasons with facts; the sentence is made at the edge."""

from enum import StrEnum


class Reason(StrEnum):
    """Why something was not done. `frontdesk.words.refusals.table` holds one sentence for each."""

    # zone
    ALREADY_HERE = "already_here"
    NOT_HERE = "not_here"
    PLACE_FULL = "place_full"
    UNKNOWN_PLACE = "unknown_place"
    SAME_PLACE = "same_place"
    ALREADY_RECEIVED = "already_received"
    NOT_RECEIVED = "not_received"
    ALREADY_WORK_ORDER = "already_work_order"
    NO_WORK_ORDER = "no_work_order"
    NO_PLATE = "no_plate"
    TOO_SOON = "too_soon"
    AMBIGUOUS_PLATE = "ambiguous_plate"
    IN_FUTURE = "in_future"
    BEFORE_LAST_CHANGE = "before_last_change"
    UNREADABLE_TIME = "unreadable_time"
    TIME_FAR = "time_far"
    UNREADABLE_DATE = "unreadable_date"
    UNKNOWN_PURPOSE = "unknown_purpose"
    # undo
    NOTHING_TO_UNDO = "nothing_to_undo"
    CHANGED_SINCE = "changed_since"
    # escalations
    ALREADY_HANDLED = "already_handled"
    ESCALATION_CLOSED = "escalation_closed"
    NOTHING_POSSIBLE = "nothing_possible"
    NOT_CROWDING = "not_crowding"
    NOT_THIS_CAR = "not_this_car"
    NOT_ALL_ORDERS = "not_all_orders"
    NOT_ALL_RECEIVED = "not_all_received"
    UNDER_WAY = "under_way"
    STILL_STANDS = "still_stands"
    NO_ESCALATION = "no_escalation"
    NOTHING_TO_EXPLAIN = "nothing_to_explain"
    # tasks and tickets
    NO_TASK = "no_task"
    TASK_ENDED = "task_ended"
    NO_TICKET = "no_ticket"
    TICKET_NO_SHOW = "ticket_no_show"
    CALLED_TWICE = "called_twice"
    NOT_CALLED = "not_called"
    NO_NO_SHOW = "no_no_show"
    NO_FREE_BAY = "no_free_bay"
    # complaints
    WORDS_MISSING = "words_missing"
    TEXT_TOO_LONG = "text_too_long"
    LONG_AGO = "long_ago"
    NO_COMPLAINT = "no_complaint"
    WRONG_STATE = "wrong_state"
    NOTE_MISSING = "note_missing"
    BAD_PHONE = "bad_phone"
    NOT_ALLOWED = "not_allowed"
    CANNOT_CLOSE = "cannot_close"
    SAME_SEVERITY = "same_severity"
    QUALITY_INCOMPLETE = "quality_incomplete"
    REPORT_INCOMPLETE = "report_incomplete"
    DATE_MISSING = "date_missing"
    DATE_PAST = "date_past"
    DATE_FAR = "date_far"
    NO_CLOCK = "no_clock"
    CLOCK_MISSED = "clock_missed"
    PAUSED_ALREADY = "paused_already"
    NOT_PAUSED = "not_paused"
    BAD_SATISFACTION = "bad_satisfaction"
    NOTHING_TO_AMEND = "nothing_to_amend"
    NO_TEMPLATE = "no_template"
    TEMPLATE_EMPTY = "template_empty"
    DAY_CLOSED = "day_closed"
    WHICH_CLOCK = "which_clock"
    NOT_TAKEN = "not_taken"
    BAD_DOCUMENT = "bad_document"
    UNKNOWN_CHOICE = "unknown_choice"
    # penalties
    NO_PENALTY = "no_penalty"
    PENALTY_DRILL = "penalty_drill"
    PENALTY_INQUIRY = "penalty_inquiry"
    NO_VISIT = "no_visit"
    NO_CROWDING = "no_crowding"
    PENALTY_STANDS = "penalty_stands"
    NO_RESPONSIBLE = "no_responsible"
    NOT_EVIDENCE = "not_evidence"
    PENALTY_STATE = "penalty_state"
    EVIDENCE_GONE = "evidence_gone"
    HAS_PENALTY = "has_penalty"
    OWN_PROPOSAL = "own_proposal"
    OWN_PENALTY = "own_penalty"
    NOT_OWN_APPEAL = "not_own_appeal"
    APPEAL_AGAINST_OWN = "appeal_against_own"
    BAD_MONTH = "bad_month"
    MONTH_FAR = "month_far"
    # tables of complaints
    BAD_TABLE = "bad_table"
    BAD_ENDING = "bad_ending"
    LINE_UNREADABLE = "line_unreadable"
    LINE_OPEN_QUOTE = "line_open_quote"
    LINE_NOT_TEXT = "line_not_text"
    LINE_TOO_SHORT = "line_too_short"
    LINE_TOO_LONG = "line_too_long"
    CELL_EMPTY = "cell_empty"
    CELL_TOO_LONG = "cell_too_long"
    CELL_UNKNOWN = "cell_unknown"
    CELL_NO_PHONE = "cell_no_phone"
    CELL_NO_PLATE = "cell_no_plate"
    CELL_NO_TIME = "cell_no_time"
    CELL_IN_FUTURE = "cell_in_future"
    CELL_LONG_AGO = "cell_long_ago"
    # staff
    NO_NAME = "no_name"
    NO_OPERATOR = "no_operator"
    UNKNOWN_PERSON = "unknown_person"
    ALREADY_STAFF = "already_staff"
    BAD_SHIFT = "bad_shift"
    NO_DUTY = "no_duty"
    # settings and policy
    BAD_SETTING = "bad_setting"
    UNKNOWN_SETTING = "unknown_setting"
    BAD_TOML = "bad_toml"
    NOT_UTF8 = "not_utf8"
    NO_FILE = "no_file"
    IS_FOLDER = "is_folder"
    NO_FOLDER = "no_folder"
    OPERATION_USED = "operation_used"
    MISSING_FILE = "missing_file"
    BAY_IN_USE = "bay_in_use"
    # services
    NO_SUPERVISOR = "no_supervisor"
    NO_SERVICE = "no_service"
    FOREIGN_SERVICE = "foreign_service"
    CANNOT_WRITE_FILE = "cannot_write_file"
    # printing
    CANNOT_PRINT = "cannot_print"
    BAD_PRINTER = "bad_printer"
    # replay
    BAD_LOG = "bad_log"
    BAD_DATE = "bad_date"
    BAD_CALENDAR = "bad_calendar"
    EMPTY_YEAR = "empty_year"
    STORE_IN_USE = "store_in_use"
    # database
    NOT_OURS = "not_ours"
    EMPTY_FILE = "empty_file"
    DAMAGED = "damaged"
    NEWER = "newer"
    OLDER = "older"
    OUTDATED = "outdated"
    UPDATE_IN_USE = "update_in_use"
    UPDATE_NO_ROOM = "update_no_room"
    UPDATE_NO_COPY = "update_no_copy"
    ORPHAN_JOURNAL = "orphan_journal"
    CANNOT_OPEN = "cannot_open"
    CANNOT_WRITE = "cannot_write"
    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    BUSY = "busy"
    REPLACED = "replaced"
    FILE_EXISTS = "file_exists"
    BAD_FILE_NAME = "bad_file_name"
    IN_USE = "in_use"


class FrontdeskError(Exception):
    """Something was not done, for a reason a person can be told.

    `facts` are the values the sentence needs (plates compact, times in UTC milliseconds, places as `Place`).
    """

    def __init__(self, reason: Reason, **facts: object) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.facts = facts


class Refused(FrontdeskError):  # noqa: N818 - a refusal is an answer, not a fault
    """A rule says no; the store is as it was."""


class StoreError(FrontdeskError):
    """The database cannot be used, or could not keep the change."""


class InputError(FrontdeskError):
    """A file or a setting does not say what it should."""


class PrinterError(FrontdeskError):
    """A call ticket could not be printed, or there is no such printer; the ticket itself is in force (Z5a)."""
