"""What is wrong with a policy's numbers taken together."""

from datetime import date
from zoneinfo import ZoneInfo

from frontdesk.domain.policy.policy import (
    _CHAIN_STEP,
    _HOURS,
    _MOST_BAYS,
    _PLACE_KEY,
    DAYS,
    WORKING_DAYS,
    Policy,
    chain_step,
)
from frontdesk.domain.values.plates import PROVINCES
from frontdesk.domain.values.text import clean_code

BOUNDS = {
    "temporary_capacity": (0, 500),
    "repair_capacity": (0, 500),
    "over_count": (1, 500),
    "over_count_warning": (1, 500),
    "over_stay_s": (1, 86_400),
    "over_stay_warning_s": (1, 86_400),
    "late_reception_s": (1, 86_400),
    "late_reception_manager_s": (1, 86_400),
    "undo_s": (1, 86_400),
    "head_informed_s": (1, 86_400),
    "full_answer_days": (1, 60),
    "quality_answer_days": (1, 60),
    "on_site_s": (1, 31 * 86_400),
    "due_warning_s": (0, 7 * 86_400),
    "follow_up_days": (0, 365),
    "penalty_cny": (1, 100_000),
    "complaint_act_within_s": (60, 7 * 86_400),
    "chain_repeat_s": (5, 86_400),
    "act_within_s": (1, 86_400),
    "verify_s": (1, 86_400),
    "hold_s": (0, 3_600),
    "explain_from_s": (0, 86_400),
    "reorder_s": (60, 86_400),
    "diversion_s": (60, 86_400),
}
"""What each number may be, both ends included."""


def _chain_problem(chain: tuple[str, ...]) -> str | None:
    """Return what is not right of a chain, or None: each is a step, none twice, and somebody decides from 0 s on."""
    for step in chain:
        if not _CHAIN_STEP.fullmatch(step):
            return step
    at_once = {role for after, role in map(chain_step, chain) if after == 0}
    twice = len(set(chain)) < len(chain)
    return " · ".join(chain) if twice or not at_once - {"guard"} else None


def inconsistencies(policy: Policy) -> list[tuple[str, object, str]]:
    """Return everything that is wrong in a policy although its types are right."""
    wrong: list[tuple[str, object, str]] = [
        (name, getattr(policy, name), f"{least}–{most}")
        for name, (least, most) in BOUNDS.items()
        if not least <= getattr(policy, name) <= most
    ]
    try:
        ZoneInfo(policy.time_zone)
    except (KeyError, ValueError, OSError):
        wrong.append(("time_zone", policy.time_zone, "Asia/Shanghai"))
    for name, choices in (("province", tuple(PROVINCES)), ("working_days", WORKING_DAYS)):
        if getattr(policy, name) not in choices:
            wrong.append((name, getattr(policy, name), " ".join(choices)))
    for name, fewest in (("bays", 1), ("workshop_bays", 0)):
        names = getattr(policy, name)
        distinct = len(set(names)) == len(names) and all(n.strip() for n in names)
        ambiguous = any(_PLACE_KEY.fullmatch("".join(clean_code(n).casefold().split())) for n in names)
        if ambiguous or not distinct or not fewest <= len(names) <= _MOST_BAYS:
            wrong.append((name, list(names), '["1", "2", "3"]'))
    for name, other in (("over_stay_warning_s", "over_stay_s"), ("over_count_warning", "over_count")):
        if getattr(policy, name) > getattr(policy, other):
            wrong.append((name, getattr(policy, name), f"≤ {getattr(policy, other)}"))
    for name in ("chain", "complaint_chain"):
        wrong_step = _chain_problem(getattr(policy, name))
        if wrong_step is not None:
            right = ", ".join(f'"{step}"' for step in getattr(Policy(), name))
            wrong.append((name, wrong_step, f"[{right}]"))
    return [*wrong, *_calendar_problems(policy)]


def _calendar_problems(policy: Policy) -> list[tuple[str, object, str]]:
    wrong: list[tuple[str, object, str]] = []
    for hours in policy.opening_hours:
        found = _HOURS.fullmatch(hours)
        if hours and (not found or hours[:5] >= hours[6:] or hours[6:] > "24:00"):
            wrong.append(("opening_hours", hours, "08:30-18:00"))
    if not any(policy.opening_hours) or len(policy.opening_hours) != DAYS:
        wrong.append(("opening_hours", list(policy.opening_hours), "08:30-18:00"))
    for day in policy.closed_dates:
        try:
            date.fromisoformat(day)
        except ValueError:
            wrong.append(("closed_dates", day, "2026-02-17"))
    return wrong
