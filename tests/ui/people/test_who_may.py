"""At the manager's console, where people sign in by PIN: what each post may do without one, with one, or not at all."""

from functools import partial

import pytest
from case_dialogs import opened
from duty_dialog import open_duty
from with_pins import PIN, proofs, sign_in_by_pin

from frontdesk.desk.cases.page import page
from frontdesk.domain.cases.case import Severity
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.alerts import IGNORES_KEYS_FOR
from frontdesk.domain.people.pins import FRESH_FOR


def done(desk):
    return [kind for (kind,) in desk.connection.execute("select kind from events order by seq desc")]


async def is_asked_for_the_pin(person, desk, who, form, *, may):
    """Press F10 in a form: the PIN is asked for and then it is done, or it is refused and stays undone."""
    before = done(desk)
    await person.press("f10")
    if may:
        await person.dialog("PinDialog")
        assert done(desk) == before
        await person.press(*PIN, "enter")
        await person.dialog(form)
        await person.press("f10")
        await person.until(lambda: len(done(desk)) > len(before))
        assert proofs(desk)[0] == "pin"
    else:
        await person.reads(f"✗ {who}")
        assert done(desk) == before


@pytest.mark.parametrize(
    ("who", "has_cases", "runs_the_store"),
    [
        ("张三", False, False),
        ("李四", True, False),
        ("孙磊", True, True),
        ("王五", True, True),
        ("李建国", True, True),
    ],
)
async def test_each_post(at_station, people, case, *, who, has_cases, runs_the_store):
    case()
    sign_in_by_pin(people, "张三", "李四", "孙磊", "王五", "李建国")
    async with at_station("manager", who=who) as person:
        await person.press(*"a12345", "f2")
        await person.cars("苏A12345")

        await person.press("ctrl+n")
        await person.dialog("NewCaseForm")
        person.app.screen.query_one("#words").insert("等太久")
        await person.press("f10")
        if has_cases:
            await person.closed()
            await person.until(lambda: done(people)[0] == "register")
            assert proofs(people)[0] == "station"
        else:
            await person.reads(f"✗ {who} (guard) may not do this here.")
            await person.press("escape")
            await person.closed()

        await opened(person)
        person.app.call_later(partial(person.app.screen.action_take, CaseStep.JUDGE))
        await person.dialog("StepForm")
        await person.later(IGNORES_KEYS_FOR)
        await person.press(*"hurt")
        await is_asked_for_the_pin(person, people, who, "StepForm", may=has_cases)
        assert page(people, 1).case.severity is (Severity.MAJOR if has_cases else Severity.ORDINARY)
        if not has_cases:
            await person.press("escape")
        await person.dialog("CaseDialog")
        await person.press("escape")
        await person.closed()

        # Over a minute later the PIN is asked for again.
        await person.later(FRESH_FOR + 1)
        await open_duty(person)
        person.app.screen.query_one("#until").value = "23:30"
        await is_asked_for_the_pin(person, people, who, "DutyDialog", may=runs_the_store)
