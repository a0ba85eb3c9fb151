"""What is on each station, in both languages and both sizes: nothing that matters is cut off."""

from dataclasses import replace

import pytest
from dialog_frames import is_whole
from rich.cells import cell_len

from frontdesk.desk import policy as policies
from frontdesk.desk import zone
from frontdesk.desk.cases import register
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.people.staff import Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.plates import Plate, show_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.zone import place_name
from screens.kit.keys import ALL
from screens.kit.spans import wrap
from screens.stations.keys import KEYS

MINUTE = 60_000
IN_ZONE = (Plate("苏A12345"), Plate("苏BD88321"), Plate("沪C77A01"), Plate("苏E0P7M8"))


@pytest.fixture
def busy(staffed, arrive, clock):
    """Four cars in the zone, one in temporary parking, one in the workshop, two complaints; 21 minutes gone."""
    # No meeting of the emergency group stands between the complaints.
    policies.load(staffed, replace(staffed.snapshot().policy, group_meeting_s=0))
    arrive("苏F00001", "苏F00002")
    zone.receive(staffed, Plate("苏F00001"))
    zone.make_work_order(staffed, Plate("苏F00001"))
    zone.hand_over(staffed, Plate("苏F00001"))
    zone.move(staffed, Plate("苏F00002"), "temporary")
    arrive(IN_ZONE[0])
    zone.receive(staffed, IN_ZONE[0], advisor="李四")
    clock.at += 16 * MINUTE
    arrive(*IN_ZONE[1:])
    clock.at += 5 * MINUTE
    for customer, severity in (("陈先生", Severity.ORDINARY), ("周女士", Severity.MAJOR)):
        register.register(staffed, NewCase(
            channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=severity, customer=customer,
            phone="13812348000", plate=IN_ZONE[0], words="等得太久了",
        ))  # fmt: skip


@pytest.fixture
def crowded(busy, staffed, arrive, clock):
    """More of everything than fits."""
    arrive(*(f"苏G100{n:02}" for n in range(12)))
    for n in range(6):
        arrive(f"苏H200{n:02}", place="temporary")
    for n in range(12):
        arrive(f"苏K300{n:02}")
        zone.receive(staffed, Plate(f"苏K300{n:02}"))
        zone.make_work_order(staffed, Plate(f"苏K300{n:02}"))
        zone.hand_over(staffed, Plate(f"苏K300{n:02}"))
    clock.at += 30 * MINUTE


@pytest.mark.parametrize("station", [station for station in StationKind if station in ALL])
@pytest.mark.usefixtures("language_of_the_screen", "busy")
async def test_everything_a_station_needs_can_be_read(at_station, station, size):
    async with at_station(station.value, size=size) as person:
        text = await person.reads(f"{_('zone')} 4/4", "21:00")
        status, day = person.lines[0], person.show("DayLine")
        assert word(station) in status
        assert person.app.live.actor.who in status
        assert word(next(each.post for each in person.app.snapshot.staff if each.name in status)) in status
        assert f"● {_('live')} 10:21:00" in status
        assert _("oldest {time}").format(time="21:00") in day
        assert _("over-count") in day
        if station is not StationKind.GUARD:
            assert _("due {time}").format(time="10:51") in day
            assert "陈先生" in text
            assert "周女士" in text
        for plate in (*IN_ZONE, "苏F00001", "苏F00002"):
            assert show_plate(plate) in text
        for place in person.app.snapshot.floor.places:
            if not place.key.startswith("waiting"):
                assert place_name(place) in text
        assert _("workshop waiting bays") in text
        assert _("over limit") in person.show("Board")
        assert f"F9 {_('undo')}" in text or _("Type part of a plate, then press a key.") in text
        assert_hints_whole(person, station)
        assert_fits(person, size)


def assert_hints_whole(person, station, keys=KEYS):
    hints = person.show("#hints")
    for key in keys:
        if station in key.hint:
            assert key.shown in hints
            assert _(key.label) in hints


def assert_fits(person, size):
    lines = person.strips
    assert len(lines) == size[1]
    assert {strip.cell_length for strip in lines} == {size[0]}
    bottom = max(widget.region.bottom for widget in person.screen.query("KeyHints"))
    assert bottom <= size[1]


@pytest.mark.parametrize("station", [station for station in StationKind if station in ALL])
@pytest.mark.usefixtures("language_of_the_screen", "crowded")
async def test_on_the_worst_morning_prompts_bays_entry_and_keys_still_stand(at_station, station):
    async with at_station(station.value) as person:
        await person.reads(f"{_('zone')} 16/4")
        # One line for one kind: sixteen over-stays push nothing off the screen.
        rows = 2 if station is StationKind.GUARD else 3
        await person.until(lambda: person.screen.query_one("PromptPanel").region.height == rows)
        await person.press("x")
        await person.until(lambda: person.screen.query_one("#plate").region.height == 1)
        for plate in IN_ZONE:
            assert show_plate(plate) in person.show("Board")
        assert f" {_('over limit')}" in person.show("Board")
        # In a bay each time stands once.
        assert _("LATE, not received") in person.show("Board")
        assert person.show("Board").split(show_plate(IN_ZONE[3]))[0].count("35:00") == 2
        lane = person.show("Board").split(_("in zone"))[1]
        hidden = 13 - lane.count("苏G·") - lane.count(show_plate(IN_ZONE[3]))
        assert _("and {count} more cars").format(count=hidden) in lane
        assert f" ▸ {_('plate')} " in person.text
        assert "X" in person.text.upper()
        assert person.show("Feedback").strip()
        assert_hints_whole(person, station)
        assert_fits(person, (80, 24))


@pytest.mark.parametrize("station", [station for station in StationKind if station in ALL])
@pytest.mark.usefixtures("language_of_the_screen", "crowded")
async def test_nothing_that_carries_a_state_is_cut_off_in_a_window_of_any_size(at_station, station):
    async with at_station(station.value) as person:
        for size in ((60, 18), (80, 24), (120, 40), (200, 60)):
            await person.pilot.resize_terminal(*size)
            await person.until(lambda size=size: person.strips[-1].cell_length == size[0])
            await person.reads(f"{_('zone')} 16/4 {_('over-count')}", "● ", "10:51:00")
            board = person.show("Board")
            for plate in IN_ZONE:
                assert show_plate(plate) in board
            assert board.count(_("over limit")) >= 4
            assert board.count(_("LATE, not received")) >= 3
            assert f" ▸ {_('plate')} " in person.text
            assert f"F1 {_('help')}" in person.show("#hints") or station is StationKind.GUARD
            assert_fits(person, size)
            assert_all_or_counted(person, board)


def assert_all_or_counted(person, board):
    """What is left out is said, and nothing is left out beside empty rows."""
    lane = board.split(_("in zone"))[1]
    hidden = 13 - lane.count("苏G·") - lane.count(show_plate(IN_ZONE[3]))
    assert hidden == 0 or _("and {count} more cars").format(count=hidden) in lane
    shown = ""
    if person.screen.query("CaseQueue"):
        shown = person.show("#queue")
        assert f"{_('complaints')} 2" in shown
        left = 2 - shown.count(show_plate(IN_ZONE[0]))
        assert left == 0 or f"+{left}" in shown or _("… {count} more: Ctrl+F for all").format(count=left) in shown
    first, last = person.screen.query_one("Board").region.y, person.screen.query_one("EntryLabel").region.y
    empty = sum(not line.strip() for line in person.lines[first:last])
    assert not hidden or empty <= 2


async def test_a_long_operator_name_leaves_the_zone_readable(at_station, busy):
    async with at_station("manager", who="长" * 30) as person:
        await person.reads("zone 4/4 over-count", "oldest 21:00", "10:21:00")


async def test_the_first_line_says_where_one_is_however_long_the_names_are(at_station, staffed, size):
    policies.load(staffed, replace(Policy(), store_name="广州天河汽车销售服务有限公司"))
    async with at_station("manager", who="长" * 30, size=size) as person:
        await person.reads("广州天河", " · manager console", "长长长", "● live 10:00:00")


@pytest.mark.parametrize("station", [station for station in StationKind if station in ALL])
@pytest.mark.usefixtures("language_of_the_screen")
async def test_an_empty_store_says_so(at_station, attended, station):
    async with at_station(station.value) as person:
        await person.reads(f"{_('zone')} 0/4", _("no prompts"), _("free"))
        if station is not StationKind.GUARD:
            await person.reads(_("no open complaints"))
        if station is StationKind.RECEPTION:
            await person.reads(_("everybody is received"))


async def test_a_station_in_a_window_too_small_for_it_still_runs(at_station, busy):
    async with at_station("manager", size=(60, 18)) as person:
        await person.press(*"b12")
        await person.pilot.resize_terminal(40, 12)
        await person.reads("This window is too small: a station", "needs 60 columns and 18 rows.")
        assert "zone" not in person.text
        for size in ((59, 40), (120, 17), (20, 5), (1, 1)):
            await person.pilot.resize_terminal(*size)
            await person.until(lambda: "zone" not in person.text)
        for size in ((60, 18), (200, 60)):
            await person.pilot.resize_terminal(*size)
            await person.reads("zone 4/4", "苏A·12345")
        assert person.entry == "b12"


@pytest.mark.usefixtures("language_of_the_screen", "crowded")
async def test_the_decision_on_the_worst_morning_shows_all_four_actions(at_station):
    async with at_station("manager") as manager:
        await manager.until(manager.prompts)
        await manager.later(700)
        await manager.press("f8")
        await manager.dialog("DecideDialog")
        await manager.press("f3")
        await manager.until(lambda: manager.show("Trouble").strip())
        for key in ("F2", "F3", "F4", "F5"):
            assert f" {key} " in manager.show("Options")
        assert _("F2–F5 does it at once · 0–9 or space: these cars · Esc later") in manager.text


@pytest.mark.parametrize(
    "text",
    ["超量 16/4：" + " ".join(f"苏G·100{n:02}" for n in range(16)), "说abc" * 30, "x" * 99, "a\n\nb", "一\n\n\n",
     # as long as a word without a blank can be: it takes no longer than any other text
     "x" * 20_000, "e\u0301🏳\ufe0f字" * 1_300, "e" + "\u0301" * 3_990],
)  # fmt: skip
def test_wrapped_lines_fit_and_keep_plates_whole(text):
    for width in (20, 33, 72):
        rows = wrap(text, width)
        assert max(cell_len(row) for row in rows) <= width
        assert max(cell_len(row) for row in rows) <= width
        assert "".join("".join(rows).split()) == "".join(text.split())
        assert not any(row.startswith("G·") for row in rows)


async def test_no_key_acts_where_nothing_can_be_seen_of_it(at_station):
    async with at_station("guard") as person:
        await person.press(*"e3333")
        await person.pilot.resize_terminal(40, 10)
        await person.reads("This window is too small")
        await person.press("3", "f2", "backspace", "escape", "ctrl+n", "f1")
        await person.pilot.click(offset=(5, 5))
        assert len(person.app.screen_stack) == 1
        await person.pilot.resize_terminal(80, 24)
        await person.reads("zone 0/4")
        assert (person.entry, person.app.snapshot.floor.cars) == ("e3333", ())
        await person.pilot.resize_terminal(40, 10)
        await person.reads("This window is too small")
        await person.press("ctrl+q")
        await person.dialog("CloseDialog")


async def test_no_key_acts_in_a_dialog_that_cannot_be_seen(at_station, arrive):
    arrive("苏A12345")
    async with at_station("guard") as person:
        await person.press("down", "f3")
        await person.dialog("MoveDialog")
        await person.later(700)
        for size in ((59, 24), (80, 17), (40, 10)):
            await person.pilot.resize_terminal(*size)
            await person.reads("This window is too small")
            assert "temporary parking" not in person.text
            await person.press("5", "enter", "escape", "f1")
            await person.pilot.click(offset=(5, 5))
            await person.dialog("MoveDialog")
        await person.pilot.resize_terminal(60, 18)
        await person.reads("5 temporary parking")
        assert person.app.snapshot.floor.car(Plate("苏A12345")).place.key == "bay1"
        await person.press("5")
        await person.closed()
        await person.picture(lambda snapshot: snapshot.floor.car(Plate("苏A12345")).place.key == "temporary")


@pytest.mark.usefixtures("language_of_the_screen", "crowded")
async def test_every_dialog_shows_its_title_and_its_keys_whatever_it_lists(at_station, staffed):
    for number in range(20):
        staff.add(staffed, f"员工{number}", Post.ADVISOR, f"139001390{number:02}")
    async with at_station("manager") as person:
        await person.until(person.prompts)
        for keys in ("f1", "ctrl+p", "ctrl+o", "ctrl+d", "ctrl+y", "ctrl+n", "ctrl+w", "f12", "f8", "ctrl+f"):
            await person.later(700)
            await person.press(keys)
            await person.until(lambda: person.app.screen.query(".dialog"))
            for size in ((60, 18), (80, 24)):
                await person.pilot.resize_terminal(*size)
                await person.until(lambda size=size: person.strips[-1].cell_length == size[0])
                await person.until(lambda keys=keys: is_whole(person))
            await person.later(700)
            await person.press("escape")
            await person.closed()
