"""The events about messages in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CASES, OF_THE_STORE, OF_TIME, RINGING_UP, Need


class MessageEvent(Event):
    """What was done about a message."""

    OWE = "message_owe"
    RELEASE = "message_release"
    TOLD = "message_told"
    NO_ANSWER = "message_no_answer"
    REFUSED = "message_refused"
    WRONG_NUMBER = "message_wrong_number"
    AGAIN = "message_again"
    """It is told by another way."""
    NOT_REACHED = "message_not_reached"
    """It is left at that."""
    WITHDRAW = "message_withdraw"
    SHOW_PHONE = "message_phone"
    """The number that is to be rung up was shown in full."""
    WISH = "contact_wish"
    CLAIM = "message_claim"
    """A sender begins a try."""
    TRIED = "message_tried"
    """What came of it."""
    PASSED = "message_passed"
    """Its time is over, or that of a sender that was stopped."""

    @property
    def can_be_undone(self) -> bool:
        """What a person said of it can be taken back, where no sender has taken it up since."""
        return self not in _BY_ITSELF and self is not MessageEvent.SHOW_PHONE

    @property
    def is_passing(self) -> bool:
        """What a program did is nothing that a person takes back."""
        return self in _BY_ITSELF or self is MessageEvent.SHOW_PHONE

    @property
    def need(self) -> Need:
        """Whoever works at the desk tells; that it is left at that is for whoever runs the service."""
        if self in _BY_ITSELF:
            return OF_TIME
        if self is MessageEvent.SHOW_PHONE:
            return RINGING_UP
        return OF_THE_STORE if self is MessageEvent.NOT_REACHED else OF_CASES


_BY_ITSELF = frozenset({MessageEvent.CLAIM, MessageEvent.TRIED, MessageEvent.PASSED})
