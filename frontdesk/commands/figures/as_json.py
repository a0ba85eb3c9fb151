"""Figures as JSON: lengths in seconds, instants as ISO 8601 in the store's zone."""

from zoneinfo import ZoneInfo

from frontdesk.domain.figures.period import Report, Spread
from frontdesk.domain.values.clock import SECOND
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(report: Report, zone: ZoneInfo) -> Json:
    """Return a report with every figure and every bar."""
    found = report.figures
    return {
        "of": report.title,
        "as_of": iso_time(report.now, zone),
        "running": report.is_running,
        "arrivals": found.arrivals,
        "received": found.received,
        "received_in_time": found.in_time,
        "reception_known": found.reception_known,
        "zone_time": _spread(found.zone_time),
        "customer_wait": _spread(found.wait),
        "peak": found.peak,
        "over_counts": {"count": found.over_counts, "total_s": found.over_count_length / SECOND},
        "over_stays": {"count": found.over_stays, "total_s": found.over_stay_length / SECOND},
        "decided": [
            {"who": who, "count": count, "mean_s": total / count / SECOND, "longest_s": longest / SECOND}
            for who, count, total, longest in found.decided
        ],
        "no_shows": found.no_shows,
        "turned_away": found.turned_away,
        "appointments": {"booked": found.booked, "no_shows": found.missed},
        "left_unreceived": found.left_unreceived,
        "cases": {"opened": found.opened, "closed": found.closed, "late": found.late},
        "days" if report.is_month else "hours": [
            {"name": each.name, "arrivals": each.arrivals, "peak": each.peak} for each in report.bars
        ],
    }


def _spread(found: Spread) -> Json:
    return {
        "count": found.count,
        "mean_s": None if found.mean is None else found.mean / SECOND,
        "p90_s": None if found.p90 is None else found.p90 / SECOND,
    }
