"""Whom a call reaches now: somebody must have the role, and a station at which it is heard must be open (Z5, Z6)."""

from typing import NamedTuple

from frontdesk.domain.escalations.plan import Plan, Stage
from frontdesk.domain.escalations.terms import NO_STATION, NOBODY
from frontdesk.domain.people.duty import Roster
from frontdesk.domain.people.roles import FETCHED, REACHED_AT, Role
from frontdesk.domain.people.staff import Person
from frontdesk.domain.stations.presence import Presence
from frontdesk.domain.values.clock import Millis


class Reach(NamedTuple):
    """Who has which role, and which stations are open."""

    roster: Roster
    presence: Presence

    def person(self, role: Role, at: Millis) -> Person | None:
        """Return who is called by name in a role; a guard or an advisor is whoever is at the station."""
        return self.roster.on_duty(role, at) if role in FETCHED or role is Role.MANAGER else None

    def trouble(self, role: Role, at: Millis) -> str:
        """Return why a call to a role is not heard; "" where it is."""
        if role in FETCHED and self.person(role, at) is None:
            return NOBODY
        return "" if any(self.presence.is_there(kind, at) for kind in REACHED_AT[role]) else NO_STATION

    def hears(self, plan: Plan, level: int, at: Millis) -> bool:
        """Whether anybody hears a level, be it a guard who can only tell."""
        if plan.everywhere:
            return any(self.presence.is_there(kind, at) for kind in plan.heard_at(level))
        return not all(self.trouble(role, at) for role in plan.stage(level).roles)

    def heard_up_to(self, plan: Plan, level: int, at: Millis) -> int:
        """Return the highest level, up to one, that anybody hears; 0 for none."""
        return next((each for each in range(min(level, plan.top), 0, -1) if self.hears(plan, each, at)), 0)

    def lost_since(self, stage: Stage, called_at: Millis, at: Millis) -> Millis | None:
        """Return since when a stage reaches nobody who can decide; None while it does.

        Since when nobody has a role is not known: since somebody was called last.
        """
        since: list[Millis] = []
        for role in stage.deciders or stage.roles:
            trouble, person = self.trouble(role, at), self.person(role, at)
            # Whoever has a phone can be rung up, as a prompt says; only the manager has a console to be heard at.
            if not trouble or (role in FETCHED and person is not None and person.phone):
                return None
            gone = [self.presence.gone_since(kind, at) or 0 for kind in REACHED_AT[role]]
            since.append(called_at if trouble == NOBODY else max(gone))
        return max(since)
