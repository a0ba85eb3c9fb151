"""What a camera at the gate was not sure of stands below the box, and one key types it on (Z4)."""

import pytest

from frontdesk.desk import gates
from frontdesk.domain.gates import Direction, Read


@pytest.fixture
def gate(staffed):
    before = staffed.actor
    found = gates.of_token(staffed, gates.add(staffed, "北门", Direction.IN)[1])
    yield found
    staffed.actor = before


async def test_one_key_types_it_on(at_station, staffed, gate, clock):
    async with at_station("guard") as guard:
        gates.take(staffed, gate, Read("苏A12?45", sure=70))
        await guard.reads("camera 北门, 0:00 ago: 苏A12?45", "→ take it over")
        clock.at += 60_000
        await guard.press("right")
        await guard.until(lambda: guard.entry == "苏A12?45")
        await guard.press("f2")
        # A hole is not filled: the guard looks at the car.
        await guard.until(lambda: "✗" in guard.text)
        await guard.press("escape")
        await guard.press("right", "b")
        await guard.until(lambda: guard.entry == "b")
        await guard.cars()


async def test_it_does_not_disturb_what_is_typed(at_station, staffed, gate):
    async with at_station("guard") as guard:
        await guard.press(*"a123")
        gates.take(staffed, gate, Read("苏A99?99"))
        await guard.picture(lambda snapshot: snapshot.camera)
        await guard.press("right", "4")
        await guard.until(lambda: guard.entry == "a1234")
        assert len(staffed.snapshot().camera) == 1
