"""What is said of a month's causes and of a measure's effect, in both languages."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from frontdesk.domain.escalations.terms import Why
from frontdesk.domain.review.causes import Cause
from frontdesk.domain.review.comparison import Comparison
from frontdesk.domain.review.doubts import Caution, Doubt
from frontdesk.domain.review.effect import Effect, Side, Verdict
from frontdesk.domain.review.metrics import Metric
from frontdesk.domain.review.parts import Part
from frontdesk.domain.review.proposals import Evidence, Proposal, Unproposed
from frontdesk.domain.review.windows import Matched
from frontdesk.domain.values.clock import MINUTE, SECOND
from frontdesk.words import i18n
from frontdesk.words.lookup import word
from frontdesk.words.review import causes, effect
from frontdesk.words.review.month import cause_word

FOUND = Comparison(-0.54, -0.75, -0.16, 4.23, 0.004, -0.49)
DAY = date(2026, 10, 8)


@pytest.fixture(params=["en", "zh"])
def said(request: pytest.FixtureRequest) -> Iterator[Callable[[str, str], str]]:
    """Choose what is expected in the language that is spoken."""
    i18n.use(request.param)
    yield lambda english, chinese: english if request.param == "en" else chinese
    i18n.use("en")


def test_the_evidence_of_a_cause(said: Callable[[str, str], str]) -> None:
    part = Evidence(31, Part.HAND_OVER, 14 * MINUTE + 10 * SECOND, 5 * MINUTE)
    assert causes.proposed(Proposal(Cause.WAITING_BAYS_FULL, None, part)) == said(
        "the workshop's waiting bays were full: from work order to hand-over 14:10, usually no more than 5:00",
        "车间等待工位满：开工单到移交 14:10，平时不超过 5:00",
    )
    assert causes.evidence(part._replace(is_entered=False)) == said(
        "from work order to hand-over 14:10 until it left the zone, usually no more than 5:00",
        "开工单到移交：到离区为止 14:10，平时不超过 5:00",
    )
    assert causes.evidence(Evidence(31, arrivals=7, usual_arrivals=4)) == said(
        "7 cars came within half an hour, usually no more than 4", "半小时内到店 7 台，平时不超过 4 台"
    )
    assert causes.evidence(Evidence(31, cars=3, of_cars=4)) == said(
        "3 of the 4 cars that stood there", "在区 4 台中有 3 台"
    )
    assert causes.evidence(Evidence(31, explained=Why.FULL)) == said(
        "as it was explained: nothing was possible: no place free", "已说明原因：没有空位，无法处置"
    )


@pytest.mark.parametrize("kind", [Cause, Metric, Verdict, Part])
def test_every_value_has_a_name_of_its_own(kind: type[Cause | Metric | Verdict | Part]) -> None:
    found = {}
    for language in ("en", "zh"):
        i18n.use(language)
        found[language] = [word(value) for value in kind]
        assert len(set(found[language])) == len(kind)
    assert not set(found["en"]) & set(found["zh"])


def test_a_cause_of_the_stores_own_is_its_own_word(said: Callable[[str, str], str]) -> None:
    assert cause_word("设备检修") == "设备检修"
    assert cause_word("arrivals") == said("many came at once", "到店集中")


def test_why_nothing_is_proposed(said: Callable[[str, str], str]) -> None:
    assert causes.proposed(Proposal(None, Unproposed.TOO_LITTLE_HISTORY, Evidence(9))) == said(
        "No proposal: only 9 days on record, too few to say what is usual.",
        "无建议：只有 9 天的记录，还看不出平时的水平。",
    )
    assert causes.proposed(Proposal(None, Unproposed.NOTHING_LONG, Evidence(31))) == said(
        "No proposal: no part of the time was longer than usual.", "无建议：各段时间都不比平时长。"
    )


def test_a_change_and_what_could_be_seen(said: Callable[[str, str], str]) -> None:
    assert effect.change(FOUND) == said("−54 %, 95-percent interval −75 % … −16 %", "−54 %，95% 区间 −75 % … −16 %")
    assert effect.dispersion(FOUND) == said(
        "Day differs from day 4.2 times as much as by pure chance.", "天与天之差是纯随机的 4.2 倍。"
    )
    assert effect.dispersion(FOUND._replace(dispersion=None)) == ""
    assert effect.visible(FOUND) == said(
        "The smallest decrease such days would show is −49 %.", "这样的数据能看出的最小下降是 −49 %。"
    )
    assert effect.visible(FOUND._replace(visible=None)) == said(
        "Such days could not show even a very large decrease.", "这样的数据，再大的下降也看不出来。"
    )
    assert [effect.signed(each) for each in (0, 0.004, 0.08, -0.004, 12)] == ["0 %", "0 %", "+8 %", "0 %", "+1200 %"]


def test_one_side(said: Callable[[str, str], str]) -> None:
    assert effect.side(Metric.OVER_STAYS_PER_100, Side(22, 151, 1697, 8.898)) == said(
        "8.9 (151 / 1697) · 22 days", "8.9 (151 / 1697) · 22 天"
    )
    assert effect.side(Metric.MINUTES_ABOVE_PER_DAY, Side(1, 12.34, 1, 12.34)) == said(
        "12.3 (12.3 / 1) · 1 day", "12.3 (12.3 / 1) · 1 天"
    )
    assert effect.side(Metric.P90_ZONE_TIME, Side(22, 1690, 1690, 18.2)) == said(
        "18.2 (1690 cars) · 22 days", "18.2 (1690 台) · 22 天"
    )
    assert effect.side(Metric.OVER_STAYS_PER_100, Side(0, 0, 0, None)) == said("0 days", "0 天")


@pytest.mark.parametrize("kind", Verdict)
def test_every_verdict_is_a_sentence(kind: Verdict, said: Callable[[str, str], str]) -> None:
    nothing = Side(0, 0, 0, None)
    found = Effect(Metric.LATE_PER_100, kind, nothing, nothing, None, (), Matched((), (), ()), 3, False, ())
    assert effect.verdict(found).endswith(said(".", "。"))
    assert ("3" in effect.verdict(found)) is (kind is Verdict.TOO_EARLY)


def test_too_early_by_a_day(said: Callable[[str, str], str]) -> None:
    nothing = Side(0, 0, 0, None)
    found = Effect(
        Metric.LATE_PER_100, Verdict.TOO_EARLY, nothing, nothing, None, (), Matched((), (), ()), 1, False, ()
    )
    assert effect.verdict(found) == said("Too early: 1 day to go.", "为时过早：还差 1 天。")


def test_every_doubt_is_a_sentence(said: Callable[[str, str], str]) -> None:
    texts = [
        effect.caution(each)
        for each in (
            Caution(Doubt.HIGH_BEFORE),
            Caution(Doubt.VOLUME, change=0.2),
            Caution(Doubt.OTHER_MEASURE, measures=(27, 31)),
            Caution(Doubt.CHANGED, names=("bays",), days=(DAY,)),
            Caution(Doubt.DISPERSED, days=(DAY,)),
        )
    ]
    assert texts == [
        said(
            "It was unusually bad before: part of the change is a return to the ordinary.",
            "之前那段比平时差：有一部分是自然回落。",
        ),
        said("+20 % visits a day: not quite comparable.", "日均进店 +20 %，不完全可比。"),
        said("In the same time another measure was done: No. 27, 31.", "同期还有整改：27、31 号。"),
        said("In the same time the policy was changed (bays): 2026-10-08.", "同期改过规则（bays）：2026-10-08。"),
        said("A few days make up most of the difference: 2026-10-08.", "差异主要来自少数几天：2026-10-08。"),
    ]
