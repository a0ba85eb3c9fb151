"""Finding cases: the same as a plain filter over all of them finds, in the same order, page by page, each case once."""

import random
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from data import penalties
from data.cases import cases as complaints
from data.cases import clocks
from data.cases import search as stored
from data.escalations import escalations, missed_clocks
from frontdesk.desk.cases import register as cases
from frontdesk.desk.cases import search
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.case import AtQuality, CaseKind, Channel, Severity, Stage
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.search import CaseCounts, Filter, end_of_day, words_of
from frontdesk.domain.cases.search_terms import needle
from frontdesk.domain.values.clock import DAY, HOUR, ManualClock
from frontdesk.domain.values.phones import mask_phone
from frontdesk.domain.values.plates import NO_PLATE, Plate

pytestmark = pytest.mark.forged

ZONE = ZoneInfo("Asia/Shanghai")
INITIALS = {
    "张三": "zs", "李四": "ls", "曾小明": "zxm", "欧阳芳": "oyf", "O'Neil": "", "_%*": "", "张 三": "zs",
    "Ｍｉｋｅ": "m", "'; drop table": "", "": "",
}  # fmt: skip
PLATES = ("苏A12345", "苏A12", "苏B9X", "沪AD12345", "粤Z1234港", "A_1%", "")
PHONES = ("13812345678", "13812340000", "051266881234", "4001", "")
TYPED = (
    "苏", "苏a12345", "苏A·123", "１２３", "45", "三", "张三", "zs", "XM", "wxm", "5678", "138123", "1381234",
    "+138123", "13812345678", "4001", "_", "%", "*", "'", "苏 张",
    "苏A 三 1", "zs 1381234", "·", "　", "不在", "12 34 5 6 7 8 9",
    "mike", "港", "\u202e苏", "7", "1", "苏B 苏A",
)  # fmt: skip
FOLDED = {text: needle(text) for text in (*INITIALS, *INITIALS.values(), *PLATES)}


def endings(text: Any) -> Any:
    return {FOLDED[text][start:] for start in range(len(FOLDED[text]))}


@pytest.fixture
def several(desk: Desk) -> Any:
    """A few hundred cases in every state; what each is found by is written down as agreed, with no help from a rule."""
    chance, now = random.Random(11), desk.now()
    phones = {}
    desk.connection.execute("begin")
    for number in range(1, 301):
        customer, plate, phone = chance.choice(list(INITIALS)), chance.choice(PLATES), chance.choice(PHONES)
        phones[number] = phone
        is_open = chance.random() < 0.7
        due = chance.choice((None, now, now - 1, now + chance.randrange(3 * DAY), now - chance.randrange(DAY),
                             end_of_day(now, ZONE), end_of_day(now, ZONE) + 1))  # fmt: skip
        follow = None if is_open else chance.choice((now + 2 * DAY, now, now - DAY, end_of_day(now, ZONE)))
        followed = now if follow and chance.random() < 0.4 else None
        desk.connection.execute(
            "insert into phones (id, number, masked) values (?, ?, ?)", (number, phone, mask_phone(phone))
        )
        desk.connection.execute(
            "insert into complaints (id, received_at, registered_at, channel, kind, severity, stage, drill, customer,"
            " phone_id, plate, words, reported_to, next_due, follow_up_at, followed_up_at)"
            " values (?, ?, ?, 'phone', 'service', 'ordinary', ?, ?, ?, ?, ?, '…', ?, ?, ?, ?)",
            (number, now, now, "answered" if is_open else "closed", chance.random() < 0.1, customer,
             number if phone else None, plate, chance.choice(("", "", "manager")),
             due if is_open else None, follow, followed),
        )  # fmt: skip
        if is_open and chance.random() < 0.2:
            desk.connection.execute(
                "insert into notes (complaint_id, at, who, step, words, form) values (?, ?, '', '', '', 'spoken')",
                (number, now),
            )
        if chance.random() < 0.3:
            answered = chance.choice((None, now))
            desk.connection.execute(
                "insert into quality (complaint_id, handed_at, handed_by, question, answered_at, answer)"
                " values (?, ?, '', '?', ?, ?)", (number, now, answered, "!" if answered else ""),
            )  # fmt: skip
        if is_open and due:
            desk.connection.execute(
                "insert into clocks (complaint_id, name, started_at, due_at) values (?, 'full_answer', ?, ?)",
                (number, min(now, due), due),
            )
        terms = endings(plate) | endings(customer) | endings(INITIALS[customer]) | {str(number), phone[-4:]} - {""}
        desk.connection.executemany("insert into case_terms values (?, ?)", [(term, number) for term in terms])
    desk.connection.execute(
        "insert into closing_reports (complaint_id, at, who, cause, measures, result, improvement, to_read)"
        " select id, received_at, '王芳', '', '', '', '', id % 3 = 0 from complaints where stage = 'closed'"
    )
    desk.connection.execute("commit")
    return phones


def leaves(which: Any, case: Any, now: Any) -> Any:
    """Whether a filter leaves a case, said once more and plainly."""
    due = case.next_due.due_at if case.next_due else None
    ends = end_of_day(now, ZONE)
    return {
        Filter.OPEN: case.is_open,
        Filter.LATE: case.is_open and due is not None and due < now,
        Filter.TODAY: case.is_open and due is not None and now <= due <= ends,
        Filter.REPORTED: case.is_open and case.reported_to != "",
        Filter.QUALITY: case.is_open and case.at_quality is AtQuality.ANSWERED,
        Filter.WRITE_UP: case.to_write_up > 0,
        Filter.FOLLOW_UP: case.follow_up_at is not None and case.followed_up_at is None and case.follow_up_at <= ends,
        Filter.TO_READ: case.stage is Stage.CLOSED and case.id % 3 == 0,
        Filter.CLOSED: case.stage is Stage.CLOSED,
        Filter.ALL: True,
    }[which]


def order(which: Any) -> Any:
    def key(case: Any) -> Any:
        due = case.next_due.due_at if case.next_due else None
        if which is Filter.FOLLOW_UP:
            return (case.follow_up_at, case.id)
        return (1, 0, 0, -case.id) if not case.is_open else (0, due is None, due or 0, case.id)

    return key


def is_found(case: Any, phone: Any, words: Any) -> Any:
    """Whether every word stands somewhere in what is known of a case; a phone number from seven digits on."""
    initials = INITIALS[case.customer]
    said = [FOLDED[case.plate], FOLDED[case.customer], initials]
    for word in words:
        starts = [str(case.id), phone[-4:]] + ([phone] if len(word) >= 7 and word.lstrip("+").isdigit() else [])
        if not (any(word in each for each in said) or any(each.startswith(word) for each in starts)):
            return False
    return True


def every_page(desk: Desk, which: Any, text: Any, limit: Any) -> Any:
    found: list[Any] = []
    while True:
        page = search.part(desk, which, text, first=len(found), limit=limit)
        assert page.first == len(found)
        found += page.cases
        assert page.total >= len(found)
        if len(page.cases) < limit:
            assert page.total == len(found)
            return found


@pytest.mark.parametrize("few", [0, 20, 2_000])
def test_what_is_found_is_what_a_plain_filter_finds_in_the_same_order(
    desk: Desk, several: Any, few: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "FEW", few)
    cases, now = complaints.received_since(desk.connection, 0), desk.now()
    assert len(cases) == 300
    for text in ("", *TYPED):
        found = [case for case in cases if is_found(case, several[case.id], words_of(text))]
        for which in Filter:
            fitting = [case for case in found if leaves(which, case, now)]
            assert every_page(desk, which, text, 50) == sorted(fitting, key=order(which)), (which, text)


def test_pages_of_any_length_show_every_case_once(desk: Desk, several: Any) -> None:
    for which in Filter:
        for text in ("", "苏", "1"):
            whole = every_page(desk, which, text, 1_000)
            for limit in (1, 7, 60):
                assert every_page(desk, which, text, limit) == whole


def test_what_was_counted_is_not_counted_again_but_where_the_list_ends(desk: Desk, several: Any) -> None:
    def counting(first: int, counted: int | None) -> int:
        asked: list[str] = []
        desk.connection.set_trace_callback(asked.append)
        page = search.part(desk, Filter.OPEN, "", first=first, limit=20, counted=counted)
        desk.connection.set_trace_callback(None)
        assert page.total == total
        return sum("count(*) from complaints" in each for each in asked)

    total = search.part(desk, Filter.OPEN).total
    assert counting(20, None) == 1
    assert counting(20, total) == 0
    # Fewer are there than were counted: it is the store that tells.
    assert counting(total - 5, total + 30) == 1


def test_a_place_beyond_the_last_case_holds_none(desk: Desk, several: Any) -> None:
    for text in ("", "苏", "不在"):
        for which in Filter:
            assert search.part(desk, which, text, first=10_000).cases == ()


def test_the_counts_are_those_of_the_filters(desk: Desk, several: Any) -> None:
    counts = desk.snapshot().due_counts
    drills = 0
    for which in Filter:
        whole = every_page(desk, which, "", 1_000)
        assert counts.of(which) in {sum(not case.is_drill for case in whole), None}
        drills += sum(case.is_drill for case in whole)
    assert drills > 50
    assert None not in {counts.of(which) for which in Filter if which not in {Filter.CLOSED, Filter.ALL}}
    assert counts.open == desk.snapshot().open_complaints > 100
    assert desk.snapshot().listed_complaints == len(every_page(desk, Filter.OPEN, "", 1_000)) > counts.open


def test_nothing_counts_in_an_empty_store(desk: Desk) -> None:
    assert desk.snapshot().due_counts == CaseCounts()
    for which in Filter:
        for text in ("", "苏", "1381234"):
            assert search.part(desk, which, text).cases == ()


def test_a_whole_phone_number_is_found_by_and_never_given(desk: Desk, several: Any) -> None:
    page = search.part(desk, Filter.ALL, "1381234", limit=1_000)
    assert page.total == sum(phone.startswith("1381234") for phone in several.values()) > 0
    assert {case.phone for case in page.cases} == {"138****5678", "138****0000"}
    assert search.part(desk, Filter.ALL, "138123").total == 0


def assert_searched(connection: Any, ask: Any) -> None:
    """What is asked does not grow with all there is: each statement searches, or goes along an index."""
    asked: list[Any] = []
    connection.set_trace_callback(asked.append)
    ask()
    connection.set_trace_callback(None)
    statements = {each for each in asked if each.startswith("select")}
    assert statements
    for statement in statements:
        for *_, how in connection.execute(f"explain query plan {statement}").fetchall():
            table = how.removeprefix("SCAN ")
            is_whole = table != how and "USING" not in table
            assert not is_whole or table.startswith(("policies", "json_each", "(")), (statement, how)


@pytest.mark.parametrize("few", [0, 2_000])
def test_no_page_reads_a_table_from_end_to_end(
    desk: Desk, several: Any, few: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "FEW", few)

    def every_kind() -> None:
        for which in Filter:
            for text in ("", "苏", "苏 1381234"):
                search.part(desk, which, text, first=20)

    assert_searched(desk.connection, every_kind)


@pytest.mark.parametrize(
    "ask",
    [
        clocks.running,
        lambda connection: clocks.running(connection, (7,)),
        clocks.next_unraised,
        lambda connection: clocks.unraised(connection, 10**15, 50),
        lambda connection: complaints.related(connection, 7, "13812345678", Plate("苏A12345")),
        lambda connection: complaints.notes_of(connection, (7, 8)),
        lambda connection: escalations.at_visit(connection, 1),
        lambda connection: missed_clocks.over(connection, 10**15),
        penalties.waiting,
    ],
    ids=["running", "running of a case", "next unraised", "unraised", "related", "notes", "at visit", "over",
         "penalties waiting"],
)  # fmt: skip
def test_nor_does_what_a_step_asks(desk: Desk, several: Any, ask: Any) -> None:
    assert_searched(desk.connection, lambda: ask(desk.connection))


def test_the_day_ends_at_midnight_in_the_store(clock: ManualClock) -> None:
    at = clock.at
    assert end_of_day(at, ZONE) == at + 14 * HOUR
    assert end_of_day(at + 14 * HOUR - 1, ZONE) == at + 14 * HOUR
    assert end_of_day(at + 14 * HOUR, ZONE) == at + 38 * HOUR


@pytest.mark.parametrize(
    "typed",
    ["2", "2号", "2 号", "２ 号", "No. 2", "no.2", "№ 2", "#2", "# 2", "第2号", "2 号投诉", "2号投诉", "No. 2 李四"],
)
def test_a_case_is_found_by_its_number_as_the_screens_write_it(desk: Desk, typed: Any) -> None:
    for customer in ("张三", "李四"):
        register(desk, customer)
    assert [case.id for case in search.part(desk, Filter.ALL, typed).cases] == [2]


@pytest.mark.parametrize("typed", ["+8613812345678", "+86 13812345678", "008613812345678", "13812345678"])
def test_a_mobile_number_is_found_with_its_country_and_without(desk: Desk, typed: Any) -> None:
    register(desk, "张三", phone="+86 138-1234-5678")
    assert [case.id for case in search.part(desk, Filter.ALL, typed).cases] == [1]


def register(desk: Desk, customer: Any, phone: Any = "") -> None:
    cases.register(desk, NewCase(
        channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer=customer,
        phone=phone, plate=NO_PLATE, words="漏油",
    ))  # fmt: skip
