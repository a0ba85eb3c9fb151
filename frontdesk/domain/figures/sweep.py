"""Reckoning a day's figures from what is on record: one pass over the visits, one over who drove in and out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from frontdesk.domain.figures.day import HOURS, QUARTERS, DayFigures, DaySpan, Over
from frontdesk.domain.figures.limits import Limits, Stretch
from frontdesk.domain.policy.zone import ZoneNumbers
from frontdesk.domain.values.clock import Millis


@dataclass(frozen=True, slots=True)
class VisitTimes:
    """The times of a visit that its day's figures are made of."""

    arrived_at: Millis
    received_at: Millis | None
    handed_over_at: Millis | None
    left_at: Millis | None
    turned_away: bool
    in_zone: tuple[Stretch, ...]
    """When it stood in the zone, in order; from bay to lane is one stretch."""
    in_lounge: tuple[Stretch, ...] = ()
    """When its customer waited with a call ticket, in order."""

    @property
    def in_zone_now(self) -> bool:
        """Whether it stands in the zone still."""
        return bool(self.in_zone) and self.in_zone[-1][1] is None

    @property
    def done_at(self) -> Millis | None:
        """When the customer's wait ended: handed over, or gone."""
        return self.left_at if self.handed_over_at is None else self.handed_over_at

    def was_in_time(self, limits: Limits) -> bool | None:
        """Whether the customer was received within the limit; None while nobody has, and the customer is here.

        Whoever waits in the lounge with a ticket is waited for, and counts anew when back (Z4a, Z5a).
        """
        received, since = self.received_at, self.arrived_at
        if received is None:
            return None if self.left_at is None else False
        for issued, closed in self.in_lounge:
            if issued >= received:
                break
            if _was_late(since, issued, limits):
                return False
            if closed is None or closed >= received:
                return True
            since = closed
        return not _was_late(since, received, limits)

    def over_stays(self, limits: Limits) -> Iterator[Stretch]:
        """Yield when the car was, or will be, in the zone for too long (Z6)."""
        spent = 0
        for since, until in self.in_zone:
            yield from limits.over(since, until, spent, _over_stay)
            spent += (until or since) - since


def _was_late(since: Millis, until: Millis, limits: Limits) -> bool:
    return any(limits.over(since, until, 0, _late_reception))


def _late_reception(numbers: ZoneNumbers) -> Millis:
    return numbers.late_reception


def _over_stay(numbers: ZoneNumbers) -> Millis:
    return numbers.over_stay


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return stretches in order, those that touch made into one, without those that took no time."""
    found: list[Stretch] = []
    for since, until in stretches:
        if until is not None and until <= since:
            continue
        if found and found[-1][1] == since:
            found[-1] = found[-1][0], until
        else:
            found.append((since, until))
    return tuple(found)


def swept(span: DaySpan, visits: Sequence[VisitTimes], limits: Limits, now: Millis) -> DayFigures:
    """Return what follows from the visits of a day, and from those of other days that stood in the zone then."""
    came = [visit for visit in visits if span.begins <= visit.arrived_at < span.ends]
    found = _of_visits(span, [visit for visit in came if not visit.turned_away], limits)
    stretches = [stretch for visit in visits for stretch in visit.in_zone]
    peaks, over_count = _crowding(span, stretches, limits, now)
    return replace(
        found,
        turned_away=sum(visit.turned_away for visit in came),
        peaks=peaks,
        over_count=over_count,
        over_stay=_over_stays(span, visits, limits, now),
    )


def holds_until(span: DaySpan, visits: Sequence[VisitTimes], limits: Limits, now: Millis) -> Millis | None:
    """Return until when a day's figures stay what they are as long as nothing is entered; None for good."""
    inside = [visit for visit in visits if visit.in_zone_now]
    if now >= span.ends or not inside:
        return None
    crossings = [since for visit in inside for since, _ in visit.over_stays(limits) if since >= now]
    # At the very instant a car is not over the limit yet.
    return min(span.next_quarter(now), span.ends, *(at + 1 for at in crossings))


def _of_visits(span: DaySpan, came: Sequence[VisitTimes], limits: Limits) -> DayFigures:
    by_hour = [0] * HOURS
    for visit in came:
        by_hour[span.quarter(visit.arrived_at) // 4] += 1
    in_time = [visit.was_in_time(limits) for visit in came]
    done = [visit for visit in came if visit.done_at is not None]
    return DayFigures(
        arrived=tuple(sorted(visit.arrived_at for visit in came)),
        by_hour=tuple(by_hour),
        received=sum(visit.received_at is not None for visit in came),
        in_time=in_time.count(True),
        unreceived=sum(visit.received_at is None and visit.left_at is not None for visit in came),
        zone_times=tuple(sorted(_zone_time(visit) for visit in done if visit.in_zone and not visit.in_zone_now)),
        waits=tuple(sorted((visit.done_at or 0) - visit.arrived_at for visit in done)),
    )


def _zone_time(visit: VisitTimes) -> Millis:
    return sum(until - since for since, until in visit.in_zone if until is not None)


def _crowding(span: DaySpan, stretches: Iterable[Stretch], limits: Limits, now: Millis) -> tuple[tuple[int, ...], Over]:
    """Follow how many cars stood in the zone: at one instant some leave, then the limit changes, then others come."""
    horizon = min(now + 1, span.ends)
    steps, count = [(each.since, 0) for each in limits.between(span.begins, horizon)[1:]], 0
    for since, until in stretches:
        if since >= span.begins:
            steps.append((since, 1))
        elif until is None or until > span.begins:
            count += 1
        if until is not None and until > span.begins:
            steps.append((until, -1))
    peaks, last, began, ended = [0] * QUARTERS, span.begins, 0, 0
    over_since = span.begins if count >= limits.at(span.begins).over_count else None
    for at, change in sorted(steps):
        if at >= horizon:
            break
        _raise(peaks, span, last, at, count)
        last, count = at, count + change
        is_over = count >= limits.at(at).over_count
        if over_since is None and is_over and change >= 0:
            over_since, began = at, began + 1
        elif over_since is not None and not is_over:
            ended, over_since = ended + at - over_since, None
    _raise(peaks, span, last, horizon, count)
    return tuple(peaks), _over(span, began, ended, [] if over_since is None else [over_since], now)


def _raise(peaks: list[int], span: DaySpan, since: Millis, until: Millis, count: int) -> None:
    """Note a count that stood for a while."""
    while count and since < until:
        quarter = span.quarter(since)
        peaks[quarter] = max(peaks[quarter], count)
        since = span.next_quarter(since)


def _over(span: DaySpan, count: int, ended: Millis, running: Sequence[Millis], now: Millis) -> Over:
    """What still stands goes on while the day does; it has lasted to the end of a day that is over."""
    if now < span.ends:
        return Over(count, ended, tuple(sorted(running)))
    return Over(count, ended + sum(span.ends - since for since in running))


def _over_stays(span: DaySpan, visits: Iterable[VisitTimes], limits: Limits, now: Millis) -> Over:
    count, ended, running = 0, 0, []
    for visit in visits:
        over = [stretch for stretch in visit.over_stays(limits) if stretch[0] < min(now, span.ends)]
        count += bool(over) and over[0][0] >= span.begins
        for since, until in over:
            begins, ends = max(since, span.begins), span.ends if until is None else min(until, span.ends)
            if begins >= ends:
                continue
            if until is None:
                running.append(begins)
            else:
                ended += ends - begins
    return _over(span, count, ended, running, now)
