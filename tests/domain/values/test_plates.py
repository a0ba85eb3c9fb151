"""Licence plates: cleaned, completed, never blocked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import (
    PROVINCES,
    fragment,
    is_usual,
    parse_plate,
    rank,
    show_plate,
    special_next,
    with_character,
)
from frontdesk.domain.values.reasons import ValueReason

USUAL = [
    "苏A12345", "苏AB1234", "苏A1234B", "京N8J0Z9", "藏A00001",  # ordinary
    "苏AD12345", "苏AF12345", "苏AA12345", "苏AK12345", "苏ADF1234",  # new energy, small
    "粤B12345D", "粤B12345F", "粤B12345A",  # new energy, large
    "苏A1234警", "苏A1234学", "苏A1234挂", "沪A1234领", "苏A1234试", "苏A1234超",
    "粤ZAB12港", "粤Z1234澳", "使123456", "VA12345", "KB99999",
]  # fmt: skip
UNUSUAL = [
    "苏A1234", "苏A123456", "苏I1234O", "苏AO1234", "苏AI1234", "苏A12D345", "苏AL12345", "粤Z1234台",
    "A12345", "12345", "苏", "台A12345", "使12345", "VA1234", "6624",
]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "province", "special"),
    [
        ("", "苏", "使"), ("1", "苏", "使"), ("123456", "苏", "使"), ("1234567", "苏", ""),
        ("A", "苏", ""), ("A123", "苏", ""), ("A1234", "苏", "挂学警领"), ("A1234", "", "挂学警领"),
        ("A12345", "苏", ""),
        ("沪A1234", "苏", "挂学警领"), ("沪A123", "苏", ""), ("沪A1234挂", "苏", ""), ("粤Z1234", "苏", "挂学警领港澳"),
        ("Z1234", "粤", "挂学警领港澳"), ("Z1234", "苏", "挂学警领"), ("沪", "苏", ""), ("沪A1I34", "苏", ""),
    ],
)  # fmt: skip
def test_which_characters_could_come_next(typed: str, province: str, special: str) -> None:
    assert special_next(typed, province) == special
    for character in special:
        whole = with_character(typed, character)
        assert character == "使" or is_usual(whole) or is_usual((province or "京") + whole)


@pytest.mark.parametrize(
    ("typed", "character", "whole"),
    [
        ("A1234", "挂", "A1234挂"), ("123456", "使", "使123456"), ("A12345", "沪", "沪A12345"),
        ("苏A12345", "沪", "沪A12345"), ("", "沪", "沪"), ("使123", "京", "京123"),
    ],
)  # fmt: skip
def test_a_character_goes_where_it_belongs(typed: str, character: str, whole: str) -> None:
    assert with_character(typed, character) == whole


@pytest.mark.parametrize("plate", USUAL)
def test_usual_plates(plate: str) -> None:
    assert is_usual(plate)
    assert parse_plate(plate) == plate


@pytest.mark.parametrize("plate", UNUSUAL)
def test_unusual_plates_are_told_apart_and_kept(plate: str) -> None:
    assert not is_usual(plate)
    assert parse_plate(plate) == plate


@pytest.mark.parametrize("province", PROVINCES)
def test_all_thirty_one_provinces(province: str) -> None:
    assert len(PROVINCES) == 31
    assert is_usual(f"{province}A12345")


@pytest.mark.parametrize(
    ("typed", "plate"),
    [
        ("苏a·12345", "苏A12345"),
        (" 苏 A - 12345 ", "苏A12345"),
        ("苏Ａ１２３４５", "苏A12345"),
        ("苏A・12345", "苏A12345"),
        ("a12345", "苏A12345"),
        ("A12345", "苏A12345"),
        ("AD12345", "苏AD12345"),
        ("VA12345", "苏VA12345"),  # military, or the province's new-energy series: the latter
        ("VX12345", "VX12345"),
        ("ad1234警", "ad1234警".upper()),
        ("京A12345", "京A12345"),
        ("12345", "12345"),
        ("苏A\x1b12345", "苏A12345"),
        ("苏A\u202e12345", "苏A12345"),
    ],
)
def test_what_is_typed_becomes_compact_and_gets_the_province(typed: str, plate: str) -> None:
    assert parse_plate(typed, "苏") == plate


@pytest.mark.parametrize("typed", ["", "   ", "·-", "\x00", "😀", "\ud800"])
def test_nothing_of_a_plate(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_plate(typed, "苏")
    assert refused.value.reason is ValueReason.NO_PLATE


@pytest.mark.parametrize(
    ("plate", "shown"),
    [("苏A12345", "苏A·12345"), ("粤B12345D", "粤B·12345D"), ("VA12345", "VA12345"), ("12345", "12345")],
)
def test_shown_with_a_dot(plate: str, shown: str) -> None:
    assert show_plate(plate) == shown
    assert parse_plate(shown) == plate


@given(st.text())
def test_any_text_becomes_a_short_compact_plate(text: str) -> None:
    compact = fragment(text)
    assert compact == fragment(compact)
    assert all(c in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" or "\u4e00" <= c <= "\u9fff" for c in compact)


def test_the_better_fit_comes_first() -> None:
    plates = ["苏A12399", "苏BA1239", "苏A1239A", "苏A12345", "京A123"]
    order = sorted((rank(plate, "A123"), plate) for plate in plates)
    assert [rank(plate, "A123") for plate in ("苏A12345", "苏BA1239", "苏B99999")] == [1, 1, -1]
    assert order[0][0] == 1
    assert rank("苏A12345", "苏A12345") == 0
    assert rank("苏A12345", "苏A1") == rank("苏A12345", "123") == 1
    assert rank("苏A12345", "2345") == 2
