"""The next hour at the stations: in the line of the day, in its dialog, and told no more often than it is worth."""

import pytest
import real_month

from frontdesk.app.kept_outlook import RESTS, STARTS, KeptOutlook
from frontdesk.desk import in_child, outlook
from frontdesk.desk.background import BackgroundDesk
from frontdesk.desk.outlook import Told
from frontdesk.domain.outlook.day_class import DayClass
from frontdesk.domain.outlook.outlook import Outlook
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import MINUTE, SECOND
from screens.figures.day_drawing import draw_day
from screens.kit.live import Live

BUSY = real_month.instant(real_month.DAYS[-1], 14 * 3600)


def told(probability: float, at: int, *, is_over: bool = False) -> Told:
    return Told(Outlook(at, probability, 4.6, 3, 22, is_over), 20, DayClass.WORKING, 22)


def drawn(live: Live, width: int, high: int) -> list[tuple[str, str]]:
    return [(span.text, span.tone) for row in draw_day(live, StationKind.MANAGER, width, high) for span in row]


@pytest.mark.parametrize(
    ("probability", "said", "tone"),
    [(0.0, "0% calm", "head"), (0.004, "<1% calm", "head"), (0.2949, "29% calm", "head"),
     (0.3, "30% take care", "warn"), (0.999, ">99% take care", "warn")],
)  # fmt: skip
def test_a_figure_with_its_word_and_its_colour(desk, clock, probability, said, tone):
    live = Live(desk.snapshot(), clock.at, told=told(probability, clock.at))
    assert (said, tone) in drawn(live, 120, 40)
    assert (said, tone) in drawn(live, 80, 24)
    assert ("about 5 cars · from 22 days", "dim") in drawn(live, 120, 40)


def test_what_is_old_or_was_not_told_or_is_so_already_is_not_shown(desk, clock):
    snapshot = desk.snapshot()
    for told_last in (None, Told(None, 20), told(0.5, clock.at - 4 * MINUTE), told(1.0, clock.at, is_over=True)):
        assert "take care" not in str(drawn(Live(snapshot, clock.at, told=told_last), 120, 40))


@pytest.mark.forged
async def test_from_the_line_to_what_was_said_and_what_happened(at_station, desk, clock, monkeypatch):
    real_month.put(desk.connection)
    clock.at = BUSY - 4 * 3600 * SECOND
    known = outlook.known_now(desk)
    for _hour in range(3):
        outlook.told(desk, known)
        clock.at += 3600 * SECOND
    clock.at = BUSY

    async def known_already(*asked: object) -> object:
        return known

    monkeypatch.setattr(in_child, "ask", known_already)
    async with at_station("manager") as person:
        await person.later(STARTS)
        await person.until(lambda: person.app._outlook.told)
        await person.later(SECOND)
        await person.reads("next hour ")
        await person.press("ctrl+u")
        await person.reads("F3 next hour")
        person.clock.at += 700
        await person.press("f3")
        await person.reads("over-count within the hour", "from 21 days", "a working day", "said before", "happened")


async def test_a_new_store_says_from_how_many_days_it_will_be_told(at_station, clock):
    async with at_station("reception") as person:
        await person.later(STARTS)
        await person.until(lambda: person.app._outlook.told)
        await person.later(SECOND)
        await person.press("ctrl+p")
        await person.dialog("Palette")
        person.clock.at += 700
        await person.press(*"next hour", "enter")
        await person.reads("It is told from 20 earlier days", "Nothing was said in the last 30 days yet.")


def test_it_is_told_each_minute_and_after_an_entry_but_not_twice_in_fifteen_seconds(desk, clock):
    kept = KeptOutlook(clock, BackgroundDesk(desk.path, Actor("manager", "王芳"), clock))
    first = desk.snapshot()

    def is_due(after: int = 0, seq: int = 0, station: StationKind = StationKind.MANAGER, **more: object) -> bool:
        clock.at += after
        due = kept.is_due(Live(first._replace(seq=seq), clock.at, **more), station)  # type: ignore[arg-type]
        kept._is_busy = False
        return due

    assert not is_due(station=StationKind.GUARD) and not is_due(outdated=True) and not is_due(stale_since=clock.at)
    assert not is_due(after=STARTS - 1) and is_due(after=1) and not is_due()
    assert not is_due(after=RESTS)
    assert is_due(seq=1) and not is_due(seq=2)
    assert is_due(after=RESTS, seq=2) and not is_due(after=RESTS, seq=2)
    assert is_due(after=MINUTE, seq=2)
