"""The register at a station: things with one key each, contacts, teams (S1, S3, S6, S7)."""

from frontdesk.desk.register import calling, contacts, teams, things
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.register.calling import CallResult
from frontdesk.domain.register.contacts import ContactKind, Details
from frontdesk.domain.register.teams import Team
from frontdesk.domain.register.things import Described, ThingKind


async def open_by_name(station, name, dialog):
    await station.press("ctrl+p", *name, "enter")
    await station.dialog(dialog)
    await station.later(700)


async def test_a_thing_is_put_on_found_faulty_mended_renewed_and_taken_back(at_station, staffed):
    async with at_station("manager") as manager:
        await open_by_name(manager, "kept ready", "ThingsDialog")
        await manager.reads("Nothing is on the register yet: F2.")
        assert "report a fault" not in manager.show("KeyHints")
        await manager.press("f2")
        await manager.dialog("ThingForm")
        await manager.later(700)
        await manager.press("f10")
        await manager.reads("its name: What is it called?")
        await manager.paste("灭火器[b]01")
        await manager.press("tab", "right")
        await manager.press("tab", "right", "right")
        await manager.press("f10")
        await manager.dialog("ThingsDialog")
        await manager.reads("灭火器[b]01 put on the register", "workshop", "ready for use", "F3 report a fault")
        await manager.later(700)
        await manager.press("f3")
        await manager.reads("Say in a few words what it is about")
        await manager.paste("压力不足")
        await manager.press("f3")
        await manager.reads("out of order: 压力不足 (王五")
        await manager.later(700)
        await manager.press("f9")
        await manager.reads("undo", "ready for use")
        await manager.press("tab")
        await manager.paste("2028-06")
        await manager.press("f5")
        await manager.reads("ready for use · 2028-06-30")
        await manager.later(700)
        await manager.press("f8")
        await manager.reads("not used any more", "Nothing such is on the register")
        await manager.press("left")
        await manager.later(700)
        await manager.press("f8")
        await manager.reads("used again")
    (thing,) = things.listed(staffed).things
    assert thing.described.kind is ThingKind.EQUIPMENT
    assert (thing.described.area, thing.fault, thing.retired_at) == ("workshop", None, None)


async def test_many_are_found_by_name_and_a_guard_decides_nothing(at_station, staffed):
    staffed.actor = Actor("manager", "王五")
    for number in range(40):
        things.add(staffed, Described(ThingKind.SUPPLY, f"沙袋{number:02}", quantity=1, least=2 if number == 37 else 1))
    async with at_station("guard") as guard:
        await open_by_name(guard, "kept ready", "ThingsDialog")
        await guard.reads("沙袋00", "more")
        await guard.press("tab")
        await guard.paste("沙袋37")
        await guard.press("enter")
        await guard.reads("▸沙袋37")
        await guard.press("f8")
        await guard.reads("may not do this here")
        await guard.paste("5")
        await guard.press("f6")
        await guard.reads("沙袋37 counted", "5 (≥ 2)")


async def test_the_contact_list_is_kept_and_printed(at_station, staffed, store):
    async with at_station("reception") as desk:
        await open_by_name(desk, "contact list", "ContactsDialog")
        await desk.reads("fire brigade: 119", "traffic police: 122")
        await desk.press("f2")
        await desk.dialog("ContactForm")
        await desk.reads("when it is answered day and night")
        await desk.later(700)
        await desk.paste("供电所")
        await desk.press("tab")
        await desk.paste("9559")
        await desk.press("f10")
        await desk.reads("✗ phone")
        await desk.paste("95598")
        await desk.press("f10")
        await desk.dialog("ContactsDialog")
        await desk.reads("供电所 contact added", "not called through yet")
        await desk.later(700)
        await desk.press("f5")
        await desk.reads("called through", "by 李四")
        await desk.press("f10")
        await desk.until(lambda: list((store.parent / "documents").glob("contacts*.html")))
    kept = next(each for each in contacts.listed(staffed) if each.details.name == "供电所")
    assert kept.details == Details(ContactKind.SUPPLIER, "供电所", "95598")


async def test_who_leads_a_team(at_station, staffed):
    staffed.actor = Actor("manager", "王五")
    teams.put_all(staffed, Team.COMMAND, ["李四"])
    async with at_station("manager") as manager:
        await open_by_name(manager, "teams", "TeamsDialog")
        await manager.press("f2")
        await manager.dialog("ChooseDialog")
        await manager.press("2")
        await manager.dialog("TeamsDialog")
        await manager.reads("王五 team members changed", "▸   王五")
        await manager.later(700)
        await manager.press("f3")
        await manager.reads("▸   王五  service manager", "leads")
    command = teams.listed(staffed)[0]
    assert [person.name for person in command.members] == ["王五", "李四"]


async def test_the_contact_list_is_called_through_with_a_key_each(at_station, staffed, clock):
    staffed.actor = Actor("manager", "王五")
    contacts.add(staffed, Details(ContactKind.POWER, "供电[b]所", "95598"))
    async with at_station("reception") as desk:
        await open_by_name(desk, "contact list", "ContactsDialog")
        await desk.press("f6")
        await desk.dialog("CallingDialog")
        await desk.later(700)
        await desk.reads("▸李四: 13900139000", "供电[b]所: 95598 · power supply · to be called")
        await desk.press("f6")
        await desk.reads("contact list to be called through")
        await desk.later(700)
        await desk.press("f4", "f4")
        await desk.reads("✓ 李四 wrong number, to be corrected", "What is typed is for 李四, 13900139000", "▸李四")
        await desk.later(700)
        await desk.paste("13900139009")
        await desk.press("f5")
        await desk.reads("✓ 李四", "▸李四: 13900139009", "What is typed is for 李四, 13900139009")
        await desk.later(700)
        await desk.press("down")
        await desk.reads("What is typed is for 张三")
        await desk.paste("占线")
        await desk.press("f3")
        await desk.reads("张三 contact rung in vain", "nobody answered, to be rung again")
        await desk.later(700)
        await desk.press("f2")
        await desk.reads("1 of")
        await desk.later(700)
        await desk.press("f9")
        await desk.reads("0 of")
    found = {each.name: each.last.result for each in calling.listed(staffed)[0] if each.last}
    assert found == {"张三": CallResult.NOT_REACHED}, "a number that was corrected has not been rung yet"
