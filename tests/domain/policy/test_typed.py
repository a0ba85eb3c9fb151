"""What is typed for a setting is read as it was meant, or not at all."""

import pytest

from frontdesk.domain.policy.typed import read_chain, read_count, read_days, read_entries, read_length, read_names

ROLES = {"guard": "guard", "保安": "guard", "servicemanager": "manager", "副职": "deputy", "deputy": "deputy"}


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("1200", 1200), ("0", 0), ("20 min", 1200), ("20min", 1200), ("20 Minutes", 1200), ("20m", 1200),
        ("20分钟", 1200), ("20 分", 1200), ("２０分钟", 1200), ("90 s", 90), ("90秒", 90), ("1 h 30 min", 5400),
        ("1小时30分", 5400), ("1小时30分10秒", 5410), ("1.5 h", 5400), ("半小时", 1800), ("0.5 min", 30),
        ("24 h", 86_400), ("2天", 172_800), ("1d", 86_400), ("0 s", 0), ("3个小时", 10_800), ("007 s", 7),
    ],
)  # fmt: skip
def test_a_length_of_time(typed: str, seconds: int) -> None:
    assert read_length(typed) == seconds


@pytest.mark.parametrize(
    "typed",
    ["", " ", "min", "20 mins ago", "-5", "5 min -1 s", "20:00", "1 h 30", "30 min 1 h", "5 min 5 min", "0.3 s",
     "1.2.3 h", "20 parsecs", "二十分钟", "1e3", "半", "1,5 h", "20 min.", "9" * 10, "20 min 半", "5月"],
)  # fmt: skip
def test_what_is_no_length_of_time_is_not_guessed(typed: str) -> None:
    with pytest.raises(ValueError):
        read_length(typed)


@pytest.mark.parametrize(
    ("typed", "counted", "number"),
    [("4", "cars", 4), ("4 cars", "cars", 4), ("４辆", "cars", 4), ("3个工作日", "days", 3),
     ("3 working days", "days", 3), ("50元", "yuan", 50), ("50 CNY", "yuan", 50), ("0", "cars", 0)],
)  # fmt: skip
def test_a_number(typed: str, counted: str, number: int) -> None:
    assert read_count(typed, counted) == number


@pytest.mark.parametrize(
    ("typed", "counted"),
    [("", "cars"), ("4 days", "cars"), ("4辆", "days"), ("3 min", "days"), ("4.5", "cars"), ("-1", "cars"),
     ("四", "cars"), ("1 2", "cars"), ("5百", "cars"), ("1234567890", "cars")],
)  # fmt: skip
def test_what_is_no_number_is_not_guessed(typed: str, counted: str) -> None:
    with pytest.raises(ValueError):
        read_count(typed, counted)


@pytest.mark.parametrize(
    ("typed", "chain"),
    [
        ("0 guard, 180 deputy", ("0 guard", "180 deputy")),
        ("at once guard, 3 min deputy", ("0 guard", "180 deputy")),
        ("立即保安、马上 Service Manager；3分钟副职", ("0 guard", "0 manager", "180 deputy")),
        ("1 h 30 min service  manager", ("5400 manager",)),
        ("", ()),
    ],
)
def test_a_chain(typed: str, chain: tuple[str, ...]) -> None:
    assert read_chain(typed, ROLES) == chain


@pytest.mark.parametrize(
    "typed", ["guard", "3 min", "3 min boss", "3 guard deputy", "soon guard", "0 guard 180 deputy"]
)
def test_what_is_no_chain_is_not_guessed(typed: str) -> None:
    with pytest.raises(ValueError):
        read_chain(typed, ROLES)


def test_names_entries_and_days() -> None:
    assert read_names("东 1，西 2") == ("东 1", "西 2")
    assert read_names("东 1,") == ("东 1",)
    assert read_entries("电 话、门店 群, Fax", {"电话": "phone", "fax": "fax"}) == ("phone", "门店 群", "fax")
    days = " ".join(f"2026-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29))
    assert len(read_days(days)) == 336, "however many there are"


@pytest.mark.parametrize("typed", ["20260217", "2026-W08-2", "2026-02-30", "2026-02-17~2026-02-16", "2026-02-17~", "~"])
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    with pytest.raises(ValueError):
        read_days(typed)
