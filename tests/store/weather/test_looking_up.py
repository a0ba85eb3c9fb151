"""Looking up the weather: published by a person, owed each opening day where that is switched on (I7)."""

import pytest
from weathers import CALM, DAY, HOUR, STORM, switch

from data import agenda_runs
from data.agenda import FORECAST
from frontdesk.desk import matters, undo
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.messages import outbox, telling
from frontdesk.desk.weather import forecasts
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.messages.message import Purpose
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.weather.reasons import WeatherReason


def owed(desk: Desk) -> list[Matter]:
    return [matter for matter in matters.listed(desk) if matter.kind is MatterKind.FORECAST]


def on_record(desk: Desk) -> list[str]:
    rows = desk.connection.execute("select state from agenda_runs where rule = ? order by id", (FORECAST,))
    return [state for (state,) in rows]


def test_what_is_published_is_seen_everywhere_and_told_to_the_staff(desk: Desk) -> None:
    outbox.set_routes(desk, {"manager": ("wecom:store",), "guard": ("wecom:store", "folder:/srv/texts")})
    forecasts.publish(desk, STORM, "明天暴雨")
    found = desk.snapshot().weather
    assert [each.weather for each in found.days] == list(STORM)
    today = found.days[0].day
    assert [each.ahead for each in found.days] == [0, 1, 2]
    severe = found.severe(today)
    assert severe is not None and severe.day == found.days[1].day
    told = [each for each in telling.listed(desk) if each.purpose is Purpose.WEATHER]
    assert sorted(each.channel for each in told) == ["folder:/srv/texts", "wecom:store"]
    assert {each.text for each in told} == {"明天暴雨"}
    # A newer look-up replaces what is not told yet, and takes the red away.
    forecasts.publish(desk, CALM, "都好")
    assert desk.snapshot().weather.severe(today) is None
    told = [each for each in telling.listed(desk) if each.purpose is Purpose.WEATHER]
    assert [each.text for each in told] == ["都好", "都好"]


def test_calls_and_words_never_share_a_text(desk: Desk, clock: ManualClock) -> None:
    outbox.set_routes(desk, {"manager": ("wecom:store",)})
    forecasts.publish(desk, CALM, "都好")
    claimed = outbox.claim(desk, "wecom:store")
    assert claimed is not None
    assert [each.text for each in claimed.messages] == ["都好"]
    assert claimed.calls == ()


def test_a_severe_day_is_over_at_midnight_of_the_store(desk: Desk, clock: ManualClock) -> None:
    forecasts.publish(desk, (STORM[1], CALM[0], CALM[2]), "今天暴雨")
    today = desk.snapshot().weather.days[0].day
    clock.at += 14 * HOUR - 1
    assert desk.snapshot().weather.severe(today) is not None
    clock.at += 1
    later = desk.snapshot().weather
    assert later.days[0].day > today
    assert later.severe(later.days[0].day) is None


def test_who_comes_second_hears_who_was_first(desk: Desk) -> None:
    seen = forecasts.shown(desk).seen
    forecasts.publish(desk, CALM, "一", seen=seen)
    with pytest.raises(Refused) as refused:
        forecasts.publish(desk, STORM, "二", seen=seen)
    assert refused.value.reason is WeatherReason.PUBLISHED_SINCE
    assert refused.value.facts["who"] == "张三"
    forecasts.publish(desk, STORM, "二", seen=int(str(refused.value.facts["seen"])))
    assert desk.snapshot().weather.days[1].severe


def test_the_same_operation_publishes_once_and_an_undo_takes_it_back(desk: Desk) -> None:
    forecasts.publish(desk, CALM, "一", operation="a")
    forecasts.publish(desk, CALM, "一", operation="a")
    assert desk.connection.execute("select count(*) from forecasts").fetchone() == (3,)
    undo.undo(desk)
    assert desk.snapshot().weather.days == ()


def test_a_new_store_is_not_nagged(desk: Desk, clock: ManualClock) -> None:
    for _ in range(3):
        clock.at += DAY
        handling.evaluate(desk)
    assert owed(desk) == []
    assert on_record(desk) == []


def test_it_is_owed_from_the_next_morning_on_and_missed_it_calls(desk: Desk, clock: ManualClock) -> None:
    """It is 10:00 on a Friday."""
    switch(desk, "daily")
    handling.evaluate(desk)
    assert owed(desk) == []
    clock.at += 21 * HOUR - 1
    handling.evaluate(desk)
    assert owed(desk) == []
    clock.at += 1
    handling.evaluate(desk)
    (matter,) = owed(desk)
    assert matter.next_due is not None
    assert matter.next_due.due_at == clock.at + 2 * HOUR
    assert forecasts.shown(desk).owed
    clock.at += 2 * HOUR
    handling.evaluate(desk)
    assert not [each for each in desk.snapshot().escalations if each.kind is Kind.DUE_MISSED]
    clock.at += 1
    handling.evaluate(desk)
    assert [each.kind for each in desk.snapshot().escalations if each.kind is Kind.DUE_MISSED] == [Kind.DUE_MISSED]
    forecasts.publish(desk, CALM, "晚了")
    handling.evaluate(desk)
    assert owed(desk) == []
    assert on_record(desk) == ["done"]
    assert not [each for each in desk.snapshot().escalations if each.kind is Kind.DUE_MISSED]


def test_a_day_without_one_leaves_a_row(desk: Desk, clock: ManualClock) -> None:
    switch(desk, "daily")
    clock.at += 21 * HOUR
    handling.evaluate(desk)
    clock.at += DAY
    handling.evaluate(desk)
    assert on_record(desk) == ["missed", "due"]
    assert len(owed(desk)) == 1
    # Nothing runs for three days: each leaves its row, and only today's is owed.
    clock.at += 3 * DAY
    handling.evaluate(desk)
    assert on_record(desk) == ["missed", "missed", "missed", "missed", "due"]
    assert len(owed(desk)) == 1


def test_who_looked_it_up_early_owes_nothing(desk: Desk, clock: ManualClock) -> None:
    switch(desk, "daily")
    clock.at += 20 * HOUR
    forecasts.publish(desk, CALM, "早")
    clock.at += HOUR
    handling.evaluate(desk)
    assert owed(desk) == []
    assert on_record(desk) == ["done"]


def test_switched_off_nothing_is_owed_any_more(desk: Desk, clock: ManualClock) -> None:
    switch(desk, "daily")
    clock.at += 21 * HOUR
    handling.evaluate(desk)
    switch(desk, "off")
    assert owed(desk) == []
    assert agenda_runs.open_run(desk.connection, FORECAST) is None
    clock.at += 3 * DAY
    handling.evaluate(desk)
    assert owed(desk) == []
