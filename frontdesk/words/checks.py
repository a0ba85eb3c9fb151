"""Checks in words: what each is called, how often it comes, what became of its rounds."""

from collections import Counter
from collections.abc import Sequence
from datetime import tzinfo

from frontdesk.domain.checks.answers import ANSWERED
from frontdesk.domain.checks.check import Check, RestoreDrill, Round, RoundState, Share
from frontdesk.domain.checks.shipped import SHIPPED, title_of
from frontdesk.domain.runs.evidence import asked_by
from frontdesk.domain.runs.run import StepOnRecord, StepState
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.matters import check_title, left_until
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.runs import SIGNS, evidence_hint, seen_to
from frontdesk.words.times import short_time

_TITLES = {check.key: title_of(check) for check in SHIPPED}


def check_word(check: Check) -> str:
    """Return what a check is called."""
    return check_title(title_of(check))


def round_word(found: Round) -> str:
    """Return which check of what a round is."""
    return check_title(f"{_TITLES.get(found.check, found.title or found.check)} {found.thing}".rstrip())


def check_line(check: Check) -> str:
    """Return a check in one line: how often, by when, where, and whether it comes."""
    return labelled(check_word(check), f"{how_often(check)} · {_('on') if check.is_in_use else _('off')}")


def how_often(check: Check) -> str:
    """Return how often a check comes, by when it is done, and where it is listed."""
    station = word(StationKind(check.station)) if check.station else ""
    return " · ".join(filter(None, (word(check.every), check.by, station)))


def round_line(found: Round, zone: tzinfo, now: Millis) -> str:
    """Return a round in one line: its number, what it is, and by when it is done or what became of it."""
    number = case_number(found.matter) if found.matter is not None else ""
    return labelled(f"{number} {round_word(found)}".strip(), " · ".join(told(found, zone, now)))


def told(found: Round, zone: tzinfo, now: Millis) -> list[str]:
    """Return what there is to say of a round besides what it is."""
    if found.state is RoundState.OPEN:
        return [_("by {at}").format(at=short_time(found.due_at, zone, now)), left_until(found.due_at, now)]
    ended = [short_time(found.ended_at, zone, now)] if found.ended_at is not None else []
    late = [] if found.in_time or found.state is not RoundState.DONE else [_("late")]
    return [word(found.state), *ended, *late, *marks(found)]


def marks(found: Round) -> list[str]:
    """Return why the review looks at a round."""
    fast = [_("answered in less than 2 s an item")] if found.too_fast else []
    return [*fast, *([_("the same figures 5 times running")] if found.same_figures else [])]


def item_line(each: StepOnRecord) -> str:
    """Return an item with what it comes to, and the measure against its fault."""
    return labelled(f"{SIGNS[each.state]} {each.step.title}", " · ".join(item_told(each)))


def item_answered(each: StepOnRecord) -> str:
    """Return what was just said of an item."""
    done = "" if each.value else _("found in order")
    said = done if each.state is StepState.DONE else word(each.state)
    return labelled(each.step.title, " · ".join(filter(None, (said, *item_told(each._replace(who=""))))))


def item_told(each: StepOnRecord) -> list[str]:
    """Return what there is to say of an item besides its title."""
    asked = evidence_hint(each.step) if each.state not in ANSWERED else ""
    value = f"{each.value} {asked_by(each.step).unit}".strip() if each.value else ""
    return [part for part in (value, clean_line(each.words), asked, *seen_to(each), each.who) if part]


def missed_lines(missed: Sequence[Round], zone: tzinfo, now: Millis) -> list[str]:
    """Return what nobody did of late: each check once, with how often and when it was last due."""
    found = [(round_word(each), each.due_at) for each in missed]
    last, often = dict(found), Counter(check for check, _at in found)
    return [
        _("check missed {count} ×: {check} · last due {at}").format(
            count=often[check], check=check, at=short_time(at, zone, now)
        )
        for check, at in last.items()
    ]


def drill_line(drill: RestoreDrill, zone: tzinfo, now: Millis) -> str:
    """Return how it stands with the restore drill of the quarter."""
    last = [word(drill.state), short_time(drill.last_at, zone, now)] if drill.state and drill.last_at else []
    comes = [_("next {at}").format(at=short_time(drill.next_at, zone, now))] if drill.next_at is not None else []
    told = " · ".join(filter(None, (" ".join(last), *comes)))
    return labelled(_("restore drill"), told or _("none, as no copies are planned"))


def share_line(share: Share) -> str:
    """Return how many checks of this week were done in time."""
    if not share.due:
        return _("no check was due this week yet")
    percent = share.in_time * 100 // share.due
    return _("in time this week: {count} of {all} ({percent} %)").format(
        count=share.in_time, all=share.due, percent=percent
    )
