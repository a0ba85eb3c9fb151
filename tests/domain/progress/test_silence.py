"""When word is owed: boundaries, and random histories beside a model that knows nothing of the program (P1, P2, P4)."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from repairs import car, found

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.progress.progress import Progress, Promise
from frontdesk.domain.progress.silence import Owed, found_due, word_owed
from frontdesk.domain.progress.terms import Decision, News, Waits
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, to_millis

ZONE = ZoneInfo("Asia/Shanghai")
POLICY = Policy()
HOURS = OpeningHours.of(POLICY)
NOON = to_millis(datetime(2026, 5, 29, 12, tzinfo=ZONE))
"""A Friday; the store is open from 8:30 to 18:00 each day."""


def owed(one: Progress, hours: OpeningHours = HOURS) -> Owed | None:
    return word_owed(one, POLICY, hours)


def at(hour: int, minute: int = 0, day: int = 29) -> int:
    return to_millis(datetime(2026, 5, day, hour, minute, tzinfo=ZONE))


@pytest.mark.parametrize(("millis", "missed"), [(-1, False), (0, False), (1, True)])
def test_word_at_thirty_minutes_is_in_time(millis: int, missed: bool) -> None:
    due = owed(car(told_at=NOON))
    assert due == Owed(NOON + 30 * MINUTE, News.SILENCE)
    told = Due(1, 41, DueName.WORD, "", NOON, due.at, met_at=NOON + 30 * MINUTE + millis)
    assert told.is_missed(NOON + DAY) is missed


@pytest.mark.parametrize(
    ("told_at", "due_at"),
    [
        (at(9), at(13)),
        (at(14), at(18)),
        # A minute later one minute is left for the next day.
        (at(14, 1), at(8, 31, day=30)),
        (at(18), at(12, 30, day=30)),
        (at(7), at(12, 30)),
    ],
)
def test_one_who_went_away_is_told_after_four_opening_hours(told_at: int, due_at: int) -> None:
    assert owed(car(told_at=told_at, waits=Waits.AWAY)) == Owed(due_at, News.SILENCE)


def test_closed_days_do_not_count() -> None:
    closed = OpeningHours.of(Policy(closed_dates=("2026-05-30", "2026-05-31")))
    assert owed(car(told_at=at(16), waits=Waits.AWAY), closed) == Owed(
        to_millis(datetime(2026, 6, 1, 10, 30, tzinfo=ZONE)), News.SILENCE
    )


def test_a_wish_replaces_the_rule_but_not_the_news() -> None:
    wishing = car(told_at=NOON, waits=Waits.AWAY, wish_at=at(17))
    assert owed(wishing) == Owed(at(17, 10), News.WISH)
    assert owed(wishing._replace(found=(found(at=at(13)),))) == Owed(at(13, 10), News.FOUND)
    assert owed(wishing._replace(told_at=at(17))) == Owed(at(11, 30, day=30), News.SILENCE)


def test_news_comes_forward_and_what_is_known_does_not_call() -> None:
    waiting = car(told_at=NOON)
    one = found(at=NOON + 5 * MINUTE)
    assert owed(waiting._replace(found=(one,))) == Owed(NOON + 15 * MINUTE, News.FOUND)
    assert owed(waiting._replace(found=(one._replace(told_at=one.at),))) == Owed(NOON + 30 * MINUTE, News.SILENCE)
    decided = one._replace(decision=Decision.LATER)
    assert owed(waiting._replace(found=(decided,))) == Owed(NOON + 30 * MINUTE, News.SILENCE)
    # Silence that ends sooner than ten minutes after the news goes first.
    late = found(at=NOON + 25 * MINUTE)
    assert owed(waiting._replace(found=(late,))) == Owed(NOON + 30 * MINUTE, News.SILENCE)


def test_whoever_knows_that_the_car_is_ready_is_owed_nothing() -> None:
    ready = car(told_at=NOON, ready_at=NOON + MINUTE)
    assert owed(ready) == Owed(NOON + 11 * MINUTE, News.READY)
    assert owed(ready._replace(ready_told_at=NOON + 2 * MINUTE)) is None
    assert owed(ready._replace(handed_back_at=NOON + 2 * MINUTE)) is None


@pytest.mark.parametrize(("left", "expected"), [(20, 10), (10, 10), (4, 4), (1, 1)])
def test_a_new_promise_is_told_before_the_old_one_passes(left: int, expected: int) -> None:
    old = Promise(NOON, "陈静", None, NOON + (5 + left) * MINUTE, "", NOON)
    new = Promise(NOON + 5 * MINUTE, "陈静", old.becomes, NOON + 2 * HOUR, "缺件", None)
    told = car(told_at=NOON, promises=(old, new), promised_at=new.becomes)
    assert owed(told) == Owed(NOON + (5 + expected) * MINUTE, News.PROMISE)


def test_what_was_found_is_known_within_thirty_minutes() -> None:
    one, other = found(at=NOON), found(at=NOON + MINUTE)
    assert found_due(car(found=(one, other)), POLICY) == NOON + 30 * MINUTE
    assert found_due(car(found=(one._replace(told_at=NOON), other)), POLICY) == NOON + 31 * MINUTE
    assert found_due(car(found=(one._replace(decision=Decision.AGREED),)), POLICY) is None


# -- beside a model ---------------------------------------------------------------------------------------------


def open_minutes(day: date, hours: dict[int, tuple[int, int] | None], closed: set[date]) -> Iterator[int]:
    """Each minute of a day, in milliseconds, during which the store of the model is open."""
    opens = None if day in closed else hours[day.weekday()]
    if opens is not None:
        midnight = datetime.combine(day, time(), ZONE).astimezone(UTC)
        for minute in range(*opens):
            yield round((midnight + timedelta(minutes=minute)).timestamp() * 1000)


def after_open(told_at: int, amount: int, hours: dict[int, tuple[int, int] | None], closed: set[date]) -> int:
    """Count open minutes one by one, and the milliseconds of the first of them that are over."""
    day, left = datetime.fromtimestamp(told_at / 1000, ZONE).date(), amount
    while True:
        for begins in open_minutes(day, hours, closed):
            begin, end = max(begins, told_at), begins + MINUTE
            if begin >= end:
                continue
            if left <= end - begin:
                return begin + left
            left -= end - begin
        day += timedelta(days=1)


def history(chance: random.Random) -> tuple[Progress, OpeningHours, int | None]:
    """A car with a random history, and by when the model says that word is owed."""
    hours: dict[int, tuple[int, int] | None] = {
        day: chance.choice([(510, 1080), (540, 1020), (480, 1200), None]) for day in range(6)
    }
    hours[6] = (510, 1080)
    begin = date(2026, chance.randrange(1, 13), chance.randrange(1, 28))
    closed = {begin + timedelta(days=chance.randrange(5)) for _ in range(chance.randrange(4))}
    base = to_millis(datetime.combine(begin, time(), ZONE))
    told_at = base + chance.choice([chance.randrange(DAY), chance.randrange(24 * 60) * MINUTE, 18 * HOUR])
    waits = chance.choice(list(Waits))
    wish = chance.choice([None, None, told_at + chance.randrange(1, 10 * HOUR), told_at - 1])
    news, instants = [], []
    problems = [found(at=told_at + chance.randrange(2 * HOUR)) for _ in range(chance.choice([0, 0, 1, 2]))]
    for problem in problems:
        known = chance.random() < 0.4
        news.append(problem._replace(told_at=problem.at) if known else problem)
        instants += [] if known else [problem.at + 10 * MINUTE]
    ready_at = chance.choice([None, None, None, told_at + chance.randrange(HOUR)])
    ready_told = ready_at if ready_at is not None and chance.random() < 0.5 else None
    if ready_at is not None and ready_told is None:
        instants.append(ready_at + 10 * MINUTE)
    promises: list[Promise] = []
    if chance.random() < 0.6:
        promises.append(Promise(told_at, "陈静", None, told_at + chance.randrange(1, 3 * HOUR), "", told_at))
        if chance.random() < 0.6:
            changed = told_at + chance.randrange(2 * HOUR)
            promises.append(Promise(changed, "陈静", promises[0].becomes, changed + HOUR, "缺件", None))
            old = promises[0].becomes
            instants.append(min(changed + 10 * MINUTE, old) if old > changed else changed + 10 * MINUTE)
    if ready_at is None:
        if wish is not None and wish > told_at:
            instants.append(wish + 10 * MINUTE)
        elif waits is Waits.LOUNGE:
            instants.append(told_at + 30 * MINUTE)
        else:
            instants.append(after_open(told_at, 4 * HOUR, hours, closed))
    written = tuple(
        "" if each is None else f"{each[0] // 60:02}:{each[0] % 60:02}-{each[1] // 60:02}:{each[1] % 60:02}"
        for each in hours.values()
    )
    one = car(
        told_at=told_at, waits=waits, wish_at=wish, found=tuple(news), ready_at=ready_at, ready_told_at=ready_told,
        promises=tuple(promises), promised_at=promises[-1].becomes if promises else None,
    )  # fmt: skip
    return one, OpeningHours(ZONE, written, frozenset(day.isoformat() for day in closed)), min(instants, default=None)


def test_word_is_owed_when_the_model_says_so(seeds: Callable[[int, int], Iterator[int]]) -> None:
    for seed in seeds(400, 50_000):
        one, hours, expected = history(random.Random(seed))
        due = word_owed(one, POLICY, hours)
        assert (None if due is None else due.at) == expected, seed
