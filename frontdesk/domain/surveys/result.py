"""What a survey found: who was asked and reached, the share of good marks and how sure it is (Q7)."""

from collections.abc import Iterable
from typing import NamedTuple

from frontdesk.domain.messages.message import MessageState
from frontdesk.domain.surveys.survey import Asked, QuestionKind, Survey
from frontdesk.domain.values import intervals

FEWEST = 30
"""Fewer answers are too few to compare."""
GOOD = ("4", "5")


class Share(NamedTuple):
    """A share of answers with its 95 % interval by Wilson."""

    good: int
    answers: int
    low: float
    high: float

    @property
    def part(self) -> float:
        """The share itself."""
        return self.good / self.answers if self.answers else 0.0

    @property
    def is_few(self) -> bool:
        """Whether it is too few answers to compare."""
        return self.answers < FEWEST


class Reach(NamedTuple):
    """How many were asked, reached, answered and refused."""

    asked: int = 0
    reached: int = 0
    answered: int = 0
    refused: int = 0


class OfQuestion(NamedTuple):
    """What was answered to one question."""

    number: int
    share: Share | None
    """Of a mark, that of 4 and 5; of yes or no, that of yes; None for others."""
    counts: tuple[tuple[str, int], ...]
    words: tuple[str, ...]


def wilson(good: int, answers: int) -> Share:
    """Return a share with its 95 % interval; of no answers nothing is known: 0 to 1."""
    return Share(good, answers, *intervals.wilson(good, answers))


def reach(asked: Iterable[Asked]) -> Reach:
    """Return how far the asking has come; whoever refused was reached."""
    found = list(asked)
    answered = sum(each.answered_at is not None for each in found)
    refused = sum(each.answered_at is None and each.state is MessageState.REFUSED for each in found)
    told = sum(each.answered_at is None and each.state in {MessageState.TOLD, MessageState.SENT} for each in found)
    return Reach(len(found), answered + refused + told, answered, refused)


def of_questions(survey: Survey, asked: Iterable[Asked]) -> tuple[OfQuestion, ...]:
    """Return what was answered to each question by those asked."""
    said = [answer for each in asked for answer in each.answers]
    found = []
    for number, question in enumerate(survey.plan.questions, 1):
        answers = [text for of, text in said if of == number]
        share = None
        if question.kind is QuestionKind.MARK:
            share = wilson(sum(text in GOOD for text in answers), len(answers))
        elif question.kind is QuestionKind.YES_NO:
            share = wilson(answers.count("yes"), len(answers))
        is_words = question.kind is QuestionKind.WORDS
        counts = () if is_words else tuple((each, answers.count(each)) for each in sorted(set(answers)))
        found.append(OfQuestion(number, share, counts, tuple(answers) if is_words else ()))
    return tuple(found)
