"""What of a row leaves the house, by how much is shared."""

from typing import Any

import pytest

from frontdesk.domain.group.share import Share, masked, shared_row

CASE = {
    "customer": "曾小明", "words": "打我13811110001", "kind": "service", "plate": "苏A12345", "received_at": 1,
    "assigned_to": "李四 13811110001", "severity": "major", "phone_id": 3, "stage": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("share", "left"),
    [
        (Share.FULL, CASE),
        (Share.MASKED, {**CASE, "customer": "", "words": "***", "assigned_to": "李四 138****0001"}),
        (Share.FIGURES, {"kind": "service", "received_at": 1, "severity": "major", "phone_id": 3, "stage": None}),
    ],
)
def test_a_case(share: Share, left: dict[str, Any]) -> None:
    assert shared_row("complaints", CASE, share) == left


@pytest.mark.parametrize("text", ["苏A12345", "张三", "zhang san", "Zhang", "13811110001", "", "2026-1-1", "a\n"])
def test_no_text_that_somebody_typed_is_a_figure(text: str) -> None:
    assert shared_row("visits", {"purpose": text, "who": "zhang"}, Share.FIGURES) == {}


def test_what_is_kept_as_json_stays_json() -> None:
    plan = '{"verify": 13811110001, "said": ["call 13811110001"]}'
    assert masked(plan) == '{"verify":13811110001,"said":["call 138****0001"]}'
    assert masked('{"verify": 1200000}') == '{"verify": 1200000}'
    assert masked("{13811110001") == "{138****0001"
