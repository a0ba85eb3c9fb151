"""What a log may look like, and what happens with lines that make no sense."""

import json
from pathlib import Path
from typing import Any

import pytest

from data.zone import floor as floors
from frontdesk.commands.upkeep.replay import run
from frontdesk.desk import policy
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.zone import arrive
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.replay import ReplayReason
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.plates import Plate, is_usual
from frontdesk.files.visit_log import load
from frontdesk.replay.replay import LABEL, replay

ACTOR = Actor("replay", "test")
DAY = "2026-03-02"


@pytest.fixture
def report(options: Any, capsys: pytest.CaptureFixture[str]) -> Any:
    def read(path: Any, **given: Any) -> Any:
        code = run(options(path, **given))
        return code, json.loads(capsys.readouterr().out)

    return read


BAD = {
    "苏A00001,09:10:00,,09:00:00,": "The car left before it arrived.",
    "苏A00001,09:10:00,09:00:00,,": "The customer was received before the car arrived.",
    "苏A00001,09:10:00,09:20:00,09:15:00,": "The customer was received after the car had left.",
    "苏A00001,25:10,,,": "“25:10” is not a time.",
    "苏A00001,soon,,,": "“soon” is not a time.",
    "苏A00001,20260302,,,": "“20260302” is not a time.",
    "苏A00001,09:10,,half past,": "“half past” is not a time.",
    "苏A00001,,,09:20,": "The line does not say when the car arrived.",
    ",09:00,,,": "The line names neither a plate nor a customer.",
    "苏A00001,09:10:00": "The line has too few cells",
    "苏A00001,09:10,,09:20,陈静,more": "The line has more cells",
    '"苏A00001,09:10,,09:20': "A quotation mark in the line has no other half.",
    '苏A00001,09:10,,09:20,"Ann': "A quotation mark in the line has no other half.",
    '苏A00001,09:10,,09:20, "Ann': "A quotation mark in the line has no other half.",
    '"': "A quotation mark in the line has no other half.",
    '苏A00001,09:10,,09:20,"Ann"a': "The line cannot be read as CSV.",
    "苏B00002,09:30,,09:31,": "苏B·00002 is already here",
}


@pytest.mark.parametrize(("line", "problem"), BAD.items())
def test_a_line_that_makes_no_sense_stops_nothing(report: Any, write_log: Any, line: Any, problem: Any) -> None:
    path = write_log("苏B00002,09:00,09:00:30,10:00,", "", line, "苏C00003,11:00,11:00:30,11:01,赵敏,")
    code, found = report(path)
    assert code == 1
    assert found["visits"] == 2
    assert [p["line"] for p in found["problems"]] == [4]
    assert found["problems"][0]["problem"].startswith(problem)


def test_a_plate_that_is_still_here_is_not_closed_by_the_second_line(report: Any, write_log: Any) -> None:
    code, found = report(
        write_log("苏A00001,09:00,09:00,,", "苏A00001,09:10,09:11,09:12,", "苏B00002,09:30,09:30,09:40,")
    )
    assert code == 1
    assert [p["line"] for p in found["problems"]] == [3]
    assert [e["plate"] for e in found["escalations"]] == ["苏A00001"]
    assert found["escalations"][0]["cleared_at"] is None


def test_a_plate_may_leave_and_come_back_in_the_same_second(report: Any, write_log: Any) -> None:
    code, found = report(write_log("苏A00001,09:10,09:10,09:20,", "苏A00001,09:00,09:00,09:10,"))
    assert (code, found["visits"], found["peak_count"]) == (0, 2, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_spreadsheets_write(report: Any, write_log: Any, encoding: Any, separator: Any) -> None:
    header = " Plate ,ARRIVED,Received,left".replace(",", separator)
    path = write_log("苏a·12345,9:00,９：00：30,9:21:00.5".replace(",", separator), header=header, encoding=encoding)
    code, found = report(path)
    assert (code, found["visits"]) == (0, 1)
    assert found["escalations"] == [
        {
            "kind": "over_stay",
            "plate": "苏A12345",
            "crossed_at": f"{DAY}T09:20:00+08:00",
            "cleared_at": f"{DAY}T09:21:00.500+08:00",
        }
    ]


def test_iso_times_with_and_without_a_zone(report: Any, write_log: Any) -> None:
    line = "苏A00001,2025-12-31T23:59:00+08:00,2025-12-31T16:30:00Z,2026-01-01 00:40"
    _code, found = report(write_log(line, header="plate,arrived,received,left"))
    crossed = [(e["kind"], e["crossed_at"]) for e in found["escalations"]]
    assert crossed == [("late_reception", "2026-01-01T00:00:00+08:00"), ("over_stay", "2026-01-01T00:19:00+08:00")]


def test_the_instants_of_the_limits_are_in_time(report: Any, write_log: Any) -> None:
    _code, found = report(
        write_log("苏A00001,09:00:00,09:01:00,09:20:00,", "苏B00002,10:00,10:01:00.001,10:20:00.001,")
    )
    assert [(e["kind"], e["plate"]) for e in found["escalations"]] == [
        ("late_reception", "苏B00002"),
        ("over_stay", "苏B00002"),
    ]


def test_each_customer_gets_a_plate_of_its_own(report: Any, write_log: Any, tmp_path: Path) -> None:
    names = ["6624", "06624", "0", "99999", "100000", "张三", "zhang", "6624"]
    lines = [f"{name},{9 + i}:00,{9 + i}:00:10,{9 + i}:30" for i, name in enumerate(names)]
    code, found = report(write_log(*lines, header="customer,arrived,received,left"))
    plates = [e["plate"] for e in found["escalations"]]
    assert code == 0
    assert plates[0] == plates[-1] == "苏A06624"
    assert len(set(plates)) == len(set(names))
    assert all(is_usual(plate) for plate in plates)


def test_a_made_up_plate_is_never_one_of_the_log(report: Any, write_log: Any) -> None:
    code, found = report(
        write_log(
            "苏A06624,,09:00,09:00,09:30", ",6624,09:00,09:00,09:30", header="plate,customer,arrived,received,left"
        )
    )
    assert (code, found["visits"]) == (0, 2)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is empty"),
        (b"a,b,c\n1,2,3\n", "customer / plate, arrived, received, left"),
        (b"plate,arrived,left\n", "does not name the column received"),
        (b'"plate,arrived,received,left\n', "its first line cannot be read as CSV"),
        (b"\xff\xfe\x00\xd8", "it is not text"),
    ],
)
def test_a_file_that_is_no_visit_log(
    options: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path, content: Any, said: Any
) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(content)
    assert run(options(path, database=str(tmp_path / "new.db"))) == 1
    captured = capsys.readouterr()
    assert said in captured.err
    assert json.loads(captured.out)["error"] == "bad_log"
    assert not (tmp_path / "new.db").exists()


def test_a_file_that_is_not_there(options: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(options(tmp_path / "none.csv")) == 1
    assert f"There is no file {tmp_path / 'none.csv'}." in capsys.readouterr().err


def test_a_bad_date_is_wrong_usage(options: Any, capsys: pytest.CaptureFixture[str], write_log: Any) -> None:
    assert run(options(write_log(), date="tomorrow")) == 2
    assert "“tomorrow” is not a date" in capsys.readouterr().err


def test_a_header_and_nothing_else(report: Any, write_log: Any) -> None:
    assert report(write_log()) == (0, {"visits": 0, "peak_count": 0, "escalations": [], "problems": []})


def test_the_summary_to_read(options: Any, capsys: pytest.CaptureFixture[str], write_log: Any) -> None:
    path = write_log("苏A00001,09:00,09:02,09:25,", "苏B00002,09:30,,08:00,")
    assert run(options(path, json=False)) == 1
    assert capsys.readouterr().out.splitlines() == [
        "1 visits, at most 1 cars at once",
        "Escalations: 2",
        "  09:01:00 – 09:02:00    1:00  late reception  苏A·00001",
        "  09:20:00 – 09:25:00    5:00  over-stay  苏A·00001",
        "Lines that make no sense: 1",
        "  line 3: The car left before it arrived.",
    ]


def test_into_a_database_that_stays(report: Any, write_log: Any, tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    path = write_log("苏A00001,09:00,09:00:30,,陈静")
    code, _found = report(path, database=str(database), operation="once", by="王芳")
    assert code == 0
    assert report(path, database=str(database), operation="once")[1]["visits"] == 1
    with Desk.open(database, ACTOR) as desk:
        (car,) = desk.read(floors.floor).cars
        assert (car.plate, car.received_by) == ("苏A00001", "陈静")
        assert {line.who for line in desk.snapshot().recent} == {"王芳"}


def test_lines_that_moved_are_the_same_visits(report: Any, write_log: Any, tmp_path: Path) -> None:
    def replayed(*lines: str) -> tuple[int, int, int]:
        code, found = report(write_log(*lines), database=str(tmp_path / "kept.db"), operation="once")
        with Desk.open(tmp_path / "kept.db", ACTOR) as desk:
            return code, found["visits"], len(desk.read(floors.floor).cars)

    first, still_here = "苏A00001,09:00,09:00:30,09:05,", "苏B00002,10:00,10:00:30,,陈静"
    assert replayed(first, "wrong", still_here) == (1, 2, 1)
    # The wrong line is gone, another is put on top: each of the two is where it was not.
    assert replayed("苏C00003,08:00,08:00:30,08:05,", first, still_here) == (0, 3, 1)
    # What the log says later of the same visit is done, and nothing twice.
    assert replayed("苏B00002,10:00,10:00:30,10:30,陈静", first) == (0, 2, 0)


class Sleeper:
    """A machine whose clock moves only when the program sleeps."""

    def __init__(self, stop_after: int | None = None) -> None:
        self.clock = ManualClock(1_800_000_000_000)
        self.naps = 0
        self._stop_after = stop_after

    def __call__(self, seconds: float) -> None:
        self.naps += 1
        if self.naps == self._stop_after:
            raise KeyboardInterrupt
        self.clock.at += max(1, round(seconds * 1000))


def _live(path: Path, database: Path, sleeper: Sleeper, speed: float = 60) -> Any:
    return replay(database, load(path), actor=ACTOR, speed=speed, clock=sleeper.clock, sleep=sleeper)


def test_live_at_a_speed_the_record_is_exact(write_log: Any, tmp_path: Path) -> None:
    path = write_log("苏A00001,09:00,09:02,09:25,")
    sleeper = Sleeper()
    started = sleeper.clock.at
    found = _live(path, tmp_path / "live.db", sleeper)
    assert [e.cleared_at - e.crossed_at for e in found.escalations] == [60_000, 300_000]
    assert sleeper.clock.at - started == pytest.approx((25 * 60 + 5) * 1000 / 60, abs=500)
    with Desk.open(tmp_path / "live.db", ACTOR, sleeper.clock) as desk:
        pace = desk.snapshot().pace
        assert pace
        assert (pace.label, pace.rate) == (LABEL, 0)
        sleeper.clock.at += 60_000
        assert desk.now() == pace.start


def test_live_ended_by_the_keyboard(write_log: Any, tmp_path: Path) -> None:
    path = write_log("苏A00001,09:00,09:00:30,09:05,", "苏B00002,12:00,12:00:30,12:05,")
    sleeper = Sleeper(stop_after=100)
    found = _live(path, tmp_path / "live.db", sleeper)
    assert (found.interrupted, found.visits) == (True, 1)
    with Desk.open(tmp_path / "live.db", ACTOR, sleeper.clock) as desk:
        pace = desk.snapshot().pace
        assert pace
        assert pace.rate == 0


def test_live_never_into_a_stores_own_records(
    options: Any, write_log: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = tmp_path / "store.db"
    with Desk.open(database, Actor("guard", "张三")) as desk:
        arrive(desk, Plate("苏A00001"))
    path = write_log("苏B00002,09:00,,,")
    with pytest.raises(InputError) as refused:
        _live(path, database, Sleeper())
    assert refused.value.reason is ReplayReason.STORE_IN_USE
    assert run(options(path, database=str(database))) == 1
    said = f"{database} holds a store's own records. A replay needs a database of its own."
    assert capsys.readouterr().err.strip() == said
    with Desk.open(database, ACTOR) as desk:
        assert desk.snapshot().pace is None
        assert [car.plate for car in desk.read(floors.floor).cars] == ["苏A00001"]


def test_into_the_database_of_an_earlier_replay(report: Any, write_log: Any, tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    with Desk.open(database, Actor("command", "")) as desk:
        policy.load(desk, Policy(over_stay_s=1500))
    assert report(write_log("苏A00001,09:00,09:02,09:25,"), database=str(database))[0] == 0
    with Desk.open(database, Actor("manager", "")) as desk:
        handling.evaluate(desk)
    code, found = report(write_log("苏B00002,09:00,09:02,09:26,"), database=str(database), date="2026-03-03")
    assert (code, [e["kind"] for e in found["escalations"]]) == (0, ["late_reception", "over_stay"])


def test_after_a_live_replay_one_as_fast_as_it_goes(report: Any, write_log: Any, tmp_path: Path) -> None:
    path = write_log("苏A00001,09:00,09:02,09:25,")
    _live(path, tmp_path / "live.db", Sleeper())
    path = write_log("苏B00002,09:00,09:02,09:25,")
    code, found = report(path, database=str(tmp_path / "live.db"), date="2026-03-05")
    assert (code, len(found["escalations"])) == (0, 2)
    with Desk.open(tmp_path / "live.db", ACTOR) as desk:
        pace = desk.snapshot().pace
        assert pace
        assert pace.rate == 0
