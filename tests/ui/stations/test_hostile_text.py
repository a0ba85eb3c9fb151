"""Whatever customers, gate cameras and clipboards hold: shown as it is or cleaned, never obeyed, never a crash."""

import unicodedata

import pytest

from frontdesk.desk import policy, zone
from frontdesk.desk.cases import register, steps
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.people.staff import Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import NO_PLATE, Plate, parse_plate
from frontdesk.words.policy.meanings import comments
from screens.stations.station import StationScreen

HOSTILE = {
    "markup and formats": "[/b][red]x[/]{0}%s[[ \\[[@click=app.quit]y[/] {plate} {name!r} %n",
    "escapes and controls": "\x1b[31mr\x1b]0;t\x07\x9b31ma\tb\r\nc\x1b[0m\x1b]52;c;aGFja2Vk\x07\rd",
    "invisible and wide": "\u202ee\u2066a\u2069\u200b\ufeff\x00\u2028\ue000👨\u200d👩🏳\ufe0f🇨🇳ＡＢ１，。"
    "👨\u200d👩\u200d👧\u200d👦\u202c",
    "long": "字" * 3990,
    "marks": "e" + "\u0301" * 3990,
}
"""Kinds that have nothing to do with each other stand in one text; a name has room for one of each."""
FORBIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}

WORST = ("escapes and controls", "invisible and wide", "marks")

each_text = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
each_of_the_worst = pytest.mark.parametrize("text", [HOSTILE[name] for name in WORST], ids=WORST)


def plate_of(text: str) -> Plate:
    """What of a text can be a plate; none where it cannot."""
    try:
        return parse_plate(text)
    except FrontdeskError:
        return NO_PLATE


@pytest.fixture
def poisoned(desk, clock, text, tmp_path):
    """A store whose every text is hostile, four cars in its zone, half an hour later."""
    given = text
    staff.add(desk, given[:29] + "名", Post.MANAGER, "13800138000")
    for number, plate in enumerate(map(plate_of, (given, given + "1", given + "22", "苏A12345", "苏B12345"))):
        try:
            zone.arrive(desk, plate)
            zone.receive(desk, plate, advisor=given[:30])
            if number == 0:
                zone.make_work_order(desk, plate)
        except FrontdeskError:
            assert number < 3
    for plate in map(Plate, ("苏C11111", "苏C22222", "苏C33333")):
        zone.arrive(desk, plate)
    for _number in range(2):
        case = register.register(desk, NewCase(
            channel=Channel.EMAIL, kind=CaseKind.PRICE, severity=Severity.MAJOR, phone="", customer=given[:60],
            plate=plate_of(given), words=given + "说",
        )).number  # fmt: skip
    for step in (
        CaseStep.INFORM, CaseStep.VISIT, CaseStep.ASSIGN, CaseStep.TO_QUALITY, CaseStep.QUALITY, CaseStep.PASS_ON,
        CaseStep.ANSWER, CaseStep.RESOLVE,
        CaseStep.CONFIRM, CaseStep.CLOSE,
    ):  # fmt: skip
        found = Given(investigation=given + "查", analysis=given + "因", measure=given + "措")
        steps.take(
            desk, case, step, (given[:59] if step in {CaseStep.ASSIGN, CaseStep.INFORM} else given) + "记", given=found
        )
    later = Given(at=clock.at + 3_600_000, clock=ClockName.ON_SITE)
    for step in (CaseStep.PROMISE, CaseStep.PAUSE, CaseStep.TO_QUALITY, CaseStep.REPORT):
        steps.take(desk, 1, step, given + "言", given=later)
    steps.take(desk, 1, CaseStep.ASSIGN, given[:59] + "记")
    laid_down = Policy(bays=(given + "号", "2", "3"), workshop_bays=(given + "甲", "2"), store_name=given)
    (tmp_path / "policy.toml").write_text(policy.to_toml(laid_down, comments()), encoding="utf-8")
    policy.load(desk, policy.from_file(tmp_path / "policy.toml").policy)
    clock.at += 31 * 60_000


def check(person):
    strips = person.strips
    assert {strip.cell_length for strip in strips} == {80}
    for strip in strips:
        found = {unicodedata.category(character) for character in strip.text} & FORBIDDEN
        assert not found, ascii(strip.text)


@each_of_the_worst
@pytest.mark.parametrize("station", [StationKind.GUARD, StationKind.RECEPTION])
@pytest.mark.usefixtures("poisoned")
async def test_guard_and_reception_show_it_without_harm(at_station, text, station):
    async with at_station(station.value, who=text + "员") as person:
        await person.until(person.prompts)
        check(person)
        assert person.app.is_running


@each_text
@pytest.mark.usefixtures("poisoned")
async def test_the_manager_and_every_dialog_show_it_without_harm(at_station, text):
    async with at_station("manager", who=text + "员") as person:
        await person.until(person.prompts)
        check(person)
        for key in ("f1", "ctrl+o", "ctrl+n", "ctrl+r"):
            await person.press(key)
            await person.until(lambda: not isinstance(person.app.screen, StationScreen))
            await person.pilot.pause()
            check(person)
            await person.press("escape")
            await person.closed()
        await person.press("down", "f3")
        await person.dialog("MoveDialog")
        check(person)
        await person.press("escape")
        await person.closed()
        await person.later(700)
        await person.press("f8")
        await person.dialog("DecideDialog")
        check(person)
        await person.press("right")
        check(person)
        await person.press("escape")
        await person.closed()
        await person.press("tab", "enter")
        await person.dialog("CaseDialog")
        check(person)
        await person.press("pagedown")
        check(person)
        await person.press("enter")
        await person.dialog("ChooseDialog")
        check(person)
        await person.press("escape")
        await person.dialog("CaseDialog")
        await person.later(700)
        await person.press("f3")
        await person.dialog("StepForm")
        await person.paste(text)
        check(person)
        await person.press("escape", "escape")
        await person.closed()
        assert person.app.is_running


@each_of_the_worst
async def test_what_is_pasted_into_a_box_reaches_the_terminal_cleaned(at_station, text):
    async with at_station("reception") as reception:
        await reception.paste(text)
        check(reception)
        await reception.press("f2")
        await reception.pilot.pause()
        check(reception)
        await reception.press("f4", "f5", "f6", "f7", "f10")
        await reception.pilot.pause()
        check(reception)
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        for field in ("words", "plate", "phone", "customer", "wants"):
            reception.app.screen.query_one(f"#{field}").focus()
            await reception.paste(text)
            check(reception)
        await reception.press("f10")
        await reception.until(
            lambda: isinstance(reception.app.screen, StationScreen) or reception.app.screen.query_one("Trouble").text
        )
        check(reception)


@each_of_the_worst
async def test_a_hostile_name_signs_in(at_station, text):
    async with at_station("guard", who="") as guard:
        await guard.dialog("OperatorDialog")
        await guard.later(700)
        await guard.press("f2")
        await guard.dialog("PersonDialog")
        await guard.paste("员" + text[:20])
        check(guard)
        await guard.press("enter")
        await guard.closed()
        check(guard)
        assert guard.app.is_running
