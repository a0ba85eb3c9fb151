"""A decision because of the weather at a station: written, signed, told with one key, then made up for (I7, I11)."""

from frontdesk.desk import approvals
from frontdesk.desk.appointments import booking
from frontdesk.desk.people import staff
from frontdesk.desk.weather import decisions
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.weather.affected import RowState
from frontdesk.domain.weather.decision import Choice, DecisionState, NewDecision, Service

HOUR = 3_600_000


def booked(desk, clock, *plates):
    """It is 10:00; tomorrow from 9:00 on."""
    for place, plate in enumerate(plates):
        at = clock.at + 23 * HOUR + place * HOUR
        booking.book(desk, NewAppointment(at, Plate(plate), "王[b]女士", "13800138000", work="保养"))


async def test_a_decision_is_written_and_asks_for_signatures(at_station, staffed):
    async with at_station("reception") as desk:
        await desk.press("ctrl+p")
        await desk.press(*"weather", "enter")
        await desk.dialog("WeatherDialog")
        await desk.later(700)
        await desk.press("f4")
        await desk.reads("Nothing is decided")
        await desk.press("f3")
        await desk.dialog("DecideForm")
        await desk.later(700)
        await desk.press("enter", "9", "enter", *"tomorrow 8:00", "f10")
        await desk.reads("What stops or changes?")
        await desk.press("1", "f10")
        await desk.dialog("DecisionDialog")
        await desk.reads("stop it appointments", "waits for a signature")
        (found,) = decisions.listed(staffed)
        assert found.decision.state is DecisionState.ASKED
        assert found.decision.ends_at is None


async def test_each_is_told_by_one_key_and_made_up_for(at_station, staffed, clock):
    staffed.actor = Actor("manager", "王五")
    staff.add(staffed, "李建国", Post.DIRECTOR)
    booked(staffed, clock, "苏A12345", "苏A12346", "苏A12347")
    begins = clock.at + 22 * HOUR
    new = NewDecision(Choice.STOP, (Service.APPOINTMENTS,), begins, begins + 6 * HOUR, why="暴雨")
    number = decisions.decide(staffed, new).number
    staffed.actor = Actor("manager", "李建国")
    approvals.sign(staffed, number)
    async with at_station("reception") as desk:
        await desk.reads("tell: weather")
        await desk.press("ctrl+p")
        await desk.press(*"weather", "enter")
        await desk.dialog("WeatherDialog")
        await desk.later(700)
        await desk.press("f4")
        await desk.dialog("DecisionDialog")
        await desk.reads("苏A·12345 王[b]女士 138****8000", "touched 3", "still to tell 3")
        await desk.later(700)
        await desk.press("enter")
        await desk.dialog("MessageDialog")
        await desk.reads("因天气原因")
        await desk.press("escape")
        await desk.dialog("DecisionDialog")
        await desk.press("f3")
        await desk.reads("no answer ×1", "▸05-30 10:00")
        await desk.press("up", "f2")
        # The mark goes on by itself to whoever is still to be told.
        await desk.reads("knows, served later", "▸05-30 10:00")
        await desk.press("f5")
        await desk.dialog("MoveForm")
        await desk.later(700)
        await desk.press(*"16:00", "f10")
        await desk.dialog("DecisionDialog")
        await desk.reads("other time agreed 05-30 16:00")
        states = {row.plate: row.state for row in decisions.shown(staffed, number).rows}
        assert states[Plate("苏A12345")] is RowState.LATER
        assert sorted(states.values()) == [RowState.LATER, RowState.MOVED, RowState.OPEN]
        await desk.later(700)
        await desk.press("f10")
        await desk.reads("is not over yet")
        await desk.press("f8")
        await desk.reads("going on asked for")
