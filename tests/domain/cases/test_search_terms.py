"""What a case is found by, and that no phone number is (C10)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.cases.search_terms import needle, terms


def hits(typed: str, found: frozenset[str]) -> bool:
    return any(term.startswith(needle(typed)) for term in found)


ZENG = terms(1207, "苏A12345", "曾小明", ("cxm", "zxm"), "13812348000")
BOB = terms(3, "苏AD12345", "Bob 王", ("bw",), "")
ALI = terms(4, "", "阿卜杜拉·买买提", ("abdlmmt",), "(025) 8888-1234转105")


def test_the_terms_of_a_case() -> None:
    assert {
        "1207", "苏a12345", "a12345", "12345", "2345", "345", "45", "5",
        "曾小明", "小明", "明", "cxm", "xm", "m", "zxm", "8000",
    } == ZENG  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    ["1207", "12", "苏A", "苏 a-123", "苏A·12345", "2345", "曾", "小明", "明", "ZXM", "cx", "xm", "8000", "８０００"],
)
def test_any_part_finds_it(typed: str) -> None:
    assert hits(typed, ZENG)


@pytest.mark.parametrize("typed", ["1208", "苏B", "13812348000", "138", "48000", "zm", "曾明", "000", "曾小明明"])
def test_what_is_no_part_does_not(typed: str) -> None:
    assert not hits(typed, ZENG)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bob", BOB),
        ("Bob王", BOB),
        ("Ｂ", BOB),
        ("王", BOB),
        ("D123", BOB),
        ("杜拉 买", ALI),
        ("dlm", ALI),
        ("1234", ALI),
    ],
)
def test_names_of_several_words(typed: str, found: frozenset[str]) -> None:
    assert hits(typed, found)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("", ""), ("  ", ""), ("·-", ""), (" 苏A·1 23-45 ", "苏a12345"), ("ＡＢＣ", "abc"), ("STRASSE",
        "strasse"), ("Straße", "strasse"),
        ("阿卜杜拉•买买提", "阿卜杜拉买买提"), ("a\x1bb\u200bc\u202e", "abc"), ("%_", "%"), ("\ud800", ""),
    ],
)  # fmt: skip
def test_what_is_typed_is_folded(typed: str, folded: str) -> None:
    assert needle(typed) == folded


@pytest.mark.parametrize(
    ("phone", "last"),
    [
        ("13812348000", "8000"),
        ("+8613812348000", "8000"),
        ("88881234转105", "1234"),
        ("4008208820,12", "8820"),
        ("95555", "5555"),
    ],
)
def test_the_last_four_digits_of_a_phone(phone: str, last: str) -> None:
    assert terms(1, "", "", (), phone) == {"1", last}


@pytest.mark.parametrize(
    ("plate", "customer"),
    [("", "王13812348000"), ("", "138-1234-8000"), ("", "王 １３８ 1234 8000 先生"), ("13812348000", "")],
)
def test_a_phone_number_in_the_wrong_place_is_no_term(plate: str, customer: str) -> None:
    found = terms(1, plate, customer, (), "13812348000")
    assert not any(re.search(r"[0-9]{5}", term) for term in found)
    assert hits("8000", found)


@given(st.from_regex(r"\A1[0-9]{10}\Z"), st.text(max_size=20), st.text(max_size=20))
def test_no_term_holds_more_of_a_phone_than_its_last_four_digits(phone: str, before: str, after: str) -> None:
    for found in (terms(1, phone, before, (), phone), terms(1, "", f"{before}{phone}{after}", (), phone)):
        assert not any(phone[-5:] in term for term in found if term != "1")


@given(st.text(), st.text(), st.text())
def test_any_case_has_few_short_terms(plate: str, customer: str, reading: str) -> None:
    found = terms(10**9, plate, customer, [reading] * 8, "13812348000")
    assert len(found) <= 2 + 10 + 12 + 12
    assert all(0 < len(term) <= 40 for term in found)


@given(st.text(alphabet=st.characters(blacklist_categories=["Nd", "No", "Nl", "M"]), min_size=1, max_size=12))
def test_every_part_of_a_name_is_found(name: str) -> None:
    folded = needle(name)[:12]
    found = terms(1, "", name, (), "")
    assert all(
        hits(folded[start:end], found) for start in range(len(folded)) for end in range(start + 1, len(folded) + 1)
    )
