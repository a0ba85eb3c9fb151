"""What the program sees by itself of a holiday's plan: each point, what shows it, what is missing (S1–S3, S5, S10)."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from data import policy as policies
from data.checks import checks, rounds
from data.engine.connection import Connection
from data.holidays import notices, plans
from data.register import calls, contacts, things
from data.rosters import rosters
from data.surveys import surveys
from frontdesk.desk.roster_board import read_board
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.checks.check import Round, RoundState
from frontdesk.domain.checks.shipped import ShippedCheck
from frontdesk.domain.holidays.notice import Hours, hours_of
from frontdesk.domain.holidays.plan import HolidayPlan, before, midnight
from frontdesk.domain.holidays.points import Lack, Missing, Point, Shown
from frontdesk.domain.register.contacts import ContactKind
from frontdesk.domain.register.things import ThingKind
from frontdesk.domain.surveys.survey import Survey, SurveyKind, SurveyState
from frontdesk.domain.values.clock import DAY, Millis


class _Seen:
    """What is looked at of one plan."""

    def __init__(self, connection: Connection, plan: HolidayPlan, now: Millis) -> None:
        self.connection, self.plan, self.now = connection, plan, now
        policy = policies.current(connection)
        self.hours = OpeningHours.of(policy)
        self.since = before(plan, self.hours, policy.holiday_ahead_days)
        self.begins = midnight(plan.first, self.hours.zone)


def of_matter(connection: Connection, number: int, now: Millis) -> dict[Point, Shown]:
    """Return how it stands with each point of a plan; nothing for a matter that is none."""
    plan = next((each for each in plans.unfinished(connection) if each.id == number), None)
    return {} if plan is None else of_plan(connection, plan, now)


def of_plan(connection: Connection, plan: HolidayPlan, now: Millis) -> dict[Point, Shown]:
    """Return how it stands with each point."""
    seen = _Seen(connection, plan, now)
    return {point: look(seen) for point, look in _LOOKS.items()}


def hours_now(connection: Connection, plan: HolidayPlan) -> Hours:
    """Return what the store's calendar says of its days now."""
    return hours_of(plan.days, OpeningHours.of(policies.current(connection)))


def survey_in_force(connection: Connection, plan: HolidayPlan) -> Survey | None:
    """Return in which survey the holiday's visitors are asked: that of the holidays, else that of the year."""
    listed = [
        each for each in surveys.every(connection)
        if each.state is SurveyState.IN_FORCE and each.matter.is_open and each.plan.year == plan.last.year
    ]  # fmt: skip
    return next((each for each in listed if each.plan.kind is SurveyKind.HOLIDAY), next(iter(listed), None))


def _shown(proof: str, *missing: Missing | None) -> Shown:
    left = tuple(each for each in missing if each is not None)
    return Shown("" if left else proof, left)


def _listed(lack: Lack, which: Iterator[str]) -> Missing | None:
    found = tuple(which)
    return Missing(lack, found) if found else None


def _roster(seen: _Seen) -> Shown:
    days = seen.plan.days
    versions = [
        each for each in rosters.every(seen.connection, days[0]) if not each.is_planned and each.first <= days[-1]
    ]
    boards = [read_board(seen.connection, version, seen.now) for version in versions]
    on = {turn.day for board in boards for turn in board.turns if turn.is_worked}
    short = {gap.need.day for board in boards for gap in board.gaps() if gap.need.day >= board.today}
    covered = {day for day in days if any(version.holds(day) for version in versions)}
    return _shown(
        " ".join(f"#{version.id}" for version in versions),
        _listed(Lack.UNROSTERED, (str(day) for day in days if day not in covered)),
        _listed(Lack.NOBODY_ON, (str(day) for day in days if day in covered and day not in on)),
        _listed(Lack.GAPS, (str(day) for day in days if day in short)),
    )


def _vehicles(seen: _Seen) -> Shown:
    every = [each for each in things.every(seen.connection) if each.described.kind is ThingKind.VEHICLE]
    found = {each.thing_id: each for each in _done(seen, ShippedCheck.VEHICLES)}
    if not _comes(seen, ShippedCheck.VEHICLES) or not every:
        return Shown(missing=(Missing(Lack.CHECK_OFF),))
    numbers = " ".join(f"#{each.matter}" for each in found.values())
    return _shown(numbers, _listed(Lack.UNCHECKED, (each.name for each in every if each.id not in found)))


def _check(seen: _Seen) -> Shown:
    if not _comes(seen, ShippedCheck.HOLIDAY):
        return Shown(missing=(Missing(Lack.CHECK_OFF),))
    found = list(_done(seen, ShippedCheck.HOLIDAY))
    return Shown(f"#{found[-1].matter}") if found else Shown(missing=(Missing(Lack.UNCHECKED),))


def _comes(seen: _Seen, check: ShippedCheck) -> bool:
    return any(each.key == check for each in checks.in_use(seen.connection))


def _done(seen: _Seen, check: ShippedCheck) -> Iterator[Round]:
    """Yield the rounds of a check that were done in time for the holiday."""
    for each in rounds.due_between(seen.connection, seen.since, seen.begins + DAY):
        if each.check == check and each.state is RoundState.DONE:
            yield each


def _suppliers(seen: _Seen) -> Shown:
    backup = [each for each in contacts.of_kind(seen.connection, ContactKind.SUPPLIER) if each.details.is_backup]
    if not backup:
        return Shown(missing=(Missing(Lack.NO_BACKUP),))
    uncalled = (each.details.name for each in backup if each.called_at is None or each.called_at < seen.since)
    return _shown(" ".join(each.details.name for each in backup), _listed(Lack.BACKUP_UNCALLED, uncalled))


def _contacts(seen: _Seen) -> Shown:
    every = calls.every(seen.connection)
    left = _listed(Lack.UNCALLED, (each.name for each in every if each.is_left(seen.since)))
    return _shown(str(len(every)), left if every else Missing(Lack.UNCALLED))


def _notices(seen: _Seen) -> Shown:
    notice = notices.newest(seen.connection, seen.plan.id)
    if notice is None:
        return Shown(missing=(Missing(Lack.NO_NOTICE),))
    return _shown(
        f"v{notice.version}",
        Missing(Lack.STALE) if notice.is_stale(hours_of(seen.plan.days, seen.hours)) else None,
        None if notice.is_signed else Missing(Lack.UNSIGNED),
        _listed(Lack.UNPOSTED, (each.value for each in notice.unposted)),
    )


def _asked(seen: _Seen) -> Shown:
    if seen.plan.asked_through is not None and seen.plan.asked_through >= seen.plan.last:
        return Shown(str(seen.plan.asked_through))
    if seen.now < midnight(seen.plan.last + timedelta(days=1), seen.hours.zone):
        return Shown(missing=(Missing(Lack.NOT_OVER, (str(seen.plan.last),)),))
    if survey_in_force(seen.connection, seen.plan) is not None:
        return Shown(missing=(Missing(Lack.UNASKED),))
    return Shown(missing=(Missing(Lack.NO_SURVEY),))


_LOOKS: dict[Point, Callable[[_Seen], Shown]] = {
    Point.ROSTER: _roster,
    Point.VEHICLES: _vehicles,
    Point.SUPPLIERS: _suppliers,
    Point.CHECK: _check,
    Point.CONTACTS: _contacts,
    Point.NOTICES: _notices,
    Point.ASKED: _asked,
}
