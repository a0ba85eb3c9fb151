"""The roster as scripts get it."""

from collections.abc import Mapping

from frontdesk.domain.rosters.absence import Absence
from frontdesk.domain.rosters.board import Board, Gap
from frontdesk.domain.rosters.need import Need
from frontdesk.domain.rosters.shift import Shift, clock_text
from frontdesk.domain.rosters.turn import Turn
from frontdesk.domain.rosters.version import Version
from frontdesk.words.rosters.lines import why_text

Json = Mapping[str, object]


def version_json(version: Version) -> dict[str, object]:
    """Return a version without what is in it."""
    return {
        "number": version.id, "first": str(version.first), "last": str(version.last), "state": version.state,
        "published": not version.is_planned,
    }  # fmt: skip


def board_json(board: Board) -> Json:
    """Return a version with its turns, needs and gaps."""
    return {
        **version_json(board.version),
        "holidays_unknown": list(board.unknown_years),
        "turns": [_turn(each) for each in sorted(board.turns, key=lambda t: (t.day, t.id)) if each.shift],
        "needs": [_need(each) for each in board.needs],
        "gaps": [gap_json(each) for each in board.gaps()],
    }


def gap_json(gap: Gap) -> Json:
    """Return a gap with the reason for each person."""
    reasons = [{"person": name, "reason": why.reason, "words": why_text(why)} for name, why in gap.why]
    need = gap.need
    return {"day": str(need.day), "shift": need.shift, "post": need.post, "missing": gap.missing, "why": reasons}


def absence_json(absence: Absence) -> Json:
    """Return an absence or a wish."""
    return {
        "number": absence.id, "person": absence.person, "first": str(absence.first), "last": str(absence.last),
        "why": absence.why, "wish": absence.is_wish, "by": absence.who,
    }  # fmt: skip


def shift_json(shift: Shift) -> Json:
    """Return a shift; one whose end is not after its beginning goes over midnight."""
    return {
        "key": shift.key, "name": shift.name, "from": clock_text(shift.begins), "to": clock_text(shift.ends),
        "minutes": shift.length,
    }  # fmt: skip


def _turn(turn: Turn) -> Json:
    return {
        "number": turn.id, "day": str(turn.day), "shift": turn.shift, "post": turn.post, "person": turn.person,
        "state": turn.state, "set_by": turn.set_by or None, "replaces": turn.replaces,
    }  # fmt: skip


def _need(need: Need) -> Json:
    return {
        "day": str(need.day), "shift": need.shift, "post": need.post, "least": need.least, "basis": need.basis,
        "why": need.why, "peak_per_hour": round(need.peak, 2), "minutes": round(need.minutes, 2),
        "certificate": need.certificate or None,
    }  # fmt: skip
