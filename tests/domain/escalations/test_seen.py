"""What somebody has seen is gone from that person's line, and from nobody else's."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.seen import Sighting, has_seen
from frontdesk.domain.escalations.terms import Kind, Outcome, State
from frontdesk.domain.stations.station import StationKind

Make = Callable[..., Escalation]
RECEPTION, MANAGER = StationKind.RECEPTION, StationKind.MANAGER


@pytest.mark.parametrize(
    ("kind", "level", "reader", "gone"),
    [
        (Kind.LATE_RECEPTION, 1, (RECEPTION, "李四"), True),
        (Kind.LATE_RECEPTION, 1, (RECEPTION, "赵六"), False),
        (Kind.LATE_RECEPTION, 1, (RECEPTION, ""), False),
        # One step up it is shown to the same person anew, at the station it has come to.
        (Kind.LATE_RECEPTION, 1, (MANAGER, "李四"), False),
        (Kind.LATE_RECEPTION, 2, (MANAGER, "李四"), True),
        (Kind.LATE_RECEPTION, 2, (RECEPTION, "李四"), True),
        # These are decided on, opened, renewed: looking answers nothing.
        (Kind.OVER_COUNT, 1, (MANAGER, "李四"), False),
        (Kind.OVER_STAY, 1, (MANAGER, "李四"), False),
        (Kind.COMPLAINT_DUE, 1, (RECEPTION, "李四"), False),
        (Kind.DIVERSION_EXPIRED, 1, (RECEPTION, "李四"), False),
    ],
)
def test_seen(escalation: Make, kind: Kind, level: int, reader: tuple[StationKind, str], gone: bool) -> None:
    found = escalation(kind, id=7, level=2)
    assert has_seen(found, [Sighting(7, "李四", level)], *reader) is gone
    assert not has_seen(found, [Sighting(8, "李四", level)], *reader)


def test_what_was_seen_before_0_4_is_on_record_as_acknowledged(escalation: Make) -> None:
    found = escalation(Kind.LATE_RECEPTION, state=State.ACKNOWLEDGED, acknowledged_at=1, acknowledged_by="李四")
    assert has_seen(found, (), RECEPTION, "李四")
    assert not has_seen(found, (), RECEPTION, "赵六")


@pytest.mark.parametrize(
    ("kind", "more", "credited"),
    [
        (Kind.LATE_RECEPTION, {"cleared_by": "李四"}, "李四"),
        (Kind.LATE_RECEPTION, {"cleared_by": "李四", "outcome": Outcome.UNDONE}, ""),
        (Kind.LATE_RECEPTION, {"cleared_by": "李四", "outcome": Outcome.CORRECTED}, ""),
        (Kind.OVER_COUNT, {"cleared_by": "李四"}, ""),
        (Kind.OVER_COUNT, {"cleared_by": "李四", "acted_by": "王五"}, "王五"),
        (Kind.OVER_COUNT, {"cleared_by": "李四", "acted_by": "王五", "outcome": Outcome.UNDONE}, ""),
    ],
)
def test_nobody_is_credited_with_what_did_not_happen(
    escalation: Make, kind: Kind, more: dict[str, Any], credited: str
) -> None:
    assert escalation(kind, cleared_at=100, **more).credited_to == credited


@pytest.mark.parametrize(
    ("lasted", "least", "asked"), [(119_999, 120_000, False), (120_000, 120_000, True), (0, 0, True), (1, 0, True)]
)
def test_only_a_long_one_is_to_be_explained(escalation: Make, lasted: int, least: int, asked: bool) -> None:
    ended = escalation(Kind.OVER_COUNT, crossed_at=50, cleared_at=50 + lasted, outcome=Outcome.UNHANDLED)
    assert ended.is_to_explain(least) is asked
    assert not escalation(Kind.OVER_COUNT, crossed_at=50, cleared_at=50 + lasted).is_to_explain(0)
