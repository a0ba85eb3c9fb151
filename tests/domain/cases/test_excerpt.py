"""The piece of the customer's words in which something was found."""

import pytest

from frontdesk.domain.cases.excerpt import Excerpt, excerpt
from frontdesk.domain.cases.search import words_of

WORDS = "刹车踩下去没反应，\n差点撞上前车。Brake No.2 failed, 等了２小时"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("没反应", "没反应"),
        ("反应差点", "反应， 差点"),
        ("BRAKE", "Brake"),
        ("brake no2", "Brake"),
        ("前", "前"),
        ("等了2小时", "等了２小时"),
        ("退款 撞上", "撞上"),
    ],
)
def test_what_was_found_is_cut_out_as_it_was_said(typed: str, found: str) -> None:
    cut = excerpt(WORDS, words_of(typed))
    assert cut is not None
    assert cut.found == found
    assert cut.before + cut.found + cut.after == " ".join(WORDS.split())


@pytest.mark.parametrize("typed", ["", "退款", "e", "2", "!", "13812348000"])
def test_what_nobody_said_is_none(typed: str) -> None:
    assert excerpt(WORDS, words_of(typed)) is None


def test_nothing_before_and_behind_it() -> None:
    assert excerpt("异响", ("异响",)) == Excerpt("", "异响", "")
