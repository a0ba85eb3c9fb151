"""The emergency contact list being called through, in words (S1, S7)."""

from collections.abc import Iterable
from datetime import tzinfo

from frontdesk.domain.journal.events import JournalEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.calling import CallResult, CallState, Reachable
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import event_word, word
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


def done_words(answer: Result) -> str:
    """Return what was done with somebody of the list, or taken back."""
    facts = answer.facts
    if answer.kind == JournalEvent.UNDO:
        return labelled(event_word(answer.kind), event_word(str(facts.get("kind", ""))))
    is_wrong = facts.get("result") == CallResult.WRONG_NUMBER
    said = word(CallState.WRONG) if is_wrong else event_word(answer.kind)
    return " ".join((str(facts.get("name", "")), said)).strip()


def how_far(every: Iterable[Reachable], since: Millis) -> str:
    """Return how many of the list are reached, and how many are left."""
    listed = tuple(every)
    left = sum(each.is_left(since) for each in listed)
    return _("{count} of {of} reached").format(count=len(listed) - left, of=len(listed))
