"""The emergency contact list being called through, in words (S1, S7)."""

from collections.abc import Iterable
from datetime import tzinfo

from frontdesk.domain.register.calling import CallState, Reachable
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.times import short_time


def reachable_line(each: Reachable, since: Millis, zone: tzinfo, now: Millis) -> str:
    """Return who it is, the number in full, how it stands with them, and the last call."""
    backup = _("backup") if each.is_backup else ""
    told = (each.phone, word(each.what), backup, state_words(each, since, zone, now))
    return labelled(each.name, " · ".join(filter(None, told)))


def state_words(each: Reachable, since: Millis, zone: tzinfo, now: Millis) -> str:
    """Return how it stands with somebody of the list, with the last call to them."""
    state = each.state(since)
    call = each.reached if state in {CallState.CALLED, CallState.TO_CALL} else each.last
    if call is None:
        return word(state)
    told = f"{short_time(call.at, zone, now)} {call.who}"
    last = _("last reached {told}").format(told=told) if state is CallState.TO_CALL else told
    return " ".join(filter(None, (word(state), f"({last})", clean_line(call.words))))


def how_far(every: Iterable[Reachable], since: Millis) -> str:
    """Return how many of the list are reached, and how many are left."""
    listed = tuple(every)
    left = sum(each.is_left(since) for each in listed)
    return _("{count} of {of} reached").format(count=len(listed) - left, of=len(listed))
