"""The store's policy: every number of the plan, in one value that all stations share."""

import re
from dataclasses import dataclass, field

from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.zone.places import Place, PlaceKind

_MOST_BAYS = 60
WORKING_DAYS = ("statutory", "own")
DAYS = 7
_PLACE_KEY = re.compile(r"(bay|waiting)\d+|lane|temporary|repair|workshop")
"""What places are called on the command line: a bay of such a name could not be told from them."""
_CHAIN_STEP = re.compile(r"(\d{1,5}) (guard|advisor|manager|deputy|director)")
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]|24):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Policy:
    """All numbers of the plan, one part per concern. Times in seconds; each default is the documents' own number."""

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
    explain_from_s: int = 120
    """Z7: a crowding that was over with nobody having acted is asked about from this length on; below it is counted."""
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

    def is_over_stay(self, zone_time: Millis) -> bool:
        """Whether a car has been in the zone for too long: more than the limit, not just as long (Z6)."""
        return zone_time > self.over_stay

    @property
    def hold(self) -> Millis:
        """The hold time in milliseconds."""
        return self.hold_s * SECOND

    @property
    def explain_from(self) -> Millis:
        """From which length on it is asked why nobody acted, in milliseconds."""
        return self.explain_from_s * SECOND

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
