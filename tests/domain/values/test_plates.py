"""Licence plates: cleaned, completed, never blocked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import (
    PROVINCES,
    fragment,
    is_read_whole,
    is_usual,
    parse_plate,
    plate_or_none,
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
    "苏A1234", "苏A123456", "苏A12D345", "苏AL12345", "粤Z1234台",
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
    assert [rank("苏A00123", typed) for typed in ("A0O1", "O123", "OI23", "AO0")] == [1, 2, 2, 1]
    assert [rank("苏OA1234", typed) for typed in ("OA1", "0A1")] == [1, -1]


HOLES = [
    "?A12345", "？A12345", "*A12345", "＊A12345", "#A12345", "_A12345", "＿A12345", "�A12345", "□A12345", "■A12345",
    "口A12345", "囗A12345", "\ue000A12345", "\u3000A12345", "-A12345", "·A12345", "苏?12345", "苏A12?45", "苏A1234*",
    "苏_12345", "A_2345", "苏A1_2345", "苏A_2345", "\ud800A12345", "~A12345", "!A12345", "(A12345)", "A123450?",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOLES)
def test_a_hole_is_not_filled_by_guessing(typed: str) -> None:
    assert not is_read_whole(typed)
    assert parse_plate(typed, "苏")[0] != "苏" or typed[0] == "苏"
    with pytest.raises(Refused) as refused:
        plate_or_none(typed, "苏")
    assert refused.value.reason is ValueReason.PLATE_UNREAD


@pytest.mark.parametrize(
    "typed", ["A12345", " A12345 ", "苏A·12345", "苏A_12345", "A_12345", "苏 A-12345", "\u200eA12345"]
)
def test_what_only_separates_is_no_hole(typed: str) -> None:
    assert is_read_whole(typed)
    assert plate_or_none(typed, "苏") == "苏A12345"


@pytest.mark.parametrize(
    ("typed", "plate"),
    [
        ("苏A0O123", "苏A00123"), ("苏AO0I23", "苏A00123"), ("a0o123", "苏A00123"),
        ("苏AI2345", "苏A12345"), ("苏AD1O345", "苏AD10345"), ("粤B1234OD", "粤B12340D"), ("苏OI2345", "苏O12345"),
        ("苏AO23挂", "苏AO23挂"), ("使O12345", "使O12345"), ("KO12345", "KO12345"), ("苏A1234Q", "苏A1234Q"),
    ],
)  # fmt: skip
def test_a_civil_plate_has_no_o_and_no_i_behind_its_city(typed: str, plate: str) -> None:
    assert parse_plate(typed, "苏") == plate


def test_a_car_without_a_plate_is_known_by_its_vehicle_number() -> None:
    numbers = [f"LTEST0000A000000{n}" for n in (1, 2)]
    assert [parse_plate(number.lower(), "苏") for number in numbers] == numbers
    # Only where its check character is right it is no odd one; three plates in a row have none.
    assert [is_usual(number) for number in numbers] == [False, True]
    for typed in ("LTEST0000A00000011", "LTEST0000A000000", "LTESTO000A0000001", "LTEST0000A000000X"):
        with pytest.raises(Refused) as refused:
            parse_plate(typed, "苏")
        assert refused.value.reason is ValueReason.PLATE_TOO_LONG
