"""After an incident at the stations: news, cause and lessons, hazards, cars that stood there (I9–I16)."""

import pytest
from textual.widgets import Input

from frontdesk.desk import zone
from frontdesk.desk.incidents import aftermath, cars, commanding, reporting, steps
from frontdesk.desk.people import staff
from frontdesk.desk.progress import jobs
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.messages.message import Audience
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.progress.terms import JobKind
from frontdesk.domain.values.plates import Plate
from screens.incidents.after_page import AfterDialog
from screens.incidents.hazard_page import HazardDialog
from screens.incidents.news_page import NewsDialog

CARS = (Plate("苏A12345"), Plate("苏A99999"))


@pytest.fixture
def report(staffed, monkeypatch):
    """Report something of which the manager takes command; no step of a playbook keeps it from being over."""
    monkeypatch.setattr(steps, "playbook_of", lambda *_: None)

    def one(kind=IncidentKind.SUPPLY, place="workshop", *, is_over=False, **more):
        staffed.actor = Actor("manager", "王五")
        number = reporting.report(staffed, kind, place, **more).number
        if kind is not IncidentKind.HAZARD:
            commanding.take(staffed, number)
        if is_over:
            commanding.end(staffed, number)
        return number

    return one


async def shown(person, page, number):
    dialog = page(person.screen, number)
    person.screen.open(dialog)
    await person.dialog(page.__name__)
    await person.until(lambda: dialog.record is not None)
    await person.later(700)


async def test_outside_goes_only_what_the_command_signed(at_station, report, staffed):
    number = report()
    async with at_station("manager") as desk:
        await shown(desk, NewsDialog, number)
        await desk.press("right", "tab", *"stay [b]calm[/b]", "f2")
        await desk.reads("stay [b]calm[/b]", "unsigned", "waits for the signature of the command (王五): F3")
        await desk.press("f3")
        await desk.reads("Read it first")
        await desk.later(700)
        await desk.press("f4")
        await desk.reads("is not signed: outside it goes only as the command")
        await desk.press("f3")
        await desk.reads("signed by 王五", "signed: F4 lets it out")
        await desk.later(700)
        await desk.press("f4")
        await desk.reads("let out")
        assert [each.sent_by for each in aftermath.shown(staffed, number).news] == ["王五"]
        await desk.later(700)
        await desk.press(*"another one", "f2")
        await desk.until(lambda: len(aftermath.shown(staffed, number).news) == 2)
        newest = aftermath.shown(staffed, number).news[-1]
        assert (newest.audience, newest.is_signed, newest.sent_at) == (Audience.CUSTOMER, False, None)


async def test_from_cause_and_lessons_to_closed(at_station, report, staffed):
    number = report(is_over=True)
    async with at_station("manager") as desk:
        await shown(desk, AfterDialog, number)
        await desk.press("f3")
        await desk.reads("is found first")
        await desk.press("f2")
        await desk.dialog("FoundForm")
        await desk.press(*"old wiring", "enter", *"nobody", "enter", *"1,2", "escape")
        await desk.press("f2")
        await desk.dialog("FoundForm")
        assert desk.app.screen.query_one("#cause", Input).value == "old wiring"
        await desk.later(700)
        await desk.press("f10")
        await desk.reads("is no loss in whole yuan")
        await desk.press(*"1200", "f10")
        await desk.dialog("AfterDialog")
        await desk.reads("cause: old wiring", "1200 yuan", "say what was learned")
        await desk.press(*"insured", "f5", "f5")
        await desk.reads("insurer told: insured")
        await desk.press("f3")
        await desk.dialog("LessonsForm")
        await desk.later(700)
        await desk.press(*"power off first", "f10")
        await desk.reads("go into no plan? Say it.")
        await desk.press(*"known already", "f10")
        await desk.dialog("AfterDialog")
        await desk.reads("what was learned: power off first")
        assert aftermath.shown(staffed, number).incident.closed_at is not None


async def test_a_hazard_is_rated_with_two_digits_and_dealt_with(at_station, report, staffed):
    number = report(IncidentKind.HAZARD, words="[b]oil[/b]")
    async with at_station("guard") as desk:
        assert "hazard" not in desk.text
        await shown(desk, HazardDialog, number)
        await desk.reads("[b]oil[/b]", "It is not rated yet")
        await desk.press("f2")
        await desk.dialog("RateDialog")
        await desk.press("3", "3", "3", "9")
        await desk.reads("each a number from 1 to 5")
        assert aftermath.shown(staffed, number).found.risk is None
        await desk.press("5")
        await desk.dialog("HazardDialog")
        await desk.reads("likelihood 3 × severity 5 = 15")
        await desk.press("f3")
        await desk.reads("Say in a few words what was done")
        await desk.press(*"wiped", "f3")
        await desk.reads("hazard dealt with: wiped")
        await desk.press("f4")
        await desk.reads("was dealt with by 张三")


@pytest.mark.usefixtures("language_of_the_screen")
async def test_the_workshop_looks_at_a_car_before_it_goes_on(at_station, arrive, report, staffed):
    staff.add(staffed, "赵敏", Post.SUPERVISOR)
    staffed.actor = Actor("reception", "李四")
    arrive(*CARS)
    for plate in CARS:
        zone.receive(staffed, plate)
        zone.make_work_order(staffed, plate)
        zone.hand_over(staffed, plate)
    jobs.assign(staffed, CARS[1], JobKind.REPAIR, "刘军")
    number = report(IncidentKind.EQUIPMENT)
    assert [each.check.plate for each in cars.to_look_at(staffed)] == list(CARS)
    async with at_station("workshop") as desk:
        await desk.press(*"99999", "f3")
        await desk.dialog("CarsDialog")
        await desk.reads("▸苏A·99999")
        await desk.later(700)
        await desk.press("f3")
        await desk.reads("✗")
        await desk.press(*"smoke", "f3", "f3")
        await desk.until(lambda: len(cars.to_look_at(staffed)) == 1)
        looked = next(each for each in aftermath.shown(staffed, number).cars if each.plate == CARS[1])
        assert looked.words == "smoke"
        await desk.press("escape")
        await desk.press("f3")
        await desk.picture(lambda picture: any(job.started_at for car in picture.repairs for job in car.jobs))
