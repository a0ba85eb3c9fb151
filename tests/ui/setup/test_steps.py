"""Each step of the set-up at 80×24, a wrong entry first: what would be right is said, and the box is ready for it."""

from dataclasses import replace

import pytest
from textual.events import Key

from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.setup.draft import Draft, Newcomer, Step
from frontdesk.domain.stations.station import StationKind
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from screens.kit.dialog import Trouble

MANAGER = Newcomer("王芳", Post.MANAGER, "13800010031")
WHOLE = Draft(
    typed=Newcomer(post=Post.SUPERVISOR),
    step=Step.CHECK,
    store_name="粤东",
    province="广东",
    people=(MANAGER,),
    station=StationKind.MANAGER,
)

WRONG = {
    Step.STORE: ("store", "", "粤东4S店", "The store needs a name. Right would be what stands on its documents."),
    Step.PROVINCE: (
        "province", "jiangnan", "广东",
        "“{text}” is no province. Right would be a name like Guangdong, or its character.",
    ),
    Step.BAYS: (
        "bays", "1 1", "东 西",
        "“{text}”: right would be 1 to 60 names with a blank between them, like 1 2 3; none twice.",
    ),
    Step.HOURS: (
        "day0", "8:30", "9:00~18",
        "“{text}” is not right. Right would be 8:30-18:00, or nothing for a day that is closed.",
    ),
    Step.PEOPLE: (
        "name", "", "王芳", "Nobody is service manager yet. Put one on the list: prompts go to that person first.",
    ),
}  # fmt: skip


@pytest.mark.usefixtures("language_of_the_screen")
@pytest.mark.parametrize("step", WRONG)
async def test_a_wrong_entry_is_said_and_the_right_one_replaces_it(at_setup, step):
    box, wrong, right, said = WRONG[step]
    begun = Draft(step=step) if step is Step.PEOPLE else replace(WHOLE, step=step)
    async with at_setup(begun) as person:
        await person.type(wrong)
        await person.press("f10")
        await person.reads("✗ " + _(said).format(text=wrong))
        assert person.app.focused.id == box
        assert person.app.focused.selected_text == wrong
        assert person.app.screen.STEP is step
        await person.pilot.press(*right)
        assert person.app.focused.value == right
        # It stands no longer than what was wrong.
        await person.until(lambda: person.app.screen.query_one(Trouble).text == "")
        await person.press("f10")
        await person.at(list(Step)[list(Step).index(step) + 1])
        assert person.app.screen.query_one(Trouble).text == ""


def fits(app, columns, rows):
    """Whether the frame is in the window, and the keys and the box with the cursor are in the frame."""
    frame, hints = (app.screen.query_one(name).region for name in (".dialog", "#hints"))
    inside = frame.contains_region(app.focused.region) and hints.bottom < frame.bottom
    return inside and app.size == (columns, rows) and frame.y >= 0 and frame.bottom <= rows


@pytest.mark.usefixtures("language_of_the_screen")
async def test_nothing_is_cut_in_any_window(at_setup):
    many = (MANAGER, *(Newcomer(f"顾问{number}", Post.ADVISOR, "13800010031") for number in range(20)))
    async with at_setup(replace(WHOLE, step=Step.STORE, people=many)) as person:
        for place, step in enumerate(Step, 1):
            for size in ((60, 18), (80, 24), (120, 40)):
                await person.pilot.resize_terminal(*size)
                person.app.screen.say(_("Choose which station this is: 1, 2, 3 or 4."))
                await person.reads(f"{place}/7", "✗", "F10", "Ctrl+T", "Ctrl+Q")
                await person.until(lambda size=size: fits(person.app, *size))
            if step is not Step.CHECK:
                await person.press("f10")
                await person.at(list(Step)[place])


async def test_from_the_first_step_to_the_store(at_setup, new):
    async with at_setup() as person:
        await person.type("粤东4S店")
        await person.press("enter")
        await person.at(Step.PROVINCE)
        assert person.app.focused.value == ""
        await person.touch("粤 Guangdong")
        assert person.app.focused.value == "粤"
        await person.press("enter")
        await person.at(Step.BAYS)
        await person.type("东 西 3")
        await person.reads("3 bays: 东, 西, bay 3")
        await person.press("f10")
        await person.at(Step.HOURS)
        await person.type("8:00-17:30")
        await person.press("f4", "f10")
        await person.at(Step.PEOPLE)
        await person.reads("No service manager yet", "after 3 minutes there is no deputy", "after 5 minutes")
        await person.type("王芳")
        await person.press("enter")
        await person.type("138 0001 0031")
        await person.press("enter")
        await person.reads("1 王芳   service manager 13800010031")
        await person.type("李强")
        await person.press("f10")
        await person.at(Step.STATION)
        await person.press("2")
        await person.at(Step.CHECK)
        await person.reads("粤东4S店", "粤 Guangdong", "东, 西, 3", "Mon–Sun 08:00-17:30", "李强 workshop supervisor")
        await person.reads("李强 would be called, but no phone number is on the staff list.")
        assert not new.exists()
        await person.press("f10")
        await person.until(lambda: person.app.done)
    assert person.app.done.station is StationKind.RECEPTION
    with Desk.open(new, Actor("guard", "张三"), create=False) as desk:
        policy = desk.snapshot().policy
        assert (policy.store_name, policy.province, policy.bays) == ("粤东4S店", "粤", ("东", "西", "3"))
        assert [each.name for each in sorted(desk.snapshot().staff, key=lambda each: each.id)] == ["王芳", "李强"]


@pytest.mark.parametrize("step", [Step.PROVINCE, Step.HOURS, Step.PEOPLE, Step.CHECK])
async def test_the_way_back_keeps_what_is_right_and_what_is_half_typed(at_setup, step):
    async with at_setup(replace(WHOLE, step=step)) as person:
        if step not in {Step.STATION, Step.CHECK}:
            await person.type("半")
        await person.press("escape")
        before = list(Step)[list(Step).index(step) - 1]
        await person.at(before)
        assert person.kept[-1].step is before
        await person.press("f10")
        await person.at(step)
        assert ("半" in person.text) is (step not in {Step.STATION, Step.CHECK})
        assert person.kept[-1].people == (MANAGER,)


async def test_esc_at_the_first_step_leaves_all_as_it_is(at_setup):
    async with at_setup() as person:
        await person.type("粤")
        await person.press("escape")
        await person.at(Step.STORE)
        assert person.app.focused.value == "粤"


@pytest.mark.parametrize("step", [Step.STORE, Step.HOURS, Step.PEOPLE])
async def test_stopped_half_way_it_goes_on_there(at_setup, step):
    async with at_setup(replace(WHOLE, step=step)) as person:
        await person.type("半")
        await person.press("ctrl+q")
    assert person.app.done is None
    async with at_setup(person.kept[-1]) as again:
        assert again.app.screen.STEP is step
        assert again.app.focused.value == "半"


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+t"])
async def test_a_key_does_not_overtake_what_was_typed_before_it(at_setup, key):
    async with at_setup(replace(WHOLE, step=Step.PROVINCE, province="")) as person:
        for character in "江苏":
            person.app.post_message(Key(character, character))
        person.app.post_message(Key(key, None))
        await person.until(lambda: person.kept)
    assert person.kept[-1].province == "江苏"


async def test_what_lies_under_the_handbook_is_kept(at_setup):
    async with at_setup(replace(WHOLE, step=Step.PROVINCE)) as person:
        await person.type("江苏")
        await person.press("f1")
        await person.reads("On a machine that has no store yet")
        await person.press("ctrl+q")
    assert person.kept[-1].province == "江苏"


async def test_what_is_typed_is_kept_each_second(at_setup):
    async with at_setup() as person:
        await person.type("粤东")
        person.app._tick()
        assert person.kept[-1].store_name == "粤东"
        person.app._tick()
        assert len(person.kept) == 1


async def test_a_step_that_has_no_boxes_yet_is_not_asked_for_them(at_setup, monkeypatch):
    async with at_setup(replace(WHOLE, step=Step.PROVINCE)) as person:
        switch = person.app.switch_screen

        def at_once(screen):
            done = switch(screen)
            person.app._tick()
            return done

        monkeypatch.setattr(person.app, "switch_screen", at_once)
        await person.press("f10")
        await person.at(Step.BAYS)
        assert person.kept[-1] == replace(WHOLE, step=Step.BAYS)


async def test_a_person_is_corrected_or_left_out(at_setup):
    async with at_setup(replace(WHOLE, step=Step.PEOPLE)) as person:
        await person.type("李强")
        await person.press("tab", "tab")
        await person.type("12")
        await person.press("enter")
        await person.reads("“12” is not a phone number.")
        assert (person.app.focused.id, person.app.focused.selected_text) == ("phone", "12")
        await person.type("10086")
        await person.press("f2")
        await person.reads("2 李强   workshop supervisor 10086")
        await person.type("王芳")
        await person.press("f2")
        await person.reads("王芳 is on the staff list already.")
        await person.type("")
        await person.press("f4")
        assert person.app.focused.value == "李强"
        assert "2 李强" not in person.text
        await person.type("")
        await person.press("tab", "tab")
        await person.type("")
        await person.press("f10")
        await person.at(Step.STATION)
        assert person.kept[-1].people == (MANAGER,)
        await person.press("escape")
        await person.at(Step.PEOPLE)
        await person.touch("1 王芳")
        assert person.app.screen.query_one("#name").value == "王芳"


async def test_where_nobody_is_on_the_list_nobody_is_corrected(at_setup):
    async with at_setup(Draft(step=Step.PEOPLE)) as person:
        await person.type("李强")
        await person.press("f4")
        await person.reads("✗ Nobody is on the list yet. Whoever is typed can be corrected right here.")
        assert person.app.focused.value == "李强"


async def test_what_is_wrong_with_one_box_stays_while_another_is_filled_in(at_setup):
    async with at_setup(replace(WHOLE, step=Step.HOURS)) as person:
        await person.type("8:30")
        await person.press("f10", "tab")
        await person.type("9-18")
        await person.reads("✗ “8:30” is not right.")


async def test_hours_of_all_days_below_are_set_at_once(at_setup):
    async with at_setup(replace(WHOLE, step=Step.HOURS)) as person:
        await person.press("tab", "tab", "tab", "tab", "tab")
        await person.type("休")
        await person.press("f4", "f10")
        await person.at(Step.PEOPLE)
        assert person.kept[-1].hours == (*["08:30-18:00"] * 5, "休", "休")


async def test_the_other_language_keeps_all(at_setup):
    async with at_setup(replace(WHOLE, step=Step.PROVINCE, province="")) as person:
        await person.type("guangdong")
        await person.press("ctrl+t")
        await person.reads("设置本店", "粤 广东")
        assert i18n.language() == "zh"
        assert person.app.screen.query_one("#province").value == "guangdong"


async def test_a_store_that_was_made_meanwhile_is_said(at_setup, new):
    async with at_setup(WHOLE) as person:
        with Desk.open(new, Actor("guard", "张三")):
            pass
        await person.press("f10")
        await person.reads("The store is set up already:")
        assert person.app.done is None


async def test_ctrl_c_says_how_to_stop(at_setup):
    async with at_setup(WHOLE) as person:
        await person.press("ctrl+c")
        await person.reads("Ctrl+Q stops here.")


async def test_the_handbook_has_a_page_about_it(at_setup):
    async with at_setup(WHOLE) as person:
        await person.press("f1")
        await person.reads("On a machine that has no store yet")
        await person.press("escape")
        await person.at(Step.CHECK)
