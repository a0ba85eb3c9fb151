"""Checks in words: what each is called, how often it comes, what became of its rounds."""

from datetime import tzinfo

from frontdesk.domain.checks.check import Check, Round, RoundState, Share
from frontdesk.domain.checks.shipped import SHIPPED, named_in, title_of
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import rough_duration, short_time

_TITLES = {check.key: title_of(check) for check in SHIPPED}


def titled(title: str) -> str:
    """Return the title of a check's matter as it is read."""
    check, rest = named_in(title)
    return " ".join(filter(None, (word(check) if check else "", clean_line(rest))))


def check_word(check: Check) -> str:
    """Return what a check is called."""
    return titled(title_of(check))


def round_word(found: Round) -> str:
    """Return which check of what a round is."""
    return titled(f"{_TITLES.get(found.check, found.title or found.check)} {found.thing}".rstrip())


def check_line(check: Check) -> str:
    """Return a check in one line: how often, by when, where, and whether it comes."""
    station = word(StationKind(check.station)) if check.station else ""
    parts = (word(check.every), check.by, station, _("on") if check.is_in_use else _("off"))
    return labelled(check_word(check), " · ".join(filter(None, parts)))


def round_line(found: Round, zone: tzinfo, now: Millis) -> str:
    """Return a round in one line: its number, what it is, and by when it is done or what became of it."""
    number = case_number(found.matter) if found.matter is not None else ""
    return labelled(f"{number} {round_word(found)}".strip(), " · ".join(told(found, zone, now)))


def told(found: Round, zone: tzinfo, now: Millis) -> list[str]:
    """Return what there is to say of a round besides what it is."""
    if found.state is RoundState.OPEN:
        length = rough_duration(abs(found.due_at - now))
        left = (_("late by {time}") if now > found.due_at else _("{time} left")).format(time=length)
        return [_("by {at}").format(at=short_time(found.due_at, zone, now)), left]
    ended = [short_time(found.ended_at, zone, now)] if found.ended_at is not None else []
    late = [] if found.in_time or found.state is not RoundState.DONE else [_("late")]
    return [word(found.state), *ended, *late, *marks(found)]


def marks(found: Round) -> list[str]:
    """Return why the review looks at a round."""
    fast = [_("answered in less than 2 s an item")] if found.too_fast else []
    return [*fast, *([_("the same figures 5 times running")] if found.same_figures else [])]


def share_line(share: Share) -> str:
    """Return how many checks of this week were done in time."""
    if not share.due:
        return _("no check was due this week yet")
    percent = share.in_time * 100 // share.due
    return _("in time this week: {count} of {all} ({percent} %)").format(
        count=share.in_time, all=share.due, percent=percent
    )
