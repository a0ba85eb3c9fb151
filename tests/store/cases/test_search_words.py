"""Cases are found by what the customer said, and by names as they are spelt; not by phone numbers that were said."""

import pytest
from case_work import register

from frontdesk.desk import undo
from frontdesk.desk.cases import search
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.search import Filter

SAID = {
    1: "刹车有异响，4S店说没问题",
    2: "空调不制冷\n又漏油！",
    3: "ＡＢＳ灯亮了，打 13812345678 找我",
    4: "车漏水，油也有问题",
}


@pytest.fixture
def queue(advisor: Desk) -> Desk:
    for words in SAID.values():
        register(advisor, words=words, customer="曾小明", phone="")
    return advisor


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("异响", {1}),
        ("响", {1}),
        ("刹车有异响4s店", {1}),
        ("漏油", {2}),  # not 4: 漏 and 油 stand apart there
        ("车漏", {4}),
        ("问题", {1, 4}),
        ("冷又漏", {2}),
        ("题", {1, 4}),  # the very last sign of one of them
        ("abs灯", {3}),
        ("ＡＢＳ", {3}),
        ("13812345678", set()),
        ("5678", {3}),
        ("问题 刹车", {1}),
        ("zengxiaoming 漏水", {4}),
        ("CengXiaoMing", {1, 2, 3, 4}),
        ("xiaoming", {1, 2, 3, 4}),
        ("zxm", {1, 2, 3, 4}),
        ("，", set()),
        ("没有这句", set()),
    ],
)
def test_found_by_what_was_said(queue: Desk, typed: str, found: set[int]) -> None:
    for which in (Filter.OPEN, Filter.ALL):
        part = search.part(queue, which, typed)
        assert {case.id for case in part.cases} == found
        assert part.total == len(found)


def test_common_words_are_found_in_turn(queue: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a word stands in very many cases: they are gone through, and find the same."""
    monkeypatch.setattr("data.cases.search.FEW", 0)
    assert [case.id for case in search.part(queue, Filter.ALL, "问题").cases] == [1, 4]
    assert [case.id for case in search.part(queue, Filter.ALL, "问题 刹车").cases] == [1]


def test_a_case_taken_back_is_found_no_more(queue: Desk) -> None:
    undo.undo(queue)
    assert search.part(queue, Filter.ALL, "车漏").total == 0
    assert not queue.connection.execute("select 1 from case_words where complaint_id = 4").fetchall()
