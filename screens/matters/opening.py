"""Which page a matter of each kind opens. A new kind adds a line, and loads its page only when that is asked for."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from textual.screen import Screen

from frontdesk.domain.matters.matter import Matter, MatterKind
from screens.kit.station import Station

Opener = Callable[[Station, Matter], Awaitable[Screen[Any] | None]]


async def page_of(station: Station, matter: Matter) -> Screen[Any] | None:
    """Return the page of a matter; None where it could not be read, which was said."""
    return await PAGES[matter.kind](station, matter)


async def _measure(station: Station, matter: Matter) -> Screen[Any]:
    from screens.matters.measure_page import MeasureDialog  # noqa: PLC0415

    return MeasureDialog(station, matter.id)


async def _plan(station: Station, matter: Matter) -> Screen[Any]:
    from screens.matters.plan_page import PlanDialog  # noqa: PLC0415

    return PlanDialog(station, matter.id)


async def _progress(station: Station, matter: Matter) -> Screen[Any]:
    from screens.progress.tell import TellDialog  # noqa: PLC0415

    return TellDialog(station, matter.id)


async def _purge(station: Station, matter: Matter) -> Screen[Any] | None:
    from frontdesk.desk import approvals  # noqa: PLC0415
    from frontdesk.words.approvals import list_lines  # noqa: PLC0415
    from screens.review.signing import SigningDialog  # noqa: PLC0415

    asked = await station.ask(approvals.of_matter, matter.id)
    return SigningDialog(station, asked[-1], "\n".join(list_lines(asked[-1]))) if asked else None


async def _order(station: Station, matter: Matter) -> Screen[Any]:
    from screens.orders.page import OrderPage  # noqa: PLC0415

    return OrderPage(station, matter.id)


async def _rescue(station: Station, matter: Matter) -> Screen[Any]:
    from screens.rescues.page import RescuePage  # noqa: PLC0415

    return RescuePage(station, matter.id)


async def _roster(station: Station, matter: Matter) -> Screen[Any]:
    from screens.rosters.page import RosterDialog  # noqa: PLC0415

    return RosterDialog(station, matter.id)


async def _review(station: Station, matter: Matter) -> Screen[Any] | None:
    from frontdesk.desk.review import reviews  # noqa: PLC0415
    from screens.review.page import ReviewDialog  # noqa: PLC0415

    found = [each for each in await station.ask(reviews.opened) or () if each.id == matter.id]
    return ReviewDialog(station, found[0].month) if found else None


async def _drill(station: Station, matter: Matter) -> Screen[Any] | None:
    from screens.drills.page import DrillDialog  # noqa: PLC0415 - as said

    return DrillDialog(station, matter.id)


async def _readiness(station: Station, matter: Matter) -> Screen[Any] | None:
    from frontdesk.domain.matters.due import DueName  # noqa: PLC0415 - as said
    from screens.drills.list_page import DrillsDialog  # noqa: PLC0415 - as said
    from screens.trainings.page import TrainingsDialog  # noqa: PLC0415 - as said

    first = matter.next_due
    if first is not None and first.name is not DueName.DRILL_DUE:
        return TrainingsDialog(station, matter.id)
    return DrillsDialog(station)


async def _check(station: Station, matter: Matter) -> Screen[Any] | None:
    from screens.checks.doing import CheckDialog  # noqa: PLC0415 - as said

    return CheckDialog(station, matter.id)


async def _run(station: Station, matter: Matter) -> Screen[Any]:
    from screens.runs.page import RunDialog  # noqa: PLC0415

    return RunDialog(station, matter.id)


async def _meeting(station: Station, matter: Matter) -> Screen[Any]:
    from screens.meetings.page import MeetingDialog  # noqa: PLC0415

    return MeetingDialog(station, matter.id)


async def _forecast(station: Station, matter: Matter) -> Screen[Any]:
    from screens.weather.page import WeatherDialog  # noqa: PLC0415

    return WeatherDialog(station)


async def _survey(station: Station, matter: Matter) -> Screen[Any]:
    from screens.surveys.page import SurveyDialog  # noqa: PLC0415

    return SurveyDialog(station, matter.id)


async def _incident(station: Station, matter: Matter) -> Screen[Any] | None:
    from frontdesk.desk.incidents import reading  # noqa: PLC0415
    from screens.incidents.which_page import page_for  # noqa: PLC0415

    found = await station.ask(reading.shown, matter.id)
    return page_for(station, found.incident) if found else None


async def _weather(station: Station, matter: Matter) -> Screen[Any]:
    from screens.weather.decision_page import DecisionDialog  # noqa: PLC0415

    return DecisionDialog(station, matter.id)


async def _holiday(station: Station, matter: Matter) -> Screen[Any]:
    from screens.holidays.plan_page import HolidayDialog  # noqa: PLC0415

    return HolidayDialog(station, matter.id)


async def _contacts(station: Station, matter: Matter) -> Screen[Any]:
    from screens.register.calling_page import CallingDialog  # noqa: PLC0415

    return CallingDialog(station)


async def _upkeep(station: Station, matter: Matter) -> Screen[Any]:
    from screens.register.thing_list import View  # noqa: PLC0415
    from screens.register.things_page import ThingsDialog  # noqa: PLC0415

    return ThingsDialog(station, View.TO_SEE_TO)


async def _template(station: Station, matter: Matter) -> Screen[Any]:
    from screens.matters.template_page import TemplateDialog  # noqa: PLC0415

    return TemplateDialog(station, matter.id)


PAGES: Mapping[MatterKind, Opener] = {
    MatterKind.REVIEW: _review,
    MatterKind.MEASURE: _measure,
    MatterKind.PURGE: _purge,
    MatterKind.PLAN: _plan,
    MatterKind.RUN: _run,
    MatterKind.CHECK: _check,
    MatterKind.DRILL: _drill,
    MatterKind.READINESS: _readiness,
    MatterKind.PROGRESS: _progress,
    MatterKind.RESCUE: _rescue,
    MatterKind.ORDER: _order,
    MatterKind.MEETING: _meeting,
    MatterKind.SURVEY: _survey,
    MatterKind.ROSTER: _roster,
    MatterKind.FORECAST: _forecast,
    MatterKind.INCIDENT: _incident,
    MatterKind.WEATHER: _weather,
    MatterKind.UPKEEP: _upkeep,
    MatterKind.CONTACTS: _contacts,
    MatterKind.HOLIDAY: _holiday,
    MatterKind.TEMPLATE: _template,
}
