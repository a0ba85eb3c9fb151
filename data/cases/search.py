"""Searching the cases by index, however many there are; no statement reads a whole table (C12).

Most statements read little more than the page they return, with two exceptions. A count reads all index entries of
what it counts. Common words that hardly ever occur together are looked for case by case until the page is full.
"""

import json
from dataclasses import dataclass
from typing import NamedTuple

from data.cases import cases as complaints
from data.engine.connection import Connection
from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.search import CaseCounts, CasePart, Filter, is_phone
from frontdesk.domain.cases.search_terms import pairs, sought_in_words
from frontdesk.domain.values.clock import Millis

FEW = 2_000
"""A word with no more hits than this is looked up first, and its hits are sorted.

If every word has more, the cases are gone through in their order until the page is full.
"""

_BEHIND = "\U0010ffff"
_TO_WRITE_UP = "select complaint_id from notes where form = 'spoken' and written_up_at is null"
_TO_PASS_ON = "select complaint_id from quality where passed_on_at is null and answered_at is not null"
_TO_READ = "select complaint_id from closing_reports where to_read = 1"
_DUE = "c.stage <> 'closed' and (next_due is null) = 0 and next_due"
_TO_FOLLOW_UP = "follow_up_at is not null and followed_up_at is null and follow_up_at <= :ends"


@dataclass(frozen=True, slots=True)
class _Part:
    """A group of cases, and the order in which an index keeps them."""

    where: str
    order: str = complaints.IN_ORDER
    index: str = ""

    @property
    def walked(self) -> str:
        """The cases as their index has them."""
        return f"from complaints c {f'indexed by {self.index}' if self.index else ''} where {self.where}"

    @property
    def rehearsed(self) -> str:
        """The drills among the cases, which are few and have their own index."""
        return f"from complaints c indexed by complaints_drills where drill = 1 and {self.where}"

    @property
    def picked(self) -> str:
        """The cases without a forced index, for looking them up by number."""
        return f"from complaints c not indexed where {self.where}"


class _Sought(NamedTuple):
    """A word that is looked for."""

    word: str
    said: str
    """As it would stand in what a customer said; "" where nothing of it could."""
    pair: str
    """Which two signs of it the fewest have said."""
    size: int
    """How many entries it finds, or a few and one."""


_OPEN = _Part("c.stage <> 'closed'", index="complaints_open")
_CLOSED = _Part("c.stage = 'closed'", "c.id desc", "complaints_closed")
_PARTS: dict[Filter, tuple[_Part, ...]] = {
    Filter.OPEN: (_OPEN,),
    Filter.LATE: (_Part(f"{_DUE} < :now", "next_due, c.id", "complaints_open"),),
    Filter.TODAY: (_Part(f"{_DUE} between :now and :ends", "next_due, c.id", "complaints_open"),),
    Filter.REPORTED: (_Part("c.stage <> 'closed' and reported_to <> ''", index="complaints_reported"),),
    Filter.QUALITY: (_Part(f"c.stage <> 'closed' and c.id in ({_TO_PASS_ON})"),),
    Filter.WRITE_UP: (_Part(f"c.id in ({_TO_WRITE_UP})"),),
    Filter.FOLLOW_UP: (_Part(_TO_FOLLOW_UP, "follow_up_at, c.id", "complaints_to_follow_up"),),
    Filter.TO_READ: (_Part(f"c.stage = 'closed' and c.id in ({_TO_READ})", "c.id desc"),),
    Filter.CLOSED: (_CLOSED,),
    Filter.ALL: (_OPEN, _CLOSED),
}


def counts(connection: Connection, now: Millis, ends: Millis) -> CaseCounts:
    """Return how many cases wait, and for what, without drills. `ends`: when the store's day ends."""
    times = {"now": now, "ends": ends}
    counted = [_PARTS[each][0] for each in Filter if each not in {Filter.CLOSED, Filter.ALL}]
    # All of them less the drills: no row is read to see whether it is one.
    drills = [_count(connection, each.rehearsed, times) for each in counted]
    real = (_count(connection, each.walked, times) - less for each, less in zip(counted, drills, strict=True))
    return CaseCounts(*real, *drills[:1])


def part(
    connection: Connection,
    which: Filter,
    words: tuple[str, ...],
    *,
    now: Millis,
    ends: Millis,
    first: int,
    limit: int,
    counted: int | None = None,
) -> CasePart:
    """Return at most `limit` of the cases that a filter leaves and in which every word is found, from place `first`.

    Open cases come by next due, closed ones newest first, open ones before them. `counted`: how many there are, where
    that is known.
    """
    times = {"now": now, "ends": ends}
    if not words:
        return _by_place(connection, which, times, first, limit, counted=counted)
    sought = tuple(_sought(connection, word) for word in words)
    rarest = min(sought, key=lambda each: each.size)
    if rarest.size <= FEW:
        rows = _found(connection, which, sought, rarest, {**times, "limit": -1, "first": 0})
        return CasePart(_cases(connection, rows[first : first + limit]), first, len(rows))
    rows = _found(connection, which, sought, None, {**times, "limit": limit + 1, "first": first})
    is_exact = len(rows) <= limit and (bool(rows) or not first)
    return CasePart(_cases(connection, rows[:limit]), first, first + len(rows), is_exact)


def _by_place(
    connection: Connection, which: Filter, times: dict[str, Millis], first: int, limit: int, *, counted: int | None
) -> CasePart:
    """Return the cases at some positions if no words are given; index entries are counted, not read."""
    rows: list[int] = []
    total = 0
    for each in _PARTS[which]:
        begin = max(0, first - total)
        span = {"limit": limit - len(rows), "first": begin}
        statement = f"select c.id {each.walked} order by {each.order} limit :limit offset :first"
        rows += [number for (number,) in connection.execute(statement, {**times, **span})]
        if counted is not None and len(rows) == limit:
            return CasePart(_cases(connection, rows), first, counted)
        total += _count(connection, each.walked, times)
    return CasePart(_cases(connection, rows), first, total)


def _found(
    connection: Connection,
    which: Filter,
    sought: tuple[_Sought, ...],
    looked_up: _Sought | None,
    values: dict[str, object],
) -> list[int]:
    """Return the numbers of the cases in which every word is found, in order.

    If a word is to be looked up, its hits are sorted; if none is, the cases are gone through in index order.
    """
    marks: dict[str, object] = {}
    also = "".join(f" and {_finds(each, place, marks, each is looked_up)}" for place, each in enumerate(sought))
    # The inner limit keeps the order of each part where the parts are put together.
    parts = (
        f"select * from (select c.id {each.picked if looked_up else each.walked}{also} order by {each.order} limit -1)"
        for each in _PARTS[which]
    )
    statement = f"{' union all '.join(parts)} limit :limit offset :first"
    return [number for (number,) in connection.execute(statement, {**values, **marks})]


def _finds(sought: _Sought, place: int, marks: dict[str, object], is_looked_up: bool) -> str:
    """Return the condition that a case is found by a word: looked up in the indexes, or case by case."""
    low, high, said, pair, behind = (f"{name}{place}" for name in ("low", "high", "said", "pair", "behind"))
    marks |= {low: sought.word, high: sought.word + _BEHIND, said: sought.said}
    marks |= {pair: sought.pair, behind: sought.pair + _BEHIND}
    within = f">= :{low}", f"< :{high}"
    term = " and ".join(f"t.term {each}" for each in within)
    number = " and ".join(f"f.number {each}" for each in within)
    if is_looked_up:
        by_phone = f" union select o.id from phones f join complaints o on o.phone_id = f.id where {number}"
        in_words = (
            " union select x.complaint_id from case_words w join case_texts x on x.complaint_id = w.complaint_id"
            f" where w.term >= :{pair} and w.term < :{behind} and instr(x.folded, :{said})"
        )
        also = (by_phone if is_phone(sought.word) else "") + (in_words if sought.said else "")
        return f"c.id in (select complaint_id from case_terms t where {term}{also})"
    by_phone = f" or exists (select 1 from phones f where f.id = c.phone_id and {number})"
    in_words = f" or exists (select 1 from case_texts x where x.complaint_id = c.id and instr(x.folded, :{said}))"
    also = (by_phone if is_phone(sought.word) else "") + (in_words if sought.said else "")
    return (
        f"(exists (select 1 from case_terms t indexed by case_terms_by_case where t.complaint_id = c.id and {term})"
        f"{also})"
    )


def _sought(connection: Connection, word: str) -> _Sought:
    """Return a word with how many entries it finds, counted no further than just beyond a few."""
    by_phone = " union all select 1 from phones where number >= :low and number < :high"
    statement = (
        "select count(*) from (select 1 from case_terms where term >= :low and term < :high"
        f"{by_phone if is_phone(word) else ''} limit {FEW + 1})"
    )
    size = int(connection.execute(statement, {"low": word, "high": word + _BEHIND}).fetchone()[0])
    said = sought_in_words(word)
    pair, fewest = _rarest_pair(connection, said, FEW + 1 - size) if said else ("", 0)
    # What nobody has said need not be looked for in what they said.
    return _Sought(word, said if fewest else "", pair, size + fewest)


def _rarest_pair(connection: Connection, said: str, spare: int) -> tuple[str, int]:
    """Return which two signs of a word the fewest have said, and how many; no further than it matters."""
    # The last sign alone is a beginning of others: what it is found by is said by the pair before it.
    whole = sorted(each for each in pairs(said) if len(each) > 1) or [said]
    rarest, fewest = whole[0], max(1, spare)
    for pair in whole:
        counted = _count_pair(connection, pair, fewest)
        if counted < fewest:
            rarest, fewest = pair, counted
    return rarest, fewest


def _count_pair(connection: Connection, pair: str, limit: int) -> int:
    statement = "select count(*) from (select 1 from case_words where term >= ? and term < ? limit ?)"
    return int(connection.execute(statement, (pair, pair + _BEHIND, limit)).fetchone()[0])


def _count(connection: Connection, cases: str, times: dict[str, Millis]) -> int:
    return int(connection.execute(f"select count(*) {cases}", times).fetchone()[0])


def _cases(connection: Connection, numbers: list[int]) -> tuple[Case, ...]:
    found = {
        case.id: case
        for case in complaints.cases(connection, "where c.id in (select value from json_each(?))", json.dumps(numbers))
    }
    return tuple(found[number] for number in numbers)
