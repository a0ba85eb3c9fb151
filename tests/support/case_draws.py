"""What is drawn for a step of a case: when, by whom, with which words and which things beside them."""

from datetime import date
from typing import Any

from case_days import DAY, HOUR
from case_model import RANKS
from hypothesis import strategies as st
from model_rows import Record

from frontdesk.domain.cases.clocks import ClockName

MOMENTS = [1_780_020_000_000, 1_780_048_799_999, 1_780_048_800_000, 1_780_200_000_000, 1_767_165_200_000]
"""Friday at ten, a moment before closing and at closing, Sunday at noon, New Year's Eve."""
AHEAD = [0, 1, 999, 30_000, 60_000, 119_999, 120_000, 120_001, 600_000, 1_799_999, 1_800_000, HOUR, 4 * HOUR, 14 * HOUR,
         DAY, DAY + 1, 3 * DAY]  # fmt: skip
LONG = [1, 60_000, HOUR, 6 * HOUR, 15 * HOUR, DAY, 5 * DAY, 30 * DAY, 180 * DAY, 180 * DAY + 1, 731 * DAY + 1, 0, -1]
WEEKS = [("08:30-18:00",) * 7, ("09:00-17:00",) * 6 + ("",), ("08:30-18:00",) * 5 + ("10:00-15:00", "")]
YEARS = [
    (2026, {}), (2026, {date(2026, 6, 1): False, date(2026, 5, 30): True}), (2027, {date(2027, 1, 1): False}),
    (2026, {date(2026, 1, day): False for day in (1, 2, 5)}),
]  # fmt: skip
TAKING = [
    "quality", "follow_up", "judge", "promise", "pause", "onsite", "onsite_done", "not_needed", "legal_next",
]  # fmt: skip
"""The steps that take something."""
people = st.sampled_from([*list(RANKS)[:5] * 2, "", ""])
picks = st.integers(0, 9)
words = st.sampled_from(["已与客户说明", "已与客户说明", "已与客户说明", ""])
longs = st.sampled_from(LONG)
clocks = st.none() | st.sampled_from([name.value for name in ClockName])
handed = st.fixed_dictionaries({
    "at": st.none() | longs, "clock": clocks, "severity": st.sampled_from(["major", "ordinary", None]),
    "promise": st.sampled_from([None, None, 1, 5, 999]),
    "understood": st.sampled_from([None, True, True, False]), "content": st.sampled_from([None, True, True, False]),
    "ask": st.sampled_from([None, None, "material", "legal", "onsite", "sample"]),
    "matter": st.sampled_from([None, "advice", "contract", "lawsuit"]),
    "spoken": st.booleans(), "findings": st.booleans(), "satisfaction": st.sampled_from([None, -1, 0, 1, 3, 5, 6]),
})  # fmt: skip


def given(**values: Any) -> Record:
    """What is given with a step; what is not said is nothing."""
    nothing = dict.fromkeys(
        (
            "at",
            "clock",
            "severity",
            "spoken",
            "findings",
            "satisfaction",
            "promise",
            "ask",
            "understood",
            "content",
            "matter",
        )
    )
    return {**nothing, **values}
