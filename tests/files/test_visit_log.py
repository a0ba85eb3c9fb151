"""A visit log is read as any other table, its plates are never guessed, and its night goes on after midnight."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.errors import FrontdeskError, InputError
from frontdesk.files.visit_log import VisitLog, Wrong, load, understand

HEAD = "plate,arrived,received,left"
SHANGHAI, LONDON = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/London")
DAY = date(2026, 3, 2)


def understood(path: Path, content: bytes, zone: ZoneInfo = SHANGHAI, day: date = DAY) -> VisitLog:
    path.write_bytes(content)
    return understand(load(path), zone, "苏", day)


def whys(log: VisitLog) -> list[tuple[int, str]]:
    return [(each.line, each.why.reason if isinstance(each.why, FrontdeskError) else each.why) for each in log.problems]


@pytest.mark.parametrize(
    "content",
    [
        f"{HEAD}\n苏A12345,2026/3/2 9:05,2026/3/2 9:05,2026/3/2 9:30\n".encode(),
        f"{HEAD}\n苏A12345,2026年3月2日 9:05,9:05,09:30:00\n".encode(),
        f"{HEAD}\n苏A12345,2026-03-02T09:05,9:05,2026-03-02 09:30\n".encode("utf-16"),
        f"{HEAD}\n苏A12345,9:05,9:05,9:30\n".encode("utf-16-le"),
        f"sep=;\n{HEAD}\n苏A12345,9:05,9:05,9:30\n".replace(",", ";").encode(),
        f'{HEAD},note\n苏A12345,9:05,9:05,9:30,"一\n二"\n'.encode(),
        "车牌号,到店时间,接待时间,离店时间\n苏A12345,9:05,9:05,9:30\n".encode("gb18030"),
        f"date,{HEAD}\n2026-03-02,苏A12345,9:05,9:05,9:30\n".encode(),
        "日期,车牌号,到店时间,接待时间,离店时间\n2026年3月2日,苏A12345,9:05,9:05,9:30\n".encode(),
        '[{"plate": "苏A12345", "arrived": "9:05", "received": "9:05", "left": "9:30"}]'.encode(),
    ],
)
def test_the_same_visit_in_every_form(tmp_path: Path, content: bytes) -> None:
    log = understood(tmp_path / "log.csv", content)
    (entry,) = log.entries
    assert (log.problems, entry.plate) == ((), "苏A12345")
    times = [to_datetime(at or 0, SHANGHAI).isoformat() for at in (entry.arrived_at, entry.received_at, entry.left_at)]
    assert times == ["2026-03-02T09:05:00+08:00", "2026-03-02T09:05:00+08:00", "2026-03-02T09:30:00+08:00"]


def test_each_line_has_a_date_of_its_own(tmp_path: Path) -> None:
    lines = (
        "2026/3/1,苏A12345,23:50,23:51,0:20", "2026-03-02 00:00:00,苏A12345,0:30,,1:00", ",苏A12345,9:05,,9:30",
        "soon,苏A12345,9:05,,9:30", "2026-02-30,苏A12345,9:05,,", "1800-01-01,苏A12345,9:05,,",
        "2026-03-01,苏A12345,2026-03-05 9:05,,",
    )  # fmt: skip
    log = understood(tmp_path / "log.csv", "\n".join((f"date,{HEAD}", *lines, "")).encode(), day=date(2026, 3, 4))
    assert [to_datetime(entry.arrived_at, SHANGHAI).strftime("%m-%d %H:%M") for entry in log.entries] == [
        "03-01 23:50", "03-02 00:30", "03-04 09:05", "03-05 09:05",
    ]  # fmt: skip
    assert to_datetime(log.entries[0].left_at or 0, SHANGHAI).day == 2
    assert whys(log) == [(line, "unreadable_time") for line in (5, 6, 7)]
    assert log.problems[0].why.facts["text"] == "soon"  # type: ignore[union-attr]


@pytest.mark.parametrize(("received", "at_arrival"), [("9:04:49", None), ("9:04:50", True), ("9:04:59", True)])
def test_two_clocks_may_differ_by_ten_seconds(tmp_path: Path, received: str, at_arrival: bool | None) -> None:
    log = understood(tmp_path / "log.csv", f"{HEAD}\n苏A12345,9:05:00,{received},9:10\n".encode())
    if at_arrival:
        assert (log.problems, log.entries[0].received_at) == ((), log.entries[0].arrived_at)
    else:
        assert whys(log) == [(2, Wrong.RECEIVED_BEFORE_ARRIVED)]


@pytest.mark.parametrize("plate", ["?A12345", "*A12345", "_A12345", "�A12345", "□A12345", "口A12345", "\ue000A12345"])
def test_a_plate_with_a_hole_is_told(tmp_path: Path, plate: str) -> None:
    log = understood(tmp_path / "log.csv", f"{HEAD}\n{plate},9:05,9:05,9:10\n苏A12345,9:06,,9:12\n".encode())
    assert whys(log) == [(2, "plate_unread")]
    assert [entry.plate for entry in log.entries] == ["苏A12345"]


def test_two_long_numbers_are_two_cars(tmp_path: Path) -> None:
    lines = "".join(f"CARNUMBER-0000000000-{n},9:0{n},,\n" for n in (1, 2, 1))
    plates = [e.plate for e in understood(tmp_path / "log.csv", f"{HEAD}\n{lines}".encode()).entries]
    assert plates[0] == plates[2] != plates[1]


def test_two_long_names_are_two_customers(tmp_path: Path) -> None:
    lines = "".join(f"{'长' * 300}{n},9:0{n},,\n" for n in (1, 2))
    log = understood(tmp_path / "log.csv", f"customer,arrived,received,left\n{lines}".encode())
    assert len({entry.plate for entry in log.entries}) == 2


@pytest.mark.parametrize(
    ("line", "arrived", "left"),
    [
        ("23:50,23:55,00:20", "03-02 23:50", "03-03 00:20"),
        ("23:59:59,00:00:01,00:00:02", "03-02 23:59", "03-03 00:00"),
        ("12:30,12:31,00:30", "03-02 12:30", "03-03 00:30"),
        ("00:01,00:02,23:59", "03-02 00:01", "03-02 23:59"),
    ],
)
def test_a_visit_over_midnight(tmp_path: Path, line: str, arrived: str, left: str) -> None:
    (entry,) = understood(tmp_path / "log.csv", f"{HEAD}\n苏A12345,{line}\n".encode()).entries
    shown = [f"{to_datetime(at or 0, SHANGHAI):%m-%d %H:%M}" for at in (entry.arrived_at, entry.left_at)]
    assert shown == [arrived, left]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("09:10,,09:00", Wrong.LEFT_BEFORE_ARRIVED),
        ("12:30,,00:31", Wrong.LEFT_BEFORE_ARRIVED),
        ("23:50,00:10,00:05", Wrong.RECEIVED_AFTER_LEFT),
        ("2026-03-02T23:50,,2026-03-02T00:20", Wrong.LEFT_BEFORE_ARRIVED),
        ("24:00,,", "unreadable_time"),
        ("2900-01-01 09:00,,", "time_far"),
        ("1970-01-01 09:00,,", "unreadable_time"),
        ("#N/A,,", "cell_error"),
    ],
)
def test_what_is_no_night(tmp_path: Path, line: str, why: str) -> None:
    assert whys(understood(tmp_path / "log.csv", f"{HEAD}\n苏A12345,{line}\n".encode())) == [(2, why)]


def test_in_the_hour_that_comes_twice_nobody_leaves_before_coming(tmp_path: Path) -> None:
    content = f"{HEAD}\n苏A12345,01:50,01:55,01:05\n".encode()
    (entry,) = understood(tmp_path / "log.csv", content, LONDON, date(2026, 10, 25)).entries
    assert (entry.left_at or 0) - entry.arrived_at == 15 * 60_000


def test_a_column_named_twice_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        understood(tmp_path / "log.csv", f"{HEAD},Arrived\n".encode())
    assert refused.value.facts["column"] == "arrived"
