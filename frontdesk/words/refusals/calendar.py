"""The sentences of refusals about days and months."""

from frontdesk.domain.calendar.reasons import CalendarDetail, CalendarReason
from frontdesk.domain.values.errors import Detail, Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    CalendarReason.UNREADABLE_DATE: N_(
        "“{text}” is not a day. Right would be 16:30, tomorrow 3pm, monday, 3 days, 3-5, 2026-03-05 or"
        " 2026-03-05T10:05."
    ),
    CalendarReason.UNCLEAR_DATE: N_("“{text}” may mean {first} or {second}. Type which of them it is."),
    CalendarReason.BAD_DATE: N_("“{text}” is not a date. Right would be 2026-03-02."),
    CalendarReason.BAD_MONTH: N_("“{text}” is not a month. Right would be 2026-11."),
    CalendarReason.MONTH_FAR: N_("“{text}” is too far away. Right would be a month like 2026-11."),
    CalendarReason.DAY_CLOSED: N_(
        "The store is closed on {day}. Right would be a day it opens, or a time on that day."
    ),
    CalendarReason.BAD_CALENDAR: N_(
        "{path} is no year of working days: {where} = {text}. Right would be as holiday-cn publishes it:"
        " {{“year”: 2027, “days”: [{{“date”: “2027-01-01”, “isOffDay”: true}}]}}."
    ),
    CalendarReason.EMPTY_YEAR: N_(
        "{path} names no day of {year}: its holidays are not published yet. {year} stays provisional; import the file"
        " again once they are."
    ),
}

DETAILS: dict[Detail, str] = {
    CalendarDetail.NOTHING: N_("nothing"),
}

_WHEN = N_("When? Right would be 16:30, tomorrow 3pm, monday, 3 days, 3-5 or 2026-03-05 10:05.")
_WHICH_MONTH = N_("Which month? Right would be 2026-11.")


def _date(facts: Facts, _said: Said) -> str:
    return SENTENCES[CalendarReason.UNREADABLE_DATE] if facts.get("text") else _WHEN


def _month(facts: Facts, _said: Said) -> str:
    return SENTENCES[CalendarReason.BAD_MONTH] if facts.get("text") else _WHICH_MONTH


REFUSALS = Refusals(
    SENTENCES,
    details=DETAILS,
    choices={CalendarReason.UNREADABLE_DATE: _date, CalendarReason.BAD_MONTH: _month},
)
