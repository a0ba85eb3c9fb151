"""The first letters a name is typed by."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.cases.initials import LONGEST, MOST, initials


@pytest.mark.parametrize(
    ("name", "readings"),
    [
        ("李明", ("lm",)),
        ("曾小明", ("cxm", "zxm")),
        ("单", ("d", "c", "s")),
        ("欧阳娜", ("oyn",)),
        ("Bob 李", ("bl",)),
        ("bob李abc", ("bla",)),
        ("Ｂｏｂ", ("b",)),
        ("O'Neil", ("o",)),
        ("Élan 李", ("el",)),
        ("Mary-Jane Smith", ("mjs",)),
        ("李（先生）", ("lxs",)),
        ("李·明", ("lm",)),
        ("张3", ("z",)),
        ("龘", ("d",)),
        ("㐀", ("q",)),
        ("𠮷田", ("t",)),
        ("々", ()),
        ("", ()),
        ("  ", ()),
        ("123 ·-😀", ()),
        ("\x1b[31m", ("m",)),
    ],
)
def test_each_reading_of_a_name(name: str, readings: tuple[str, ...]) -> None:
    assert initials(name) == readings


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Bob 王", "bw"),
        ("单雄信", "sxx"),
        ("仇和", "qh"),
        ("解缙", "xj"),
        ("查良镛", "zly"),
        ("乐毅", "yy"),
        ("曾重行", "zcx"),
        ("翟天临", "ztl"),
        ("尉迟恭", "ycg"),
        ("阿卜杜拉·买买提", "abdlmmt"),
        ("古丽娜扎尔·拜合提亚尔", "glnzebhtye"),
        ("王女士", "wns"),
        ("诸葛长乐", "zgcl"),
    ],
)
def test_what_people_type_is_among_them(name: str, typed: str) -> None:
    assert typed in initials(name)


def test_a_name_of_many_readings_keeps_the_usual_ones() -> None:
    found = initials("单重行长乐" * 10)
    assert len(found) == MOST == len(set(found))
    assert {reading[0] for reading in found} == set("dcs")
    assert all(len(reading) == LONGEST for reading in found)


@given(st.text())
def test_any_name(name: str) -> None:
    found = initials(name)
    assert len(found) == len(set(found)) <= MOST
    assert all(0 < len(reading) <= LONGEST for reading in found)


def test_readings_are_loaded_only_where_they_are_needed() -> None:
    said = "from data.cases.initials import initials; initials('Bob'); import sys; print('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True).stdout == "False\n"
