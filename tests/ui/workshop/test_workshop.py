"""The workshop at the keyboard, and the desk that tells its customers (P1–P4)."""

from dataclasses import replace

import pytest
from crowded import complain
from rescue_team import PEOPLE, Team

from frontdesk.desk import policy, zone
from frontdesk.desk.people import staff
from frontdesk.desk.progress import findings, jobs, promises
from frontdesk.domain.messages.message import Purpose
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.progress.stage import stage
from frontdesk.domain.progress.terms import Decision, FoundKind, Heard, JobKind, JobState, Stage
from frontdesk.domain.values.clock import HOUR, MINUTE
from frontdesk.domain.values.plates import Plate
from frontdesk.words import i18n

CAR, OTHER = Plate("苏BD8832"), Plate("苏A2F618")


@pytest.fixture
def shop(staffed):
    """A store that follows each car, with two of them in the workshop."""
    staff.add(staffed, "赵敏", Post.SUPERVISOR, "13700137009")
    staffed.actor = Actor("manager", "王五")
    policy.load(staffed, replace(Policy(), progress="all"))
    staffed.actor = Actor("reception", "李四")
    for car in (CAR, OTHER):
        zone.arrive(staffed, car, compared=None)
        zone.receive(staffed, car)
        zone.make_work_order(staffed, car)
        zone.hand_over(staffed, car)
    return staffed


def of(person, plate=CAR):
    return next(car for car in person.app.snapshot.repairs if car.plate == plate)


async def begun(person):
    """Half a second after a dialog came up its keys are meant for it."""
    await person.pilot.pause()
    person.clock.at += 700


async def test_a_car_goes_through_the_workshop_by_keys(at_station, shop, clock):
    async with at_station("workshop", size=(80, 24)) as person:
        await person.reads("in repair 2", "to be assigned")
        await person.press("down", "f2")
        await person.dialog("AssignDialog")
        await begun(person)
        await person.press("tab", *"Liu", "f10")
        await person.closed()
        await person.picture(lambda snapshot: any(car.jobs for car in snapshot.repairs))
        await person.press(*"d8832", "f3")
        await person.until(lambda: of(person).jobs and of(person).jobs[0].state is JobState.WORKING)
        await person.press(*"d8832", "f8")
        await person.dialog("PromiseDialog")
        await begun(person)
        await person.press(*"1 hour", "f10")
        await person.closed()
        await person.until(lambda: of(person).promised_at is not None)
        await person.press(*"d8832", "f7")
        await person.until(lambda: stage(of(person)) is Stage.CHECK)
        await person.press(*"d8832", "f6")
        await person.dialog("CheckDialog")
        await begun(person)
        await person.press("f2")
        await person.closed()
        await person.press(*"d8832", "f7")
        await person.until(lambda: stage(of(person)) is Stage.READY)
        await person.reads("ready to hand back")


async def test_what_is_found_waits_for_the_customer_and_the_desk_hears_of_it(at_station, shop, clock):
    jobs.assign(shop, CAR, JobKind.REPAIR, "刘军")
    jobs.start(shop, CAR)
    async with at_station("workshop") as person:
        await person.press(*"d8832", "f5")
        await person.dialog("FoundDialog")
        await begun(person)
        await person.press(*"leak", "escape")
        await person.closed()
        await person.press("f5")
        await person.dialog("FoundDialog")
        await begun(person)
        await person.press("tab", *"300-500", "f10")
        await person.closed()
        await person.until(lambda: of(person).undecided)
        await person.reads("waits for the cust")
    async with at_station("reception") as desk:
        await desk.reads("car in repair", "苏B·D8832")
        await desk.press("tab", "enter")
        await desk.dialog("TellDialog")
        await begun(desk)
        await desk.reads("We found: leak, 300–500 yuan.", "not decided yet")
        await desk.press(*"yes", "f4")
        await desk.closed()
        await desk.until(lambda: not of(desk).undecided)
        (found,) = of(desk).found
        assert (found.decision, found.words, found.channel) == (Decision.AGREED, "yes", Heard.IN_PERSON)
        assert of(desk).jobs[0].state is JobState.WORKING


async def test_a_held_car_goes_on_and_one_that_is_stopped_asks_the_supervisor(at_station, shop):
    jobs.assign(shop, CAR, JobKind.REPAIR, "刘军")
    jobs.start(shop, CAR)
    async with at_station("workshop") as person:
        await person.press(*"d8832", "f4")
        await person.dialog("HoldDialog")
        await begun(person)
        await person.press("tab", *"2 hours", "f10")
        await person.closed()
        await person.reads("waits for parts")
        await person.press(*"d8832", "f3")
        await person.until(lambda: of(person).jobs[0].state is JobState.WORKING)
        findings.find(shop, CAR, FoundKind.QUALITY, "垫片装反")
        await person.picture(lambda snapshot: snapshot.repairs[0].is_stopped or snapshot.repairs[1].is_stopped)
        await person.press(*"d8832", "f3")
        await person.dialog("ReleaseDialog")
        await begun(person)
        await person.press("f10")
        await person.closed()
        await person.until(lambda: not of(person).is_stopped)


async def test_the_desk_is_asked_for_word_only_when_it_is_near(at_station, shop, clock):
    promises.promise(shop, OTHER, clock.at + 2 * HOUR, told=Heard.IN_PERSON)
    async with at_station("reception") as desk:
        await desk.reads("no open complaints")
        await desk.later(20 * MINUTE)
        await desk.reads("tell the customer", "苏A·2F618")
        await desk.press("tab", "enter")
        await desk.dialog("TellDialog")
        await begun(desk)
        told = desk.app.screen.query_one("ToldLines").car().plate
        await desk.press("f3")
        await desk.closed()
        await desk.until(lambda: of(desk, told).told_at == clock.at)


async def test_each_problem_is_decided_by_its_name(at_station, shop):
    for what in ("leak", "worn"):
        findings.find(shop, CAR, FoundKind.HIDDEN, what)
    async with at_station("workshop") as person:
        # Part of a plate means a car that is here, never a new one.
        await person.press(*"D8832", "f6")
        await person.reads("it is checked once all its work is")
        await person.press("f10")
        await person.dialog("TellDialog")
        await begun(person)
        await person.reads("not told yet", "▸ 1 hidden problem", "decide on ▸")
        await person.press(*"yes", "f4")
        await person.reads("▸ 2 hidden problem")
        assert person.app.screen.query_one("#words").value == ""


async def test_a_text_is_drafted_and_ends_when_somebody_tells_them(at_station, shop, clock):
    async with at_station("workshop") as person:
        await person.press(*"d8832", "f10")
        await person.dialog("TellDialog")
        await begun(person)
        await person.press("f10")
        await person.reads("No phone number is known")
        complain(shop, CAR, phone="13800138000")
        await person.press("f10")
        await person.closed()
        (message,) = (await person.picture(lambda snapshot: snapshot.messages)).messages
        assert (message.matter, message.purpose, message.plate) == (of(person).id, Purpose.PROGRESS, CAR)
        assert of(person).told_at < clock.at, "drafted is not told"
        await person.press(*"d8832", "f10")
        await person.dialog("TellDialog")
        await begun(person)
        await person.press("f2")
        await person.closed()
        await person.picture(lambda snapshot: not snapshot.messages)


async def test_hostile_words_stay_in_their_place(at_station, shop, size):
    i18n.use("zh")
    text = "[bold red]危[/] \u202e😀" + "很长的说明" * 30
    jobs.assign(shop, CAR, JobKind.REPAIR, "[b]刘军[/b]", title=text)
    jobs.start(shop, CAR)
    findings.find(shop, CAR, FoundKind.HIDDEN, text[:190])
    async with at_station("workshop", size=size) as person:
        await person.press("down")
        await person.reads("在修 2")
        assert all(strip.cell_length == size[0] for strip in person.strips)
        await person.press(*"d8832", "f10")
        await person.dialog("TellDialog")
        await person.reads("[bold red]危[/]")


async def test_a_rescue_stands_in_the_first_lines_from_the_call_on(at_station, staffed, size):
    desk = Team(staffed).by("王芳")
    for name, post in PEOPLE.items():
        staff.add(desk, name, post, "")
    number = Team(staffed).called()
    async with at_station("workshop", size=size) as person:
        await person.reads("roadside rescue 1", f"roadside rescue No. {number}", "Ctrl+P")
        assert all(strip.cell_length == size[0] for strip in person.strips)
