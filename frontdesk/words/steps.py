"""The steps of the teams, as a station lists its own: whose, what, how long there is left, which key."""

from collections.abc import Iterable

from frontdesk.domain.escalations.open_steps import OpenStep
from frontdesk.domain.register.teams import TeamOnRecord
from frontdesk.domain.values.clock import Millis
from frontdesk.words.i18n import _
from frontdesk.words.matters import title_here
from frontdesk.words.phrases import labelled
from frontdesk.words.teams import team_word
from frontdesk.words.times import rough_duration


def step_text(each: OpenStep) -> str:
    """Return which run it is of, whose it is and what is to be done; a drill says so first."""
    drill = _("DRILL") if each.is_drill else ""
    whose = " ".join(filter(None, (drill, title_here(each.run), team_word(each.team))))
    return labelled(whose, title_here(each.title))


def step_left(each: OpenStep, now: Millis) -> str:
    """Return how long there is left for a step, or how late it is; empty where no time is set."""
    if each.due_at is None:
        return ""
    length = rough_duration(abs(each.due_at - now))
    return (_("late by {time}") if now > each.due_at else _("{time} left")).format(time=length)


def step_todo(each: OpenStep) -> str:
    """Return what F8 does with a step."""
    if each.is_open:
        return _("F8 take it")
    return _("F8 done") if each.is_done_at_once else _("F8 opens it")


def leader_of(each: OpenStep, teams: Iterable[TeamOnRecord]) -> str:
    """Return who leads the team of a step, with the phone; empty where nobody does."""
    return leads(next((team for team in teams if team.key == each.team), None))


def leads(team: TeamOnRecord | None) -> str:
    """Return who leads a team, with the phone; empty where nobody does."""
    leader = team.leader if team else None
    return "" if leader is None else " ".join(filter(None, (_("leads"), leader.name, leader.phone)))
