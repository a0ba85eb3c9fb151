"""A message from when it is owed to when somebody was told, or was not (P2, P4, S5)."""

from collections.abc import Callable
from typing import Any

import pytest
from at_desk import MINUTE, refusal

from data.engine.transaction import Transaction
from data.messages import routes
from frontdesk.desk import matters, measures, owing
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.messages import outbox, telling, wishes
from frontdesk.desk.people import staff
from frontdesk.desk.undo import undo
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.matter import Obstacle
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.domain.messages.message import Channel, MessageState, Purpose, ToTell, TryResult
from frontdesk.domain.messages.reasons import MessageReason
from frontdesk.domain.messages.rules import MessageAct, possible_acts
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Post
from frontdesk.domain.picture.shown import MESSAGES_SHOWN
from frontdesk.domain.values.clock import HOUR, ManualClock
from frontdesk.domain.values.plates import Plate

Owed = Callable[..., Any]


def state(desk: Desk, number: int) -> MessageState:
    return telling.shown(desk, number).state


def test_it_stands_in_the_queue_until_somebody_is_told(advisor: Desk, owed: Owed) -> None:
    number = owed().id
    assert [each.id for each in advisor.snapshot().queue(advisor.now())] == [number]
    assert advisor.snapshot().listed_in_queue(advisor.now()) == 1
    telling.told(advisor, number, "会来取")
    message = telling.shown(advisor, number)
    assert (message.state, message.is_open, message.ended_by) == (MessageState.TOLD, False, "李四")
    assert [(each.result, each.words) for each in message.tries] == [(TryResult.TOLD, "会来取")]
    assert advisor.snapshot().queue(advisor.now()) == ()
    assert refusal(lambda: telling.told(advisor, number)) is MessageReason.MESSAGE_ENDED
    undo(advisor)
    assert (state(advisor, number), telling.shown(advisor, number).tries) == (MessageState.OWED, ())


def test_nobody_answers_three_times(advisor: Desk, manager: Desk, owed: Owed, clock: ManualClock) -> None:
    number, begin = owed().id, clock.at
    for tries, after in ((1, 10), (2, 30)):
        telling.no_answer(advisor, number)
        message = telling.shown(advisor, number)
        assert (message.state, message.count_tries) == (MessageState.OWED, tries)
        assert message.try_at == clock.at + after * MINUTE
        clock.at = message.try_at
    telling.no_answer(advisor, number)
    assert clock.at == begin + 40 * MINUTE
    assert state(advisor, number) is MessageState.NOT_REACHED
    assert telling.shown(advisor, number).is_open
    assert refusal(lambda: telling.no_answer(advisor, number)) is MessageReason.MESSAGE_STATE
    assert refusal(lambda: telling.not_reached(advisor, number, "算了")) is PeopleReason.NOT_YOUR_POST
    assert refusal(lambda: telling.not_reached(manager, number, " ")) is MessageReason.MESSAGE_WHY
    telling.again(advisor, number, phone="139 0013 9000")
    again = telling.shown(advisor, number)
    assert (again.state, again.count_tries, again.phone) == (MessageState.OWED, 0, "139****9000")
    telling.wrong_number(advisor, number)
    telling.not_reached(manager, number, "两个号码都不对")
    assert not telling.shown(advisor, number).is_open
    results = [each.result for each in telling.shown(advisor, number).tries]
    assert results == [*[TryResult.NO_ANSWER] * 3, TryResult.WRONG_NUMBER, TryResult.NOT_REACHED]


def test_a_newer_one_replaces_one_not_yet_told(advisor: Desk, owed: Owed) -> None:
    first, other_car, other_purpose = owed(), owed(about="visit:2"), owed(purpose="ready")
    other_number = owed(phone="13900139000")
    second = owed(text="18:00 交车")
    assert (second.replaces, state(advisor, first.id)) == (first.id, MessageState.REPLACED)
    for each in (other_car, other_purpose, other_number):
        assert state(advisor, each.id) is MessageState.OWED
    telling.told(advisor, second.id)
    third = owed(text="19:00 交车")
    assert (third.replaces, state(advisor, second.id)) == (None, MessageState.TOLD)
    undo(advisor)
    assert refusal(lambda: telling.shown(advisor, third.id)) is MessageReason.NO_MESSAGE


def test_undone_what_was_replaced_is_owed_again(advisor: Desk, owed: Owed) -> None:
    first = owed()
    owed(text="18:00 交车")
    undo(advisor)
    assert telling.shown(advisor, first.id) == first


@pytest.mark.parametrize(
    ("asked", "route", "no_texts", "phone", "told_by"),
    [
        (Channel.SMS, True, False, "13800138000", Channel.SMS),
        (Channel.SMS, False, False, "13800138000", Channel.PHONE),
        (Channel.SMS, True, True, "13800138000", Channel.PHONE),
        (Channel.SMS, False, False, "", Channel.IN_PERSON),
        (Channel.SMS, True, False, "", Channel.IN_PERSON),
        (Channel.PHONE, True, False, "", Channel.IN_PERSON),
        (Channel.IN_PERSON, True, True, "13800138000", Channel.IN_PERSON),
    ],
)
def test_how_it_is_told(
    advisor: Desk, owed: Owed, asked: Channel, phone: str, told_by: Channel, *, route: bool, no_texts: bool
) -> None:
    routes.put(advisor.connection, {"sms": ("folder:/tmp",)} if route else {})
    wishes.note(advisor, "138-0013-8000", no_texts=no_texts, prefers="上午")
    message = owed(channel=asked, phone=phone)
    assert message.channel == told_by
    is_draft = message.state is MessageState.DRAFTED
    assert is_draft == (told_by is Channel.SMS)


def test_a_draft_goes_out_when_it_is_released(advisor: Desk, owed: Owed) -> None:
    routes.put(advisor.connection, {"sms": ("folder:/tmp",)})
    number = owed(channel=Channel.SMS).id
    assert advisor.snapshot().sends_at is None
    telling.release(advisor, number)
    assert state(advisor, number) is MessageState.OWED
    assert advisor.snapshot().sends_at is not None
    assert advisor.snapshot().queue(advisor.now()) == ()
    assert refusal(lambda: telling.release(advisor, number)) is MessageReason.MESSAGE_STATE


@pytest.mark.parametrize("by_message", [True, False])
def test_a_draft_to_whoever_wants_no_texts_becomes_a_call(advisor: Desk, owed: Owed, *, by_message: bool) -> None:
    routes.put(advisor.connection, {"sms": ("folder:/tmp",)})
    number, other = owed(channel=Channel.SMS).id, owed(channel=Channel.SMS, phone="13900139000").id
    if by_message:
        wishes.no_texts(advisor, number)
    else:
        wishes.note(advisor, "13800138000", no_texts=True)
    ringing = telling.shown(advisor, number)
    assert (ringing.state, ringing.channel) == (MessageState.OWED, Channel.PHONE)
    assert state(advisor, other) is MessageState.DRAFTED
    undo(advisor)
    assert (state(advisor, number), telling.shown(advisor, number).channel) == (MessageState.DRAFTED, Channel.SMS)


def test_a_text_to_nobody_is_none(advisor: Desk, owed: Owed) -> None:
    routes.put(advisor.connection, {"sms": ("folder:/tmp",)})
    said = ToTell(Purpose.WORD, "车好了", plate=Plate("苏A12345"), channel=Channel.SMS)
    assert refusal(lambda: telling.add(advisor, said)) is MessageReason.NUMBERLESS
    assert refusal(lambda: telling.add(advisor, ToTell(Purpose.WORD, "车好了"))) is MessageReason.TO_NOBODY
    number = owed(channel=Channel.SMS).id
    advisor.do(_forgets_the_number(number))
    assert refusal(lambda: telling.release(advisor, number)) is MessageReason.NUMBERLESS
    assert refusal(lambda: telling.again(advisor, number, channel=Channel.SMS)) is MessageReason.NO_PHONE
    telling.again(advisor, number, phone="13900139000", channel=Channel.SMS)
    assert state(advisor, number) is MessageState.DRAFTED
    telling.release(advisor, number)
    advisor.do(_forgets_the_number(number))
    assert outbox.claim(advisor, Channel.SMS) is None
    assert telling.shown(advisor, number).channel == Channel.IN_PERSON


def _forgets_the_number(number: int) -> Callable[[Transaction], Result]:
    def body(transaction: Transaction) -> Result:
        transaction.update("messages", number, {"phone_id": None})
        return Result(MessageEvent.OWE, number=number)

    return body


def test_a_draft_is_rung_up_instead(advisor: Desk, owed: Owed) -> None:
    routes.put(advisor.connection, {"sms": ("folder:/tmp",)})
    number = owed(channel=Channel.SMS).id
    telling.again(advisor, number)
    ringing = telling.shown(advisor, number)
    assert (ringing.state, ringing.channel) == (MessageState.OWED, Channel.PHONE)


def test_what_was_not_told_in_time_is_listed(advisor: Desk, owed: Owed, clock: ManualClock) -> None:
    number = owed(expires_at=clock.at + HOUR).id
    clock.at += HOUR - 1
    assert not advisor.snapshot().has_news(clock.at)
    assert advisor.snapshot().has_news(clock.at + 1)
    clock.at += 1
    assert refusal(lambda: telling.no_answer(advisor, number)) is MessageReason.MESSAGE_EXPIRED
    handling.evaluate(advisor)
    assert not advisor.snapshot().has_news(clock.at)
    assert state(advisor, number) is MessageState.EXPIRED
    assert [each.id for each in advisor.snapshot().messages] == [number]
    telling.told(advisor, number)
    assert not telling.shown(advisor, number).is_open


def test_a_matter_waits_for_who_is_still_to_be_told(advisor: Desk, manager: Desk, owed: Owed) -> None:
    matter = measures.propose(advisor, "早高峰加一人").number
    number = owed(matter=matter, about="measure").id
    assert matters.obstacles(advisor.connection, matters.shown(advisor, matter)) == (Obstacle.MESSAGE,)
    assert refusal(lambda: matters.close(manager, matter)) is MatterReason.MATTER_OPEN
    advisor.do(lambda t: Result(MessageEvent.WITHDRAW, number=owing.withdraw_about(t, "measure")))
    assert state(advisor, number) is MessageState.WITHDRAWN
    matters.close(manager, matter)


def test_what_is_refused(advisor: Desk, open_desk: Any, owed: Owed, clock: ManualClock) -> None:
    assert refusal(lambda: owed(text=" ")) is MessageReason.MESSAGE_EMPTY
    assert refusal(lambda: owed(expires_at=clock.at)) is MessageReason.EXPIRES_BEFORE
    assert refusal(lambda: telling.told(advisor, 99)) is MessageReason.NO_MESSAGE
    assert refusal(lambda: wishes.note(advisor, "13800138000")) is MessageReason.NO_WISH
    number = owed(phone="").id
    assert refusal(lambda: telling.show_phone(advisor, number)) is MessageReason.NO_PHONE
    telling.wrong_number(advisor, number)
    assert refusal(lambda: telling.again(advisor, number)) is MessageReason.NO_PHONE
    telling.again(advisor, number, phone="13800138000")
    assert telling.show_phone(advisor, number) == "13800138000"
    telling.wrong_number(advisor, number)
    assert refusal(lambda: telling.again(advisor, number, channel=Channel.SMS)) is MessageReason.NO_ROUTE
    assert refusal(lambda: telling.withdraw(advisor, number, "")) is MessageReason.MESSAGE_WHY
    stranger = open_desk("reception", "路人")
    assert refusal(lambda: telling.told(stranger, number)) is PeopleReason.UNKNOWN_PERSON


@pytest.mark.parametrize("each", MessageState)
def test_a_state_is_an_end_or_has_a_way_on(owed: Owed, each: MessageState) -> None:
    message = owed()._replace(state=each)
    ends = {MessageState.TOLD, MessageState.SENT, MessageState.REFUSED, MessageState.REPLACED, MessageState.WITHDRAWN}
    ends.add(MessageState.DRILL)
    acts = set(possible_acts(message))
    if each in ends or each is MessageState.SENDING:
        assert acts == set()
    else:
        assert {MessageAct.TOLD, MessageAct.WITHDRAW} <= acts


def test_of_two_who_press_at_once_one_is_told(advisor: Desk, owed: Owed, three_stations: Any, store: Any) -> None:
    staff.add(advisor, "张三", Post.ADVISOR)
    numbers = [owed(about=f"visit:{number}").id for number in range(5)]
    three_stations.clock = advisor.clock
    three_stations.open(store)
    for number in numbers:
        answers = three_stations.race(None, ("told", number), ("told", number))
        assert sorted("refused" in each for each in answers) == [False, True]
        assert len(telling.shown(advisor, number).tries) == 1
    three_stations.open(None)


def test_the_same_operation_tells_once(advisor: Desk, owed: Owed) -> None:
    number = owed().id
    for _ in range(2):
        telling.no_answer(advisor, number, operation="x")
    assert telling.shown(advisor, number).count_tries == 1


def test_what_is_late_stands_above_a_draft_without_a_time(advisor: Desk, owed: Owed, clock: ManualClock) -> None:
    routes.put(advisor.connection, {"sms": ("folder:/tmp",)})
    draft = owed(channel=Channel.SMS).id
    clock.at += MINUTE
    call = owed(about="visit:2").id
    dated = owed(channel=Channel.SMS, about="visit:3", expires_at=clock.at + HOUR).id
    assert [each.id for each in advisor.snapshot().queue(advisor.now())] == [call, dated, draft]


def test_what_is_urgent_is_not_hidden_by_many_that_waited_longer(advisor: Desk, owed: Owed, clock: ManualClock) -> None:
    for number in range(MESSAGES_SHOWN):
        owed(about=f"visit:{number}")
    clock.at += MINUTE
    urgent = owed(about="fire", is_urgent=True).id
    snapshot = advisor.snapshot()
    assert (snapshot.messages[0].id, len(snapshot.messages)) == (urgent, MESSAGES_SHOWN)
    assert snapshot.count_messages == MESSAGES_SHOWN + 1
