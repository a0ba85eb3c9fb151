"""Reasons for a refusal: appointments, and the tables and calendars they come from."""

from frontdesk.domain.values.errors import Reason


class AppointmentReason(Reason):
    """Why an appointment was not made or changed."""

    NO_APPOINTMENT = "no_appointment"
    SLOT_FULL = "slot_full"
    """It takes a second word: then it is booked above capacity, on record."""
    BOOKED_ALREADY = "booked_already"
    APPOINTMENT_STATE = "appointment_state"
    BOOKED_IN_PAST = "booked_in_past"
    TOO_SOON = "booked_too_soon"
    TOO_FAR = "booked_too_far"
    NOT_OPEN = "booked_not_open"
    NOBODY_BOOKED = "nobody_booked"
    BAD_MINUTES = "bad_minutes"
    OTHER_CAR = "other_car_booked"
    CAR_NOT_HERE = "booked_car_not_here"
    VISIT_TAKEN = "visit_taken"
    CAPACITY_WHY = "capacity_why"
    BAD_CAPACITY = "bad_capacity"
    NO_SLOT = "no_slot"
    SAME_TIME = "same_time"
    NO_TIME = "no_time"


class BookFileReason(Reason):
    """Why a table, a calendar, or a line of one was not taken."""

    BAD_BOOK = "bad_book"
    BAD_CALENDAR = "bad_calendar_file"
    BAD_BOOK_ENDING = "bad_book_ending"
    ALL_DAY = "all_day"
    NO_START = "no_start"
    BAD_RULE = "bad_rule"
    UID_TWICE = "uid_twice"
    HELD_OFF = "held_off"
    HELD_MOVED = "held_moved"
    UNKNOWN_ZONE = "unknown_zone"
    NO_UID = "no_uid"
    CELL_NO_NUMBER = "cell_no_number"
