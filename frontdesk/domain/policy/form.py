"""The policy as a form: a row for each setting, and what was typed read against the policy in force."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from frontdesk.domain.policy.aftermath import AftermathNumbers
from frontdesk.domain.policy.appointments import AppointmentNumbers
from frontdesk.domain.policy.calendar import DAYS, CalendarNumbers, read_hours
from frontdesk.domain.policy.cases import CaseNumbers
from frontdesk.domain.policy.checks import inconsistencies
from frontdesk.domain.policy.copies import CopyNumbers, read_time_of_day
from frontdesk.domain.policy.drills import DrillNumbers
from frontdesk.domain.policy.escalations import EscalationNumbers
from frontdesk.domain.policy.holidays import HolidayNumbers
from frontdesk.domain.policy.incidents import IncidentNumbers
from frontdesk.domain.policy.matters import MatterNumbers
from frontdesk.domain.policy.meetings import MeetingNumbers
from frontdesk.domain.policy.messages import MessageNumbers
from frontdesk.domain.policy.outlook import OutlookNumbers
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.progress import ProgressNumbers
from frontdesk.domain.policy.provinces import read_province
from frontdesk.domain.policy.reasons import PolicyReason
from frontdesk.domain.policy.register import RegisterNumbers
from frontdesk.domain.policy.rescues import RescueNumbers
from frontdesk.domain.policy.roll_calls import RollCallNumbers
from frontdesk.domain.policy.rosters import RosterNumbers
from frontdesk.domain.policy.store import StoreNumbers
from frontdesk.domain.policy.typed import (
    read_chain,
    read_count,
    read_days,
    read_entries,
    read_length,
    read_names,
)
from frontdesk.domain.policy.weather import WeatherNumbers
from frontdesk.domain.policy.zone import ZoneNumbers, ceilings
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_line, folded, whole_line

GROUPS: tuple[type, ...] = (
    StoreNumbers,
    CalendarNumbers,
    ZoneNumbers,
    AppointmentNumbers,
    EscalationNumbers,
    CaseNumbers,
    ProgressNumbers,
    RescueNumbers,
    IncidentNumbers,
    RollCallNumbers,
    MatterNumbers,
    RegisterNumbers,
    DrillNumbers,
    RosterNumbers,
    HolidayNumbers,
    MessageNumbers,
    OutlookNumbers,
    WeatherNumbers,
    MeetingNumbers,
    CopyNumbers,
    AftermathNumbers,
)
"""The concerns in the order of the form."""
_SHOWN = 60


class Kind(StrEnum):
    """How a setting is written."""

    LENGTH = "length"
    CARS = "cars"
    DAYS = "days"
    YUAN = "yuan"
    COPIES = "copies"
    YEARS = "years"
    PERCENT = "percent"
    MILLIMETRES = "millimetres"
    CENTIMETRES = "centimetres"
    FORCE = "force"
    NAMES = "names"
    CHAIN = "chain"
    ENTRIES = "entries"
    HOURS = "hours"
    TIME = "time"
    DATES = "dates"
    PROVINCE = "province"
    CHOICE = "choice"
    TEXT = "text"


_KINDS = {
    "bays": Kind.NAMES, "workshop_bays": Kind.NAMES, "chain": Kind.CHAIN, "complaint_chain": Kind.CHAIN,
    "work_chain": Kind.CHAIN, "channels": Kind.ENTRIES, "kinds": Kind.ENTRIES, "causes": Kind.ENTRIES,
    "opening_hours": Kind.HOURS, "closed_dates": Kind.DATES,
    "province": Kind.PROVINCE, "working_days": Kind.CHOICE, "store_name": Kind.TEXT, "time_zone": Kind.TEXT,
    "penalty_word": Kind.TEXT, "sign_in": Kind.CHOICE, "progress": Kind.CHOICE, "progress_wash": Kind.CHOICE,
    "incident_slight_chain": Kind.CHAIN, "incident_ordinary_chain": Kind.CHAIN, "incident_major_chain": Kind.CHAIN,
    "customer_chain": Kind.CHAIN, "rescue_chain": Kind.CHAIN, "copy_at": Kind.TIME, "quiet_from": Kind.TIME,
    "quiet_until": Kind.TIME, "remind_at": Kind.TIME, "weather": Kind.CHOICE, "forecast_by": Kind.TIME,
}  # fmt: skip
_ENDINGS = {
    "_s": Kind.LENGTH, "_days": Kind.DAYS, "_cny": Kind.YUAN, "_daily": Kind.COPIES, "_weekly": Kind.COPIES,
    "_monthly": Kind.COPIES, "_years": Kind.YEARS, "_percent": Kind.PERCENT,
    "_mm": Kind.MILLIMETRES, "_cm": Kind.CENTIMETRES, "_force": Kind.FORCE,
}  # fmt: skip
_FOR_SHORT: Mapping[str, Mapping[str, str]] = {
    "working_days": {"法定": "statutory", "国务院": "statutory", "本店": "own", "营业日": "own"},
    "progress": {"全部": "all", "每台": "all", "登记": "taken_up"},
    "progress_wash": {"是": "always", "洗": "always", "否": "never", "不洗": "never"},
    "weather": {"是": "daily", "开": "daily", "每天": "daily", "否": "off", "关": "off"},
    "sign_in": {"姓名": "names", "名单": "names", "密码": "pins", "pin": "pins"},
}
"""What people say for short."""


def kind_of(key: str) -> Kind:
    """Return how a setting is written; a number that says nothing else counts cars."""
    return _KINDS.get(key) or next((kind for ending, kind in _ENDINGS.items() if key.endswith(ending)), Kind.CARS)


class Row(NamedTuple):
    """A line to fill in: a setting, or the opening hours of one day of the week."""

    key: str
    day: int | None = None

    def value(self, policy: Policy) -> Any:
        """Return what a policy says here."""
        value = getattr(policy, self.key)
        return value if self.day is None else value[self.day]

    def put(self, policy: Policy, value: object) -> Policy:
        """Return the policy with another value here."""
        if self.day is not None:
            listed = getattr(policy, self.key)
            value = (*listed[: self.day], value, *listed[self.day + 1 :])
        changed: dict[str, Any] = {self.key: value}
        return replace(policy, **changed)


def rows(group: type) -> tuple[Row, ...]:
    """Return the rows of a concern."""
    days = [Row("opening_hours", day) for day in range(DAYS)]
    return tuple(row for each in fields(group) for row in (days if each.name == "opening_hours" else [Row(each.name)]))


ROWS = tuple(row for group in GROUPS for row in rows(group))


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called in every language, folded, each with its key."""

    roles: Mapping[str, str]
    entries: Mapping[str, Mapping[str, str]]
    """The entries of each list that come with the program."""
    choices: Mapping[str, Mapping[str, str]]
    """The values of each setting that is one of a few."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What the form makes of a policy, and why rows are refused."""

    policy: Policy
    faults: dict[Row, Refused] = field(default_factory=dict)


_READERS: dict[Kind, Callable[[str], object]] = {
    Kind.LENGTH: read_length,
    Kind.CARS: partial(read_count, counted=Kind.CARS),
    Kind.DAYS: partial(read_count, counted=Kind.DAYS),
    Kind.YUAN: partial(read_count, counted=Kind.YUAN),
    Kind.COPIES: partial(read_count, counted=Kind.COPIES),
    Kind.YEARS: partial(read_count, counted=Kind.YEARS),
    Kind.PERCENT: partial(read_count, counted=Kind.PERCENT),
    Kind.MILLIMETRES: partial(read_count, counted=Kind.MILLIMETRES),
    Kind.CENTIMETRES: partial(read_count, counted=Kind.CENTIMETRES),
    Kind.FORCE: partial(read_count, counted=Kind.FORCE),
    Kind.NAMES: read_names,
    Kind.HOURS: read_hours,
    Kind.TIME: read_time_of_day,
    Kind.DATES: read_days,
    Kind.PROVINCE: read_province,
    Kind.TEXT: whole_line,
}


def read(row: Row, text: str, names: Names) -> object:
    """Return the value that was typed into a row. Raises `ValueError`; whether the policy may have it is not asked."""
    kind = kind_of(row.key)
    if kind is Kind.CHAIN:
        return read_chain(text, names.roles)
    if kind is Kind.ENTRIES:
        return read_entries(text, names.entries[row.key])
    if kind is Kind.CHOICE:
        return {**names.choices[row.key], **_FOR_SHORT[row.key]}.get(folded(text), folded(text))
    return _READERS[kind](text)


def taken(present: Policy, typed: Mapping[Row, str], names: Names, written: Callable[[Row, object], str]) -> Taken:
    """Return the policy with everything that was typed, and each row that is not right; rows nobody touched stay.

    `written`: how a value stands in its box.
    """
    policy, faults = present, {}
    for row, text in typed.items():
        try:
            policy = row.put(policy, read(row, text, names))
        except ValueError:
            faults[row] = _not_right(row, text)
        except Refused as refused:
            faults[row] = refused
    most = ceilings(policy)
    for key, value, _right in inconsistencies(policy):
        row = _row_of(key, value, policy)
        faults.setdefault(row, _not_right(row, typed.get(row) or written(row, row.value(policy)), most.get(key)))
    return Taken(policy, faults)


def _not_right(row: Row, text: str, most: int | None = None) -> Refused:
    return Refused(PolicyReason.NOT_RIGHT, key=row.key, text=clean_line(text, _SHOWN), most=most)


def _row_of(key: str, value: object, policy: Policy) -> Row:
    """Return the row that is wrong; if it is the whole week, that is its first day."""
    if key != "opening_hours":
        return Row(key)
    return Row(key, policy.opening_hours.index(value) if isinstance(value, str) else 0)


def clashes(typed: Mapping[Row, str], before: Policy, now: Policy) -> tuple[Row, ...]:
    """Return the rows in which something is typed, and which somebody else has changed meanwhile."""
    return tuple(row for row in typed if row.value(before) != row.value(now))
