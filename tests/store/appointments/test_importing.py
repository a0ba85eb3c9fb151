"""The same file three times, shuffled, cut short, after changes at the desk: the same book (Z9)."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from store_checks import assert_whole

from frontdesk.desk.appointments import booking, importing, reading
from frontdesk.desk.appointments.importing import Report
from frontdesk.desk.desk import Desk
from frontdesk.documents.appointments.taking import Taking
from frontdesk.documents.appointments.written import write_calendar
from frontdesk.domain.appointments.appointment import State
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import ManualClock
from frontdesk.words.appointments.report import summary

LINES = [f"2026-06-0{day} {9 + number}:15,苏A{day}{number}234,客户{number},1380013{day}{number}00,保养,,u{day}{number}"
         for day in (1, 2, 3) for number in range(4)]  # fmt: skip
HEAD = "预约时间,车牌,客户,电话,项目,状态,单号"
EVENT = """BEGIN:VEVENT
UID:{uid}
DTSTART{start}
SUMMARY:{title}
SEQUENCE:{sequence}
{more}END:VEVENT
"""


def table(folder: Path, lines: list[str], head: str = HEAD) -> Path:
    path = folder / "book.csv"
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return path


def event(
    uid: str, start: str = ":20260601T093000", title: str = "苏A12345 王女士", sequence: int = 0, more: str = ""
) -> str:
    return EVENT.format(uid=uid, start=start, title=title, sequence=sequence, more=more)


def calendar(folder: Path, *events: str) -> Path:
    path = folder / "book.ics"
    path.write_text("BEGIN:VCALENDAR\nVERSION:2.0\n" + "".join(events) + "END:VCALENDAR\n", encoding="utf-8")
    return path


def take(desk: Desk, path: Path) -> Report:
    return Taking(desk, Policy()).take(path)


def told(report: Report) -> tuple[int, int, int, int, int]:
    return len(report.new), report.changed, report.cancelled, report.known, len(report.problems)


def book(desk: Desk) -> list[tuple[object, ...]]:
    days = (reading.of_day(desk).day, reading.of_day(desk).day.replace(month=9))
    return sorted((a.uid, a.at, a.plate, a.customer, a.phone, a.work, a.state) for a in reading.between(desk, *days))


def test_the_same_table_in_any_order_is_the_same_book(desk: Desk, tmp_path: Path) -> None:
    assert told(take(desk, table(tmp_path, LINES))) == (12, 0, 0, 0, 0)
    before = book(desk)
    for seed in range(3):
        mixed = random.Random(seed).sample(LINES, len(LINES))
        assert told(take(desk, table(tmp_path, mixed))) == (0, 0, 0, 12, 0)
    assert book(desk) == before
    assert_whole(desk.connection)


def test_what_was_stopped_is_gone_on_with(desk: Desk, tmp_path: Path) -> None:
    path = table(tmp_path, LINES)

    def stop(done: int, of: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    report = Taking(desk, Policy()).take(path, stop)
    assert (report.interrupted, len(report.new)) == (True, 5)
    assert told(take(desk, path)) == (7, 0, 0, 5, 0)
    assert len(book(desk)) == 12


def test_a_line_without_a_name_is_known_by_what_it_says(desk: Desk, tmp_path: Path) -> None:
    lines = ["2026-06-01 09:00,苏A12345,王女士", "2026-06-01 10:00,苏A12345,王女士", "x,苏A12346,"]
    for second in (3, 2, 3):
        report = take(desk, table(tmp_path, lines, "预约时间,车牌,客户"))
        assert [(each.line, each.why.reason.value) for each in report.problems] == [
            (second, "booked_already"), (4, "cell_no_time"),
        ]  # fmt: skip
        lines = [lines[1], lines[0], lines[2]]
    assert len(book(desk)) == 1


def test_what_was_done_here_is_not_put_back_by_an_old_file(desk: Desk, clock: ManualClock, tmp_path: Path) -> None:
    path = table(tmp_path, LINES[:2])
    one, other = take(desk, path).new
    booking.move(desk, one, reading.shown(desk, one).at + 3_600_000)
    booking.cancel(desk, other)
    after = book(desk)
    assert told(take(desk, path)) == (0, 0, 0, 2, 0)
    assert book(desk) == after
    changed = [line.replace("保养,", "更换机油,已取消" if line is LINES[1] else "更换机油,") for line in LINES[:2]]
    assert told(take(desk, table(tmp_path, changed))) == (0, 1, 0, 0, 1)
    assert book(desk)[0][1] == after[0][1]


HELD = "预约时间,车牌,单号"


@pytest.mark.parametrize("deed", ["moved", "off"])
@pytest.mark.parametrize("kind", ["table", "calendar"])
def test_only_a_newer_version_changes_what_the_desk_has_said(desk: Desk, tmp_path: Path, deed: str, kind: str) -> None:
    def file(at: str, version: int = 0) -> Path:
        if kind == "calendar":
            return calendar(tmp_path, event("k", f":20260601T{at.replace(':', '')}00", "苏A12345", sequence=version))
        head, more = (f"{HELD},版本", f",{version}") if version else (HELD, "")
        return table(tmp_path, [f"2026-06-01 {at},苏A12345,k{more}"], head)

    (number,) = take(desk, file("09:30")).new
    at = reading.shown(desk, number).at
    assert told(take(desk, file("10:00"))) == (0, 1, 0, 0, 0)
    if deed == "off":
        booking.cancel(desk, number)
    else:
        booking.move(desk, number, at + 4 * 3_600_000)
    after = reading.shown(desk, number)
    assert told(take(desk, file("10:00"))) == (0, 0, 0, 1, 0)
    for older in ("09:30", "11:30", "09:30"):
        report = take(desk, file(older))
        assert [each.why.reason.value for each in report.problems] == [f"held_{deed}"]
        assert reading.shown(desk, number) == after
    assert told(take(desk, file("09:30", 1))) == (0, 1, 0, 0, 0)
    found = reading.shown(desk, number)
    assert (found.at, found.state, found.held_at) == (at, State.BOOKED, None)
    assert told(take(desk, file("10:00", 1))) == (0, 1, 0, 0, 0)
    assert_whole(desk.connection)


def test_a_calendar_goes_by_its_versions(desk: Desk, tmp_path: Path) -> None:
    (number,) = take(desk, calendar(tmp_path, event("a", sequence=2))).new
    assert told(take(desk, calendar(tmp_path, event("a", ":20260601T103000", sequence=1)))) == (0, 0, 0, 1, 0)
    assert told(take(desk, calendar(tmp_path, event("a", ":20260601T023000Z", sequence=3)))) == (0, 1, 0, 0, 0)
    assert reading.shown(desk, number).at == 1_780_281_000_000
    off = event("a", sequence=4, more="STATUS:CANCELLED\n")
    assert told(take(desk, calendar(tmp_path, off))) == (0, 0, 1, 0, 0)
    assert told(take(desk, calendar(tmp_path, off))) == (0, 0, 0, 1, 0)
    assert reading.shown(desk, number).state is State.CANCELLED


def test_what_repeats_itself_is_booked_as_far_as_the_policy_allows(desk: Desk, tmp_path: Path) -> None:
    rule = "RRULE:FREQ=WEEKLY;BYDAY=MO\nEXDATE:20260608T093000\n"
    moved = event("r", ":20260615T113000", more="RECURRENCE-ID:20260615T093000\n")
    report = take(desk, calendar(tmp_path, event("r", more=rule), moved))
    assert len(report.new) == 8
    assert told(take(desk, calendar(tmp_path, moved, event("r", more=rule)))) == (0, 0, 0, 8, 0)
    shorter = "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260616T000000Z\nEXDATE:20260608T093000\n"
    assert take(desk, calendar(tmp_path, event("r", sequence=1, more=shorter), moved)).cancelled == 6


@pytest.mark.parametrize(
    ("bad", "line", "reason"),
    [
        (event("b", ";VALUE=DATE:20260601"), 9, "all_day"),
        (event("b", ":soon"), 9, "no_start"),
        (event("b", more="RRULE:FREQ=SECONDLY\n"), 9, "bad_rule"),
        (event("a", title="苏A12346"), 3, "uid_twice"),
        (event("b", ";TZID=Nowhere/Here:20260601T093000"), 9, "unknown_zone"),
        (event(""), 9, "no_uid"),
        (event("b", title="休息"), 9, "nobody_booked"),
    ],
)
def test_a_fault_is_told_with_its_line(desk: Desk, tmp_path: Path, bad: str, line: int, reason: str) -> None:
    report = take(desk, calendar(tmp_path, event("a"), bad))
    assert (report.problems[0].line, report.problems[0].why.reason.value) == (line, reason)


def test_what_goes_out_comes_in_as_the_same_and_holds_no_phone(
    desk: Desk, open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    take(desk, table(tmp_path, LINES[:3]))
    found = reading.between(desk, reading.of_day(desk).day, reading.of_day(desk).day.replace(month=9))
    path = tmp_path / "out.ics"
    write_calendar(path, found, "晨光")
    text = path.read_text(encoding="utf-8")
    assert "138" not in text.replace("\n ", "")
    assert told(take(desk, path)) == (0, 0, 0, 3, 0)


def test_hostile_words_stay_words(desk: Desk, tmp_path: Path) -> None:
    line = '2026-06-01 09:00,苏A12345,"[/b][@click=x]\x1b]52;c\u202e=1+1"'
    (number,) = take(desk, table(tmp_path, [line], "预约时间,车牌,客户")).new
    assert reading.shown(desk, number).customer == "[/b][@click=x]]52;c=1+1"
    assert importing.Problem is not None


def test_what_is_above_capacity_after_an_import_is_said(desk: Desk, tmp_path: Path) -> None:
    rows = [f"2026-06-01 09:{number:02},苏A1000{number},k{number}" for number in range(6)]
    assert take(desk, table(tmp_path, rows[:4], HELD)).above == 0
    report = take(desk, table(tmp_path, rows, HELD))
    assert report.above == 2
    assert summary(report).endswith("above capacity now: 2")
    assert take(desk, table(tmp_path, rows, HELD)).above == 0
