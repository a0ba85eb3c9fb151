"""The results of the commands for surveys."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.surveys.events import SurveyEvent
from frontdesk.words.phrases import case_number

_KINDS = {
    "draft": SurveyEvent.DRAFT,
    "change": SurveyEvent.CHANGE,
    "submit": SurveyEvent.SUBMIT,
    "draw": SurveyEvent.DRAW,
    "answer": SurveyEvent.ANSWER,
    "report": SurveyEvent.REPORT,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and survey, and to the same month or customer."""
    args = session.args
    if result.kind != _KINDS[args.verb]:
        return False
    if result.kind == SurveyEvent.DRAFT:
        return bool(result.facts["year"] == args.year)
    if result.kind == SurveyEvent.ANSWER and result.facts["asked"] != args.asked:
        return False
    return bool(args.number == result.number)


def particulars(result: Result) -> str:
    """Return the survey's number."""
    return case_number(result.number)
