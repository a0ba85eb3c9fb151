"""The zone and the day as figures, each with its label; the first ones are read first."""

from frontdesk.domain.figures.today import Today
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.words.escalations.progress import who_has_the_crowd
from frontdesk.words.figures.today import over_today, percent
from frontdesk.words.i18n import _
from frontdesk.words.times import duration, end_time, short_time
from screens.kit.live import Live
from screens.kit.spans import Line, Span, line
from screens.kit.store_zone import store_zone

_LATELY: Millis = 3 * MINUTE
"""What was told longer ago is of another hour."""


def zone_facts(snapshot: Snapshot, station: StationKind, now: Millis, who: str) -> list[Line]:
    """Return how the zone stands, and what this station is asked."""
    found = [_count(snapshot), _oldest(snapshot, now)]
    asked = snapshot.count_asked(station, now, who)
    found.append(told(_("prompts {count}"), asked, "over" if asked else "plain"))
    if station is not StationKind.GUARD:
        found.append(_next_due(snapshot, now))
    return [fact for fact in found if fact]


def today_facts(snapshot: Snapshot, today: Today, now: Millis) -> list[Line]:
    """Return what came of the day so far."""
    policy = snapshot.policy
    waiting = [car for car in snapshot.floor.cars if car.awaits_reception]
    late = any(car.is_received_late(policy.late_reception, now) for car in waiting)
    yesterday = _("yesterday by now {count}").format(count=today.yesterday_by_now(now))
    within = _("received within {time}").format(time=duration(policy.late_reception))
    over = (
        over_today(name, figure, now)
        for name, figure in (
            (_("over-counts"), today.figures.over_count),
            (_("over-stays"), today.figures.over_stay),
        )
    )
    return [
        line(*told(_("arrived today {count}"), today.arrivals), Span(f" ({yesterday})", "dim")),
        line(Span(f"{_('to be received')} ", "dim"), Span(f"{len(waiting)}", "warn" if late else "head")),
        line(Span(f"{within} ", "dim"), Span(percent(today.share), "head")),
        *(line(Span(text)) for text in over),
    ]


def next_hour_facts(live: Live, *, short: bool) -> list[Line]:
    """Return what is told of the next hour: how likely it gets too full, then the rest."""
    if live.told is None or live.told.outlook is None or live.snapshot is None:
        return []
    found = live.told.outlook
    if found.is_over or abs(live.now - found.at) > _LATELY:
        return []
    from frontdesk.words import outlook  # noqa: PLC0415 - the first picture knows nothing of it

    warning = live.snapshot.policy.outlook_warning_percent
    tone = "warn" if outlook.asks_for_attention(found, warning) else "head"
    said = f"{outlook.likely(found.probability)} {outlook.in_a_word(found, warning)}"
    if short:
        return [line(Span(f"{_('next hour')} ", "dim"), Span(said, tone))]
    return [
        line(Span(f"{_('over-count within the hour')} ", "dim"), Span(said, tone)),
        line(Span(f"{outlook.cars(found)} · {outlook.basis(found)}", "dim")),
    ]


def told(text: str, value: object, tone: str = "head") -> Line:
    """Return a text with one place for a value: the text is a label, the value is what is read."""
    before, _name, rest = text.partition("{")
    after = rest.partition("}")[2]
    return tuple(span for span in (Span(before, "dim"), Span(str(value), tone), Span(after, "dim")) if span.text)


def _count(snapshot: Snapshot) -> Line:
    count, limit = snapshot.floor.count, snapshot.policy.over_count
    tone, said = "ok", ""
    if count >= limit:
        tone, said = "over", " " + _("over-count")
    elif count >= snapshot.policy.over_count_warning:
        tone, said = "warn", " " + _("filling up")
    who = who_has_the_crowd(snapshot)
    has = [Span(f" · {who}", "answered")] if who else []
    return line(Span(f"{_('zone')} ", "dim"), Span(f"{count}/{limit}{said}", tone), *has)


def _oldest(snapshot: Snapshot, now: Millis) -> Line:
    times = [car.zone_time(now) for car in snapshot.floor.in_zone]
    if not times:
        return ()
    over = snapshot.policy.is_over_stay(max(times))
    warned = snapshot.policy.asks_for_attention(max(times))
    return told(_("oldest {time}"), duration(max(times)), "over" if over else "warn" if warned else "head")


def _next_due(snapshot: Snapshot, now: Millis) -> Line:
    due = next((case.next_due for case in snapshot.complaints if case.next_due), None)
    if due is None:
        return ()
    zone = store_zone(snapshot)
    time = end_time(due.due_at, lambda at: short_time(at, zone, now))
    if now > due.due_at:
        return line(Span(_("overdue since {time}").format(time=time), "over"))
    return told(_("due {time}"), time)
