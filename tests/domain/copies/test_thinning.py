"""Which copies stay is what a plain rule says, over two years of days with gaps (G2)."""

import random
from datetime import date, timedelta

import pytest

from frontdesk.domain.copies.names import Named, copy_name, named
from frontdesk.domain.copies.thinning import to_delete

MARK = "1f2e3d4c5b6a7988"
FIRST = date(2025, 1, 1)


def of(day: date, time: str = "210000") -> Named:
    found = named(copy_name(MARK, f"{day:%Y%m%d}T{time}"), MARK)
    assert found is not None
    return found


def stays(copy: Named, others: list[Named], today: date, terms: tuple[int, int, int]) -> bool:
    """Whether one copy stays, asked of each by itself: how many days, weeks, months with a copy came after it?"""

    def is_kept(most: int, key: str) -> bool:
        own = f"{copy.day:{key}}"
        later = {f"{each.day:{key}}" for each in others if (each.day, each.time) > (copy.day, copy.time)}
        return own not in later and len(later) < most

    if copy.day > today:
        return True
    others = [each for each in others if each.day <= today]
    return any(is_kept(most, key) for most, key in zip(terms, ("%Y%m%d", "%G%V", "%Y%m"), strict=True))


@pytest.mark.parametrize("terms", [(7, 5, 12), (1, 0, 0), (3, 2, 1), (1, 1, 24)])
@pytest.mark.parametrize("seed", range(3))
def test_two_years_of_days_with_gaps(seed: int, terms: tuple[int, int, int]) -> None:
    chance = random.Random(seed)
    there: list[Named] = []
    all_made: list[Named] = []
    for ahead in range(730):
        today = FIRST + timedelta(days=ahead)
        if chance.random() < (0.1 if 200 < ahead < 260 else 0.85):
            made = [of(today, f"{hour:02}0000") for hour in chance.sample(range(24), chance.choice([1, 1, 2]))]
            there += made
            all_made += made
        gone = to_delete(there, today, *terms)
        assert {*there} - {*gone} == {each for each in there if stays(each, there, today, terms)}
        there = [each for each in there if each not in gone]
    # Thinned day by day, the same stay as of all that was ever made.
    assert {*there} == {*all_made} - {*to_delete(all_made, today, *terms)}
    assert len(there) <= sum(terms)
    assert max(all_made) in there


def test_what_a_wrong_clock_made_is_left_alone() -> None:
    there = [of(FIRST), of(FIRST + timedelta(days=400))]
    assert to_delete(there, FIRST, 1, 0, 0) == []
    assert to_delete([*there, of(FIRST, "220000")], FIRST, 1, 0, 0) == [of(FIRST)]


@pytest.mark.parametrize(
    "name",
    [
        "frontdesk.db", "frontdesk-1f2e3d4c-20260230T210000.db", "frontdesk-1f2e3d4c-20260101T210000.db.part",
        "frontdesk-ffffffff-20260101T210000.db", "frontdesk-1f2e3d4c-20260101T210000.db-wal", "copy.db",
        "Frontdesk-1f2e3d4c-20260101T210000.db", "frontdesk-1f2e3d4c-20260101T210000.db.age.age",
    ],
)  # fmt: skip
def test_what_is_no_copy_of_this_store_is_never_thinned(name: str) -> None:
    assert named(name, MARK) is None


@pytest.mark.parametrize(("again", "sealed"), [(0, False), (2, False), (0, True), (3, True)])
def test_a_copy_is_known_by_its_name(again: int, sealed: bool) -> None:
    name = copy_name(MARK, "20260228T210003.123456", again, sealed=sealed)
    assert named(name, MARK) == Named(date(2026, 2, 28), "210003", name)
