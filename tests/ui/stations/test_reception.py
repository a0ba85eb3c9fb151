"""The reception desk: customers are received, complaints are taken, and nothing written is lost."""

import pytest
from textual import events

from frontdesk.desk import zone
from frontdesk.desk.cases import register as complaints
from frontdesk.domain.cases.case import Channel, ComplaintKind, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.values.plates import show_plate
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from screens.kit.lines import width_of

MINUTE = 60_000


@pytest.fixture
def complain(staffed):
    """Register a complaint through the guard's desk; return its number."""

    def register(words="等得太久了", severity=Severity.ORDINARY, customer="陈先生", plate="苏A12345"):
        return complaints.register(staffed, NewCase(
            channel=Channel.PHONE, kind=ComplaintKind.WAITING, severity=severity, customer=customer,
            phone="13812348000", plate=plate, words=words,
        )).number  # fmt: skip

    return register


async def test_f6_with_nothing_typed_receives_who_has_waited_longest(at_station, arrive, clock):
    arrive("苏A11111")
    clock.at += 5_000
    arrive("苏A22222")
    async with at_station("reception") as reception:
        await reception.reads("to be received 2", "F6 苏A·11111")
        await reception.press("f6")
        shot = await reception.picture(lambda shot: shot.floor.car("苏A11111").received_at)
        assert shot.floor.car("苏A11111").received_by == "李四"
        assert shot.floor.car("苏A22222").received_at is None
        await reception.later(700)
        await reception.press("f6")
        await reception.picture(lambda shot: shot.floor.car("苏A22222").received_at)
        await reception.reads("everybody is received")
        await reception.later(700)
        await reception.press("f6")
        await reception.reads("Which car?")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_row_of_who_waits_shows_whole_customers_and_how_many_more(at_station, arrive, language, size):
    i18n.use(language)
    plates = [f"苏A1111{n}" for n in range(4)]
    arrive(*plates)
    async with at_station("reception", size=size) as reception:
        await reception.reads("F6 苏A·11110")
        await reception.later(10 * MINUTE)
        row, late = reception.show("Waiting"), _("late")
        shown = [plate for plate in plates if show_plate(plate) in row]
        assert row.count(f"10:00 {late}") == len(shown) < 4
        assert row.rstrip().endswith(f"10:00 {late}   +{4 - len(shown)}")
        for plate in plates[:3]:
            await reception.press("f6")
            await reception.picture(lambda shot, plate=plate: shot.floor.car(plate).received_at)
            await reception.later(700)
        await reception.until(lambda: "F6 苏A·11113" in reception.show("Waiting"))
        assert reception.show("Waiting").rstrip().endswith(f"10:00 {late}")


async def test_a_customer_that_does_not_fit_alone_ends_in_a_dot_dot_dot(at_station, arrive):
    arrive("苏A11111", "苏A22222")
    async with at_station("reception") as reception:
        await reception.reads("F6 苏A·11111")
        for width in range(30, 47):
            (row,) = reception.screen.query_one("Waiting").build(width)
            assert width_of(row) == width
            assert "".join(span.text for span in row).endswith("…   +1")
        (row,) = reception.screen.query_one("Waiting").build(47)
        assert "".join(span.text for span in row).endswith("bay 1 0:00   +1")


async def test_f6_on_a_typed_plate_receives_that_one(at_station, arrive):
    arrive("苏A11111", "苏A22222")
    async with at_station("reception") as reception:
        await reception.press(*"222", "f6")
        shot = await reception.picture(lambda shot: shot.floor.car("苏A22222").received_at)
        assert shot.floor.car("苏A11111").received_at is None
        await reception.press(*"222", "f6")
        await reception.reads("苏A·22222 was received at 10:00:00 by 李四")


async def test_a_key_at_the_bottom_can_be_touched(at_station, arrive):
    arrive("苏A11111")
    async with at_station("reception") as reception:
        await reception.touch("F6 receive")
        await reception.picture(lambda shot: shot.floor.car("苏A11111").received_at)
        await reception.touch("new complaint")
        await reception.dialog("ComplaintForm")


async def test_a_car_goes_from_reception_to_the_workshop_with_f6_f7_f10(at_station, arrive):
    arrive("苏A11111")
    async with at_station("reception") as reception:
        await reception.press(*"111", "f10")
        await reception.reads("苏A·11111 has no work order yet")
        await reception.press("f6")
        await reception.picture(lambda shot: shot.floor.car("苏A11111").received_at)
        await reception.press(*"111", "f7")
        await reception.picture(lambda shot: shot.floor.car("苏A11111").work_order_at)
        await reception.press(*"111", "f10")
        await reception.picture(lambda shot: shot.floor.car("苏A11111").place.key == "workshop")
        await reception.reads("苏A·11111 handed over to the workshop")
        await reception.press("f9")
        await reception.picture(lambda shot: shot.floor.car("苏A11111").place.key == "bay1")


async def test_the_form_is_closed_and_opened_again_with_everything_in_it(at_station):
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("ComplaintForm")
        await reception.paste("第一句\n第二句")
        await reception.press("shift+tab", "shift+tab", "shift+tab", *"a12345", "shift+tab", *"139", "shift+tab")
        await reception.paste("陈先生")
        await reception.press("escape")
        await reception.closed()
        await reception.press("ctrl+n")
        await reception.dialog("ComplaintForm")
        form = reception.app.screen
        assert form.query_one("#words").text == "第一句\n第二句"
        assert [form.query_one(f"#{name}").value for name in ("plate", "phone", "customer")] == [
            "a12345", "139", "陈先生",
        ]  # fmt: skip
        await reception.reads("第一句", "第二句", "陈先生", "Esc close, the draft is kept")


async def test_a_wrong_phone_number_is_said_and_nothing_is_lost(at_station, desk):
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("ComplaintForm")
        form = reception.app.screen
        await reception.press("f10")
        await reception.reads("A complaint needs words")
        await reception.paste("等了一个小时")
        form.query_one("#phone").value = "call me"
        form.query_one("#customer").value = "陈先生"
        await reception.press("f10")
        await reception.reads("“call me” is not a phone number")
        assert "0512-6280 0000" in " ".join(reception.text.split()).replace(" │ │ ", " ")
        assert form.query_one("#words").text == "等了一个小时"
        assert form.query_one("#customer").value == "陈先生"
        assert not desk.snapshot().complaints
        form.query_one("#phone").value = "138 1234 8000"
        await reception.press("f10")
        await reception.closed()
        await reception.reads("complaints 1", "陈先生", "等了一", "complaint registered")
        (case,) = desk.snapshot().complaints
        assert case.phone == "138****8000"
        assert "13812348000" not in reception.text


async def test_a_form_that_was_saved_is_empty_the_next_time(at_station):
    async with at_station("manager") as manager:
        await manager.press("ctrl+n")
        await manager.dialog("ComplaintForm")
        await manager.paste("漏油")
        await manager.press("f10")
        await manager.closed()
        await manager.press("ctrl+n")
        await manager.dialog("ComplaintForm")
        assert manager.app.screen.query_one("#words").text == ""


async def test_kind_severity_and_channel_are_chosen_with_the_arrows_and_by_touch(at_station, desk):
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.press("ctrl+n")
        await reception.dialog("ComplaintForm")
        await reception.paste("刹车失灵")
        form = reception.app.screen
        form.query_one("#kind").focus()
        await reception.press("right", "tab", "right", "tab", "left", "left")
        await reception.touch("○phone", row=0)
        await reception.press("f10")
        await reception.closed()
        (case,) = desk.snapshot().complaints
        assert (case.kind, case.severity) == (ComplaintKind.PRODUCT, Severity.MAJOR)
        assert case.channel is Channel.PHONE
        await reception.reads("major", "head informed in 30:00")


async def test_the_queue_counts_down_and_shows_what_is_overdue(at_station, complain, clock):
    complain("刹车失灵", Severity.MAJOR)
    async with at_station("reception") as reception:
        await reception.reads("head informed in 30:00", "due 10:30")
        await reception.later(MINUTE)
        await reception.reads("head informed in 29:00")
        await reception.later(29 * MINUTE)
        await reception.reads("head informed in 0:00")
        assert "complaint_due" not in reception.prompts()
        await reception.later(1)
        await reception.until(lambda: "complaint_due" in reception.prompts())
        await reception.reads("OVERDUE 0:00", "complaint overdue", "F8 open the case")
        await reception.later(MINUTE)
        await reception.reads("OVERDUE 1:00")


async def test_f8_on_an_overdue_complaint_opens_it_and_informing_the_head_ends_the_prompt(at_station, complain, clock):
    number = complain("刹车失灵", Severity.MAJOR)
    async with at_station("manager") as manager:
        await manager.later(31 * MINUTE)
        await manager.until(lambda: manager.prompts() == ["complaint_due"])
        await manager.later(700)
        await manager.press("f8")
        await manager.dialog("ComplaintCase")
        await manager.reads("head informed", "late")
        await manager.later(700)
        await manager.press("f8")
        await manager.dialog("StepForm")
        await manager.later(700)
        await manager.press("f10")
        await manager.until(lambda: "met 10:31" in manager.text)
        await manager.press("escape")
        await manager.closed()
        await manager.until(lambda: manager.prompts() == [])
        assert number == 1


async def test_a_phone_number_is_shown_in_full_only_on_a_recorded_request(at_station, complain, desk):
    complain()
    async with at_station("reception") as reception:
        await reception.press("tab", "enter")
        await reception.dialog("ComplaintCase")
        assert "13812348000" not in await reception.reads("138****8000")
        await reception.press("f12")
        await reception.reads("13812348000")
        kind, who = desk.connection.execute("select kind, who from events order by seq desc limit 1").fetchone()
        assert (kind, who) == ("show_phone", "李四")
        await reception.press("escape")
        await reception.closed()
        await reception.press("enter")
        await reception.dialog("ComplaintCase")
        await reception.reads("138****8000")


async def test_the_queue_scrolls_with_the_mark_and_a_touch_opens_a_case(at_station, complain):
    for n in range(30):
        complain(f"第{n}件", customer=f"客户{n:02}")
    async with at_station("manager") as manager:
        await manager.reads("complaints 30")
        await manager.press("tab", "pagedown", "pagedown", "down")
        await manager.reads("客户21")
        await manager.press("enter")
        await manager.dialog("ComplaintCase")
        await manager.reads("客户21")
        await manager.press("escape")
        await manager.closed()
        await manager.touch("客户20")
        await manager.dialog("ComplaintCase")
        await manager.reads("客户20")


async def test_the_entry_box_is_ready_again_after_a_look_at_the_queue(at_station, complain):
    complain()
    async with at_station("reception") as reception:
        await reception.press("tab", "shift+tab", *"b12345", "f2")
        await reception.cars("苏B12345")


async def test_late_reception_is_the_desks_at_once_and_the_managers_after_three_minutes(at_station, arrive, clock):
    arrive("苏A12345")
    start = clock.at
    async with at_station("reception") as reception, at_station("manager") as manager:
        for at, at_reception, at_manager in (
            (60_000, [], []), (60_001, ["late_reception"], []), (180_000, ["late_reception"], []),
            (180_001, ["late_reception"], ["late_reception"]),
        ):  # fmt: skip
            clock.at = start + at
            await reception.app.tick()
            await reception.until(lambda expected=at_reception: reception.prompts() == expected)
            await manager.picture(lambda shot, seq=reception.app.snapshot.seq: shot.seq >= seq)
            await manager.app.tick()
            await manager.until(lambda expected=at_manager: manager.prompts() == expected)
        await reception.reads("F6 receive now")
        await reception.press("f6")
        await reception.until(lambda: reception.prompts() == [])
        await manager.until(lambda: manager.prompts() == [])


async def test_a_customer_received_exactly_after_a_minute_is_in_time(at_station, arrive, clock, desk):
    arrive("苏A12345")
    async with at_station("reception") as reception:
        await reception.later(60_000)
        await reception.press("f6")
        await reception.picture(lambda shot: shot.floor.car("苏A12345").received_at)
        await reception.later(60_000)
        shot = desk.snapshot()
        assert (shot.escalations, shot.closed) == ((), ())


async def test_a_car_that_left_and_what_was_typed_for_it(at_station, arrive, staffed):
    arrive("苏A12345")
    async with at_station("reception") as reception:
        await reception.press(*"2345")
        zone.leave(staffed, "苏A12345")
        await reception.cars()
        await reception.press("f6")
        await reception.reads("苏A·12345 is not at the store: it left at 10:00:00")


async def test_a_plate_typed_while_the_queue_has_the_focus_goes_into_the_box(at_station, arrive, complain):
    arrive("苏A12345", "苏A77777")
    complain("漏油")
    async with at_station("reception") as reception:
        await reception.press("tab", *"777", "f6")
        await reception.picture(lambda shot: shot.floor.car("苏A77777").received_at)


async def test_a_plate_pasted_while_the_queue_has_the_focus_goes_into_the_box(at_station, arrive, complain):
    arrive("苏A12345", "苏A77777")
    complain("漏油")
    async with at_station("reception") as reception:
        await reception.press("tab")
        await reception.until(lambda: reception.screen.query_one("ComplaintQueue").has_focus)
        await reception.paste("")
        assert reception.screen.query_one("ComplaintQueue").has_focus
        await reception.paste("苏A777\nB77")
        await reception.until(lambda: reception.entry == "苏A777")
        await reception.press("7", "f6")
        await reception.picture(lambda shot: shot.floor.car("苏A77777").received_at)


async def test_the_mark_stays_while_another_window_is_looked_at(at_station, complain):
    for n in range(1, 4):
        complain("漏油", plate=f"苏B0000{n}")
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.press("tab", "down", "down")
        await reception.until(lambda: reception.screen.query_one("ComplaintQueue").index == 2)
        for event in (events.AppBlur(), events.AppFocus()):
            reception.app.post_message(event)
            await reception.pilot.pause()
        await reception.until(lambda: reception.screen.query_one("ComplaintQueue").has_focus)
        await reception.press("enter")
        await reception.dialog("ComplaintCase")
        assert reception.app.screen.query_one("CaseText").page.case.plate == "苏B00003"


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_queue_shows_what_is_due_next_as_soon_as_it_has_not_the_focus(
    at_station, complain, arrive, clock, language
):
    i18n.use(language)
    arrive("苏A00001", "苏A00002", "苏A00003", "苏A00004")
    for n in range(1, 4):
        complain("漏油", plate=f"苏B0000{n}")
    clock.at += 21 * MINUTE
    async with at_station("reception") as person:
        await person.until(lambda: len(person.prompts()) > 1)
        queue = person.screen.query_one("ComplaintQueue")
        assert queue.size.height == 3
        more = _("… {count} more: Ctrl+F for all").format(count=2)
        await person.reads("苏B·00001", more)
        await person.press("tab", "down", "down")
        await person.until(lambda: "▸" in person.show("#queue") and "苏B·00003" in person.show("#queue"))
        await person.press("tab")
        await person.until(lambda: person.screen.query_one("#plate").has_focus)
        await person.until(lambda: "苏B·00001" in person.show("#queue"))
        assert more in person.show("#queue")
        await person.touch("苏B·00001")
        await person.dialog("ComplaintCase")
        assert person.app.screen.query_one("CaseText").page.case.plate == "苏B00001"
        await person.press("escape")
        await person.closed()
        assert "苏B·00001" in person.show("#queue")
