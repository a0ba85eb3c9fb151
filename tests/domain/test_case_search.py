"""What is looked for when somebody types: words, case numbers as the screens write them, phone numbers as people do."""

import pytest

from frontdesk.domain.case_search import is_phone, words_of


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ()),
        ("苏A 王", ("苏a", "王")),
        ("王 王", ("王",)),
        ("No. 2", ("2",)),
        ("2 号投诉 王", ("2", "王")),
        ("138 1234 5678", ("13812345678",)),
        ("138-1234-5678", ("13812345678",)),
        ("+86 138 1234 5678", ("13812345678",)),
        ("１３８ 1234 5678", ("13812345678",)),
        ("0512 6666 8888", ("051266668888",)),
        ("0512 66668888", ("051266668888",)),
        ("(025) 8888 1234", ("02588881234",)),
        ("400 820 8820", ("4008208820",)),
        ("138 1234", ("1381234",)),
        ("王 138 1234 5678 苏A", ("王", "13812345678", "苏a")),
        ("1207 5678", ("1207", "5678")),
        ("(0512)62800000", ("051262800000",)),
        ("No. 138 12345", ("138", "12345")),
        ("150 号投诉 12345", ("150", "12345")),
        ("138 00138000 12345", ("13800138000", "12345")),
        ("0512 62800000 12345", ("051262800000", "12345")),
        ("138 0013 8000 12345", ("13800138000", "12345")),
        ("13800138000 王", ("13800138000", "王")),
        ("13 8000", ("13", "8000")),
        ("12 345", ("12", "345")),
        ("a b c d e f g", ("a", "b", "c", "d", "e", "f")),
    ],
)
def test_what_is_typed_as_words(typed: str, words: tuple[str, ...]) -> None:
    assert words_of(typed) == words


@pytest.mark.parametrize(
    ("word", "whole"), [("1381234", True), ("138123", False), ("苏a12345", False), ("+8613", False)]
)
def test_what_may_be_a_whole_phone_number(word: str, whole: bool) -> None:
    assert is_phone(word) is whole
