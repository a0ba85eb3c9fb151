"""The times of a visit log: of the day it is of, or of the night after it; or whole dates with a time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from frontdesk.domain.values.clock import HOUR, Millis, to_datetime, to_millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_code
from frontdesk.domain.values.typed_times import read_moment

_TIME_OF_DAY = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?")
YEARS = range(1971, 2899)
"""The years that a log may be of: those about which everything can be reckoned."""
_MIDNIGHT = " 00:00:00"
"""What a workbook writes behind a date."""
_OVER_NIGHT = 12 * HOUR
"""What lies longer after the arrival is no visit that went on after midnight."""


@dataclass(frozen=True, slots=True)
class LogTimes:
    """How the times of a log are read: in which zone, and of which day a time of day is."""

    zone: tzinfo
    day: date

    def of_date(self, cell: str) -> "LogTimes":
        """Return how times are read on the date a cell names; an empty one changes nothing. Raises `Refused`."""
        text = clean_code(cell)
        if not text:
            return self
        try:
            midnight = read_moment(f"{text.removesuffix(_MIDNIGHT)} 00:00", self.zone)
            day = to_datetime(midnight, self.zone).date()
            if day.year not in YEARS:
                raise ValueError(text)
        except (Refused, ValueError) as error:
            raise Refused(ValueReason.UNREADABLE_TIME, text=text) from error
        return LogTimes(self.zone, day)

    def read(self, cell: str, after: Millis | None = None) -> Millis | None:
        """Return the instant a cell names; None for an empty one. Raises `Refused(UNREADABLE_TIME)`.

        A time of day is the first such instant `after` another, where that is a matter of hours: a car that came at
        23:50 leaves at 00:20 the next day, and in the hour that comes twice it leaves after it came.
        """
        text = clean_code(cell)
        if not text:
            return None
        found = _TIME_OF_DAY.fullmatch(text)
        try:
            if found is None:
                at = read_moment(text, self.zone)
                if to_datetime(at, self.zone).year not in YEARS:
                    raise ValueError(text)
                return at
            instants = list(self._instants(*found.groups("0")))
        except ValueError as error:
            raise Refused(ValueReason.UNREADABLE_TIME, text=text) from error
        if after is None:
            return instants[0]
        return next((at for at in instants if after <= at <= after + _OVER_NIGHT), instants[0])

    def _instants(self, hour: str, minute: str, second: str, fraction: str) -> Iterator[Millis]:
        """Return when it is that time of day: on the day, a second time where the clock was put back, and the next."""
        of_day = time(int(hour), int(minute), int(second), int(fraction.ljust(6, "0")))
        for ahead, fold in ((0, 0), (0, 1), (1, 0)):
            moment = datetime.combine(self.day + timedelta(days=ahead), of_day, self.zone)
            yield to_millis(moment.replace(fold=fold))
