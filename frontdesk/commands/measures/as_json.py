"""A measure and its history as JSON: times ISO 8601 in the store's zone, changes in percent."""

from zoneinfo import ZoneInfo

from frontdesk.domain.measures.measure import Measure
from frontdesk.domain.review.effect import Effect, Side
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(measure: Measure, zone: ZoneInfo) -> Json:
    """Return a measure with all that was said about it."""
    first = measure.matter.next_due
    return {
        "number": measure.id,
        "what": measure.matter.title,
        "state": measure.state,
        "review": measure.matter.part_of,
        "cause": measure.cause or None,
        "proposed_by": measure.proposed_by,
        "owner": measure.owner or None,
        "metric": measure.metric or None,
        "expected": measure.expected,
        "next_due": iso_time(first.due_at, zone) if first else None,
        "agreed_at": iso_time(measure.agreed_at, zone),
        "agreed_by": measure.agreed_by or None,
        "done_at": iso_time(measure.done_at, zone),
        "done_by": measure.done_by or None,
        "checked_at": iso_time(measure.checked_at, zone),
        "checked_by": measure.checked_by or None,
        "verdict": measure.verdict,
        "history": [
            {"at": iso_time(each.at, zone), "by": each.who, "state": each.state, "words": each.words}
            for each in measure.entries
        ],
    }


def effect_json(effect: Effect) -> Json:
    """Return what a measure did: rates as they are said, changes as shares (-0.54: 54 % less)."""
    found = effect.comparison
    return {
        "metric": effect.metric,
        "verdict": effect.verdict,
        "before": _side(effect.before),
        "after": _side(effect.after),
        "change": None if found is None else round(found.change, 4),
        "low": None if found is None else round(found.low, 4),
        "high": None if found is None else round(found.high, 4),
        "dispersion": None if found is None or found.dispersion is None else round(found.dispersion, 2),
        "permutation_p": None if found is None else round(found.p, 4),
        "smallest_visible": None if found is None else found.visible,
        "days_to_go": effect.days_to_go,
        "warnings": [
            {
                "doubt": each.doubt,
                "change": each.change,
                "measures": list(each.measures),
                "names": list(each.names),
                "days": [day.isoformat() for day in each.days],
            }
            for each in effect.cautions
        ],
    }


def _side(side: Side) -> Json:
    return {
        "days": side.days,
        "events": side.events,
        "exposure": side.exposure,
        "rate": None if side.rate is None else round(side.rate, 3),
    }
