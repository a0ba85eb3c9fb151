"""What is refused in a form of a case: the field is named, has the focus, and what is typed next replaces it."""

import pytest
from case_dialogs import IGNORES_KEYS_FOR, from_menu, opened
from textual.widgets import Input

from frontdesk.domain.cases.case import Severity
from frontdesk.words import i18n


async def put(person, fields):
    form = person.app.screen
    for name, value in fields.items():
        setattr(form.query_one(f"#{name}"), "value" if isinstance(form.query_one(f"#{name}"), Input) else "text", value)
    await person.pilot.pause()


async def refused(person, name, title, fields):
    """Save; the sentence begins with the title of the field, which has the focus, all of it selected."""
    await put(person, fields)
    await person.press("f10")
    await person.reads(f"✗ {title}: ")
    box = person.app.screen.query_one(f"#{name}")
    text = box.value if isinstance(box, Input) else box.text
    await person.until(lambda: person.app.focused is box and box.selected_text == text)


@pytest.mark.parametrize(
    ("step", "field", "fields"),
    [
        ("promise", ("until", "promised for"), {"until": "qqq", "words": "送车"}),
        ("promise", ("until", "promised for"), {"until": "", "words": "送车"}),
        ("promise", ("until", "promised for"), {"until": "", "words": ""}),
        ("promise", ("until", "promised for"), {"until": "2001-01-01 10:00", "words": "送车"}),
        ("promise", ("until", "promised for"), {"until": "2999-01-01 10:00", "words": "送车"}),
        ("promise", ("words", "what is promised"), {"until": "3 days", "words": ""}),
        ("pause a clock", ("until", "until"), {"until": "qqq", "words": "等配件"}),
        ("pause a clock", ("until", "until"), {"until": "2001-01-01 10:00", "words": "等配件"}),
    ],
)
async def test_the_form_of_a_step_names_the_field(at_station, case, step, field, fields):
    case(Severity.MAJOR)
    async with at_station("manager", size=(120, 40)) as manager:
        await opened(manager)
        await from_menu(manager, step)
        await manager.dialog("StepForm")
        await manager.later(IGNORES_KEYS_FOR)
        name, title = field
        await refused(manager, name, title, fields)


async def test_of_several_the_first_that_is_empty_is_named(at_station, case):
    case(Severity.MAJOR)
    async with at_station("manager", size=(120, 40)) as manager:
        await opened(manager)
        await from_menu(manager, "hand to quality")
        await manager.dialog("StepForm")
        await manager.later(IGNORES_KEYS_FOR)
        await manager.paste("异响从何而来")
        await manager.press("f10")
        await manager.dialog("CaseDialog")
        await manager.later(IGNORES_KEYS_FOR)
        await from_menu(manager, "quality's answer")
        await manager.dialog("StepForm")
        await manager.later(IGNORES_KEYS_FOR)
        await refused(manager, "analysis", "why", {"words": "轴承", "investigation": "拆检", "measure": "更换"})


@pytest.mark.parametrize(
    ("name", "title", "fields"),
    [
        ("phone", "phone", {"words": "太久", "phone": "1380013800"}),
        ("words", "the customer's words", {"words": ""}),
        ("plate", "plate", {"words": "太久", "plate": "b123456789"}),
        ("plate", "plate", {"words": "太久", "plate": "zz9"}),
        ("wants", "wants", {"words": "太久", "wants": "退" * 500}),
    ],
)
async def test_the_form_of_a_new_case_names_the_field(at_station, name, title, fields):
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        for box in reception.app.screen.query(Input):
            box.max_length = None
        await refused(reception, name, title, fields)


@pytest.mark.parametrize(("name", "typed"), [("phone", "1380013800"), ("plate", "b123456789")])
async def test_the_form_that_corrects_a_case_names_the_field(at_station, case, name, typed):
    case()
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await from_menu(reception, "correct what was registered")
        await reception.dialog("AmendForm")
        await reception.later(IGNORES_KEYS_FOR)
        await refused(reception, name, name, {name: typed})


async def test_a_plate_that_is_written_out_leaves_the_refusal_of_another_field(at_station, arrive):
    arrive("苏A12345")
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        await put(reception, {"words": "太久", "phone": "1380013800"})
        reception.app.screen.query_one("#plate").focus()
        await reception.pilot.press(*"345")
        await reception.press("f10")
        await reception.until(lambda: reception.app.screen.query_one("#plate").value == "苏A·12345")
        await reception.reads("✗ phone: ")


async def test_a_person_whose_phone_is_refused(at_station):
    i18n.use("zh")
    async with at_station("reception") as reception:
        await reception.press("ctrl+o")
        await reception.dialog("OperatorDialog")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.press("f2")
        await reception.dialog("PersonDialog")
        await put(reception, {"name": "赵六", "phone": "1380013800"})
        await reception.press("f10")
        await reception.reads("✗ 电话：")
        await reception.until(lambda: reception.app.focused.id == "phone")
