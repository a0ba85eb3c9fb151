"""The store's policy: every number of the plan, in one value that all stations share."""

import re
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.plates import PROVINCES
from frontdesk.domain.values.text import clean_code
from frontdesk.domain.zone.floor import Place, PlaceKind

_BOUNDS = {
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
    "reorder_s": (60, 86_400),
    "diversion_s": (60, 86_400),
}
"""What each number may be, both ends included."""

_MOST_BAYS = 60
WORKING_DAYS = ("statutory", "own")
DAYS = 7
_PLACE_KEY = re.compile(r"(bay|waiting)\d+|lane|temporary|repair|workshop")
"""What places are called on the command line: a bay of such a name could not be told from them."""
_CHAIN_STEP = re.compile(r"(\d{1,5}) (guard|advisor|manager|deputy|director)")
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]|24):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Policy:
    """What the plan lays down. Times in seconds; every default is the source documents' own number."""

    store_name: str = ""
    time_zone: str = "Asia/Shanghai"
    province: str = "苏"
    """The province character put before a plate that was typed without one."""

    bays: tuple[str, ...] = ("1", "2", "3")
    """Z2: the names of the pre-inspection bays."""
    temporary_capacity: int = 8
    repair_capacity: int = 6
    workshop_bays: tuple[str, ...] = ("1", "2")

    over_count: int = 4
    """Z5: this many cars in the zone are too many (the number itself included)."""
    over_count_warning: int = 3
    over_stay_s: int = 1200
    """Z6: longer than this in the zone is too long (the exact second is not)."""
    over_stay_warning_s: int = 900
    late_reception_s: int = 60
    """Z4a: received later than this is late."""
    late_reception_manager_s: int = 180
    """A late reception that still stands this long after arrival goes to the manager too."""
    undo_s: int = 120
    head_informed_s: int = 1800
    """C3: the head of the outlet knows of a major complaint within this."""

    chain: tuple[str, ...] = ("0 guard", "0 manager", "180 deputy", "300 director")
    """Z1, Z5, Z6: who is called how many seconds after a crowding began, while nobody has acknowledged it."""
    chain_repeat_s: int = 60
    """So often whoever was called last is called again."""
    act_within_s: int = 180
    """Acknowledged, and no action within this: raised again, one step up."""
    verify_s: int = 300
    """Acted on, and still standing after this: raised again, one step up."""
    hold_s: int = 30
    """A limit crossed again this soon after the situation was over prompts nobody anew."""
    reorder_s: int = 600
    """Z6b: how soon a car whose jobs are re-ordered is expected to leave the zone."""
    diversion_s: int = 1800
    """Z5a: a diverted customer who waits longer is asked about, so that nobody is forgotten in the lounge."""

    full_answer_days: int = 3
    """Q2: where facts must be gathered first, the customer is answered in full within this many working days."""
    quality_answer_days: int = 1
    """C5: the quality department answers in writing within this many working days."""
    on_site_s: int = 86_400
    """C6: a customer with a major problem is visited within this, by the wall clock."""
    due_warning_s: int = 3600
    """So long before it is due a case's clock warns; a short one only in the last third of its time."""
    follow_up_days: int = 3
    """C8: so many days after a case is closed the customer is asked whether all is well."""
    penalty_cny: int = 50
    """Z8: what an over-count or over-stay that led to a complaint costs the person responsible, per car."""
    complaint_chain: tuple[str, ...] = ("0 advisor", "0 manager", "3600 director")
    """Q4: who is called how many seconds after a clock of a case was missed, while nobody has taken it on."""
    complaint_act_within_s: int = 1800
    """Taken on, and the clock not met within this: raised again, one step up."""
    working_days: str = "statutory"
    """Which days count as working days: "statutory" (the State Council's), or "own" (the days the store opens)."""

    opening_hours: tuple[str, ...] = ("08:30-18:00",) * DAYS
    """Monday to Sunday, "08:30-18:00"; an empty text is a day the store is closed."""
    closed_dates: tuple[str, ...] = field(default=())
    """Days the store is closed, "2026-02-17"."""

    @property
    def over_stay(self) -> Millis:
        """Z6 in milliseconds."""
        return self.over_stay_s * SECOND

    @property
    def hold(self) -> Millis:
        """The hold time in milliseconds."""
        return self.hold_s * SECOND

    @property
    def due_warning(self) -> Millis:
        """The warning before a case's clock is due, in milliseconds."""
        return self.due_warning_s * SECOND

    @property
    def late_reception(self) -> Millis:
        """Z4a in milliseconds."""
        return self.late_reception_s * SECOND

    def places(self) -> tuple[Place, ...]:
        """Return every place a car can stand, in the order the screens show them."""
        listed = [Place(f"bay{i}", PlaceKind.BAY, name, 1) for i, name in enumerate(self.bays, 1)]
        listed += [
            Place("lane", PlaceKind.LANE, "", None),
            Place("temporary", PlaceKind.TEMPORARY, "", self.temporary_capacity),
            Place("repair", PlaceKind.REPAIR, "", self.repair_capacity),
        ]
        listed += [
            Place(f"waiting{i}", PlaceKind.WORKSHOP_BAY, name, 1) for i, name in enumerate(self.workshop_bays, 1)
        ]
        listed.append(Place("workshop", PlaceKind.WORKSHOP, "", None))
        return tuple(listed)


def chain_step(text: str) -> tuple[int, str]:
    """Return a step of the chain, "180 deputy", as seconds and role. Raises `ValueError` for what is none."""
    found = _CHAIN_STEP.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return int(found[1]), found[2]


def _chain_problem(chain: tuple[str, ...]) -> str | None:
    """Return what is not right of a chain, or None: each is a step, none twice, and somebody decides from 0 s on."""
    for step in chain:
        if not _CHAIN_STEP.fullmatch(step):
            return step
    at_once = {role for after, role in map(chain_step, chain) if after == 0}
    twice = len(set(chain)) < len(chain)
    return " · ".join(chain) if twice or not at_once - {"guard"} else None


def inconsistencies(policy: Policy) -> list[tuple[str, object, str]]:
    """Return what is not right though it has the right type: (setting, its value, what would be right)."""
    wrong: list[tuple[str, object, str]] = [
        (name, getattr(policy, name), f"{least}–{most}")
        for name, (least, most) in _BOUNDS.items()
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
