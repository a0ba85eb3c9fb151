"""Stores beside each other: what is counted is what the day's rows say, and who differs differs by more than chance."""

import json
from pathlib import Path
from typing import Any

import psycopg
import pytest
import real_month
from openpyxl import load_workbook
from shipping import ship

from frontdesk.domain.group.comparison import Comparison, Measure, Month, Standing, limits, rate
from frontdesk.domain.values.intervals import Z_998, poisson, wilson
from frontdesk.group import stores
from frontdesk.words.group.comparison import legend

EXACT = {0: (0.0, 3.689), 1: (0.0253, 5.572), 2: (0.2422, 7.225), 5: (1.6235, 11.668), 10: (4.7954, 18.390),
         100: (81.364, 121.627)}  # fmt: skip
"""Of a Poisson law, by its chi-square."""


def month(code: str, cars: int, count: int, heard_at: int | None = 10) -> Month:
    return Month(code, code, "", heard_at, cars, dict.fromkeys(Measure, count))


@pytest.mark.parametrize(("count", "right"), EXACT.items())
def test_an_interval_is_that_of_the_law(count: int, right: tuple[float, float]) -> None:
    assert poisson(count) == pytest.approx(right, rel=0.02, abs=0.03)


def test_who_differs() -> None:
    usual = [month(f"S{number}", 1000, 100) for number in range(20)]
    odd = [month("many", 1000, 140), month("few", 1000, 60), month("none", 0, 0), month("small", 29, 29)]
    bit = [month("bit", 1000, 120)]
    found = Comparison((*usual, *odd, *bit), 10)
    for measure in Measure:
        stands = {each.code: found.standing(measure, each) for each in found.months}
        assert [stands[each.code] for each in odd + bit] == [
            Standing.HIGHER, Standing.LOWER, Standing.TOO_FEW, Standing.TOO_FEW, Standing.LIKE,
        ]  # fmt: skip
        assert {stands[each.code] for each in usual} == {Standing.LIKE}
    assert found.rate(Measure.RESCUES).per_car == pytest.approx(0.1, rel=0.03)
    assert found.rate(Measure.RESCUES, odd[2]).per_car is None
    # A car can be received late once, and have more than one complaint.
    assert rate(Measure.COMPLAINTS, 30, 20).low > 0.9
    assert rate(Measure.LATE_RECEPTIONS, 20, 20).high == 1.0
    assert wilson(0, 0, Z_998) == (0.0, 1.0)


@pytest.mark.parametrize("measure", [Measure.OVER_STAYS, Measure.COMPLAINTS])
@pytest.mark.parametrize("cars", [30, 300, 2000])
def test_the_lines_of_the_funnel_are_where_the_marks_begin(measure: Measure, cars: int) -> None:
    others = [month("rest", 100_000, 10_000)]
    lower, higher = (round(each * cars) for each in limits(measure, 0.1, cars))
    for count, right in ((higher, Standing.HIGHER), (higher - 1, Standing.LIKE), (lower, Standing.LIKE),
                         (lower - 1, Standing.LOWER)):  # fmt: skip
        if count >= 0:
            one = month("one", cars, count)
            assert Comparison((*others, one), 10).standing(measure, one) in {right, Standing.LIKE}, (count, right)


def test_who_was_not_heard_of_since_is_named() -> None:
    found = Comparison((month("a", 50, 1, 10), month("b", 50, 1, 9), month("c", 0, 0, None)), 10)
    assert "b, c" in legend(found, 10)[1]
    assert len(legend(Comparison(found.months[:1], 10), 10)) == 1
    assert "not over" in legend(found, 9)[1]


def test_the_months_of_two_stores(
    run: Any, connection: psycopg.Connection[Any], one: int, day: Path, tmp_path: Path
) -> None:
    run("stores", "add", "S2", "二店", "--province", "浙江")
    ship(connection, one, day)
    ship(connection, stores.every(connection)[1].id, day, size=500)
    right = real_month.sweep(real_month.by_day()[real_month.DAYS[0]])
    found = json.loads(run("report", "2026-03", "--json").out)
    assert found["of"] == "2026-03"
    assert [(each["code"], each["cars"], each["whole"]) for each in found["stores"]] == [
        ("S1", 68, False), ("S2", 68, False)
    ]  # fmt: skip
    for each in found["stores"]:
        assert each["over_counts"]["count"] == right.over_counts
        assert each["over_stays"]["count"] == right.over_stays
        assert each["late_receptions"]["count"] == right.late
        assert each["complaints"] == {"count": 0, "per_car": 0.0, "low": 0.0, "high": each["rescues"]["high"],
                                      "standing": "like"}  # fmt: skip
    assert found["group"]["over_stays"]["per_car"] == right.over_stays / 68
    stores.note_trouble(connection, one, "gap", 300, 1_900_000_000_000)
    connection.execute("update stores set heard_at = 1900000000000 where code = 'S2'")
    whole = json.loads(run("report", "2026-03", "--json").out)["stores"]
    assert [each["whole"] for each in whole] == [False, True]
    assert json.loads(run("report", "2026-02", "--json").out)["group"]["cars"] == 0
    shown = run("report", "2026-03").out.splitlines()
    assert shown[2].split()[:3] == ["S1", "一店", "68"]
    assert "For each 100 cars" in shown[-2]
    assert shown[-1].endswith("missing: S1")
    alone = run("report", "2026-03", "--of", "over-stays").out
    assert ["68", str(right.over_stays)] == alone.splitlines()[2].split()[2:4]
    assert "like the group" in alone
    assert run("report", "2026-13").code == 1


def test_the_workbook(run: Any, connection: psycopg.Connection[Any], one: int, day: Path, tmp_path: Path) -> None:
    run("stores", "add", "S2", "=二店")
    ship(connection, one, day)
    ship(connection, stores.every(connection)[1].id, day, size=500)
    right = real_month.sweep(real_month.by_day()[real_month.DAYS[0]])
    file = tmp_path / "总部.xlsx"
    assert run("report", "2026-03", "--xlsx", str(file)).code == 0
    book = load_workbook(file)
    assert book.sheetnames == ["2026-03", *(measure.replace("_", "-").replace("late-", "late ") for measure in Measure)]
    assert [cell.value for cell in book["2026-03"][4]][1:7:5] == ["the whole group", 2 * right.over_stays]
    sheet = book["over-stays"]
    assert [cell.value for cell in sheet[2]][:4] == ["S1", "一店", 68, right.over_stays]
    assert (sheet["B3"].value, sheet["B3"].data_type) == ("=二店", "s")
    assert {sheet.cell(2, column).number_format for column in (5, 6, 7, 28, 29, 30)} == {"0.0"}
    (funnel,) = sheet._charts
    last = sum(row[26] is not None for row in sheet.iter_rows(values_only=True))
    assert [(each.xVal.numRef.f, each.yVal.numRef.f) for each in funnel.series] == [
        ("'over-stays'!$C$2:$C$3", "'over-stays'!$E$2:$E$3"),
        *((f"'over-stays'!$AA$2:$AA${last}", f"'over-stays'!${each}$2:${each}${last}") for each in ("AB", "AC", "AD")),
    ]
    assert (sheet["AA1"].value, sheet["AA2"].value, sheet.cell(last, 27).value) == ("arrivals", 30, 68)
    assert (funnel.title.overlay, funnel.legend.position, funnel.x_axis.axPos) == (False, "b", "b")
    assert run("report", "2026-03", "--xlsx", str(file)).code == 1
    assert run("report", "2026-03", "--xlsx", str(tmp_path / "group.csv")).code == 1
    other = tmp_path / "zh.xlsx"
    assert run("report", "2026-03", "--xlsx", str(other), "--language", "zh").code == 0
    assert load_workbook(other).sheetnames[:3] == ["2026-03", "超量", "超时停留"]
