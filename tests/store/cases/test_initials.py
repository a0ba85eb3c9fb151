"""The first letters a name is typed by."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.people.initials import LONGEST, MOST, SPELT, initials, spellings


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
    said = "from data.people.initials import initials; initials('Bob'); import sys; print('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True).stdout == "False\n"


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("王小明", {"wangxiaoming", "xiaoming", "ming"}),
        ("吕静", {"lvjing", "jing"}),
        ("Mike张", {"mikezhang", "zhang"}),
        ("Mike", set()),
        ("", set()),
        ("12!", set()),
    ],
)
def test_a_name_spelt_out(name: str, spelt: set[str]) -> None:
    assert spelt <= set(spellings(name))
    assert bool(spelt) is bool(spellings(name))


def test_a_name_of_many_readings_is_spelt_in_each_and_no_further_than_people_type() -> None:
    assert {"zengxiaoming", "cengxiaoming"} <= set(spellings("曾小明"))
    assert {"shanxiong", "danxiong"} <= set(spellings("单雄"))
    assert max(map(len, spellings("重庆长安汽车销售服务有限公司苏州分公司"))) <= SPELT
    assert len(spellings("单重行长乐" * 10)) <= MOST * LONGEST
