"""The lounge's display: big numbers, masked plates, and nothing else."""

from dataclasses import dataclass

import pytest
from lounge_display import how_big, is_big
from waiting import divert

from frontdesk.desk import lounge as tickets
from frontdesk.desk import policy, zone
from frontdesk.domain.lounge import TicketState
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.plates import Plate, show_plate
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import duration
from frontdesk.words.zone import place_name
from screens.kit.big_digits import is_drawn, rows_high
from screens.kit.live_screen import LiveScreen
from screens.kit.spans import width_of
from screens.stations.lounge_drawing import draw

SECOND, MINUTE = 1_000, 60_000
PLATES = (Plate("苏A12345"), Plate("苏BD88321"), Plate("沪C77A01"), Plate("京E0P7M8"), Plate("粤Z1234港"))
MASKED = ("苏A·***45", "苏B·***21", "沪C·***01", "京E·***M8", "粤Z·***4港")


@dataclass
class Seen:
    """A display that was only drawn."""

    lines: list[str]


@pytest.fixture
def waiting(staffed, clock):
    """Five customers in the lounge; every bay is free."""
    divert(staffed, clock, *PLATES)


def assert_exactly(person, size):
    strips = person.strips
    assert len(strips) == size[1]
    assert {strip.cell_length for strip in strips} == {size[0]}


def assert_private(text, plates=PLATES):
    for plate in plates:
        assert plate not in text
        assert show_plate(plate) not in text
        assert plate[2:] not in text
    for secret in ("张三", "李四", "王五", "1380013", "13900139000"):
        assert secret not in text


@pytest.mark.usefixtures("language_of_the_screen", "waiting")
async def test_the_number_called_last_is_very_big_and_everything_else_can_be_read(at_station, staffed, clock, size):
    tickets.call(staffed, 1)
    clock.at += MINUTE
    tickets.call(staffed, 3)
    clock.at += MINUTE
    tickets.no_show(staffed, 1)
    tickets.call(staffed, 2)
    scale = 2 if size == (80, 24) else 3
    assert rows_high(scale) >= 7
    async with at_station("lounge", size=size) as lounge:
        await lounge.until(lambda: is_big(lounge, "A002", scale))
        snapshot = lounge.app.snapshot
        bays = {place.key: place for place in snapshot.floor.places}
        called = {ticket.number: bays[ticket.bay] for ticket in snapshot.tickets if ticket.bay}
        assert is_big(lounge, called[2].name, scale)
        assert f"→ {place_name(called[3])}" in lounge.text
        assert place_name(called[2]).removesuffix(called[2].name).rstrip() in lounge.text
        assert how_big(lounge, "A004") == how_big(lounge, "A005") >= 1
        before, waits = _("{count} before").format(count=1), _("waits {time}").format(time="").strip()
        await lounge.reads(f"{MASKED[3]} {_('is next')} {waits} 4:00", f"{MASKED[4]} {before} {waits} 3:00")
        await lounge.reads(f"A001 {MASKED[0]} {word(TicketState.NO_SHOW)}")
        assert f"{word(TicketState.WAITING)} 2" in lounge.text
        assert MASKED[1] in lounge.lines[1]
        assert _("please come now") in lounge.lines[1]
        assert "10:07:00" in lounge.lines[0]
        assert_private(lounge.text)
        assert_exactly(lounge, size)


@pytest.mark.usefixtures("language_of_the_screen")
async def test_nobody_waits(at_station, size):
    async with at_station("lounge", size=size) as lounge:
        await lounge.reads(_("no customers waiting"), _("customer lounge"), "10:00:00")
        assert not is_drawn(lounge.text)
        assert "█" not in lounge.text
        assert_exactly(lounge, size)


@pytest.mark.usefixtures("waiting")
async def test_nobody_is_called_yet(at_station):
    async with at_station("lounge") as lounge:
        await lounge.reads("please wait: your number will be shown here", "waiting 5", *MASKED)
        assert all(is_big(lounge, f"A00{number}", 1) for number in range(1, 6))


@pytest.mark.usefixtures("waiting")
async def test_the_wait_goes_on_ticking_past_the_hour(at_station):
    async with at_station("lounge") as lounge:
        await lounge.reads(f"{MASKED[0]} is next waits 5:00", f"{MASKED[4]} 4 before waits 1:00")
        await lounge.later(SECOND)
        await lounge.reads(f"{MASKED[0]} is next waits 5:01")
        await lounge.later(54 * MINUTE + 58 * SECOND)
        await lounge.reads(f"{MASKED[0]} is next waits 59:59")
        await lounge.later(SECOND)
        await lounge.reads(f"{MASKED[0]} is next waits {duration(60 * MINUTE)}", f"{MASKED[1]} 1 before waits 59:00")


@pytest.mark.usefixtures("waiting")
async def test_what_the_desk_does_is_shown_at_once(at_station):
    async with at_station("lounge") as lounge, at_station("reception") as reception:
        await reception.app.desk.do(tickets.call, 1)
        await lounge.until(lambda: is_big(lounge, "A001", 2))
        await reception.app.desk.do(tickets.call, 4)
        await lounge.until(lambda: is_big(lounge, "A004", 2))
        await lounge.reads("A001 → bay 1")
        await reception.app.desk.do(tickets.no_show, 4)
        await lounge.until(lambda: is_big(lounge, "A001", 2))
        await lounge.reads(f"A004 {MASKED[3]} no-show")
        await reception.app.desk.do(tickets.bring_back, 1)
        await lounge.reads("please wait: your number will be shown here")
        assert "A001" not in lounge.text
        await reception.app.desk.do(tickets.restore, 4)
        await lounge.until(lambda: is_big(lounge, "A004", 2))


@pytest.mark.usefixtures("waiting")
async def test_a_customer_who_leaves_is_shown_no_longer(at_station, staffed):
    async with at_station("lounge") as lounge:
        await lounge.until(lambda: is_big(lounge, "A003", 1))
        zone.leave(staffed, PLATES[2])
        await lounge.until(lambda: not is_big(lounge, "A003", 1))


@pytest.mark.usefixtures("waiting")
async def test_no_key_does_anything_to_a_car_and_no_operator_is_asked_for(at_station, staffed):
    before = staffed.snapshot().seq
    async with at_station("lounge") as lounge:
        assert lounge.app.live.actor.who == ""
        assert not lounge.app.screen.query("Input")
        for key in ("f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "ctrl+o", "ctrl+n", "ctrl+p", "enter", "a"):
            await lounge.press(key)
        assert isinstance(lounge.app.screen, LiveScreen)
        assert len(lounge.app.screen_stack) == 1
    assert staffed.snapshot().seq == before


@pytest.mark.usefixtures("waiting")
async def test_help_language_and_quit(at_station, staffed):
    tickets.call(staffed, 1)
    async with at_station("lounge") as lounge:
        await lounge.press("f1")
        await lounge.dialog("LoungeHelp")
        await lounge.reads("Keys of the lounge display", "Ctrl+T", "Ctrl+Q", "called last, to the bay beside the arrow")
        assert "Ctrl+G" not in lounge.text
        await lounge.press("escape")
        await lounge.closed()
        await lounge.press("ctrl+t")
        i18n.use("zh")
        await lounge.reads(_("please come now"), "预检工位")
        await lounge.press("ctrl+q")
        await lounge.until(lambda: not lounge.app.is_running)


async def test_a_picture_that_is_old_is_dimmed_and_says_since_when(at_station, waiting, staffed):
    tickets.call(staffed, 1)
    path = staffed.path
    async with at_station("lounge") as lounge:
        await lounge.until(lambda: is_big(lounge, "A001", 2))
        moved = path.with_name("moved.db")
        path.rename(moved)
        await lounge.reads("NO DATA since 10:05:00")
        strips = lounge.strips[1:]
        styles = [segment.style for strip in strips for segment in strip if segment.text.strip()]
        assert styles
        plain = {style.bgcolor for style in styles}
        assert len(plain) == 1
        moved.rename(path)
        await lounge.until(lambda: "NO DATA" not in lounge.text)


@pytest.mark.usefixtures("language_of_the_screen")
async def test_more_customers_than_there_is_room_for(at_station, staffed, clock, size):
    policy.load(staffed, Policy(temporary_capacity=30, store_name="[b]店[/b]" + "长" * 50))
    divert(staffed, clock, *(Plate(f"苏K3{n:04}") for n in range(26)))
    for number in (1, 2, 3):
        tickets.call(staffed, number)
    clock.at += 61 * MINUTE
    async with at_station("lounge", size=size) as lounge:
        await lounge.until(lambda: is_big(lounge, "A003", 2 if size == (80, 24) else 3))
        await lounge.until(lambda: is_big(lounge, "A004", 1))
        await lounge.reads("A001 → ", "A002 → ", "苏K·***03", f"{word(TicketState.WAITING)} 23", "[b]店[/b]")
        if size == (80, 24):
            hidden = 23 - lounge.text.count("苏K·***") + 1
            assert _("and {count} more").format(count=hidden) in lounge.text
        assert_exactly(lounge, size)


async def test_a_bay_with_a_name_and_a_number_beyond_a_thousand(at_station, staffed, clock, size):
    policy.load(staffed, Policy(bays=("快修[b]", "2", "3")))
    divert(staffed, clock, PLATES[0])
    tickets.call(staffed, 1)
    async with at_station("lounge", size=size) as lounge:
        await lounge.until(lambda: is_big(lounge, "A001", 3 if size == (80, 24) else 5))
        await lounge.reads("→ 快修[b]")
        snapshot = lounge.app.snapshot
        many = snapshot._replace(tickets=(snapshot.tickets[0]._replace(number=1234),))
        for width, height in ((80, 23), (120, 39), (40, 12), (20, 8), (8, 3)):
            lines = draw(many, clock.at, width, height)
            assert len(lines) == height
            assert all(width_of(line) <= width for line in lines)
        assert any("█" in span.text for line in draw(many, clock.at, 80, 23) for span in line)
        assert any("A1234" in span.text for line in draw(many, clock.at, 20, 8) for span in line)


async def test_in_a_demo_the_way_on_is_shown_and_can_be_touched(at_station):
    class Visitor:
        is_guided = False

        def operator(self, station):
            return "王五"

        def faster(self):
            """Not asked for."""

        slower = faster

    async with at_station("lounge", demo=Visitor()) as lounge:
        await lounge.touch("Ctrl+G")
        await lounge.until(lambda: lounge.app.current_mode == "guard")


@pytest.mark.usefixtures("waiting")
async def test_only_what_changes_is_painted(at_station, staffed):
    tickets.call(staffed, 1)
    async with at_station("lounge") as lounge:
        await lounge.until(lambda: is_big(lounge, "A001", 2))
        await lounge.later(MINUTE)
        board = lounge.app.screen.query_one("LoungeBoard")
        before = list(board._strips)
        await lounge.later(SECOND)
        changed = [y for y, (old, new) in enumerate(zip(before, board._strips, strict=True)) if old is not new]
        assert len(changed) == 1 + 2  # how long ago the call was, and two rows of waits
        assert all("█" not in board._strips[y].text for y in changed)


@pytest.mark.usefixtures("language_of_the_screen")
@pytest.mark.parametrize("width, height", [(60, 17), (80, 23), (120, 39), (200, 59)])
async def test_number_and_bay_are_of_one_size_and_whoever_waits_is_read_from_afar(staffed, clock, width, height):
    """A letter that is read from five metres takes three rows and a half of 24 at least."""
    divert(staffed, clock, *PLATES)
    tickets.call(staffed, 1)
    snapshot = staffed.snapshot()
    shown = draw(snapshot, clock.at, width, height)
    seen = Seen(["".join(span.text for span in line) for line in shown])
    bay = snapshot.tickets[0].bay.removeprefix("bay")
    scale = how_big(seen, "A001")
    assert how_big(seen, f"→{bay}") == scale >= (1 if width == 60 else 2)
    big = [number for number in (2, 3, 4, 5) if how_big(seen, f"A00{number}")]
    assert big == ([2, 3] if width == 60 else [2, 3, 4, 5])
    assert all(f"A00{number}" in "".join(seen.lines) for number in (2, 3, 4, 5) if number not in big)
    assert len(shown) == height
    assert all(width_of(line) <= width for line in shown)
