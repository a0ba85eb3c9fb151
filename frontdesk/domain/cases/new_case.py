"""A case as it is put in the queue (C1, C2)."""

from dataclasses import dataclass, replace

from frontdesk.domain.cases.case import CUSTOMER_LIMIT, WANTS_LIMIT, Nature, Severity
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.text import whole_line, whole_words


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """What is known of a case when it is registered."""

    channel: str
    kind: str
    severity: Severity
    customer: str
    phone: str
    plate: Plate
    words: str
    nature: Nature = Nature.COMPLAINT
    wants: str = ""
    is_drill: bool = False
    received_at: Millis | None = None
    """When it came in; None for now."""

    def cleaned(self) -> "NewCase":
        """Return the case with its text cleaned. Raises `Refused`, also if the customer's words are missing."""
        words, phone = whole_words(self.words), parse_phone(self.phone)
        customer, wants = whole_line(self.customer, CUSTOMER_LIMIT), whole_line(self.wants, WANTS_LIMIT)
        if not words:
            raise Refused(CaseReason.WORDS_MISSING)
        return replace(self, words=words, phone=phone, customer=customer, wants=wants)
