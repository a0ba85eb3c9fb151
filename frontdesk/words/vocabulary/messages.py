"""The names of the values and events of messages."""

from collections.abc import Mapping

from frontdesk.domain.messages.delivery import Answer
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.domain.messages.message import Audience, Channel, MessageState, Purpose, TryResult
from frontdesk.domain.messages.rules import MessageAct
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Purpose.PROMISE, N_("when the car is ready")),
    (Purpose.FOUND, N_("problem found")),
    (Purpose.PROGRESS, N_("how far it is")),
    (Purpose.READY, N_("car is ready")),
    (Purpose.BOOKED, N_("appointment made")),
    (Purpose.REMINDER, N_("appointment is near")),
    (Purpose.RESCUE, N_("rescue on its way")),
    (Purpose.ORDER, N_("answer to an order")),
    (Purpose.CALL, N_("call of an alert")),
    (Purpose.MISTAKE, N_("it was a mistake")),
    (Purpose.WEATHER, N_("weather")),
    (Purpose.SURVEY, N_("satisfaction survey")),
    (Purpose.HOLIDAY, N_("opening hours of a holiday")),
    (Purpose.NEWS, N_("news of an incident")),
    (Purpose.WORD, N_("a word")),
    (Audience.CUSTOMER, N_("customer")),
    (Audience.STAFF, N_("staff")),
    (Audience.PARTNER, N_("partner")),
    (Audience.AUTHORITY, N_("authority")),
    (Audience.PUBLIC, N_("public")),
    (Channel.PHONE, N_("phone call")),
    (Channel.IN_PERSON, N_("in person")),
    (Channel.SMS, N_("text message")),
    (Channel.WECHAT, N_("WeChat")),
    (Channel.EMAIL, N_("e-mail")),
    (Channel.GROUP, N_("group chat")),
    (MessageState.DRAFTED, N_("to be released")),
    (MessageState.OWED, N_("to be told")),
    (MessageState.SENDING, N_("being sent")),
    (MessageState.TOLD, N_("was told")),
    (MessageState.SENT, N_("sent")),
    (MessageState.UNCERTAIN, N_("sent or not: nobody knows")),
    (MessageState.NOT_REACHED, N_("not reached")),
    (MessageState.REFUSED, N_("does not want to be told")),
    (MessageState.FAILED, N_("could not be sent")),
    (MessageState.EXPIRED, N_("not told in time")),
    (MessageState.REPLACED, N_("replaced by a newer one")),
    (MessageState.WITHDRAWN, N_("not told any more")),
    (MessageState.DRILL, N_("drill: not sent")),
    (TryResult.TOLD, N_("was told")),
    (TryResult.SENT, N_("sent")),
    (TryResult.NO_ANSWER, N_("no answer")),
    (TryResult.WRONG_NUMBER, N_("wrong number")),
    (TryResult.REFUSED, N_("does not want to be told")),
    (TryResult.FAILED, N_("could not be sent")),
    (TryResult.UNCERTAIN, N_("sent or not: nobody knows")),
    (TryResult.EXPIRED, N_("not told in time")),
    (TryResult.WITHDRAWN, N_("not told any more")),
    (TryResult.NOT_REACHED, N_("left at that")),
    (Answer.SENT, N_("sent")),
    (Answer.LATER, N_("not taken, to be tried again")),
    (Answer.REFUSED, N_("refused by the channel")),
    (Answer.UNCERTAIN, N_("sent or not: nobody knows")),
    (MessageAct.RELEASE, N_("release it")),
    (MessageAct.TOLD, N_("call it told")),
    (MessageAct.NO_ANSWER, N_("note that nobody answered")),
    (MessageAct.REFUSED, N_("note that nobody wants to be told")),
    (MessageAct.WRONG_NUMBER, N_("note that the number is wrong")),
    (MessageAct.AGAIN, N_("try another way")),
    (MessageAct.NOT_REACHED, N_("leave it at that")),
    (MessageAct.WITHDRAW, N_("take it back")),
)

EVENTS: Mapping[str, str] = {
    MessageEvent.OWE: N_("message to be told"),
    MessageEvent.RELEASE: N_("message released"),
    MessageEvent.TOLD: N_("was told"),
    MessageEvent.NO_ANSWER: N_("message: no answer"),
    MessageEvent.REFUSED: N_("does not want to be told"),
    MessageEvent.WRONG_NUMBER: N_("message: wrong number"),
    MessageEvent.AGAIN: N_("message: another way"),
    MessageEvent.NOT_REACHED: N_("message: not reached, left at that"),
    MessageEvent.WITHDRAW: N_("message taken back"),
    MessageEvent.SHOW_PHONE: N_("phone shown in full"),
    MessageEvent.CLAIM: N_("message: sending it begins"),
    MessageEvent.TRIED: N_("message: sending it has ended"),
    MessageEvent.PASSED: N_("messages whose time is over"),
    MessageEvent.WISH: N_("contact wish noted"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
