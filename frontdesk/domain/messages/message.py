"""A message: somebody is to be told something, by a person or by a program; *sent* is not *told*."""

from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import NO_PLATE, Plate

TEXT_LIMIT = 1000
"""A message that is longer is read by nobody."""


class Purpose(StrEnum):
    """What a message is for. A newer one of the same purpose, about the same, replaces one not yet told."""

    PROMISE = "promise"
    """P4: by when the car will be ready, or that this has changed."""
    FOUND = "found"
    """P2: a problem was found, and what can be done."""
    PROGRESS = "progress"
    """P4: how far it is, where nothing else was said for long."""
    READY = "ready"
    """P4: the car can be fetched."""
    BOOKED = "booked"
    """S5: an appointment is made, moved or cancelled."""
    REMINDER = "reminder"
    """S5: an appointment is near."""
    RESCUE = "rescue"
    """R4: a rescue team has left, or arrives at another time."""
    ORDER = "order"
    """I10: when what a customer needs of a sudden comes, or why it does not."""
    CALL = "call"
    """Z5, Z6: somebody of the staff is called because a limit was crossed."""
    MISTAKE = "mistake"
    """I1: what somebody was called for was reported by mistake; its text is the title of the incident's matter."""
    WEATHER = "weather"
    """I7: what the weather will be like, and what is decided because of it."""
    SURVEY = "survey"
    """Q7: a customer is asked how satisfied they are."""
    HOLIDAY = "holiday"
    """S5: when the store is open in a holiday, and whom to ring."""
    NEWS = "news"
    """I9: what is said of an incident."""
    WORD = "word"
    """Anything else that somebody wants said."""


class Audience(StrEnum):
    """Who is told."""

    CUSTOMER = "customer"
    STAFF = "staff"
    PARTNER = "partner"
    AUTHORITY = "authority"
    PUBLIC = "public"


class Channel(StrEnum):
    """How somebody is told. People work the first two; the others are worked by a program."""

    PHONE = "phone"
    IN_PERSON = "in_person"
    SMS = "sms"
    WECHAT = "wechat"
    EMAIL = "email"
    GROUP = "group"
    """The group chat of a role."""


class MessageState(StrEnum):
    """How far a message has come."""

    DRAFTED = "drafted"
    """Somebody has to release it."""
    OWED = "owed"
    SENDING = "sending"
    """A program is at it."""
    TOLD = "told"
    """A person heard it."""
    SENT = "sent"
    """A channel took it; whether anybody read it is not known."""
    UNCERTAIN = "uncertain"
    """The program was stopped, or got no answer, while it sent it."""
    NOT_REACHED = "not_reached"
    REFUSED = "refused"
    """Whoever was to be told does not want to hear it."""
    FAILED = "failed"
    """The channel did not take it."""
    EXPIRED = "expired"
    """Nobody told it in time."""
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    DRILL = "drill"
    """It belonged to a drill: nobody was told, and nothing was sent."""


WAITING = frozenset({MessageState.DRAFTED, MessageState.OWED})
"""The states in which it is still to be told as it stands."""
TROUBLED = frozenset({MessageState.UNCERTAIN, MessageState.NOT_REACHED, MessageState.FAILED, MessageState.EXPIRED})
"""The states in which somebody has to find another way, or to say that nothing more is done."""


class TryResult(StrEnum):
    """What came of one try."""

    TOLD = "told"
    SENT = "sent"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"
    REFUSED = "refused"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    NOT_REACHED = "not_reached"
    """Somebody says that it is left at that."""


class Try(NamedTuple):
    """One try on record."""

    at: Millis
    who: str
    channel: str
    result: TryResult
    words: str
    receipt: str = ""
    """What the channel answered."""


class Message(NamedTuple):
    """One message, with its tries where they were asked for."""

    id: int
    matter: int | None
    escalation: int | None
    about: str
    """What it is about: `booking:12`, `visit:7`. Empty: the matter, or the car."""
    purpose: Purpose
    replaces: int | None
    audience: Audience
    name: str
    plate: Plate
    role: str
    """Whom of the staff, by role."""
    phone_id: int | None
    phone: str
    """Masked."""
    channel: str
    """A `Channel`, or of a call where it goes: `wecom:store`."""
    text: str
    is_urgent: bool
    made_at: Millis
    made_by: str
    not_before: Millis | None
    expires_at: Millis | None
    try_at: Millis
    """When it is to be told next; while a program is at it, until when it has time."""
    count_tries: int
    """How often it was tried in vain since it was owed."""
    state: MessageState
    ended_at: Millis | None
    ended_by: str
    tries: tuple[Try, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether anything is still to be done about it."""
        return self.ended_at is None


class ToTell(NamedTuple):
    """What is to be told to whom, as whoever owes it says it. Without a channel it is chosen."""

    purpose: Purpose
    text: str
    audience: Audience = Audience.CUSTOMER
    name: str = ""
    plate: Plate = NO_PLATE
    phone: str = ""
    """A number in full that is not on record yet."""
    phone_id: int | None = None
    """A number that is on record."""
    channel: str = Channel.PHONE
    matter: int | None = None
    escalation: int | None = None
    about: str = ""
    role: str = ""
    is_urgent: bool = False
    """Whether the quiet hours do not count: a rescue, an incident, the weather of the same day."""
    is_automatic: bool = False
    """Whether a text goes out without anybody releasing it."""
    not_before: Millis | None = None
    expires_at: Millis | None = None


class Wishes(NamedTuple):
    """What whoever has a number wishes."""

    no_texts: bool = False
    no_survey: bool = False
    prefers: str = ""
    """Words of theirs: mornings, WeChat."""
