"""A station whose machine's clock is set back: calls, times and a paused sound go on in running time (11.12)."""

from deciding import FOUR, MINUTE

from data.engine.store_time import note_running
from frontdesk.domain.escalations.terms import Kind

DAY = 86_400_000


async def test_the_prompt_calls_again_and_the_board_counts_on(at_station, full, desk):
    async with at_station("manager") as manager:
        await manager.until(manager.prompts)
        await manager.later(30_000)
        # The test's running time is its clock: it goes back with it from what was written last.
        note_running(desk.connection, manager.clock)
        await manager.later(-DAY)
        snapshot = await manager.picture(
            lambda snapshot: snapshot.floor.cars[0].arrived_at == manager.clock.at - 30_000
        )
        assert {car.zone_time(manager.clock.at) for car in snapshot.floor.cars} == {30_000}
        await manager.reads("0:30 normal", "again in 0:30")
        await manager.later(30_000)
        await manager.picture(lambda snapshot: snapshot.over_count.called_at == manager.clock.at)
        await manager.reads("1:00 normal", "again in 1:00")


async def test_ten_minutes_without_a_sound_are_ten_minutes(at_station, arrive):
    async with at_station("manager") as manager:
        await manager.press("ctrl+s")
        await manager.reads("sound off until 10:10")
        await manager.later(-DAY + MINUTE)
        await manager.until(lambda: manager.app.live.silent_until - manager.clock.at <= 10 * MINUTE)
        await manager.later(10 * MINUTE)
        await manager.until(lambda: "sound off" not in manager.text)
        arrive(*FOUR)
        await manager.picture(lambda snapshot: any(e.kind is Kind.OVER_COUNT for e in snapshot.escalations))
