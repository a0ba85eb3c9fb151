"""A list to choose from in a narrow window: what is shortened shows it, and a state is not shortened."""

import pytest
from rich.cells import cell_len

from frontdesk.desk import zone
from frontdesk.domain.escalations.terms import Outcome
from frontdesk.domain.values.plates import Plate
from frontdesk.words.lookup import word
from screens.kit.choices import Menu
from screens.kit.spans import width_of

NAME, LONG = "No. 5  10:47  late reception 粤B·E1234", "20:48  ended by itself, nobody acted"

BESIDE = cell_len(f" 1 {NAME}   {LONG}")


def texts(menu: Menu, width: int) -> list[str]:
    lines = menu.build(width)
    assert all(width_of(each) <= width for each in lines)
    return ["".join(span.text for span in each) for each in lines]


@pytest.mark.parametrize(("width", "rows"), [(56, 2), (BESIDE - 1, 2), (BESIDE, 1), (120, 1)])
def test_a_remark_that_is_to_be_read_whole_stands_below(width: int, rows: int) -> None:
    shown = texts(Menu([(NAME, LONG, True), (NAME, "", False)], whole=True), width)
    assert len(shown) == 2 * rows
    assert NAME in shown[0]
    assert shown[rows - 1].endswith(LONG)


def test_any_other_remark_ends_in_an_ellipsis_where_it_is_cut() -> None:
    shown = texts(Menu([("move (F3)", "Move the car to another place, whichever it is.", True)]), 40)
    assert shown == [" 1 move (F3)   Move the car to another…"]


def test_remarks_stand_one_below_the_other() -> None:
    people = [("王芳", "manager", True), ("张保安", "guard", True), ("Li", "", True)]
    assert texts(Menu(people), 40) == [" 1 王芳     manager", " 2 张保安   guard", " 3 Li   "]
    # Where that would cut one they stand as they come.
    assert texts(Menu([("王芳", "m" * 20, True), ("A long name", "g", True)]), 30)[0].endswith("m" * 20)


@pytest.mark.usefixtures("language_of_the_screen")
async def test_at_60_columns_every_past_alert_says_what_became_of_it(at_station, arrive, clock, staffed):
    arrive(*(f"苏A1234{n}" for n in range(4)))
    async with at_station("manager", size=(60, 18)) as manager:
        await manager.picture(lambda snapshot: snapshot.escalations)
        for number in range(4):
            zone.leave(staffed, Plate(f"苏A1234{number}"))
        await manager.picture(lambda snapshot: not any(each.is_open for each in snapshot.escalations))
        await manager.press("ctrl+y")
        await manager.dialog("RecordList")
        await manager.reads(word(Outcome.UNHANDLED))
