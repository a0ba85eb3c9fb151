"""A satisfaction survey: its plan, who is asked in a month, what they answered (Q7, S11)."""

from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.messages.message import MessageState
from frontdesk.domain.values.clock import Millis

MOST_QUESTIONS = 12
MOST_CHOICES = 9
"""One key answers a question."""
LARGEST = 500
"""So many customers are asked in a month at most."""


class SurveyKind(StrEnum):
    """When customers are asked."""

    YEAR = "year"
    HOLIDAY = "holiday"
    """In the holidays (S11)."""


class Method(StrEnum):
    """How customers are asked (S11)."""

    PHONE = "phone"
    ONLINE = "online"
    IN_PERSON = "in_person"


class SurveyState(StrEnum):
    """How far a survey has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_FORCE = "in_force"
    """The head and the general manager have signed its plan."""
    REPORTED = "reported"


class QuestionKind(StrEnum):
    """How a question is answered."""

    MARK = "mark"
    """1 to 5."""
    CHOICE = "choice"
    YES_NO = "yes_no"
    WORDS = "words"


class Question(NamedTuple):
    """One question."""

    kind: QuestionKind
    text: str
    choices: tuple[str, ...] = ()


class SurveyPlan(NamedTuple):
    """What is signed: how many are asked in which months, how, what, and who sees to it."""

    year: int
    kind: SurveyKind
    method: Method
    size: int
    """How many customers are asked in each month."""
    months: tuple[int, ...]
    person: str
    questions: tuple[Question, ...]


class Draw(NamedTuple):
    """Who was drawn for a month: with the seed and the pool kept, the same list can be drawn again."""

    id: int
    month: str
    seed: str
    at: Millis
    who: str
    pool: tuple[int, ...]
    """The visits it was drawn from, one of each customer."""


class Asked(NamedTuple):
    """One customer who is asked."""

    id: int
    month: str
    visit: int
    message: int
    state: MessageState
    name: str
    phone: str
    """Masked."""
    plate: str
    answered_at: Millis | None
    answers: tuple[tuple[int, str], ...] = ()
    """The number of the question, from 1, and what was answered."""

    @property
    def is_waiting(self) -> bool:
        """Whether answers may still come."""
        return self.answered_at is None and self.state not in {MessageState.REFUSED, MessageState.WITHDRAWN}


class Survey(NamedTuple):
    """One survey, with the matter it is."""

    matter: Matter
    plan: SurveyPlan
    state: SurveyState
    draws: tuple[Draw, ...] = ()
    asked: tuple[Asked, ...] = ()

    @property
    def id(self) -> int:
        """The number of the matter."""
        return self.matter.id
