"""The first picture, drawn before Textual is loaded, is the upper part of the first frame: cell by cell."""

import json
import shutil
from collections.abc import Sequence

import pictured_morning
import pytest
from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate
from frontdesk.words import i18n
from screens.kit.inks import paint_of
from screens.kit.key_hints import KeyHints
from screens.kit.palettes import PALETTES
from screens.kit.spans import fit
from screens.kit.window_size import COLUMNS, HIGH
from screens.stations.first_picture import first_picture
from screens.stations.keys import hinted
from screens.stations.window import rows_of_keys

SIZES = [(80, 24), (120, 40), (60, 18), (200, 60)]
EDGES = [(80, 21), (80, 22), (84, 29), (83, 30), (147, 33), (166, 34)]
"""Where a part takes a row more or less."""
STATIONS = ["guard", "reception", "manager", "workshop", "lounge"]

Cell = tuple[str, str, str, tuple[str, ...]]


def drawn_cells(live, station, size) -> list[list[Cell]]:
    """What each cell of the first picture shows: the character, its colours, and what it is besides."""
    rows = []
    for row in first_picture(live, station, *size):
        cells: list[Cell] = []
        for text, tone in fit(row.line, size[0]):
            paint = paint_of(tone, PALETTES["dark"], row.ground, few=False)
            cells += [seen(each, *paint) for each in text]
        rows.append(cells)
    return rows


def colour_of(color: Color | None) -> str:
    return color.triplet.hex if color and color.triplet else ""


def framed_cells(strips: Sequence[Sequence[Segment]]) -> list[list[Cell]]:
    """The same of what Textual paints."""
    rows = []
    for strip in strips:
        cells = []
        for text, style, _control in strip:
            assert style is not None
            letters = tuple(name for name in ("bold", "underline", "reverse") if getattr(style, name))
            ink, ground = (colour_of(each) for each in (style.color, style.bgcolor))
            cells += [seen(each, ink, ground, letters) for each in text]
        rows.append(cells)
    return rows


def seen(character: str, ink: str, ground: str, letters: tuple[str, ...]) -> Cell:
    if character == " " and not {"underline", "reverse"} & set(letters):
        return " ", "", ground, ()
    return character, ink, ground, letters


def is_blank(cells: Sequence[Cell]) -> bool:
    return all(cell[0] == " " for cell in cells)


def same(person, size, *, at_least=4) -> None:
    drawn, framed = drawn_cells(person.app.live, person.app.station, size), framed_cells(person.strips)
    assert len(drawn) == len(framed) == size[1]
    above = size[1] - next((y for y, row in enumerate(reversed(drawn)) if not is_blank(row)), size[1])
    assert above >= at_least
    for y in range(above):
        text = "".join(cell[0] for cell in drawn[y])
        assert cell_len(text) == size[0]
        assert drawn[y] == framed[y], f"row {y}: {text!r} became {''.join(cell[0] for cell in framed[y])!r}"


@pytest.fixture(autouse=True)
def all_colours(monkeypatch):
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(scope="module")
def morning(tmp_path_factory):
    """A store with cars, prompts, complaints, figures, and customers called from the lounge; and the moment."""
    path = tmp_path_factory.mktemp("stores") / "busy.db"
    return path, pictured_morning.make(path, "zh", then="called")


@pytest.fixture(scope="module")
def crowded(morning):
    """The same store later, too full for any window."""
    path, at = morning
    fuller = path.with_name("crowded.db")
    shutil.copy(path, fuller)
    crowd(fuller, at)
    return fuller, at


def crowd(path, at):
    """Fill the lane beyond any window, and let the machine's clock have been wrong."""
    with Desk.open(path, Actor("guard", "张强"), ManualClock(at)) as desk:
        for number in range(30):
            zone.arrive(desk, Plate(f"粤B{number:05d}"))
        handling.evaluate(desk)
        policy = desk.connection.execute("select policy from policies order by id desc").fetchone()[0]
        newer = json.dumps(json.loads(policy) | {"a_number_of_0_9": 7})
        desk.connection.execute("insert into policies (at, who, policy) values (1, '', ?)", (newer,))


async def looks_alike(opened, sizes):
    """Whatever the window: the first size is that in which the station opens."""
    async with opened as person:
        for size in sizes:
            await person.pilot.resize_terminal(*size)
            await person.pilot.pause()
            same(person, size)


@pytest.mark.parametrize("station", STATIONS)
async def test_a_busy_morning(at_station, clock, morning, language_of_the_screen, station):
    (path, clock.at), who = morning, pictured_morning.PEOPLE[station]
    await looks_alike(at_station(station, who=who, path=path, size=SIZES[0]), SIZES)


@pytest.mark.parametrize("station", STATIONS[:3])
async def test_more_cars_and_prompts_than_there_is_room_for(
    at_station, clock, crowded, language_of_the_screen, station
):
    (path, clock.at), who = crowded, pictured_morning.PEOPLE[station]
    await looks_alike(at_station(station, who=who, path=path, size=SIZES[1]), [*SIZES[1:3], *EDGES])


@pytest.mark.parametrize("station", STATIONS)
async def test_an_empty_store(at_station, station, language_of_the_screen):
    await looks_alike(at_station(station, size=SIZES[2]), SIZES[2:])


@pytest.mark.parametrize("size", [(59, 24), (80, 17)], ids=str)
async def test_a_window_that_is_too_small(at_station, size):
    async with at_station("guard", size=size) as person:
        await person.reads("too small")
        same(person, size, at_least=1)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_rows_kept_for_the_keys_are_those_they_take(language):
    i18n.use(language)
    for station in (StationKind.RECEPTION, StationKind.MANAGER, StationKind.WORKSHOP):
        hints = KeyHints(hinted(station), tall=False)
        for width in range(COLUMNS, 260):
            assert rows_of_keys(station, language, width, HIGH) == len(hints.placed(width)), (station, width)
