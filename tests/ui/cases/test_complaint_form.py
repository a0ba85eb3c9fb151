"""The form for a new complaint: nothing typed is lost, what is wrong is said, choices by arrow and by touch."""

from frontdesk.domain.cases.case import CaseKind, Channel, Severity


async def test_the_form_is_closed_and_opened_again_with_everything_in_it(at_station):
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        await reception.paste("第一句\n第二句")
        await reception.press("shift+tab", "shift+tab", "shift+tab", *"a12345", "shift+tab", *"139", "shift+tab")
        await reception.paste("陈先生")
        await reception.press("escape")
        await reception.closed()
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        form = reception.app.screen
        assert form.query_one("#words").text == "第一句\n第二句"
        assert [form.query_one(f"#{name}").value for name in ("plate", "phone", "customer")] == [
            "苏A·12345", "139", "陈先生",
        ]  # fmt: skip
        await reception.reads("第一句", "第二句", "陈先生", "Esc close, the draft is kept")


async def test_a_wrong_phone_number_is_said_and_nothing_is_lost(at_station, desk):
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        form = reception.app.screen
        await reception.press("f10")
        await reception.reads("the customer's words: What did the customer say?")
        await reception.paste("等了一个小时")
        form.query_one("#phone").value = "call me"
        form.query_one("#customer").value = "陈先生"
        await reception.press("f10")
        await reception.reads("phone: “call me” is not a phone number")
        phone = reception.app.screen.query_one("#phone")
        assert (reception.app.focused, phone.selected_text) == (phone, "call me")
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
        await manager.dialog("NewCaseForm")
        await manager.paste("漏油")
        await manager.press("f10")
        await manager.closed()
        await manager.press("ctrl+n")
        await manager.dialog("NewCaseForm")
        assert manager.app.screen.query_one("#words").text == ""


async def test_kind_severity_and_channel_are_chosen_with_the_arrows_and_by_touch(at_station, desk):
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        await reception.paste("刹车失灵")
        form = reception.app.screen
        form.query_one("#kind").focus()
        await reception.press("right", "tab", "right", "tab", "left", "left")
        await reception.touch("◂ fax", row=0)
        await reception.press("f10")
        await reception.closed()
        (case,) = desk.snapshot().complaints
        assert (case.kind, case.severity) == (CaseKind.PRODUCT, Severity.MAJOR)
        assert case.channel is Channel.PASSED_ON
        await reception.reads("major", "head informed in 30:00")
