"""The sentences of refusals about messages."""

from frontdesk.domain.messages.reasons import MessageReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    MessageReason.NO_MESSAGE: N_("There is no message No. {number}. See frontdesk messages."),
    MessageReason.MESSAGE_EMPTY: N_("What is to be told? A message has a text."),
    MessageReason.MESSAGE_STATE: N_("Message No. {number} is “{state}”: “{act}” is not possible now."),
    MessageReason.MESSAGE_ENDED: N_("Message No. {number} is “{state}” since {when} ({who}): nothing is left to do."),
    MessageReason.BEING_SENT: N_("Message No. {number} is being sent just now: wait a minute for what comes of it."),
    MessageReason.NO_TEXTS_WANTED: N_("{name} wants no texts: ring up instead."),
    MessageReason.MESSAGE_EXPIRED: N_("Message No. {number} was to be told by {when}: it is too late for that."),
    MessageReason.EXPIRES_BEFORE: N_("The message would have to be told by {when}, which is before it may be told."),
    MessageReason.NO_PHONE: N_("There is no phone number for message No. {number}. Give one with --phone."),
    MessageReason.NUMBERLESS: N_("No phone number is known: tell them in person, or give another number."),
    MessageReason.TO_NOBODY: N_("Who is to be told? Give a name, a phone number or a car."),
    MessageReason.NO_ROUTE: N_("Nothing here sends “{text}”. What does is said in the settings, under [notify]."),
    MessageReason.MESSAGE_WHY: N_("Say why message No. {number} is not told."),
    MessageReason.NO_PLACEHOLDER: N_("“{text}” is no placeholder. Right would be: {choices}."),
    MessageReason.NO_WISH: N_("Say whose number it is, and what is wished: --no-texts."),
    MessageReason.NOTIFY_OPEN: N_("Others on this machine can read {path}, which holds secrets: chmod 600 {path}."),
    MessageReason.NO_CHANNEL: N_("“{text}” is no channel of {path}. There are: {choices}."),
}

REFUSALS = Refusals(SENTENCES)
