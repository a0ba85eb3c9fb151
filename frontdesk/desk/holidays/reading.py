"""The plans of holidays as a screen or a command shows them: what comes, how far each is, what is unknown (S2, S5)."""

from datetime import date
from typing import NamedTuple

from data import approvals, calendar
from data import policy as policies
from data.engine.connection import Connection
from data.holidays import notices, plans
from data.matters import matters
from data.runs import runs
from frontdesk.desk.desk import Desk
from frontdesk.desk.holiday_proofs import hours_now, of_plan
from frontdesk.desk.holidays.notices import first_draft
from frontdesk.desk.spoken import run_in
from frontdesk.domain.approvals.approval import Approval, What
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.working_days import unpublished
from frontdesk.domain.holidays.notice import Draft, Hours, Notice
from frontdesk.domain.holidays.plan import FARTHEST, HolidayPlan, coming
from frontdesk.domain.holidays.points import Point, Shown
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.rosters.holidays import Holiday
from frontdesk.domain.runs.run import Run


class ShownPlan(NamedTuple):
    """One plan with all that belongs to it."""

    plan: HolidayPlan
    matter: Matter
    run: Run | None
    points: dict[Point, Shown]
    notices: tuple[Notice, ...]
    draft: Draft
    """What is said now, or would be said to begin with."""
    hours: Hours
    """What the store's calendar says of its days now."""
    approvals: tuple[Approval, ...]
    store: str

    @property
    def notice(self) -> Notice | None:
        """What was written last."""
        return self.notices[-1] if self.notices else None


class Ahead(NamedTuple):
    """What is known of the holidays to come."""

    today: date
    holidays: tuple[tuple[Holiday, int | None], ...]
    """Each with the number of its plan, where that is opened."""
    others: tuple[HolidayPlan, ...]
    """Plans of days that are no published holiday to come: opened by hand, or going on."""
    unpublished: tuple[int, ...]
    """The years ahead whose holidays nobody has published yet."""
    ahead_days: int


def ahead(desk: Desk) -> Ahead:
    """Return what is known of the holidays to come."""
    now = desk.now()

    def question(connection: Connection) -> Ahead:
        policy, known = policies.current(connection), calendar.current(connection)
        today = OpeningHours.of(policy).day_of(now)
        planned = {plan.first: plan for plan in plans.every(connection)}
        found = tuple(coming(today, FARTHEST, known))
        listed = tuple((each, planned[each.first].id if each.first in planned else None) for each in found)
        others = tuple(each for each in plans.unfinished(connection) if each.first not in {one.first for one in found})
        years = unpublished(today, today.replace(day=1).replace(year=today.year + 1), known)
        return Ahead(today, listed, others, years, policy.holiday_ahead_days)

    return desk.read(question)


def shown(desk: Desk, number: int, language: str = "") -> ShownPlan:
    """Return one plan. Raises `Refused(NO_HOLIDAY_PLAN)`."""
    now = desk.now()

    def question(connection: Connection) -> ShownPlan:
        plan = plans.get(connection, number)
        found = runs.of_matter(connection, number)
        listed = notices.of_plan(connection, number)
        return ShownPlan(
            plan,
            matters.get(connection, number),
            run_in(found[-1], language) if found else None,
            of_plan(connection, plan, now),
            listed,
            listed[-1].said if listed else first_draft(connection, plan),
            hours_now(connection, plan),
            tuple(each for each in approvals.of_matter(connection, number) if each.what is What.NOTICE),
            policies.current(connection).store_name,
        )

    return desk.read(question)
