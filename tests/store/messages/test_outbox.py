"""What programs send: claimed by one, written down after, joined, spared, given up; sent is never told (Z5, P4)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from at_desk import SECOND, arrive, refusal
from attended import sign

from data.messages import outbox as on_record
from data.messages import routes
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.messages import outbox, telling, wishes
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.messages.delivery import MOST_AN_HOUR, Answer, Delivery
from frontdesk.domain.messages.message import Channel, Message, MessageState, TryResult
from frontdesk.domain.messages.reasons import MessageReason
from frontdesk.domain.messages.times import BACK_OFF, LEASE
from frontdesk.domain.values.clock import HOUR, MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate
from frontdesk.words import i18n
from frontdesk.words.messages import call_text

Owed = Callable[..., Any]
SMS, ROBOT = "folder:/srv/sms", "wecom:store"


@pytest.fixture
def text(advisor: Desk, owed: Owed) -> Callable[..., Message]:
    """Owes a text that goes out by itself."""
    routes.put(advisor.connection, {"sms": (SMS,)})
    return lambda **other: owed(channel=Channel.SMS, is_automatic=True, **other)


@pytest.fixture
def called(advisor: Desk, clock: ManualClock) -> Desk:
    """A store whose manager is called by a robot too, with an over-count that calls."""
    routes.put(advisor.connection, {"manager": (ROBOT,), "director": (ROBOT,)})
    sign(advisor, clock.at)
    arrive(advisor, 1, 2, 3, 4)
    while not outbox.waiting(advisor):
        clock.at += 10 * SECOND
        sign(advisor, clock.at)
        handling.evaluate(advisor)
    return advisor


def state(desk: Desk, number: int) -> MessageState:
    return telling.shown(desk, number).state


@pytest.mark.parametrize(
    ("answer", "becomes", "is_open"),
    [
        (Answer.SENT, MessageState.SENT, False),
        (Answer.LATER, MessageState.OWED, True),
        (Answer.REFUSED, MessageState.FAILED, True),
        (Answer.UNCERTAIN, MessageState.UNCERTAIN, True),
    ],
)
def test_what_came_of_it(advisor: Desk, text: Owed, answer: Answer, becomes: MessageState, *, is_open: bool) -> None:
    number = text().id
    assert outbox.waiting(advisor) == ("sms",)
    claimed = outbox.claim(advisor, "sms")
    assert claimed is not None
    assert (claimed.route, claimed.phone) == (SMS, "13800138000")
    assert outbox.claim(advisor, "sms") is None
    assert state(advisor, number) is MessageState.SENDING
    assert refusal(lambda: telling.told(advisor, number)) is MessageReason.BEING_SENT
    outbox.note(advisor, claimed, Delivery(answer, "r"))
    message = telling.shown(advisor, number)
    assert (message.state, message.is_open) == (becomes, is_open)
    if answer is Answer.LATER:
        assert message.try_at == claimed.at + BACK_OFF[0]
    in_queue = [each.id for each in advisor.snapshot().queue(advisor.now())]
    assert in_queue == ([number] if becomes in {MessageState.FAILED, MessageState.UNCERTAIN} else [])


def test_a_sender_that_was_killed_leaves_it_uncertain(advisor: Desk, text: Owed, clock: ManualClock) -> None:
    number = text().id
    claimed = outbox.claim(advisor, "sms")
    assert claimed is not None
    clock.at += LEASE - 1
    assert not advisor.snapshot().has_news(clock.at)
    clock.at += 1
    assert advisor.snapshot().has_news(clock.at)
    handling.evaluate(advisor)
    assert state(advisor, number) is MessageState.UNCERTAIN
    assert outbox.waiting(advisor) == ()
    # It was only slow: what it says then is believed.
    outbox.note(advisor, claimed, Delivery(Answer.SENT))
    assert state(advisor, number) is MessageState.SENT
    assert [each.result for each in telling.shown(advisor, number).tries] == [TryResult.UNCERTAIN, TryResult.SENT]


def test_it_gives_up_after_six_tries_more(advisor: Desk, text: Owed, clock: ManualClock) -> None:
    number, begin = text(is_urgent=True).id, clock.at
    for _ in range(7):
        claimed = outbox.claim(advisor, "sms")
        assert claimed is not None
        outbox.note(advisor, claimed, Delivery(Answer.LATER))
        clock.at = max(clock.at, telling.shown(advisor, number).try_at)
    assert state(advisor, number) is MessageState.FAILED
    assert clock.at == begin + sum(BACK_OFF)
    assert advisor.read(on_record.count_given_up) == 1


def test_a_wish_that_came_after_it_was_released_holds(advisor: Desk, text: Owed) -> None:
    number = text().id
    wishes.note(advisor, "13800138000", no_texts=True)
    assert outbox.claim(advisor, "sms") is None
    message = telling.shown(advisor, number)
    assert (message.state, message.channel) == (MessageState.OWED, Channel.PHONE)
    assert [each.id for each in advisor.snapshot().queue(advisor.now())] == [number]


def test_a_text_waits_for_the_morning(advisor: Desk, text: Owed, clock: ManualClock) -> None:
    clock.at += 12 * HOUR
    number = text().id
    assert outbox.waiting(advisor) == ()
    clock.at += 10 * HOUR
    assert outbox.claim(advisor, "sms") is not None
    assert state(advisor, number) is MessageState.SENDING


def test_a_call_goes_out_besides_the_stations_and_says_no_name(called: Desk) -> None:
    assert outbox.waiting(called) == (ROBOT,)
    claimed = outbox.claim(called, ROBOT)
    assert claimed is not None
    assert [each.escalation.kind for each in claimed.calls] == [Kind.OVER_COUNT]
    assert (claimed.route, claimed.phone, claimed.messages[0].role) == (ROBOT, "", "manager")
    outbox.note(called, claimed, Delivery(Answer.SENT))
    assert called.snapshot().queue(called.now()) == ()
    assert state(called, claimed.messages[0].id) is MessageState.SENT


def test_calls_that_are_due_together_go_out_as_one(called: Desk, clock: ManualClock) -> None:
    clock.at += 30 * MINUTE
    handling.evaluate(called)
    arrive(called, 5)
    handling.evaluate(called)
    claimed = outbox.claim(called, ROBOT)
    assert claimed is not None
    assert len({each.escalation.id for each in claimed.calls}) > 1
    assert outbox.claim(called, ROBOT) is None
    assert len(call_text(claimed.calls, "店", claimed.at).splitlines()) > 1


def test_a_call_that_is_given_up_brings_the_next_stage_at_once(called: Desk, clock: ManualClock) -> None:
    """It is told at reception and at the manager's console, too."""
    claimed = outbox.claim(called, ROBOT)
    assert claimed is not None
    number, level = claimed.messages[0].id, claimed.calls[0].escalation.level
    outbox.note(called, claimed, Delivery(Answer.REFUSED, "93000"))
    assert state(called, number) is MessageState.FAILED
    assert number in {each.id for each in called.snapshot().messages}
    assert called.snapshot().has_news(clock.at)
    handling.evaluate(called)
    after = called.snapshot().escalation(claimed.calls[0].escalation.id)
    assert after is not None
    assert after.level > level
    assert telling.withdraw(called, number, "机器人地址改了").number == number


def test_a_call_that_was_answered_is_not_sent(called: Desk) -> None:
    (owed,) = (each for each in telling.listed(called) if each.channel == ROBOT)
    for number in range(1, 5):
        zone.leave(called, Plate(f"苏A0000{number}"))
    handling.evaluate(called)
    assert outbox.claim(called, ROBOT) is None
    assert state(called, owed.id) is MessageState.WITHDRAWN


def test_so_many_an_hour_and_then_as_one(called: Desk, clock: ManualClock) -> None:
    number = outbox.claim(called, ROBOT).messages[0].id  # type: ignore[union-attr]
    for count in range(MOST_AN_HOUR):
        called.connection.execute(
            "insert into message_tries (message_id, at, who, channel, result) values (?, ?, '', ?, 'sent')",
            (number, clock.at - count * SECOND, ROBOT),
        )
    clock.at += LEASE
    sign(called, clock.at)
    handling.evaluate(called)
    clock.at += BACK_OFF[0]
    assert outbox.waiting(called) == (ROBOT,)
    assert outbox.claim(called, ROBOT) is None
    clock.at += HOUR
    claimed = outbox.claim(called, ROBOT)
    assert claimed is not None
    called.connection.execute("delete from message_tries where who = '' and result = 'sent'")


def test_a_call_says_what_and_where_and_of_many_how_many(called: Desk, clock: ManualClock) -> None:
    i18n.use("en")
    claimed = outbox.claim(called, ROBOT)
    assert claimed is not None
    (one,) = claimed.calls
    said = call_text([one], "南京店", one.escalation.crossed_at + 23 * MINUTE)
    assert said == f"南京店: over-count · 23m · No. {one.number}"
    assert call_text([one, one], "南京店", one.escalation.crossed_at + 23 * MINUTE) == said
    several = [one._replace(escalation=one.escalation._replace(id=number)) for number in range(10)]
    many = call_text(several, "", clock.at).splitlines()
    assert (many[0], len(many), many[-1]) == ("Frontdesk:", 10, "and 2 more")


@dataclass
class SetBack(ManualClock):
    """The machine's clock after somebody set it: its running time goes on."""

    running: int = 0

    def monotonic(self) -> int:
        return self.running


def test_a_clock_that_is_set_back_makes_no_call_later(called: Desk, clock: ManualClock) -> None:
    claimed = outbox.claim(called, ROBOT)
    assert claimed is not None
    outbox.note(called, claimed, Delivery(Answer.LATER))
    number, before = claimed.messages[0].id, clock.at
    assert telling.shown(called, number).try_at == before + BACK_OFF[0]
    called.clock = SetBack(before - HOUR, running=before)
    wishes.note(called, "13900139000", no_texts=True)
    assert telling.shown(called, number).try_at == before - HOUR + BACK_OFF[0]
