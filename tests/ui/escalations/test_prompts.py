"""Escalation prompts: raised at the exact moment, told by the guard, raised again, in nobody's way."""

from deciding import FOUR, MINUTE, carry_out, decide

from frontdesk.desk import zone
from frontdesk.desk.cases import register
from frontdesk.desk.escalations import handling
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.escalations.terms import Kind, Outcome, State, Why
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.plates import NO_PLATE


async def test_the_fourth_car_and_the_prompt_come_in_the_same_picture(at_station, arrive):
    async with at_station("manager") as manager:
        seen = []
        manager.app.watch(
            manager.app,
            "snapshot",
            lambda snapshot: seen.append((snapshot.floor.count, [e.kind for e in snapshot.escalations])),
        )
        for plate in FOUR:
            arrive(plate)
        await manager.cars(*FOUR)
        await manager.reads("over-count 4/4", "F8 decide", "prompts 1")
        assert all((count >= 4) == (Kind.OVER_COUNT in kinds) for count, kinds in seen)


async def test_three_cars_are_quiet_and_say_that_every_bay_is_taken(at_station, arrive):
    arrive(*FOUR[:3])
    async with at_station("manager") as manager:
        await manager.reads("zone 3/4 filling up", "no prompts")


async def test_an_over_stay_is_raised_after_twenty_minutes_and_not_at_them(at_station, arrive, clock):
    arrive("苏A12345")
    start = clock.at
    async with at_station("manager") as manager:
        await manager.press("f6")
        manager.clock.at = start + 20 * MINUTE
        await manager.app.tick()
        await manager.reads("20:00 attention")
        assert "over_stay" not in manager.prompts()
        manager.clock.at = start + 20 * MINUTE + 1
        await manager.app.tick()
        await manager.until(lambda: "over_stay" in manager.prompts())
        await manager.reads("over-stay: 苏A·12345 bay 1 20:00", "20:00 over limit", "10:20 over-stay")
        (raised,) = (e for e in manager.app.snapshot.escalations if e.kind is Kind.OVER_STAY)
        assert (raised.crossed_at, raised.raised_at) == (start + 20 * MINUTE, start + 20 * MINUTE + 1)


async def test_the_guard_tells_and_the_prompt_closes(at_station, full, desk):
    async with at_station("guard") as guard:
        await guard.reads("tell 王五 13800138000 now, then F8")
        await guard.later(700)
        await guard.press("f8")
        await guard.until(lambda: guard.prompts() == [])
        await guard.reads("over-count: told by 张三")
        assert {e.told_by for e in desk.snapshot().escalations if e.kind is Kind.OVER_COUNT} == {"张三"}


async def test_the_guards_prompt_closes_by_itself_and_says_who_has_it(at_station, full):
    async with at_station("guard") as guard, at_station("manager") as manager:
        await guard.until(lambda: guard.prompts() == ["over_count"])
        await decide(manager)
        await guard.until(lambda: guard.prompts() == [])
        await guard.reads("over-count: 王五 is on it since 10:00")


async def test_a_store_without_a_manager_on_the_list_says_so(at_station, full, desk):
    staff.remove(desk, "王五")
    async with at_station("guard") as guard:
        await guard.reads("tell the service manager now, then F8")


async def test_a_prompt_that_comes_while_a_plate_is_typed_eats_no_key(at_station, arrive):
    arrive(*FOUR[:3])
    async with at_station("guard") as guard:
        await guard.press(*"b55")
        arrive(FOUR[3])
        await guard.until(lambda: guard.prompts() == ["over_count"])
        await guard.press(*"555", "f2")
        await guard.cars(*FOUR, "苏B55555")


async def test_a_prompt_that_comes_while_a_complaint_is_written_loses_no_letter(at_station, arrive, desk):
    arrive(*FOUR[:3])
    async with at_station("manager") as manager:
        await manager.press("ctrl+n")
        await manager.dialog("NewCaseForm")
        await manager.press(*"waited")
        arrive(FOUR[3])
        await manager.cars(*FOUR)
        await manager.later(1_000)
        await manager.press("space", *"long", "enter", *"very")
        assert manager.app.screen.query_one("#words").text == "waited long\nvery"
        await manager.press("f8", "f2")
        assert manager.app.screen.query_one("#words").text == "waited long\nvery"
        assert not [e for e in desk.snapshot().escalations if e.acknowledged_at]
        await manager.press("f10")
        await manager.closed()
        await manager.reads("over-count 4/4", "waited l")
        assert [case.words for case in desk.snapshot().complaints] == ["waited long\nvery"]


async def test_the_bell_rings_once_for_each_prompt(at_station, arrive, monkeypatch):
    async with at_station("manager") as manager:
        rung = []
        monkeypatch.setattr(manager.app, "bell", lambda: rung.append(manager.app.snapshot.floor.count))
        arrive(*FOUR)
        await manager.until(lambda: rung)
        arrive("苏A55555")
        await manager.picture(lambda snapshot: snapshot.floor.count == 5)
        await manager.later(1_000)
        assert rung == [4]


async def test_what_became_due_while_nothing_ran_is_raised_at_the_start_with_its_true_time(at_station, arrive, clock):
    arrive("苏A12345")
    start = clock.at
    clock.at += 45 * MINUTE
    async with at_station("manager") as manager:
        await manager.until(lambda: set(manager.prompts()) == {"over_stay", "late_reception"})
        raised = {e.kind: (e.crossed_at, e.raised_at) for e in manager.app.snapshot.escalations}
        assert raised[Kind.OVER_STAY] == (start + 20 * MINUTE, clock.at)
        assert raised[Kind.LATE_RECEPTION] == (start + MINUTE, clock.at)
        await manager.reads("─ over limit ─", "10:20 over-stay")


async def test_three_stations_raise_one_prompt(at_station, arrive, clock, desk):
    arrive("苏A12345")
    async with at_station("guard") as guard, at_station("reception") as reception, at_station("manager") as manager:
        clock.at += 20 * MINUTE + 1
        for person in (guard, reception, manager):
            await person.app.tick()
        for person in (guard, manager):
            await person.until(lambda person=person: "over_stay" in person.prompts())
        assert sorted(e.kind for e in desk.snapshot().escalations) == [Kind.LATE_RECEPTION, Kind.OVER_STAY]


async def test_f8_on_a_late_reception_takes_note_and_chooses_no_car(at_station, arrive, clock, desk):
    arrive("苏A11111", "苏A22222")
    async with at_station("reception") as reception:
        await reception.press("f6")
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A11111").received_at)
        await reception.later(MINUTE + 1)
        await reception.until(lambda: reception.prompts() == ["late_reception"])
        await reception.later(700)
        await reception.press("7", "7", "f8", "f4")
        await reception.reads("that key came right behind F8")
        assert reception.entry == "77"
        assert reception.screen.query_one("Board").chosen == ""
        assert [(each.who, each.level) for each in desk.snapshot().seen] == [("李四", 1)]
        assert desk.snapshot().floor.count == 2
        await reception.press("escape")
        await reception.later(700)
        await reception.press("f6")
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A22222").received_at)


async def test_what_f8_put_on_record_of_a_late_reception_is_said_as_done(at_station, arrive, clock, desk):
    arrive("苏A11111")
    async with at_station("reception") as reception:
        await reception.later(MINUTE + 1)
        await reception.until(lambda: reception.prompts() == ["late_reception"])
        await reception.later(700)
        await reception.press("f8")
        await reception.reads("✓ Seen. 苏A·11111 still waits: F6 receives whoever has waited longest.")
        assert "✗" not in reception.show("Feedback")
        assert [each.who for each in desk.snapshot().seen] == ["李四"]
        await reception.press("f4")
        await reception.reads("✗")
        assert "Seen." not in reception.text
        await reception.later(700)
        await reception.press("f6")
        await reception.reads("✓ 10:01 苏A·11111")
        assert "✗" not in reception.text


async def test_there_is_no_prompt_to_answer(at_station):
    async with at_station("manager") as manager:
        await manager.press("f8")
        await manager.reads("There is no prompt to answer")


async def test_a_complaint_in_the_queue_stays_in_hand_when_a_prompt_comes(at_station, staffed, arrive):
    register.register(staffed, NewCase(
        channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer="陈先生", phone="",
        plate=NO_PLATE, words="漏油",
    ))  # fmt: skip
    async with at_station("manager") as manager:
        await manager.press("tab", "enter")
        await manager.dialog("CaseDialog")
        await manager.later(700)
        await manager.press("f3")
        await manager.dialog("StepForm")
        await manager.press(*"half")
        arrive(*FOUR)
        await manager.cars(*FOUR)
        await manager.press(*"way")
        assert manager.app.screen.query_one("#words").text == "halfway"


async def test_what_was_decided_and_is_not_done_is_raised_again_one_step_up(at_station, attended, full, desk):
    staff.add(desk, "孙磊", Post.SUPERVISOR)
    async with at_station("reception") as reception, at_station("manager") as manager:
        await decide(manager)
        await manager.press("f3")
        await manager.closed()
        await manager.reads("王五: waiting bay · 1 to do · check in")
        assert "over_count" not in reception.prompts()
        await manager.later(5 * MINUTE)
        await manager.picture(lambda snapshot: snapshot.escalations[0].level == 2)
        await manager.reads("‼2", "F8 decide")
        await reception.later(0)
        await reception.until(lambda: "over_count" in reception.prompts())
        await manager.later(700)
        await manager.press("f8")
        await manager.dialog("DecideDialog")
        await manager.reads("tried at 10:00")
        await manager.later(700)
        await manager.press("f2")
        await manager.closed()
        carry_out(desk)
        await manager.picture(lambda snapshot: snapshot.floor.count == 2)


async def test_acknowledged_is_not_decided(at_station, attended, full, desk):
    staff.add(desk, "孙磊", Post.SUPERVISOR)
    async with at_station("manager") as manager:
        await decide(manager)
        await manager.press("escape")
        await manager.closed()
        await manager.reads("王五 is on it · decide within", "▸ F8 decide")
        await manager.later(3 * MINUTE)
        snapshot = await manager.picture(lambda snapshot: snapshot.escalations[0].state is State.RAISED)
        assert snapshot.escalations[0].level == 2


async def test_over_with_nobody_having_acted_needs_a_reason(at_station, full, desk):
    zone.receive(desk, FOUR[2])
    async with at_station("manager") as manager:
        await manager.until(manager.prompts)
        await manager.later(120_000)
        zone.leave(desk, FOUR[3])
        await manager.picture(lambda snapshot: snapshot.count_unexplained == 1)
        await manager.later(30_000)
        await manager.later(61_000)
        await manager.reads("1 ended with nobody having acted: F8 says why")
        await manager.press("f8")
        await manager.dialog("ExplainDialog")
        await manager.press("3")
        await manager.closed()
        await manager.picture(lambda snapshot: snapshot.count_unexplained == 0)
        (ended,) = (e for e in desk.snapshot().closed if e.kind is Kind.OVER_COUNT)
        assert (ended.outcome, ended.why, ended.explained_by) == (Outcome.UNHANDLED, Why.LEFT, "王五")


async def test_a_flapping_count_prompts_once(at_station, full, desk, arrive):
    async with at_station("manager") as manager:
        rung = []
        manager.app.on_station_screen_called = lambda event: rung.append(event.urgency)
        await decide(manager)
        await manager.press("escape")
        await manager.closed()
        for plate in ("苏A55555", "苏A66666"):
            zone.leave(desk, next(car.plate for car in desk.snapshot().floor.cars if car.received_at is None))
            await manager.reads("nobody acted")
            await manager.later(29_000)
            arrive(plate)
            await manager.reads("王五 is on it · decide within", "F8 decide")
        crossings = [e for e in (*desk.snapshot().closed, *desk.snapshot().escalations) if e.kind is Kind.OVER_COUNT]
        assert len(crossings) == 3
        assert {e.prompt for e in crossings} == {min(e.id for e in crossings)}
        assert rung == []


async def test_where_an_over_count_is_red_the_same_line_says_who_has_it(at_station, full, desk):
    async with at_station("guard") as guard:
        await guard.reads("zone 4/4 over-count · nobody yet")
        handling.tell(desk, desk.snapshot().escalations[0].id)
        await guard.reads("zone 4/4 over-count · told by 张三, nobody has it yet")
        await guard.later(61_000)
        assert "no prompts" not in guard.text
        handling.acknowledge(desk, desk.snapshot().escalations[0].id)
        await guard.reads("zone 4/4 over-count · 张三 is on it")
        await guard.later(61_000)
        await guard.reads("over-count 4/4: 张三 is on it · decide within")
        assert "no prompts" not in guard.text
