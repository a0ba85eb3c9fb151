"""A row of a list of cases: every clock that runs is in it, whatever the width, with the number and whose it is."""

import re

import pytest
from rich.cells import cell_len

from frontdesk.domain.cases.case import AtQuality, Case, CaseKind, Channel, ReportedTo, Severity, Stage
from frontdesk.domain.cases.clocks import ClockName, DueClock, Pause
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, SECOND
from frontdesk.words import i18n
from frontdesk.words.cases.clocks import short_clock
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import rough_duration, short_duration
from screens.cases.clocks import same_until
from screens.cases.row import case_line, heading
from screens.stations.help import short_clocks

NOW = 1_780_020_000_000
DUE = {
    ClockName.HEAD_INFORMED: 29 * MINUTE + 54_000,
    ClockName.FIRST_ANSWER: 7 * HOUR + 59 * MINUTE,
    ClockName.ON_SITE: 23 * HOUR + 59 * MINUTE,
    ClockName.QUALITY_ANSWER: DAY + 8 * HOUR,
    ClockName.PROMISED: 2 * DAY,
    ClockName.FULL_ANSWER: 5 * DAY,
}
PLATE = "苏A·D12345"


def clock(name, due=None, **more):
    return DueClock(1, name, NOW - DAY, NOW + (DUE[name] if due is None else due), None, **more)


def case(*clocks, **more):
    about = {
        "plate": "苏AD12345", "customer": "陈先生", "words": "刹车踩下去没反应，\n差点撞上前车",
        "severity": Severity.MAJOR, "stage": Stage.REGISTERED, **more,
    }  # fmt: skip
    return Case(
        12, NOW - HOUR, Channel.PHONE, CaseKind.PRODUCT, phone="", visit_id=None, assigned_to="", clocks=clocks,
        **about,
    )  # fmt: skip


def row(of, width, marked=False):
    spans = case_line(of, NOW, width, warning=10 * MINUTE, marked=marked)
    text = "".join(span.text for span in spans)
    assert cell_len(text) == width
    return text


def are_named(names, text, width):
    """Whether all clocks are named; in a narrow row those due last are counted."""
    named = [is_named(name, text) for name in names]
    return all(named) or (width <= 76 and named == sorted(named, reverse=True) and f"·+{named.count(False)}" in text)


def is_named(name, text):
    return word(name) in text or short_clock(name) in text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 76, 80, 116, 120, 200])
@pytest.mark.parametrize("count", range(1, 7))
@pytest.mark.parametrize("late", [0, 1, 2, 6])
def test_every_running_clock_is_in_the_row(language, width, count, late):
    i18n.use(language)
    names = list(DUE)[:count]
    clocks = [clock(name, -DAY * (late - n) if n < late else None) for n, name in enumerate(names)]
    for marked in (False, True):
        for more in ({}, {"is_drill": True}, {"at_quality": AtQuality.ANSWERED, "reported_to": ReportedTo.MANAGER}):
            text = row(case(*clocks, **more), width, marked)
            assert are_named(names, text, width)
            assert re.match(rf"{'▸' if marked else ' '} +12 {PLATE} 陈先生 ", text)
            assert word(Severity.MAJOR) in text
            assert not more.get("is_drill") or i18n._("DRILL") in text
        text = row(case(*clocks, plate=""), width, marked)
        assert "– " in text
        assert "陈先生" in text
        assert are_named(names, text, width)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [76, 80, 120])
def test_six_clocks_each_have_their_time(language, width):
    i18n.use(language)
    text = row(case(*map(clock, DUE), severity=Severity.ORDINARY), width)
    # Where the name leaves little room, some are told more roughly.
    # In the search those due last are only named, where six run at once.
    forms = [(short_duration(left), rough_duration(left)) for left in list(DUE.values())[: 4 if width == 76 else 6]]
    said = [next(form for form in either if form in text) for either in forms]
    places = [text.index(each) for each in said]
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 76, 80, 120, 200])
@pytest.mark.parametrize("customer", ["陈", "陈先生", "欧阳美玲"])
def test_the_names_of_the_columns_stand_above_them_and_no_clock_takes_the_name(language, width, customer):
    i18n.use(language)
    above = "".join(span.text for span in heading(width))
    below = row(case(*map(clock, DUE), customer=customer, is_drill=True), width)
    assert cell_len(above) == width
    for name, value in ((_("plate"), PLATE), (_("customer"), customer)):
        assert cell_len(above.split(name)[0]) == cell_len(below.split(value)[0])
    assert cell_len(above.split(_("no."))[0] + _("no.")) == cell_len(below.split("12")[0] + "12")


def test_where_everything_fits_it_is_in_full_words():
    shown = case(clock(ClockName.FULL_ANSWER), clock(ClockName.FIRST_ANSWER), severity=Severity.ORDINARY)
    assert "first answer in 7 h · full answer in 5 days" in row(shown, 80)
    assert "陈先生" in row(shown, 80)
    met = clock(ClockName.FIRST_ANSWER)._replace(met_at=NOW - HOUR)
    assert "full answer in 5 days · first answer ✓" in row(case(clock(ClockName.FULL_ANSWER), met), 80)
    everything = row(case(*map(clock, DUE)), 200)
    assert "head informed in 29:54 · first answer in 7 h · on site in 23 h · quality's answer in 1 day" in everything


def test_the_first_one_keeps_its_words_as_long_as_there_is_room_then_all_are_short():
    names = [ClockName.HEAD_INFORMED, ClockName.FIRST_ANSWER, ClockName.ON_SITE, ClockName.FULL_ANSWER]
    four = case(*map(clock, reversed(names)), severity=Severity.ORDINARY)
    assert " 陈先生   head informed in 29:54 · 1st 7h · site 23h · full 5d " in row(four, 80)
    assert " 陈先生   head informed in 29:54·1st 7h·site 23h·full 5d" in row(four, 76)
    six = case(*map(clock, DUE), severity=Severity.ORDINARY)
    assert f"{PLATE} 陈先生   head 29:54·1st 7h·site 23h·QA 1d·date 2d·full 5d" in row(
        case(*map(clock, DUE), severity=Severity.ORDINARY), 80
    )
    assert "head 29m·1st 7h·site 23h·QA 1d·date·full DRILL" in row(six._replace(is_drill=True), 74)


def test_ended_clocks_go_first_then_the_words_then_the_marks():
    running = [clock(name) for name in list(DUE)[1:4]]
    met = clock(ClockName.HEAD_INFORMED)._replace(met_at=NOW - HOUR)
    shown = case(*running[:2], met, at_quality=AtQuality.ANSWERED)
    assert "head informed ✓" in row(shown, 200)
    assert "陈先生  " in row(shown, 120)
    assert " 刹车" in row(shown, 120)
    assert "head informed" not in row(shown, 80)
    assert "quality ✓ pass on" in row(shown, 80)
    assert "quality ✓ pass on" not in row(case(*running, at_quality=AtQuality.ANSWERED), 54)


def test_short_states_are_told_by_a_sign_and_a_colour():
    pause = Pause(NOW - HOUR, NOW + 3 * DAY)
    soon = clock(ClockName.HEAD_INFORMED, 9 * MINUTE)._replace(started_at=NOW - HOUR)
    clocks = (
        clock(ClockName.FIRST_ANSWER, -4 * DAY), soon, clock(ClockName.ON_SITE, DAY, pauses=(pause,)),
        clock(ClockName.PROMISED, 2 * DAY), clock(ClockName.FULL_ANSWER, 6 * DAY, provisional=True),
    )  # fmt: skip
    spans = case_line(case(*clocks, severity=Severity.ORDINARY), NOW, 76, warning=HOUR, marked=False)
    tones = {span.text: span.tone for span in spans}
    assert {text: tones[text] for text in ("1st +4d", "head 9:00!", "site ‖3d", "date 2d", "full ~6d")} == {
        "1st +4d": "over", "head 9:00!": "warn", "site ‖3d": "dim", "date 2d": "ok", "full ~6d": "ok",
    }  # fmt: skip


def test_far_too_many_promises_are_counted():
    promises = [clock(ClockName.PROMISED, day * DAY) for day in range(1, 30)]
    text = row(case(*promises, severity=Severity.ORDINARY), 80)
    shown = text.count("date")
    assert shown >= 10
    assert f"·+{29 - shown}" in text


@pytest.mark.parametrize("width", range(0, 60, 7))
def test_a_row_of_any_width_is_that_wide(width):
    row(case(*map(clock, DUE), is_drill=True), width)
    row(case(*map(clock, DUE), plate="使" * 16), width)


@pytest.mark.parametrize(
    ("length", "short", "rough"),
    [
        (0, "0:00", "0s"), (59_999, "0:59", "59s"), (MINUTE, "1:00", "1m"),
        (HOUR - 1, "59:59", "59m"), (HOUR, "1h", "1h"),
        (10 * HOUR - 1, "9h", "9h"), (10 * HOUR, "10h", "10h"), (DAY - 1, "23h", "23h"), (DAY, "1d", "1d"),
        (47 * HOUR, "1d", "1d"), (400 * DAY, "400d", "400d"),
    ],
)  # fmt: skip
def test_short_lengths_of_time(length, short, rough):
    assert (short_duration(length), rough_duration(length)) == (short, rough)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_short_names_differ_are_short_and_are_explained(language):
    i18n.use(language)
    names = [short_clock(name) for name in ClockName]
    assert len(set(names)) == len(names)
    assert max(map(cell_len, names)) <= 4
    assert all(is_named(name, short_clocks()) or short_clock(name) == word(name) for name in ClockName)


LONG = "上周三来做保养，等了三个小时，技师说刹车片要换，回去以后一直有异响，" * 3 + "今天又亮故障灯，要求退还工时费"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [76, 80, 106, 116, 120])
@pytest.mark.parametrize("count", [1, 3, 6])
@pytest.mark.parametrize("sought", ["工时费", "三个小时", "上周三"])
def test_what_was_found_in_the_words_is_in_the_row_and_underlined(language, width, count, sought):
    i18n.use(language)
    names = list(DUE)[:count]
    of = case(*(clock(name) for name in names), words=LONG)
    spans = case_line(of, NOW, width, warning=10 * MINUTE, marked=False, sought=(sought,))
    assert cell_len("".join(span.text for span in spans)) == width
    assert [span.text for span in spans if span.tone == "found"] == [sought]
    around = "".join(span.text for span in spans[[span.tone for span in spans].index("found") - 1 :])
    assert len(around.replace("…", "").strip()) > len(sought)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_row_that_is_kept_says_what_a_new_one_would(language, width):
    i18n.use(language)
    warning = 10 * MINUTE
    half_paused = clock(ClockName.FULL_ANSWER, 3 * HOUR, pauses=(Pause(NOW + 90 * SECOND, NOW + 2 * HOUR),))
    running = [case(clock(ClockName.FIRST_ANSWER, due)) for due in (-DAY, -HOUR, -1, 0, 1, 9 * MINUTE, HOUR, DAY + 1)]
    closed = [case(stage=Stage.CLOSED, follow_up_at=NOW + after) for after in (-HOUR, 59 * SECOND, 2 * HOUR)]
    for of in (*running, *closed, case(half_paused, clock(ClockName.PROMISED, 70 * MINUTE)), case()):
        now, kept_for = NOW, []
        while now < NOW + 3 * MINUTE:
            until = same_until(of, now, warning)
            rows = {
                case_line(of, at, width, warning=warning, marked=False) for at in (now, (now + until) // 2, until - 1)
            }
            assert len(rows) == 1
            kept_for.append(until - now)
            now = until
        assert max(kept_for) >= SECOND - 1
