"""What is typed as a time, and how full its half hour gets: shown while somebody types (Z9)."""

import re

from textual.reactive import var

from frontdesk.desk.appointments import reading
from frontdesk.domain.appointments.typed_days import read_appointment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.text import clean_code
from frontdesk.domain.values.typed_times import with_colon
from frontdesk.words.appointments.lines import best_text, risk_text, room, shift_text
from frontdesk.words.i18n import _
from frontdesk.words.phrases import labelled
from frontdesk.words.times import day_and_time
from frontdesk.words.weather.decisions import heading
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_TIME_OF_DAY = re.compile(r"\d{1,2}:\d{2}")


class Preview(Lines):
    """What a time means, in two lines or more."""

    REDRAWN_BY = ("texts",)

    texts: var[tuple[str, ...]] = var(())

    def build(self, width: int) -> list[Line]:
        """Return it in as many lines as it takes; one that is empty while nothing is typed."""
        return [line(Span(row, "key")) for text in self.texts for row in wrap(text, width)] or [()]


def read_at(station: Station, text: str, beside: Millis | None = None) -> Millis:
    """Return the time that is typed; a mere time of day is of the same day as what it is `beside`. Raises `Refused`."""
    typed = with_colon(clean_code(text))
    if beside is not None and _TIME_OF_DAY.fullmatch(typed):
        typed = f"{to_datetime(beside, store_zone(station.latest())).date()} {typed}"
    return read_appointment(typed, station.now, OpeningHours.of(station.latest().policy))


async def of_time(station: Station, text: str, beside: Millis | None = None) -> tuple[str, ...]:
    """Return what is known of a typed time: its half hour, how full it gets, and what would be better."""
    if not text.strip():
        return ()
    try:
        at = read_at(station, text, beside)
        slot, best = await station.desk.do(reading.weighed, at)
        decided = await station.desk.do(reading.decided, at)
    except FrontdeskError:
        return ()
    policy, zone = station.latest().policy, store_zone(station.latest())
    said = [day_and_time(at, zone)]
    if slot is not None:
        risk = risk_text(slot.risk, policy)
        said += [f"{slot.booked} / {slot.capacity}", room(slot, station.now), labelled(_("risk now"), risk)]
    because = (labelled(_("because of the weather"), heading(decided, zone, station.now)),) if decided else ()
    return (" · ".join(said), *because, labelled(_("next best"), best_text(best, at, zone)))


async def of_shift(station: Station, origin: Millis, text: str, moved: int) -> tuple[str, ...]:
    """Return what moving so many appointments from a time to a typed one would do to the risk of both half hours."""
    if not text.strip():
        return ()
    try:
        target = read_at(station, text, origin)
        shift = await station.desk.do(reading.what_if, origin, target, moved)
    except FrontdeskError:
        return ()
    zone = store_zone(station.latest())
    first = day_and_time(target, zone)
    return (first,) if shift is None else (first, shift_text(shift, origin, target, zone))
