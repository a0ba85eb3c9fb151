"""With a month on file a half hour is weighed by what days of its class were like, as the next hour is (Z9)."""

from datetime import date

import pytest
import real_month
from real_month import AFTERWARDS

from frontdesk.desk.appointments import booking, reading
from frontdesk.desk.desk import Desk
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

HALF = 30 * 60_000
THURSDAY = date(2026, 4, 2)


@pytest.mark.forged
def test_a_half_hour_takes_what_leaves_it_calm(desk: Desk, clock: ManualClock) -> None:
    real_month.put(desk.connection)
    clock.at = AFTERWARDS
    day, rates = reading.with_rates(desk, THURSDAY)
    assert not any(slot.is_rough for slot in day.slots)
    assert {slot.capacity for slot in day.slots} > {1}
    assert max(slot.expected for slot in day.slots) > 2
    assert rates.all.of == 0
    calm = min(day.slots, key=lambda slot: slot.risk)
    for number in range(calm.capacity):
        booking.book(desk, NewAppointment(calm.begins, Plate(f"苏A1000{number}")))
    full = reading.of_day(desk, THURSDAY).slot_at(calm.begins)
    assert full is not None
    assert full.free == 0
    assert calm.risk < full.risk <= 0.1
    after = reading.of_day(desk, THURSDAY).slot_at(calm.begins + HALF)
    before = day.slot_at(calm.begins + HALF)
    assert after is None or before is None or after.risk > before.risk
    shift = reading.what_if(desk, calm.begins, calm.begins - 2 * HALF)
    assert shift is None or shift.from_after < shift.from_before


@pytest.mark.forged
def test_a_day_that_is_over_is_weighed_by_the_days_before_it(desk: Desk, clock: ManualClock) -> None:
    real_month.put(desk.connection)
    clock.at = AFTERWARDS
    then = reading.of_day(desk, THURSDAY)
    clock.at += 3650 * 24 * 3_600_000
    assert reading.of_day(desk, THURSDAY).slots == then.slots
    assert all(slot.is_rough for slot in reading.of_day(desk).slots)
