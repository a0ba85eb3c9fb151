"""Phones are masked, text is cleaned (C10)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import mask_phone, parse_phone
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import LINE_LIMIT, WORDS_LIMIT, clean_code, clean_line, clean_words, counting_order
from frontdesk.words.refusals.sentence import sentence


@pytest.mark.parametrize(
    ("typed", "number", "masked"),
    [
        ("13812348000", "13812348000", "138****8000"),
        ("138-1234-8000", "13812348000", "138****8000"),
        (" 138 1234 8000 ", "13812348000", "138****8000"),
        ("１３８１２３４８０００", "13812348000", "138****8000"),
        ("+86 138 1234 8000", "13812348000", "138****8000"),
        ("0086-138-1234-8000", "13812348000", "138****8000"),
        ("＋８６13812348000", "13812348000", "138****8000"),
        ("13812348000.0", "13812348000", "138****8000"),
        ("51262800000.0", "51262800000", "512****0000"),
        ("13812348000转8", "13812348000转8", "138****00转8"),
        ("+1 (212) 555-0100", "+12125550100", "+12****0100"),
        ("+86 512 6280 0000", "+8651262800000", "+86****0000"),
        ("0512-6280 0000", "051262800000", "051****0000"),
        ("0086 512 6280 0000", "008651262800000", "008****0000"),
        ("+86 0512-6280 0000", "+86051262800000", "+86****0000"),
        ("+44 20 7946 0958", "+442079460958", "+44****0958"),
        ("12345678901", "12345678901", "123****8901"),
        ("10086", "10086", "****86"),
        ("12315", "12315", "****15"),
        ("(025) 8888-1234", "02588881234", "025****1234"),
        ("400.820.8820,12", "4008208820,12", "400****0,12"),
        ("88881234转105", "88881234转105", "888****转105"),
        ("88881234", "88881234", "****34"),
        ("95555", "95555", "****55"),
        ("", "", ""),
        ("  ", "", ""),
    ],
)
def test_phones(typed: str, number: str, masked: str) -> None:
    assert parse_phone(typed) == number
    assert mask_phone(number) == masked


@pytest.mark.parametrize("typed", ["abc", "1234", "138[/b]12348000", "1" * 19, "++86138", "138x", "😀", "0" * 10_000])
def test_what_is_no_phone(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_phone(typed)
    assert refused.value.reason is ValueReason.BAD_PHONE
    assert len(str(refused.value.facts["text"])) <= 30


@pytest.mark.parametrize(
    "typed",
    ["1381234800", "138123480001", "1381234", "19812", "+86 1381234800", "1381234800.0",
     "123456789012345", "512628000001", "+86 512628000001", "1234567", "0512-6280 00001", "0000512345"],
)  # fmt: skip
def test_a_number_has_no_digit_too_few_or_too_many(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_phone(typed)
    assert "138 0013 8000 (11 digits)" in sentence(refused.value)


@given(st.from_regex(r"\A[0-9]{5,18}\Z"))
def test_a_masked_number_hides_its_middle(number: str) -> None:
    masked = mask_phone(number)
    assert "****" in masked
    assert sum(c.isdigit() for c in masked) <= max(2, len(number) - 3)


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("  李  四 ", "李 四"),
        ("a\nb\tc", "a b c"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("\x1b]52;c;aGk=\x07x", "]52;c;aGk=x"),
        ("a\u202eb\u2066c\u200bd\ufeff", "abcd"),
        ("\ud800a\udfff", "a"),
        ("\ue000a\U000e0041", "a"),
        ("a\u2028b\u2029c\x0bd\x0ce\x85f", "a b c d e f"),
        ("e\u0301", "é"),
        ("[/b][@click=app.quit]x", "[/b][@click=app.quit]x"),
        ("👨\u200d👩\u200d👧", "👨👩👧"),
        ("x" * 10_000, "x" * LINE_LIMIT),
    ],
)
def test_a_line_is_cleaned(raw: str, line: str) -> None:
    assert clean_line(raw) == line


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\n\n a \n\n", "a"),
        ("a\tb  \nc", "a b\nc"),
        ("y" * 10_000, "y" * WORDS_LIMIT),
        ("\x00\u202e", ""),
    ],
)
def test_words_keep_their_lines(raw: str, words: str) -> None:
    assert clean_words(raw) == words


@given(st.text(alphabet=st.characters()))
def test_nothing_bad_is_left_in_any_text(text: str) -> None:
    bad = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    for clean in (clean_line, clean_words, clean_code):
        cleaned = clean(text)
        assert not {unicodedata.category(c) for c in cleaned if c != "\n"} & bad
        assert clean(cleaned) == cleaned
        cleaned.encode()


def test_who_does_something_is_cleaned() -> None:
    assert Actor("gu\x1bard", "张\n三" + "x" * 100) == Actor("guard", "张 三" + "x" * 27)


def test_names_stand_in_the_order_people_count() -> None:
    names = ["灭火器 10", "灭火器 9", "9 号柜", "灭火器", "灭火器 9b", "１０ 号柜", ""]
    assert sorted(names, key=counting_order) == [
        "", "9 号柜", "１０ 号柜", "灭火器", "灭火器 9", "灭火器 9b", "灭火器 10",
    ]  # fmt: skip


@given(st.lists(st.text(max_size=20), max_size=6))
def test_any_names_can_be_put_in_order(names: list[str]) -> None:
    assert len(sorted(names, key=counting_order)) == len(names)
