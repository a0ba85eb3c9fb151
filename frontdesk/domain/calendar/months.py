"""The months of the store's own calendar, such as 2026-11, and when they begin and end (Z7, Z8)."""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.values.clock import Millis, to_datetime, to_millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code

_WRITTEN = r"(197[1-9]|19[89]\d|2[01]\d\d)-(0?[1-9]|1[0-2])"

_IN_ANY_YEAR = r"\d{4}-(0?[1-9]|1[0-2])"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year; months compare by date, the earlier one first."""

    year: int
    number: int

    @classmethod
    def of(cls, at: Millis, zone: ZoneInfo) -> "Month":
        """Return the month an instant falls into."""
        moment = to_datetime(at, zone)
        return cls(moment.year, moment.month)

    @classmethod
    def read(cls, text: str) -> "Month":
        """Return the month that was typed: 2026-11. Raises `Refused`: BAD_MONTH, MONTH_FAR."""
        typed = clean_code(text)
        found = re.fullmatch(_WRITTEN, typed)
        if found is None and re.fullmatch(_IN_ANY_YEAR, typed):
            raise Refused(CalendarReason.MONTH_FAR, text=typed)
        if found is None:
            raise Refused(CalendarReason.BAD_MONTH, text=clean_code(text))
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02}"

    def later(self, months: int) -> "Month":
        """Return the month that many months later, or earlier if the number is negative."""
        years, number = divmod(self.number - 1 + months, 12)
        return Month(self.year + years, number + 1)

    def begins(self, zone: ZoneInfo) -> Millis:
        """Return the first instant of the month; the month ends when the next one begins."""
        return to_millis(datetime(self.year, self.number, 1, tzinfo=zone))
