"""A May with an over-count and an over-stay, and ten ordinary days before it: what a review is made of."""

from crowded import CARS, PEOPLE, crowd

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.clock import DAY, MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate

MAY = Month(2026, 5)
_ORDINARY = 11
_JUNE = 3 * DAY
"""From Friday 29 May to Monday 1 June."""


def live_through(desk: Desk, clock: ManualClock, people: dict[str, Post] = PEOPLE) -> None:
    """Let May pass: nobody receives the cars of the over-count, and one of them stays for longer than 20 minutes."""
    begun = clock.at
    clock.at -= _ORDINARY * DAY
    for number in range(_ORDINARY):
        car = Plate(f"苏A2000{number % 10}")
        clock.at = begun - (_ORDINARY - number) * DAY
        zone.arrive(desk, car)
        clock.at += MINUTE
        zone.receive(desk, car)
        clock.at += MINUTE
        zone.leave(desk, car)
    clock.at = begun
    crowd(desk, people)
    clock.at += 12 * MINUTE
    for car in CARS[1:]:
        zone.leave(desk, Plate(car))
    clock.at += 10 * MINUTE
    zone.leave(desk, Plate(CARS[0]))
    clock.at += _JUNE
