"""Quotations: kept as they were given, replaced by newer ones, forgotten with their case (Q8)."""

from typing import Any

import pytest
from at_desk import MINUTE

from frontdesk.desk import forgetting, quotes
from frontdesk.desk.cases import register, steps
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.forgetting.customer import GONE, Customer
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.quotes import About, QuoteLine, QuoteReason, QuoteState, read_line
from frontdesk.domain.values.clock import DAY, ManualClock
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import NO_PLATE


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("离合总泵 300-500", ("离合总泵", 300, 500)),
        ("工时　２００", ("工时", 200, 200)),
        ("M8 螺栓 4 件 12 – 16", ("M8 螺栓 4 件", 12, 16)),
        ("离合总泵300-500", ("离合总泵", 300, 500)),
        ("机油5W-30", None),
        ("oil5", None),
        ("免费检查 0", ("免费检查", 0, 0)),
        ("字" * 100 + " 1", ("字" * 100, 1, 1)),
        ("字" * 101 + " 1", None),
        ("离合总泵", None),
        ("300-500", None),
        ("泵 500-300", None),
        ("泵 10000001", None),
        ("泵 -5", None),
        ("", None),
    ],
)
def test_a_line(text: str, line: tuple[Any, ...] | None) -> None:
    if line is None:
        with pytest.raises(Refused) as refused:
            read_line(text)
        assert refused.value.reason is QuoteReason.QUOTE_LINE
    else:
        assert read_line(text) == line


LINES = (QuoteLine("离合总泵", 300, 500), QuoteLine("工时", 200, 200))


@pytest.fixture
def case(advisor: Desk) -> About:
    made = NewCase(
        channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer="陈先生", plate=NO_PLATE,
        phone="13812348000", words="想换离合",
    )  # fmt: skip
    return About(case=register.register(advisor, made).number)


def test_a_newer_one_takes_its_place(advisor: Desk, case: About, clock: ManualClock) -> None:
    first = quotes.add(advisor, case, "换离合总泵", LINES, valid_until=clock.at + DAY).number
    clock.at += MINUTE
    second = quotes.add(advisor, case, "连分泵一起换", LINES[:1], valid_until=clock.at + DAY).number
    new, old = quotes.of(advisor, case)
    assert (new.id, old.id) == (second, first)
    assert (old.least, old.most, new.most) == (500, 700, 500)
    assert old.state(clock.at) is QuoteState.REPLACED
    assert new.state(clock.at + DAY) is QuoteState.VALID
    assert new.state(clock.at + DAY + 1) is QuoteState.EXPIRED
    assert [each.id for each in quotes.listed(advisor)] == [second, first]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"about": About()}, QuoteReason.QUOTE_FOR),
        ({"about": About(1, 1)}, QuoteReason.QUOTE_FOR),
        ({"about": About(matter=9)}, MatterReason.NO_MATTER),
        ({"about": About(case=9)}, CaseReason.NO_COMPLAINT),
        ({"asked": " "}, QuoteReason.QUOTE_ASKED),
        ({"lines": ()}, QuoteReason.QUOTE_LINES),
        ({"lines": (QuoteLine("洗车", 0, 0),)}, QuoteReason.QUOTE_FREE),
        ({"lines": (QuoteLine("洗车", 0, 0), LINES[1])}, None),
        ({"lines": LINES * 20}, None),
        ({"lines": LINES * 21}, QuoteReason.QUOTE_LINES),
        ({"valid_until": 0}, QuoteReason.QUOTE_UNTIL),
        ({"valid_until": 366 * DAY}, None),
        ({"valid_until": 366 * DAY + 1}, QuoteReason.QUOTE_UNTIL),
    ],
)
def test_what_is_refused(
    advisor: Desk, case: About, clock: ManualClock, changed: dict[str, Any], reason: Reason | None
) -> None:
    given = {"about": case, "asked": "换泵", "lines": LINES, "valid_until": DAY, **changed}
    given["valid_until"] += clock.at
    if reason is None:
        assert quotes.add(advisor, **given).number == 1
        return
    with pytest.raises(Refused) as refused:
        quotes.add(advisor, **given)
    assert refused.value.reason is reason


def test_what_the_customer_asked_goes_with_them(advisor: Desk, case: About, director: Desk, clock: ManualClock) -> None:
    quotes.add(advisor, case, "陈先生要换泵", LINES, valid_until=clock.at + DAY)
    steps.take(director, case.case or 0, CaseStep.CLOSE_ANYWAY, "不再追究")
    forgetting.forget(director, Customer(case=case.case or 0))
    (quote,) = quotes.of(advisor, case)
    assert (quote.asked, quote.lines) == (GONE, LINES)
    told = advisor.connection.execute("select count(*) from events where changes like '%要换泵%'").fetchone()
    assert told == (0,)
