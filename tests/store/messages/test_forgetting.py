"""What was to be told to a customer who is forgotten is in no byte of the file, and the record still proves itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from at_desk import refusal

from data.rewritten import redactions
from frontdesk.desk import approvals, forgetting, retention
from frontdesk.desk.desk import Desk
from frontdesk.desk.messages import telling, wishes
from frontdesk.desk.undo import undo
from frontdesk.domain.forgetting.customer import GONE, Customer
from frontdesk.domain.forgetting.events import ForgetEvent
from frontdesk.domain.forgetting.reasons import ForgetReason
from frontdesk.domain.retention.terms import RecordClass
from frontdesk.domain.values.clock import DAY, ManualClock, to_datetime
from frontdesk.domain.values.plates import Plate
from frontdesk.words import i18n
from frontdesk.words.approvals import list_lines

Owed = Callable[..., Any]
PHONE, CAR = "13811110001", Plate("苏A88888")
SAID = ("曾小明", PHONE, "刹车片已磨到", "他要自己来看", "喜欢上午")


@pytest.fixture
def told(advisor: Desk, manager: Desk, owed: Owed) -> int:
    """A customer who was told, what they wish, a word that was taken back; and another customer who waits."""
    wishes.note(advisor, PHONE, no_texts=True, prefers="喜欢上午")
    mine = {"name": "曾小明", "phone": PHONE, "plate": CAR}
    number = int(owed(**mine, text="刹车片已磨到 2 毫米", about="visit:8").id)
    telling.told(advisor, number, "他要自己来看")
    owed(**mine, text="刹车片已磨到头", about="visit:9")
    undo(advisor)
    owed(name="王女士", phone="13811110002", plate=Plate("苏A99999"), text="好了")
    return number


@pytest.mark.parametrize("customer", [Customer(phone=PHONE), Customer(plate=CAR), Customer(plate=CAR, name="曾小明")])
def test_nothing_is_left_in_a_byte(advisor: Desk, manager: Desk, told: int, store: Path, customer: Customer) -> None:
    assert forgetting.holdings(manager, customer).addressed.messages == (told,)
    forgetting.forget(manager, customer)
    forgetting.leave_no_trace(manager)
    content = store.read_bytes()
    said = [each for each in SAID if each.encode() in content]
    # A word that was taken back is found by the car or the name of what is kept.
    assert said == []
    assert "王女士".encode() in content
    message = telling.shown(advisor, told)
    assert (message.name, message.text, message.phone) == ("", GONE, "")
    assert redactions(manager.connection)
    assert refusal(lambda: forgetting.forget(manager, customer)) is ForgetReason.NOBODY_FOUND


def test_who_is_still_to_be_told_is_not_forgotten(manager: Desk, told: int) -> None:
    assert refusal(lambda: forgetting.forget(manager, Customer(phone="13811110002"))) is ForgetReason.MESSAGES_OPEN


def test_what_is_past_its_term_goes_when_it_is_signed(
    manager: Desk, director: Desk, told: int, clock: ManualClock
) -> None:
    i18n.use("en")
    clock.at += 4 * 366 * DAY
    (held,) = (each for each in retention.shown(manager) if each.kind is RecordClass.CASES)
    assert (held.cases, held.messages) == (0, 1)
    before = to_datetime(clock.at - 4 * 366 * DAY + 2 * DAY).date()
    asked = retention.purge(manager, RecordClass.CASES, before)
    (listed,) = approvals.of_matter(director, asked.number)
    assert f"messages to customers: {told}" in list_lines(listed)
    approvals.sign(director, asked.number)
    assert retention.purge(manager, RecordClass.CASES, before).kind is ForgetEvent.FORGET
    message = telling.shown(manager, told)
    assert (message.name, message.text, message.phone) == ("", GONE, "")
    # A wish holds for as long as it is not forgotten.
    assert wishes.of_number(manager, PHONE).no_texts
