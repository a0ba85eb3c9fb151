"""When a station is called, and how long it ignores keys; one situation calls once (Z5, Z6, Z4a)."""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple, TypeGuard

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.gathering import Gathering
from frontdesk.domain.escalations.open_steps import OpenStep
from frontdesk.domain.escalations.prompts import Urgency, must_act, urgency
from frontdesk.domain.escalations.tasks import Errand, Task
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.zone.offers import Offer

IGNORES_KEYS_FOR: Millis = 700
"""How long a new prompt ignores keys, because they were meant for what was there before."""

Asked = Task | OpenStep | Offer
"""What is asked for beside the prompts: an errand, a step of a team, what the floor offers."""
Item = Escalation | Asked
"""What a station is asked."""
_Key = tuple[str, int | str]
_LOUDNESS = list(Urgency).index


def key_of(item: Item) -> _Key:
    """Return what tells an item from any other; all crossings of one prompt have the same."""
    if isinstance(item, Offer):
        return ("offer", item.key)
    if isinstance(item, OpenStep):
        return ("step", item.id)
    return ("prompt", item.prompt) if isinstance(item, Escalation) else ("task", item.id)


class Alert(NamedTuple):
    """What is new at a station since the last look."""

    urgency: Urgency | None = None
    """How loudly the station is called; None for not at all."""
    handed_out: tuple[str, ...] = ()
    """The call tickets whose customers this station is now asked to take to the lounge (Z5a)."""
    gone: tuple[int, ...] = ()
    """The prompts that are no longer up."""
    ended: tuple[Asked, ...] = ()
    """The errands, steps and offers that are no longer up."""


class StationAlerts:
    """What one station is asked, since when, and how often it was called for it."""

    def __init__(self, station: StationKind) -> None:
        self._station = station
        self._up_since: dict[_Key, Millis] = {}
        self._calls: dict[_Key, int] = {}
        self._asked: dict[_Key, Asked] = {}
        self._gathering = Gathering()
        self._has_looked = False

    def is_ready(self, item: Item, monotonic: Millis) -> bool:
        """Whether an item has been up long enough for a key to be meant for it, in the machine's running time."""
        return monotonic - self._up_since.get(key_of(item), monotonic) >= IGNORES_KEYS_FOR

    def look(self, items: Sequence[Item], monotonic: Millis) -> Alert:
        """Note what the station is asked at a running time, and return what is new.

        An item that joins an unanswered prompt and is no more urgent adds a line but makes no sound; nor does one of a
        kind that is gathered, soon after a call.
        """
        up = {key_of(item): item for item in items}
        # What came without a sound keeps nothing else quiet.
        heard = (item for key, item in up.items() if key in self._up_since and self._must_act(item))
        standing = {urgency(item) for item in heard if not self._gathering.waits(item)}
        calling = [(item, grade) for item in up.values() if (grade := self._urgency(item, standing, monotonic))]
        loudest = max((grade for _item, grade in calling), key=_LOUDNESS, default=None)
        called = (item for item, _grade in calling if isinstance(item, Escalation))
        self._gathering.note(called, filter(self._must_act, up.values()), monotonic)
        # What stood there at the first look was handed out before.
        handed_out = tuple(self._tickets(items)) if self._has_looked else ()
        left = [key for key in self._up_since if key not in up]
        gone = tuple(number for kind, number in left if kind == "prompt" and isinstance(number, int))
        ended = tuple(item for key, item in self._asked.items() if key not in up)
        self._asked = {key: item for key, item in up.items() if not isinstance(item, Escalation)}
        self._has_looked = True
        self._up_since = {key: self._up_since.get(key, monotonic) for key in up}
        self._calls = {key: item.calls for key, item in up.items() if isinstance(item, Escalation)}
        return Alert(loudest, handed_out, gone, ended)

    def _urgency(self, item: Item, standing: Set[Urgency], monotonic: Millis) -> Urgency | None:
        """Return how loudly an item calls by itself; `standing`: the urgencies already up at the last look."""
        is_known = key_of(item) in self._up_since
        if isinstance(item, Offer):
            if self._station is StationKind.MANAGER:
                return None
            return None if any(kind == "offer" for kind, _number in self._up_since) else Urgency.NOTICE
        if isinstance(item, Task | OpenStep):
            return None if is_known else Urgency.NOTICE
        if not self._must_act(item):
            return None
        again = is_known and item.calls > self._calls.get(key_of(item), 0)
        grade = urgency(item)
        # Each incident is heard, whatever else waits; what waits keeps nothing quiet that is louder.
        is_heard = grade is Urgency.EMERGENCY or not any(_LOUDNESS(each) >= _LOUDNESS(grade) for each in standing)
        calls = again or self._gathering.waits(item) if is_known else is_heard
        return grade if calls and not self._gathering.takes(item, monotonic, again=again) else None

    def _must_act(self, item: Item) -> TypeGuard[Escalation]:
        return isinstance(item, Escalation) and must_act(item, self._station)

    def _tickets(self, items: Sequence[Item]) -> Iterator[str]:
        for item in items:
            if isinstance(item, Task) and item.errand is Errand.LOUNGE and key_of(item) not in self._up_since:
                yield item.ticket
