"""A month under review as JSON: lengths in seconds, shares from 0 to 1, times ISO 8601 in the store's zone."""

from zoneinfo import ZoneInfo

from frontdesk.commands.matters.as_json import approval_json
from frontdesk.commands.measures.as_json import as_json as measure_json
from frontdesk.desk.review.under_review import MonthUnderReview
from frontdesk.desk.review.year import MonthOfYear
from frontdesk.domain.review.month import MonthsCauses, ReviewCase
from frontdesk.domain.review.review import Decided, Review
from frontdesk.domain.review.what_if import Tried
from frontdesk.domain.values.clock import SECOND
from frontdesk.words.times import iso_time

Json = dict[str, object]


def line_json(review: Review, zone: ZoneInfo) -> Json:
    """Return how far a month's review has come."""
    first = review.matter.next_due
    return {
        "month": str(review.month),
        "number": review.id,
        "state": review.state,
        "next_due": iso_time(first.due_at, zone) if first else None,
        "closed_at": iso_time(review.matter.closed_at, zone),
    }


def as_json(month: MonthUnderReview, causes: MonthsCauses, zone: ZoneInfo) -> Json:
    """Return a month's review with all that it is about."""
    figures = month.figures
    return {
        **line_json(month.review, zone),
        "conclusion": month.review.conclusion,
        "visits": figures.arrivals,
        "figures": {
            "over_counts": figures.over_counts,
            "over_count_seconds": figures.over_count_length // SECOND,
            "over_stays": figures.over_stays,
            "over_stay_seconds": figures.over_stay_length // SECOND,
            "late": figures.reception_known - figures.in_time,
            "reception_known": figures.reception_known,
            "p90_seconds": None if figures.zone_time.p90 is None else figures.zone_time.p90 // SECOND,
        },
        "causes": [
            {"cause": line.cause, "n": line.cases, "share": round(line.share, 4), "cumulated": round(line.cumulated, 4)}
            for line in month.pareto.lines
        ],
        "undecided": len(month.undecided),
        "cases": [_case(case, month.causes.get(case.escalation.id), zone) for case in causes.cases],
        "hours": [list(hours) for hours in causes.week.table],
        "people": [
            {
                "who": line.who,
                "received": line.late.of,
                "late": line.late.number,
                "over_stays": line.over_stays.number,
            }
            for line in causes.people
        ],
        "left": [{"cause": left.cause, "why": left.why, "by": left.who} for left in month.review.left],
        "measures": [measure_json(each, zone) for each in month.measures],
        "approvals": [approval_json(each, zone) for each in month.approvals],
        "problems": [
            {
                "number": case.id,
                "received_at": iso_time(case.received_at, zone),
                "plate": case.plate,
                "stage": case.stage,
            }
            for case in month.problems
        ],
        "corrections": {name: {"was": was, "now": now} for name, (was, now) in month.corrections.items()},
    }


def month_json(found: MonthOfYear) -> Json:
    """Return a month of a year."""
    figures = found.figures
    return {
        "month": str(found.month),
        "visits": figures.arrivals,
        "over_counts": figures.over_counts,
        "over_stays": figures.over_stays,
        "late": figures.reception_known - figures.in_time,
        "p90_seconds": None if figures.zone_time.p90 is None else figures.zone_time.p90 // SECOND,
        "cases_opened": figures.opened,
        "cases_closed": figures.closed,
        "cases_late": figures.late,
        "review": found.review.state if found.review else None,
    }


def tried_json(tried: Tried) -> Json:
    """Return what a month would have been with some limits; None: the one in force."""
    trial = tried.trial
    return {
        "over_stay_seconds_from": None if trial.over_stay is None else trial.over_stay // SECOND,
        "over_count_from": trial.over_count,
        "over_counts": tried.over_counts,
        "over_count_seconds": tried.over_count_length // SECOND,
        "over_stays": tried.over_stays,
        "over_stay_seconds": tried.over_stay_length // SECOND,
    }


def _case(case: ReviewCase, said: Decided | None, zone: ZoneInfo) -> Json:
    escalation, proposal = case
    return {
        "number": escalation.id,
        "kind": escalation.kind,
        "plate": escalation.plate or None,
        "crossed_at": iso_time(escalation.crossed_at, zone),
        "seconds": escalation.lasted(escalation.crossed_at) // SECOND,
        "cause": said.cause if said else None,
        "said_by": said.who if said else None,
        "proposed": proposal.cause,
        "why_not": proposal.why_not,
    }
