"""Decisions because of the weather in words, and each whom one touches (I7, I11)."""

from collections.abc import Iterable
from datetime import tzinfo

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.domain.weather.affected import Affected, Of, RowState
from frontdesk.domain.weather.decision import Decision, DecisionState
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import end_time, long_time, short_time


def window(decision: Decision, zone: tzinfo, now: Millis) -> str:
    """Return from when until when it holds."""
    begins = short_time(decision.starts_at, zone, now)
    if decision.ends_at is None:
        return _("from {begins} until it goes on").format(begins=begins)
    ends = end_time(decision.ends_at, lambda at: short_time(at, zone, decision.starts_at))
    return _("{begins} to {ends}").format(begins=begins, ends=ends)


def heading(decision: Decision, zone: tzinfo, now: Millis) -> str:
    """Return a decision in a line: its number, what stops or changes, when, and how far it is."""
    named = _(", ").join(word(service) for service in decision.services)
    parts = [
        f"{word(decision.choice)} {named}",
        decision.place,
        window(decision, zone, now),
        decision.scope,
        decision.why,
    ]
    state = word(decision.state)
    is_past = decision.state in {DecisionState.IN_FORCE} and not decision.is_in_force(now)
    return labelled(case_number(decision.id), " · ".join(filter(None, (*parts, "" if is_past else state))))


def text_lines(decision: Decision, zone: tzinfo, now: Millis) -> list[str]:
    """Return all that is signed."""
    lines = [heading(decision, zone, now), _("written by {who} {at}").format(
        who=decision.made_by, at=long_time(decision.made_at, zone)
    )]  # fmt: skip
    if decision.state is DecisionState.RESUMING and decision.resumes_at is not None:
        lines.append(_("It goes on {at}.").format(at=long_time(decision.resumes_at, zone)))
    return lines


def counts(rows: Iterable[Affected]) -> str:
    """Return how many are told, and how many are not."""
    listed = tuple(rows)
    told = sum(row.is_told or not row.is_open or row.state is RowState.LATER for row in listed)
    in_vain = sum(row.is_open and not row.is_told and row.tries > 0 and row.state is RowState.OPEN for row in listed)
    said = {"count": len(listed), "told": told, "in_vain": in_vain, "left": len(listed) - told - in_vain}
    return _("touched {count}: settled or told {told} · no answer {in_vain} · still to tell {left}").format(**said)


def row_line(row: Affected, zone: tzinfo, now: Millis) -> str:
    """Return one of them: who, when, and what came of it."""
    who = " ".join(filter(None, (show_plate(row.plate), clean_line(row.name), row.phone)))
    kind = "" if row.of is Of.APPOINTMENT else word(row.of)
    return "  ".join(filter(None, (short_time(row.at, zone, now), kind, who, clean_line(row.what))))


def came_of(row: Affected, zone: tzinfo, now: Millis) -> str:
    """Return what came of one of them."""
    if row.becomes is not None:
        return f"{word(row.state)} {short_time(row.becomes, zone, now)}"
    if row.state is RowState.OPEN and row.is_told:
        return _("was told")
    if row.state is RowState.OPEN and row.tries:
        return _("no answer ×{count}").format(count=row.tries)
    return word(row.state)
