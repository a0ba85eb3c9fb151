"""Cases: their clocks, who is called if a clock is missed, what a penalty costs (C3–C8, C15, Q2–Q4, Z8)."""

from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.policy.chain import chain_problems
from frontdesk.domain.policy.entries import LONGEST_ENTRY, is_list
from frontdesk.domain.policy.numbers import Problem, number
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.text import clean_line

_MOST_ENTRIES = 30


@dataclass(frozen=True, init=False, repr=False, eq=False)
class CaseNumbers:
    """How soon a case must be answered, and who is called if it is not."""

    channels: tuple[str, ...] = (
        "person", "phone", "email", "online", "letter", "maker", "wecom", "authority", "platform", "fax", "passed_on",
    )  # fmt: skip
    """C1: how a case may come in; what the store adds itself is its own word."""
    kinds: tuple[str, ...] = (
        "service", "product", "price", "return", "waiting", "repair", "parts", "insurance", "promise",
    )  # fmt: skip
    """C4: what a case may be about; what the store adds itself is its own word."""
    head_informed_s: int = number(1800, 1, 86_400)
    """C3: the head of the outlet knows of a major complaint within this."""
    full_answer_days: int = number(3, 1, 60)
    """Q2: if facts must be gathered first, how many working days a full answer may take."""
    quality_answer_days: int = number(1, 1, 60)
    """C5: the quality department answers in writing within this many working days."""
    on_site_s: int = number(86_400, 1, 2_678_400)
    """C6: a customer with a major problem is visited within this, by the wall clock."""
    agree_date_days: int = number(7, 1, 60)
    """Q3: a case not answered in full by this many days after it came in: a date is agreed with the customer."""
    records_s: int = number(14_400, 60, 604_800)
    """C15: within this, in opening hours, records that were asked for are supplied."""
    records_on_site_s: int = number(3600, 60, 86_400)
    """C15: the same while people are on site, by the wall clock."""
    due_warning_s: int = number(3600, 0, 604_800)
    """How long before it is due a case's clock warns; a short clock warns only in the last third of its time."""
    follow_up_days: int = number(3, 0, 365)
    """C8: how many days after a case is closed the customer is asked whether all is well."""
    penalty_cny: int = number(50, 1, 100_000)
    """Z8: what an over-count or over-stay that led to a complaint costs the person responsible, per car."""
    penalty_word: str = ""
    """Z8: what the store calls a penalty; empty: the program's own word."""
    complaint_chain: tuple[str, ...] = ("0 advisor", "0 manager", "3600 director")
    """Q4: who is called how many seconds after a clock of a case was missed, while nobody has taken it on."""
    complaint_act_within_s: int = number(1800, 60, 604_800)
    """How soon after a missed clock is taken on it must be met; otherwise it is raised again, one step up."""

    @property
    def due_warning(self) -> Millis:
        """The warning before a case's clock is due, in milliseconds."""
        return self.due_warning_s * SECOND


def problems(policy: CaseNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the cases' part."""
    for name, entries in (("channels", policy.channels), ("kinds", policy.kinds)):
        if not is_list(entries, _MOST_ENTRIES):
            yield name, list(entries), '["phone", "wecom", "门店微信群"]'
    if policy.penalty_word != clean_line(policy.penalty_word) or len(policy.penalty_word) > LONGEST_ENTRY:
        yield "penalty_word", policy.penalty_word, "绩效扣分"
    yield from chain_problems("complaint_chain", policy.complaint_chain, CaseNumbers.complaint_chain)
