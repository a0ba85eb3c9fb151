"""Reasons for a refusal: messages."""

from frontdesk.domain.values.errors import Reason


class MessageReason(Reason):
    """Why a message was not owed, released or told."""

    NO_MESSAGE = "no_message"
    MESSAGE_EMPTY = "message_empty"
    MESSAGE_STATE = "message_state"
    MESSAGE_ENDED = "message_ended"
    BEING_SENT = "being_sent"
    NO_TEXTS_WANTED = "no_texts_wanted"
    MESSAGE_EXPIRED = "message_expired"
    EXPIRES_BEFORE = "expires_before"
    NO_PHONE = "no_phone"
    NUMBERLESS = "numberless"
    TO_NOBODY = "to_nobody"
    NO_ROUTE = "no_route"
    MESSAGE_WHY = "message_why"
    NO_PLACEHOLDER = "no_placeholder"
    NO_WISH = "no_wish"
    NOTIFY_OPEN = "notify_open"
    NO_CHANNEL = "no_channel"
