"""Checks and their rounds as JSON: times ISO 8601 in the store's zone."""

from zoneinfo import ZoneInfo

from frontdesk.desk.checks.listing import Listed
from frontdesk.domain.checks.answers import hazard_at
from frontdesk.domain.checks.check import Check, Round
from frontdesk.domain.runs.run import Run
from frontdesk.words.checks import check_word, round_word
from frontdesk.words.times import iso_time

Json = dict[str, object]


def listed_json(found: Listed, zone: ZoneInfo) -> Json:
    """Return how it stands with the checks."""
    return {
        "checks": [_check(check) for check in found.checks],
        "open": [round_json(each, zone) for each in found.open_rounds],
        "week": {"in_time": found.week.in_time, "due": found.week.due},
        "marked": [round_json(each, zone) for each in found.marked],
        "missed": [round_json(each, zone) for each in found.missed],
        "next": iso_time(found.next_at, zone),
        "restore_drill": {
            "next": iso_time(found.drill.next_at, zone),
            "last": iso_time(found.drill.last_at, zone),
            "state": found.drill.state,
        },
    }


def round_json(found: Round, zone: ZoneInfo) -> Json:
    """Return a round of a check."""
    return {
        "number": found.matter,
        "check": found.check,
        "title": round_word(found),
        "thing": found.thing or None,
        "period": found.period,
        "state": found.state,
        "opens_at": iso_time(found.opens_at, zone),
        "due_at": iso_time(found.due_at, zone),
        "ends_at": iso_time(found.ends_at, zone),
        "done_at": iso_time(found.ended_at, zone),
        "in_time": found.in_time,
        "too_fast": found.too_fast,
        "same_figures": found.same_figures,
    }


def shown_json(found: Round, run: Run, zone: ZoneInfo) -> Json:
    """Return a round with its items."""
    items = [
        {
            "key": each.step.key,
            "title": each.step.title,
            "evidence": each.step.evidence or None,
            "safety": each.step.safety,
            "optional": each.step.optional,
            "state": each.state,
            "value": each.value or None,
            "words": each.words or None,
            "who": each.who or None,
            "at": iso_time(each.at, zone),
            "measure": None if hazard_at(each.step) else each.measure,
            "hazard": each.measure if hazard_at(each.step) else None,
        }
        for each in run.steps
    ]
    return {**round_json(found, zone), "items": items}


def _check(check: Check) -> Json:
    return {
        "key": check.key,
        "title": check_word(check),
        "playbook": check.playbook,
        "every": check.every,
        "by": check.by,
        "station": check.station or None,
        "role": check.role or None,
        "in_use": check.is_in_use,
    }
