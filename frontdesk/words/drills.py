"""Drills in words: what is rehearsed, when, what it is to show, how long each thing took."""

from datetime import tzinfo

from frontdesk.domain.drills.drill import Clocks, Drill, Objective, Reached
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.incidents import what_and_where
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import duration, short_time

SIGNS = {None: "□", Reached.REACHED: "✓", Reached.GAPS: "!", Reached.NOT_REACHED: "✗"}
"""What came of an objective, at a glance; its word says the same."""


def drill_line(drill: Drill, zone: tzinfo, now: Millis, *, runs: bool = False) -> str:
    """Return a drill in one line."""
    if drill.scored_at is not None:
        reached = sum(each.reached is Reached.REACHED for each in drill.objectives)
        state = _("{count} of {all} achieved").format(count=reached, all=len(drill.objectives))
    elif runs:
        state = _("being held")
    elif drill.started_at is not None:
        state = _("held, to be scored by {who}").format(who=drill.observer)
    else:
        state = _("planned") if drill.is_open else _("not held")
    at = short_time(drill.started_at if drill.started_at is not None else drill.planned_at, zone, now)
    what = what_and_where(drill.kind, drill.place)
    return labelled(f"{case_number(drill.id)} {what}", " · ".join((at, state)))


def people_line(drill: Drill) -> str:
    """Return who looks on and who is in it."""
    looks = labelled(_("observer"), drill.observer)
    taking_part = labelled(_("takes part"), _(", ").join(drill.people)) if drill.people else ""
    return " · ".join(filter(None, (looks, taking_part)))


def clocks_line(clocks: Clocks) -> str:
    """Return how long each thing took."""
    told = (
        (_("noticed"), clocks.noticed), (_("command taken"), clocks.acknowledged), (_("all counted"), clocks.counted),
        (_("drill over"), clocks.ended),
    )  # fmt: skip
    return " · ".join(f"{name} {'—' if length is None else duration(length)}" for name, length in told)


def objective_line(objective: Objective) -> str:
    """Return what a drill is to show, and what came of it."""
    said = word(objective.reached) if objective.reached else ""
    against = _("measure {number}").format(number=case_number(objective.measure)) if objective.measure else ""
    told = " · ".join(filter(None, (said, clean_line(objective.words), against)))
    text = f"{SIGNS[objective.reached]} {clean_line(objective.text)}"
    return labelled(text, told) if told else text


def due_line(kind: IncidentKind | None, at: Millis, zone: tzinfo, now: Millis) -> str:
    """Return by when something is rehearsed the next time."""
    what = word(kind) if kind is not None else _("any kind, on the spot")
    by = _("by {at}").format(at=short_time(at, zone, now)[:10].strip())
    return labelled(what, f"{by} · {_('late')}" if now > at else by)
