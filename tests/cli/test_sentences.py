"""The sentences of what was refused: a time of day for today, with its date for any other day."""

from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.steps import CaseStep, Obstacle
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.values.clock import DAY, HOUR
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.words.refusals.sentence import sentence

NOW = 1_780_020_000_000
"""2026-05-29 10:00:00 in Shanghai."""


@pytest.mark.parametrize(
    "reason",
    [
        CaseReason.DATE_PAST,
        CaseReason.DATE_FAR,
        CaseReason.PAUSED_ALREADY,
        CaseReason.CLOCK_MISSED,
        ValueReason.IN_FUTURE,
    ],
)
@pytest.mark.parametrize(
    ("at", "said"),
    [
        (NOW - HOUR, "09:00:00"),
        (NOW + 14 * HOUR - 1, "23:59:59"),
        (NOW + 14 * HOUR, "2026-05-30 00:00"),
        (NOW - 11 * HOUR, "2026-05-28 23:00"),
        (NOW + 300 * DAY, "2027-03-25 10:00"),
    ],
)
def test_another_day_is_said_with_its_date(reason: Reason, at: int, said: str) -> None:
    told = sentence(Refused(reason, at=at, now=NOW, clock=ClockName.ON_SITE))
    assert f" {said} " in f" {told} "
    assert "2026-05-29" not in told


def test_today_is_the_store_s_own_day() -> None:
    refusal = Refused(CaseReason.DATE_PAST, at=NOW - 3 * HOUR, now=NOW)
    assert "07:00:00 is not in the future: it is 10:00:00 now" in sentence(refusal, ZoneInfo("Asia/Shanghai"))
    assert "2026-05-28 23:00 is not in the future: it is 02:00:00 now" in sentence(refusal, ZoneInfo("UTC"))


def test_a_time_without_a_day_to_compare_is_a_time_of_day() -> None:
    assert sentence(Refused(CaseReason.DATE_FAR, at=NOW - DAY)) == "10:00:00 is too far away. Type it again."


def test_what_stands_in_the_way_is_said_in_words() -> None:
    refusal = Refused(CaseReason.CANNOT_CLOSE, number=1, why=(Obstacle.CLOCKS, Obstacle.QUALITY))
    assert "yet: a clock is still running, quality's part is open." in sentence(refusal)


def test_who_may_is_said_by_the_one_it_was_reported_to() -> None:
    assert "the manager on duty, the deputy" in sentence(
        Refused(CaseReason.NOT_ALLOWED, step=CaseStep.DECIDE, director=False)
    )
    assert "is for the director:" in sentence(Refused(CaseReason.NOT_ALLOWED, step=CaseStep.DECIDE, director=True))


def test_who_acts_without_a_name_is_told_how_to_give_one() -> None:
    told = sentence(Refused(PeopleReason.NO_OPERATOR))
    assert told == "Who does this? Choose the operator first (Ctrl+O, or --by NAME)."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["penalties", "--month", "9999-12"], "“9999-12” is too far away. Right would be a month like 2026-11."),
        (
            ["duty", "set", "manager", "王芳", "--until", "9999-12-31T23:59"],
            "“9999-12-31T23:59” is too far away. Right would be a time in the years 1900 to 2899.",
        ),
        (["backup", ""], ". is a folder. Name a file in it."),
    ],
)
def test_the_true_reason_is_told(run: Any, refused: Any, arguments: list[str], said: str) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    assert refused(*arguments) == said


def test_a_database_whose_folder_is_missing(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "none" / "desk.db"
    assert f"There is no database at {path} yet, nor a folder {path.parent}." in run("doctor", "--database", path).out
