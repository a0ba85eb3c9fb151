"""What a typed date was understood as, before it is saved (Q3)."""

from textual.reactive import var

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.values.errors import Refused
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.times import day_and_time, end_time
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, line, wrap


class DateRead(LiveLines):
    """The day and time that are meant; what is unclear is said while it is typed."""

    REDRAWN_BY = ("typed",)

    typed: var[str] = var("")

    def build(self, width: int) -> list[Line]:
        """Return the date, or what is wrong with it; an empty line where nothing is typed."""
        if self.snapshot is None or not self.typed.strip():
            return [()]
        hours = OpeningHours.of(self.snapshot.policy)
        try:
            at = read_deadline(self.typed, self.now, hours)
        except Refused as refusal:
            return [line(Span(row, "warn")) for row in wrap(sentence(refusal, hours.zone), width)]
        meant = end_time(at, lambda moment: day_and_time(moment, hours.zone))
        return [line(Span(f"→ {meant}", "over" if at <= self.now else "ok"))]
