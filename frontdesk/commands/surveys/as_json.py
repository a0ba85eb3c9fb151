"""A survey as JSON: shares from 0 to 1, times ISO 8601 in the store's zone, phone numbers masked (Q7)."""

from zoneinfo import ZoneInfo

from frontdesk.domain.surveys.result import of_questions, reach
from frontdesk.domain.surveys.rules import written
from frontdesk.domain.surveys.survey import Asked, Survey
from frontdesk.domain.values.phones import mask_in
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(survey: Survey, zone: ZoneInfo) -> Json:
    """Return a survey with its plan, its lists and its result."""
    plan = survey.plan
    months = dict.fromkeys(each.month for each in survey.asked)
    return {
        "number": survey.id,
        "state": survey.state,
        "open": survey.matter.is_open,
        "year": plan.year,
        "kind": plan.kind,
        "method": plan.method,
        "size": plan.size,
        "months": list(plan.months),
        "person": plan.person or None,
        "questions": list(map(written, plan.questions)),
        "draws": [
            {
                "month": each.month,
                "seed": each.seed,
                "at": iso_time(each.at, zone),
                "by": each.who,
                "pool": list(each.pool),
            }
            for each in survey.draws
        ],
        "asked": [_asked(each, zone) for each in survey.asked],
        "result": _result(survey, survey.asked),
        "by_month": {
            month: _result(survey, tuple(each for each in survey.asked if each.month == month)) for month in months
        },
    }


def _asked(asked: Asked, zone: ZoneInfo) -> Json:
    return {
        "number": asked.id,
        "month": asked.month,
        "visit": asked.visit,
        "message": asked.message,
        "state": asked.state,
        "name": mask_in(asked.name) or None,
        "phone": asked.phone or None,
        "plate": asked.plate or None,
        "answered_at": iso_time(asked.answered_at, zone),
        "answers": {str(question): mask_in(text) for question, text in asked.answers},
    }


def _result(survey: Survey, asked: tuple[Asked, ...]) -> Json:
    questions = [
        {
            "question": found.number,
            "share": round(found.share.part, 4) if found.share and found.share.answers else None,
            "low": round(found.share.low, 4) if found.share else None,
            "high": round(found.share.high, 4) if found.share else None,
            "answers": found.share.answers if found.share else sum(count for _, count in found.counts),
            "too_few": found.share.is_few if found.share else None,
        }
        for found in of_questions(survey, asked)
    ]
    return {**reach(asked)._asdict(), "questions": questions}
