"""What the customer of a car in repair is told: how far it is, what was found, by when it is ready (P2, P4)."""

from datetime import UTC

import pytest
from repairs import car, found, job

from frontdesk.domain.progress.progress import Promise
from frontdesk.domain.progress.terms import FoundKind, Hold, JobState
from frontdesk.domain.values.clock import HOUR
from frontdesk.words import i18n
from frontdesk.words.progress import draft, to_customer

WORKING = car(job(JobState.WORKING), promised_at=2 * HOUR)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Hello, this is about your car 苏B·D8832. It is being worked on. It will be ready at 02:00."),
        ("zh", "您好，关于您的车 苏B·D8832。车正在维修。预计 02:00 交车。"),
    ],
)
def test_how_far_it_is_and_when_it_is_ready(language: str, said: str) -> None:
    i18n.use(language)
    assert draft(WORKING, UTC, HOUR) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "Hello, this is about your car 苏B·D8832. We found: 渗油, 300–500 yuan, about 40 min more. Shall we do it?",
        ),
        ("zh", "您好，关于您的车 苏B·D8832。检查时发现：渗油、300–500 元、约加 40 分钟。需要处理吗？"),
    ],
)
def test_what_was_found_is_asked(language: str, said: str) -> None:
    i18n.use(language)
    one = found(cost_min=300, cost_max=500, minutes=40)
    waiting = car(job(JobState.HELD, hold=Hold.CUSTOMER), found=(one,))
    assert draft(waiting, UTC, HOUR) == said


def test_a_promise_that_changed_says_why_and_one_that_is_known_does_not() -> None:
    i18n.use("en")
    new = Promise(HOUR, "陈静", HOUR, 2 * HOUR, "parts are late", None)
    assert draft(WORKING._replace(promises=(new,)), UTC, HOUR).endswith("It will be ready at 02:00: parts are late.")
    known = new._replace(told_at=HOUR)
    assert draft(WORKING._replace(promises=(known,)), UTC, HOUR).endswith("It will be ready at 02:00.")
    assert "is ready" in draft(WORKING._replace(jobs=(job(JobState.DROPPED),)), UTC, HOUR)


def test_a_fault_of_the_stores_own_work_is_told_and_not_asked() -> None:
    i18n.use("en")
    stopped = car(job(JobState.HELD, hold=Hold.QUALITY), found=(found(FoundKind.QUALITY),))
    assert "a fault in our work: 渗油" in draft(stopped, UTC, HOUR)
    assert "Shall we" not in draft(stopped, UTC, HOUR)


def test_customers_are_written_to_in_chinese_from_any_station() -> None:
    i18n.use("en")
    said, what = to_customer(WORKING, UTC, HOUR)
    assert said == "您好，关于您的车 苏B·D8832。车正在维修。预计 02:00 交车。"
    assert (what, i18n.language()) == ("车正在维修", "en")
