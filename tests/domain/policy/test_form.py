"""Each setting has a row; what was typed makes a policy, or is refused at its row."""

from dataclasses import fields, replace

import pytest

from frontdesk.domain.policy.form import ROWS, Row, clashes, read, taken
from frontdesk.domain.policy.policy import Policy
from frontdesk.words import i18n
from frontdesk.words.policy.form import about, names, right, shown, text_of, title, written
from frontdesk.words.refusals.sentence import sentence

OTHER = replace(
    Policy(), store_name="粤东", bays=("东 1",), workshop_bays=(), closed_dates=("2026-02-17", "2026-02-18"),
    opening_hours=("08:30-18:00",) * 6 + ("",), channels=("phone", "门店群"), over_stay_s=1201, hold_s=0,
    working_days="own", chain=("0 manager", "90 deputy", "3600 director"),
)  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("policy", [Policy(), OTHER], ids=["plan", "other"])
def test_what_stands_in_a_box_is_read_back_as_the_same_in_either_language(language: str, policy: Policy) -> None:
    assert {row.key for row in ROWS} == {each.name for each in fields(Policy)}
    i18n.use(language)
    texts = {row: text_of(policy, row) for row in ROWS}
    told = [title(row) + about(row) + right(row.key) for row in ROWS]
    i18n.use("en" if language == "zh" else "zh")
    assert all(told)
    assert {row: read(row, text, names()) for row, text in texts.items()} == {row: row.value(policy) for row in ROWS}
    assert taken(Policy(), texts, names(), written) == taken(policy, {}, names(), written)


@pytest.mark.parametrize("key", ["sign_in", "working_days"])
@pytest.mark.parametrize("typed", ["x", "凭", "13579", "[/b]"])
def test_a_choice_that_is_none_stands_in_its_row_as_it_was_typed(key: str, typed: str) -> None:
    assert written(Row(key), typed) == typed
    assert shown(Row(key), typed) == typed


def test_a_row_shows_words_and_units_and_no_codes() -> None:
    i18n.use("zh")
    told = {row: shown(row, row.value(OTHER)) for row in ROWS}
    i18n.use("en")
    assert told[Row("full_answer_days")] == "3 个工作日"
    assert told[Row("penalty_cny")] == "50 元"
    assert told[Row("working_days")] == "本店营业日"
    assert told[Row("closed_dates")] == "2026-02-17~2026-02-18"
    assert told[Row("opening_hours", 6)] == "—"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_row_names_a_code_of_the_file(language: str) -> None:
    i18n.use(language)
    said = {row: title(row) + about(row) + right(row.key) for row in ROWS}
    i18n.use("en")
    codes = ('"', "[", "guard 门卫")
    assert not {row for row, text in said.items() if any(code in text for code in codes)}


def test_everything_that_is_not_right_is_said_at_its_row() -> None:
    i18n.use("en")
    typed = {
        Row("over_count"): "0", Row("over_stay_s"): "10 min", Row("bays"): "1 1", Row("opening_hours", 2): "18-8",
        Row("province"): "江南", Row("hold_s"): "2 h", Row("time_zone"): "Moon/Sea", Row("chain"): "3 min guard",
        Row("closed_dates"): "soon", Row("store_name"): "长" * 201, Row("working_days"): "all",
    }  # fmt: skip
    made = taken(Policy(), typed, names(), written)
    assert set(made.faults) == {*typed, Row("over_stay_warning_s")} - {Row("over_stay_s")}
    said = {row: sentence(fault) for row, fault in made.faults.items()}
    assert said[Row("over_count")] == "“0” is not right. Right would be: a whole number, 1 to 500."
    assert said[Row("hold_s")] == "“2 h” is not right. Right would be: 0 s to 1 h, like 20 min or 90 s."
    assert said[Row("over_stay_warning_s")] == (
        "“15 min” is not right. Right would be: 1 s to 10 min, like 20 min or 90 s."
    )
    assert "“18-8” is not right. Right would be: 8:30-18:00" in said[Row("opening_hours", 2)]
    assert "“1 1” is not right" in said[Row("bays")]
    assert "201" in said[Row("store_name")]


@pytest.mark.parametrize("day", range(7))
def test_a_week_that_is_never_open_is_said_once(day: int) -> None:
    one = replace(Policy(), opening_hours=tuple("08:30-18:00" if each == day else "" for each in range(7)))
    assert set(taken(one, {Row("opening_hours", day): "休"}, names(), written).faults) == {Row("opening_hours", 0)}
    assert not taken(one, {Row("opening_hours", day): "9-17"}, names(), written).faults


def test_only_rows_that_somebody_else_changed_too_clash() -> None:
    other = replace(Policy(), over_count=5, bays=("1",))
    assert clashes({Row("over_count"): "6", Row("hold_s"): "1 min"}, Policy(), other) == (Row("over_count"),)
    assert clashes({}, Policy(), other) == ()
