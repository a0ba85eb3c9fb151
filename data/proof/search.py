"""Whether each case and each car is found by all that is on record of it, and by nothing else."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.cases import search_terms
from data.engine.connection import Connection
from data.engine.parts import Progress
from frontdesk.domain.cases.search_terms import folded_words, pairs
from frontdesk.domain.forgetting.customer import GONE
from frontdesk.domain.values.plates import PLATE_LIMIT

_EVERY = 200
_TOLD = 20
_KEPT = "select term from case_words where term in (select value from json_each(?)) and complaint_id = ?"


@dataclass(slots=True)
class Searched:
    """What the comparison of the search index with the cases found."""

    cases: int = 0
    wrong: list[int] = field(default_factory=list)
    """The first of the cases that are not found as they should be."""
    count: int = 0
    strays: int = 0
    """How many words lead to a case that has not said them."""

    def add(self, number: int) -> None:
        """Note a case."""
        self.count += 1
        if len(self.wrong) < _TOLD:
            self.wrong.append(number)


def last_case(connection: Connection) -> int:
    """Return the number of the last case; 0 where there is none."""
    return int(connection.execute("select coalesce(max(id), 0) from complaints").fetchone()[0])


def compare(connection: Connection, progress: Progress) -> Searched:
    """Compare the search index with the cases it was made of."""
    found = Searched()
    last, words = last_case(connection), 0
    for number, said, text in connection.execute(
        "select id, words, folded from complaints left join case_texts on complaint_id = id order by id"
    ):
        found.cases += 1
        # What was forgotten is found by its number alone.
        right = None if said == GONE else folded_words(said)
        expected = pairs(right or "")
        kept = {term for (term,) in connection.execute(_KEPT, (json.dumps(sorted(expected)), number))}
        words += len(kept)
        if text != right or kept != expected or _terms(connection, number) != search_terms.of(connection, number):
            found.add(number)
        if number % _EVERY == 0:
            progress(number, last)
    (all_words,) = connection.execute("select count(*) from case_words").fetchone()
    found.strays = all_words - words
    return found


def wrong_plates(connection: Connection) -> int:
    """Return how many ends of plates, by which a typed one is found, are missing or belong to no car."""
    places = ", ".join(f"({number})" for number in range(1, PLATE_LIMIT + 1))
    ends = f"select substr(plate, column1), id from vehicles, (values {places}) where column1 <= length(plate)"
    kept = "select typed, vehicle_id from plate_ends"
    (count,) = connection.execute(
        f"select count(*) from (select * from ({ends} except {kept}) union all select * from ({kept} except {ends}))"
    ).fetchone()
    return int(count)


def _terms(connection: Connection, number: int) -> frozenset[str]:
    rows: Iterator[tuple[str]] = connection.execute("select term from case_terms where complaint_id = ?", (number,))
    return frozenset(term for (term,) in rows)
