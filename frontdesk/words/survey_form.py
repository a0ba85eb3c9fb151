"""What stands on the second document of a survey: how it is evaluated, and the questions with boxes (Q7)."""

from collections.abc import Iterator

from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.surveys.result import FEWEST
from frontdesk.domain.surveys.survey import Question, QuestionKind, SurveyPlan
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word

_BOX = "□"
_LINE = "_" * 60


def procedure_lines(plan: SurveyPlan, policy: Policy) -> Iterator[str]:
    """Give the steps by which a survey is evaluated, as the program carries them out."""
    steps = (
        _("The plan is signed by the head, then by the general manager, before the end of December."),
        _(
            "Each month {count} customers are drawn by a seed that is kept, of those who came in it, each once; not who"
            " wishes no survey or was asked within {days} days."
        ).format(count=plan.size, days=policy.survey_rest_days),
        _("They are asked ({method}); {person} sees to it. Nobody has to answer.").format(
            method=word(plan.method), person=clean_line(plan.person) or "—"
        ),
        _("Who was not reached and who refused is counted, and nobody is taken in their place."),
        _(
            "Satisfied is a mark of 4 or 5. The share stands with its 95 % interval (Wilson); under {count} answers"
            " nothing is compared."
        ).format(count=FEWEST),
        _("A mark of 1 or 2 is taken up at once: a complaint is drafted in the customer's words."),
        _("After the last month the result goes to the head; what has to change becomes a measure."),
    )
    yield from (f"{number}. {step}" for number, step in enumerate(steps, 1))


def blank_lines(plan: SurveyPlan) -> Iterator[str]:
    """Give the questions with their boxes, and where number and day are filled in; no name."""
    yield _("number on the list ________   day ________   asked by ________")
    for number, question in enumerate(plan.questions, 1):
        yield f"{number}. {clean_line(question.text)}"
        yield _boxes(question)
    yield _("{box} does not wish to be asked").format(box=_BOX)


def _boxes(question: Question) -> str:
    if question.kind is QuestionKind.WORDS:
        return _LINE
    if question.kind is QuestionKind.MARK:
        return f"{_boxed([str(mark) for mark in range(1, 6)])}   ({_('1 to 5, 5 is best')})"
    return _boxed([_("yes"), _("no")] if question.kind is QuestionKind.YES_NO else list(question.choices))


def _boxed(said: list[str]) -> str:
    return "   ".join(f"{_BOX} {clean_line(each)}" for each in said)
