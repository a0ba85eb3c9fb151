"""When a clock is due, reckoned once more from plain numbers: a list of the times the store is open, and what counts.

The store of the model stands in Shanghai, which has known one offset ever since.
"""

from datetime import date, timedelta
from typing import Any

SECOND = 1_000
HOUR = 3_600 * SECOND
DAY = 24 * HOUR
OFFSET = 8 * HOUR
EPOCH = date(1970, 1, 1).toordinal()
AHEAD = 500
DAYS_OF = {"quality_answer": 1, "full_answer": 3}

Span = tuple[int, int]


class Days:
    """The opening hours, the working days that were put in, and which of the two count."""

    def __init__(self) -> None:
        self.weekly: list[tuple[int, int] | None] = [(8 * HOUR + HOUR // 2, 18 * HOUR)] * 7
        self.own = False
        self.seconds = {"head_informed": 1800, "on_site": 86_400, "left_site": 86_400}
        self.published: dict[date, bool] = {}
        self.years = set(range(2004, 2027))

    def put_year(self, year: int, days: dict[date, bool]) -> None:
        self.published = {day: works for day, works in self.published.items() if day.year != year} | days
        self.years.add(year)

    def opens(self, day: date) -> bool:
        return self.weekly[day.weekday()] is not None

    def works(self, day: date) -> bool:
        return self.opens(day) if self.own else self.published.get(day, day.weekday() < 5)

    def day_of(self, at: int) -> date:
        return date.fromordinal(EPOCH + (at + OFFSET) // DAY)

    def open_times(self, first: date, counts: Any) -> list[Span]:
        found = []
        for ahead in range(AHEAD):
            day = first + timedelta(days=ahead)
            open_hours = self.weekly[day.weekday()]
            if open_hours is not None and counts(day):
                opens, closes = open_hours
                midnight = (day.toordinal() - EPOCH) * DAY - OFFSET
                found.append((midnight + opens, midnight + closes))
        return found

    def closing(self, first: date) -> int:
        return self.open_times(first, self.opens)[0][1]

    def due(self, name: str, started: int, pauses: list[Span], agreed: int | None) -> tuple[int, bool]:
        """When it is due, and whether that is provisional. `agreed`: the date of a promise."""
        if name == "material":
            return self._records_are_due(started, pauses, agreed), False
        given = started + self.seconds[name] * SECOND if name in self.seconds else agreed
        if given is not None:
            for since, until in pauses:
                given += until - since if since < given else 0
            return given, False
        first = self.day_of(started)
        if name == "agree_date":
            last = self.closing(first + timedelta(days=7))
            return self._own_time_ends(started, last, self.open_times(first, self.opens), pauses), False
        if name == "first_answer":
            times = self.open_times(first, self.opens)
            last = next(closes for _, closes in times if started <= closes)
            return self._own_time_ends(started, last, times, pauses), False
        left, day = DAYS_OF[name], first
        while left:
            day += timedelta(days=1)
            left -= self.works(day)
        last = self.open_times(day, self.works)[0][1]
        due = self._own_time_ends(started, last, self.open_times(first, self.works), pauses)
        hangs_on = [first + timedelta(days=n) for n in range(1, (self.day_of(due - 1) - first).days + 1)]
        return due, not self.own and any(map(self.may_change, hangs_on))

    def _records_are_due(self, started: int, pauses: list[Span], on_site: int | None) -> int:
        """Four hours of opening time; an hour by the clock once people are on site, if that is sooner."""
        times = self.open_times(self.day_of(started), self.opens)
        left, due = 4 * HOUR, 0
        for opens, closes in times:
            due = max(opens, started) + left
            if due <= closes:
                break
            left -= max(0, closes - max(opens, started))
        if on_site is None or due <= max(on_site, started) + HOUR:
            return self._own_time_ends(started, due, times, pauses)
        due = max(on_site, started) + HOUR
        for since, until in pauses:
            due += until - since if since < due else 0
        return due

    def may_change(self, day: date) -> bool:
        lists = {day.year, day.year + 1} if (day.month, day.day) >= (12, 25) else {day.year}
        return day not in self.published and not lists <= self.years

    def _own_time_ends(self, started: int, last: int, times: list[Span], pauses: list[Span]) -> int:
        """The instant at which so much of its own time has passed outside the pauses as lies before `last`."""
        whole = sum(max(0, min(closes, last) - max(opens, started)) for opens, closes in times)
        if not whole:
            return last
        for opens, closes in _without(times, pauses):
            runs_from = max(opens, started)
            if runs_from + whole <= closes:
                return runs_from + whole
            whole -= max(0, closes - runs_from)
        raise AssertionError


def _without(times: list[Span], pauses: list[Span]) -> list[Span]:
    for since, until in pauses:
        cut = []
        for opens, closes in times:
            if until <= opens or closes <= since:
                cut.append((opens, closes))
                continue
            cut += [(opens, since)] if opens < since else []
            cut += [(until, closes)] if until < closes else []
        times = cut
    return times


def hours_of(text: str) -> tuple[int, int] | None:
    if not text:
        return None
    opens, closes = ([int(part) for part in each.split(":")] for each in text.split("-"))
    return opens[0] * HOUR + opens[1] * 60_000, closes[0] * HOUR + closes[1] * 60_000
