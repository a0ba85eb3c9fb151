"""Surveys in words: the plan, whom to ask, what was found (Q7, S11)."""

from collections.abc import Iterable, Iterator
from datetime import tzinfo

from frontdesk.domain.surveys.result import FEWEST, OfQuestion, Reach, Share, of_questions, reach
from frontdesk.domain.surveys.survey import Asked, Question, QuestionKind, Survey
from frontdesk.domain.values.phones import mask_in
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import long_time


def heading(survey: Survey) -> str:
    """Return a survey in one line: its year and kind, how far it is, its plan."""
    plan = survey.plan
    about = labelled(case_number(survey.id), f"{plan.year} {word(plan.kind)}")
    size = _("{count} a month").format(count=plan.size)
    months = " ".join(map(str, plan.months)) if len(plan.months) < _ALL else ""
    months = _("months {months}").format(months=months) if months else _("every month")
    questions = _("{count} questions").format(count=len(plan.questions))
    return " · ".join(
        filter(None, (about, word(survey.state), word(plan.method), size, months, questions, plan.person))
    )


_ALL = 12


def question_line(number: int, question: Question) -> str:
    """Return a question with its number and how it is answered."""
    said = " ".join(f"{place} {each}" for place, each in enumerate(question.choices, 1)) or word(question.kind)
    return f"{number} {_('{question} ({answers})').format(question=clean_line(question.text), answers=said)}"


def keys_of(question: Question) -> str:
    """Return which keys answer a question."""
    if question.kind is QuestionKind.MARK:
        return _("1 to 5, 5 is best")
    if question.kind is QuestionKind.YES_NO:
        return _("1 yes · 2 no")
    if question.kind is QuestionKind.CHOICE:
        return " · ".join(f"{place} {each}" for place, each in enumerate(question.choices, 1))
    return _("in words, then Enter")


def asked_line(asked: Asked) -> str:
    """Return one customer who is asked, and what came of it."""
    state = _("has answered") if asked.answered_at is not None else word(asked.state)
    parts = (f"{asked.id} {asked.month}", asked.name or "—", asked.phone, show_plate(asked.plate), state)
    return " · ".join(filter(None, map(clean_line, parts)))


def result_lines(survey: Survey) -> Iterator[str]:
    """Return what was found, all months together, then each month."""
    yield reach_line(reach(survey.asked))
    for found in of_questions(survey, survey.asked):
        yield from _question_lines(survey, found)
    for month in dict.fromkeys(each.month for each in survey.asked):
        of_month = [each for each in survey.asked if each.month == month]
        yield labelled(month, f"{reach_line(reach(of_month))} · {_marks(survey, of_month)}")


def reach_line(found: Reach) -> str:
    """Return how many were asked, reached, answered and refused."""
    return _("asked {asked} · reached {reached} · answered {answered} · refused {refused}").format(**found._asdict())


def share_text(share: Share, name: str) -> str:
    """Return a share with its interval, or that there are too few answers to compare."""
    if not share.answers:
        return _("no answers")
    text = _("{name} {part} ({low} to {high}) of {answers}").format(
        name=name,
        part=f"{share.part:.0%}",
        low=f"{share.low:.0%}",
        high=f"{share.high:.0%}",
        answers=share.answers,
    )
    few = _("under {count}: too few to compare").format(count=FEWEST)
    return f"{text} · {few}" if share.is_few else text


def draw_lines(survey: Survey, zone: tzinfo) -> list[str]:
    """Return who drew which month when, with the seed it can be drawn again by."""
    return [
        _("{month} drawn {at} {who}, of {count}, seed {seed}").format(
            month=draw.month, at=long_time(draw.at, zone), who=draw.who, count=len(draw.pool), seed=draw.seed
        )
        for draw in survey.draws
    ]


def _question_lines(survey: Survey, found: OfQuestion) -> Iterator[str]:
    question = survey.plan.questions[found.number - 1]
    about = f"{found.number} {clean_line(question.text)}"
    if found.share is not None:
        name = _("marks 4 and 5") if question.kind is QuestionKind.MARK else _("yes")
        yield labelled(about, share_text(found.share, name))
    elif found.counts:
        said = (f"{question.choices[int(choice) - 1]} {count}" for choice, count in found.counts)
        yield labelled(about, " · ".join(said))
    else:
        yield labelled(about, _("{count} with words").format(count=len(found.words)))
    yield from (f"  “{mask_in(clean_line(each))}”" for each in found.words)


def _marks(survey: Survey, asked: Iterable[Asked]) -> str:
    first = next((each.share for each in of_questions(survey, asked) if each.share is not None), None)
    return share_text(first, _("marks 4 and 5")) if first else ""
