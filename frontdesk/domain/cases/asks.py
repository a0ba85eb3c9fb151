"""What a case asks of others beside quality's answer: records, advice, a plan on site, the part (C11, C15–C18)."""

from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis


class AskKind(StrEnum):
    """What is asked for."""

    MATERIAL = "material"
    """Parameters and records of the technical or the quality department, while people are on site (C15)."""
    LEGAL = "legal"
    """The legal adviser's advice (C11, C18)."""
    ONSITE = "onsite"
    """What is done on site, agreed with the customer (C11, C16)."""
    SAMPLE = "sample"
    """The defective part, asked back for analysis (C17)."""


class Asked(StrEnum):
    """How far something that is asked for has come."""

    MATERIAL = "material"
    LEGAL = "legal"
    ONSITE = "onsite"
    SAMPLE = "sample"
    SAMPLE_HERE = "sample_here"
    """The customer has given the part back."""
    SAMPLE_SENT = "sample_sent"
    """The part is away to be analysed."""

    @property
    def kind(self) -> AskKind:
        """What it is that was asked for."""
        return AskKind(self.value.split("_", maxsplit=1)[0])


class LegalMatter(StrEnum):
    """What the legal adviser is asked for (C18)."""

    ADVICE = "advice"
    CONTRACT = "contract"
    """A contract to be reviewed."""
    LAWSUIT = "lawsuit"


ON_FILE = frozenset({LegalMatter.CONTRACT, LegalMatter.LAWSUIT})
"""What has a file of its own: what it is called, and its next date (C18)."""


class Remedy(StrEnum):
    """What the customer gets on site (C11)."""

    REPAIR = "repair"
    EXCHANGE = "exchange"
    REFUND = "refund"
    EXPLANATION = "explanation"


class Ask(NamedTuple):
    """One thing that was asked for, and what came of it."""

    kind: AskKind
    asked_at: Millis
    asked_by: str
    words: str
    """What is asked for, and of whom; on site: the plan that was agreed with the customer."""
    remedy: Remedy | None
    people: str
    """Who goes, and with which tools."""
    state: Asked | None
    """None: it is over."""
    ended_at: Millis | None
    ended_by: str
    answer: str
    is_needless: bool
    """Whether it ended without an answer, because it was not needed any more."""
    matter: LegalMatter | None = None
    """What the legal adviser was asked for; None also where it was asked before it was told apart (C18)."""
    reference: str = ""
    """What a contract or a lawsuit is called: the court's file number, the contract's name."""
    not_understood: bool = False
    not_content: bool = False
    """The people left before the customer had understood, or was satisfied (C16)."""
