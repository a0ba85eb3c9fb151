"""The likelihood beside thousands of hours played out car by car, which is written apart from the program."""

import random
from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from rounds import Rounds

from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.outlook.booked import Booked
from frontdesk.domain.outlook.habits import Habits, PastDay
from frontdesk.domain.outlook.outlook import outlook, risk_of_half_hour
from frontdesk.domain.outlook.today import SoFar, busier
from frontdesk.domain.values.clock import HOUR, MINUTE, Millis

SPAN = DaySpan.of(date(2026, 3, 3), ZoneInfo("Asia/Shanghai"))
NOW = SPAN.begins + 10 * HOUR
ROUGH, FINE = 1_500, 20_000
LARGEST, MEAN = 0.05, 0.015
"""How far off one of them may be in the busiest of zones, beside what chance makes of the hours that are played."""


class Playing:
    """Hours of a day as it usually is, but with `more` times as many cars."""

    def __init__(self, chance: random.Random, habits: Habits, more: float = 1.0) -> None:
        self.chance, self.habits, self.more = chance, habits, more

    def longer_than(self, age: Millis) -> float:
        """How much longer a car stays; one that nothing is known of counts as much as each known one."""
        longer = [each for each in self.habits.lengths if each > age]
        at = self.chance.randrange(len(longer) + 1)
        return longer[at] - age if at < len(longer) else self.chance.expovariate(4 / max(age, MINUTE))

    def came(self, begins: Millis, length: Millis, booked: Sequence[Booked]) -> list[float]:
        """When cars come, from the beginning on."""
        found = [
            self.chance.uniform(each.earliest, each.latest) - begins
            for each in booked
            if self.chance.random() < each.comes
        ]
        most, at = self.more * max(self.habits.per_half_hour) / (30 * MINUTE), 0.0
        while (at := at + self.chance.expovariate(most)) < length:
            if self.chance.random() * most < self.more * self.habits.rate(SPAN, begins + int(at)):
                found.append(at)
        return found

    def most(
        self, begins: Millis, since: Millis, until: Millis, ages: Sequence[Millis], booked: Sequence[Booked]
    ) -> int:
        """Play it once; return the most cars at once between two instants."""
        changes = [(self.longer_than(age), -1) for age in ages]
        for at in self.came(begins, until, booked):
            changes += [(at, 1), (at + self.chance.choice(self.habits.lengths), -1)]
        count = highest = len(ages)
        for at, change in sorted(changes):
            if at > until:
                break
            if at > since:
                highest = max(highest, count)
            count += change
            highest = max(highest, count) if at > since else count
        return max(highest, count)


def random_habits(chance: random.Random, limit: int) -> Habits:
    """Cars come mostly from nine to twelve, the more the higher the limit is."""
    came = [NOW + chance.randrange(-HOUR, 2 * HOUR) for _ in range(chance.randrange(3, 15) * limit)]
    mean, spread = chance.choice((3, 8, 15)) * MINUTE, chance.choice((0.3, 1.2))
    return Habits.of([PastDay(SPAN, came, [int(chance.lognormvariate(0, spread) * mean) + 1 for _ in range(200)])])


def random_bookings(chance: random.Random, begins: Millis) -> list[Booked]:
    found = []
    for _ in range(chance.choice((0, 0, 1, 3, 6))):
        earliest = begins + chance.randrange(0, HOUR)
        found.append(Booked(chance.choice((0.5, 0.9, 1.0)), earliest, earliest + chance.randrange(1, 40) * MINUTE))
    return found


def test_the_next_hour(rounds: Rounds) -> None:
    runs, off = rounds.of(ROUGH, FINE), []
    for seed in rounds(15, 300):
        chance = random.Random(seed)
        limit = chance.choice((2, 4, 4, 6, 10, 14))
        habits = random_habits(chance, limit)
        ages = tuple(chance.randrange(HOUR // 2) for _ in range(chance.randrange(limit)))
        booked = random_bookings(chance, NOW)
        today = SoFar(SPAN, NOW, (NOW - HOUR,) * chance.randrange(30), (), ages)
        playing = Playing(chance, habits, busier(habits, today))
        found = outlook(habits, today, limit, booked)
        most = sorted(playing.most(NOW, 0, HOUR, ages, booked) for _ in range(runs))
        off.append(found.probability - sum(each >= limit for each in most) / runs)
        assert abs(off[-1]) <= LARGEST + 2 * runs**-0.5
        assert abs(found.peak - min(limit, most[runs // 2])) <= 1
    assert abs(sum(off) / len(off)) <= MEAN


def test_a_half_hour_to_come(rounds: Rounds) -> None:
    runs, off = rounds.of(ROUGH, FINE), []
    for seed in rounds(10, 300):
        chance = random.Random(seed)
        limit, since = chance.choice((3, 4, 9)), NOW - HOUR
        habits = random_habits(chance, limit)
        booked = random_bookings(chance, since + HOUR // 2)
        said = risk_of_half_hour(habits, SPAN, NOW, limit, booked)
        playing = Playing(chance, habits)
        times = sum(playing.most(since, HOUR, HOUR + 30 * MINUTE, (), booked) >= limit for _ in range(runs))
        off.append(said - times / runs)
        assert abs(off[-1]) <= LARGEST + 2 * runs**-0.5
    assert abs(sum(off) / len(off)) <= MEAN
