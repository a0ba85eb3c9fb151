"""The rows of the policy form: what each is called, what stands in its box, and what would be right there."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import StrEnum

from frontdesk.domain.cases.case import CaseKind, Channel
from frontdesk.domain.people.roles import Role
from frontdesk.domain.policy.aftermath import AftermathNumbers
from frontdesk.domain.policy.appointments import AppointmentNumbers
from frontdesk.domain.policy.calendar import CalendarNumbers
from frontdesk.domain.policy.cases import CaseNumbers
from frontdesk.domain.policy.chain import chain_step
from frontdesk.domain.policy.checks import bounds
from frontdesk.domain.policy.copies import CopyNumbers
from frontdesk.domain.policy.drills import DrillNumbers
from frontdesk.domain.policy.escalations import EscalationNumbers
from frontdesk.domain.policy.form import Kind, Names, Row, kind_of
from frontdesk.domain.policy.holidays import HolidayNumbers
from frontdesk.domain.policy.incidents import IncidentNumbers
from frontdesk.domain.policy.matters import MatterNumbers
from frontdesk.domain.policy.meetings import MeetingNumbers
from frontdesk.domain.policy.messages import MessageNumbers
from frontdesk.domain.policy.outlook import OutlookNumbers
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.progress import ProgressNumbers
from frontdesk.domain.policy.register import RegisterNumbers
from frontdesk.domain.policy.rescues import RescueNumbers
from frontdesk.domain.policy.roll_calls import RollCallNumbers
from frontdesk.domain.policy.rosters import RosterNumbers
from frontdesk.domain.policy.store import StoreNumbers
from frontdesk.domain.policy.weather import WeatherNumbers
from frontdesk.domain.policy.zone import ZoneNumbers
from frontdesk.domain.review.causes import Cause
from frontdesk.domain.values.text import folded
from frontdesk.words.every_language import in_every_language, keys_by_name
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word, word_of
from frontdesk.words.phrases import labelled
from frontdesk.words.policy.meanings import MEANINGS
from frontdesk.words.times import days_of_the_week

HEADINGS: dict[type, str] = {
    StoreNumbers: N_("The store"),
    CalendarNumbers: N_("Opening hours"),
    ZoneNumbers: N_("Pre-inspection zone"),
    AppointmentNumbers: N_("Appointments"),
    EscalationNumbers: N_("Prompts, and who is called"),
    CaseNumbers: N_("Cases and penalties"),
    ProgressNumbers: N_("Cars in repair"),
    RescueNumbers: N_("Roadside rescue"),
    RosterNumbers: N_("Roster and absences"),
    HolidayNumbers: N_("Holidays"),
    IncidentNumbers: N_("Incidents"),
    MeetingNumbers: N_("Meetings and visits"),
    MatterNumbers: N_("Monthly review and measures"),
    RegisterNumbers: N_("Things and contacts"),
    DrillNumbers: N_("Drills and trainings"),
    MessageNumbers: N_("Telling customers"),
    OutlookNumbers: N_("The next hour"),
    RollCallNumbers: N_("Roll call"),
    AftermathNumbers: N_("After an incident"),
    WeatherNumbers: N_("Weather"),
    CopyNumbers: N_("Copies, and how long records are kept"),
}

_RIGHT = {
    Kind.LENGTH: N_("{least} to {most}, like 20 min or 90 s"),
    Kind.CARS: N_("a whole number, {least} to {most}"),
    Kind.DAYS: N_("a whole number, {least} to {most}"),
    Kind.YUAN: N_("a whole number, {least} to {most}"),
    Kind.COPIES: N_("a whole number, {least} to {most}"),
    Kind.YEARS: N_("a whole number, {least} to {most}"),
    Kind.PERCENT: N_("a whole number, {least} to {most}"),
    Kind.MILLIMETRES: N_("a whole number, {least} to {most}"),
    Kind.CENTIMETRES: N_("a whole number, {least} to {most}"),
    Kind.FORCE: N_("a whole number, {least} to {most}"),
    Kind.NAMES: N_("names with a blank or a comma between them, at most 60, none twice: 1 2 3"),
    Kind.CHAIN: N_("a time and a role for each call, with commas between, like {example}"),
    Kind.ENTRIES: N_("entries with commas between them, at most 30, none twice"),
    Kind.HOURS: N_("8:30-18:00, or nothing for a day that is closed; not all seven"),
    Kind.TIME: N_("a time of day like 21:00"),
    Kind.DATES: N_("2026-02-17, or 2026-02-16~2026-02-22 for a whole week"),
    Kind.PROVINCE: N_("a province like 粤 or Guangdong"),
}
_RIGHT_CHOICE = {
    "working_days": N_("{statutory}, which the State Council publishes, or {own}, on which the store opens"),
    "sign_in": N_("{names}, or {pins}: what counts then needs the person's own PIN"),
    "progress": N_("{all}, from its work order on, or {taken_up}: those that the workshop gives to somebody"),
    "progress_wash": N_("{always} or {never}"),
    "weather": N_("{daily}: somebody is reminded each opening day; {off}: whoever wants looks it up"),
}

_CHOICES = {
    "working_days": {"statutory": N_("statutory working days"), "own": N_("the store's own days")},
    "sign_in": {"names": N_("by name"), "pins": N_("by PIN")},
    "progress": {"all": N_("each car"), "taken_up": N_("only those taken up")},
    "weather": {"off": N_("only when wanted"), "daily": N_("each opening day")},
    "progress_wash": {"always": N_("washed after the check"), "never": N_("not washed")},
}
_TITLES = {
    "working_days": N_("Which days are working days"),
    "closed_dates": N_("Closed days"),
    "sign_in": N_("How people say who they are"),
    "progress": N_("Which cars are followed while they are in repair"),
    "weather": N_("When the weather is looked up"),
    "progress_wash": N_("Whether a car is washed before it is ready"),
}
"""What a row sets, where the policy's file also has to say how it is written there."""


ENTRIES: dict[str, type[StrEnum]] = {"channels": Channel, "kinds": CaseKind, "causes": Cause}
"""The entries of each list that come with the program."""


def names() -> Names:
    """Return what roles, the entries of lists, and the choices of a row are called in every language."""
    return Names(
        keys_by_name(Role),
        {key: keys_by_name(known) for key, known in ENTRIES.items()},
        {key: _named(key) for key in _CHOICES},
    )


def _named(key: str) -> dict[str, str]:
    said = in_every_language(lambda: [_(text) for text in _CHOICES[key].values()])
    return {folded(name): value for texts in said for name, value in zip(texts, _CHOICES[key], strict=True)}


def title(row: Row) -> str:
    """Return what a row sets."""
    if row.day is not None:
        return labelled(days_of_the_week()[row.day], _("Opening hours"))
    return _(_TITLES.get(row.key, MEANINGS[row.key].does))


def about(row: Row) -> str:
    """Return a row's clause, its default, and what may be typed."""
    default = shown(row, row.value(Policy()))
    parts = (
        MEANINGS[row.key].clause,
        _("by default {value}").format(value=default),
        labelled(_("right"), right(row.key)),
    )
    return " · ".join(filter(None, parts))


def text_of(policy: Policy, row: Row) -> str:
    """Return a setting as it stands in its box: 20 min, 1 2 3, at once guard."""
    return written(row, row.value(policy))


def shown(row: Row, value: object) -> str:
    """Return a value as a row shows it, a number with its unit: 3 working days."""
    if isinstance(value, int) and kind_of(row.key) is Kind.LENGTH:
        return length_in_words(value)
    text, unit = written(row, value) or "—", MEANINGS[row.key].unit
    is_counted = isinstance(value, int) and bool(unit)
    return _("{count} {unit}").format(count=text, unit=_(unit)) if is_counted else text


def written(row: Row, value: object) -> str:
    """Return a value as it is written in a row's box; it is read back as the same."""
    kind = kind_of(row.key)
    if isinstance(value, int):
        return length(value) if kind is Kind.LENGTH else str(value)
    if not isinstance(value, tuple):
        return _(_CHOICES[row.key].get(str(value), str(value))) if kind is Kind.CHOICE else str(value)
    if kind in _LISTS:
        return _LISTS[kind](value)
    if kind is Kind.ENTRIES:
        known = ENTRIES[row.key]
        return _(", ").join(word_of(known, entry) if entry in set(known) else entry for entry in value)
    # A name that has a blank in it needs a comma, also where it is the only one.
    return _(", ").join((*value, "")).rstrip(" ") if any(" " in name for name in value) else " ".join(value)


def spans(days: Iterable[str]) -> list[str]:
    """Return days with those in a row put together: 2026-02-16~2026-02-22."""
    found: list[tuple[date, date]] = []
    for day in map(date.fromisoformat, days):
        if found and day - found[-1][1] == timedelta(days=1):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return [str(begins) if begins == ends else f"{begins}~{ends}" for begins, ends in found]


def _call(step: str) -> str:
    after, role = chain_step(step)
    return f"{length(after) if after else _('at once')} {word(Role(role))}"


_LISTS: dict[Kind, Callable[[tuple[str, ...]], str]] = {
    Kind.CHAIN: lambda calls: _(", ").join(map(_call, calls)),
    Kind.DATES: lambda days: " ".join(spans(days)),
}


def length(seconds: int) -> str:
    """Return a length of time as people write it, in the largest unit of which it is a whole number."""
    if seconds and seconds % 3600 == 0:
        return _("{count} h").format(count=seconds // 3600)
    if seconds and seconds % 60 == 0:
        return _("{count} min").format(count=seconds // 60)
    return _("{count} s").format(count=seconds)


def length_in_words(seconds: int) -> str:
    """Return a length of time as people read it beside others: 21 min 40 s."""
    minutes, rest = divmod(seconds, 60)
    return f"{length(minutes * 60)} {length(rest)}" if minutes and rest else length(seconds)


_RIGHT_TEXTS: dict[str, Callable[[], str]] = {
    "time_zone": lambda: Policy().time_zone,
    "penalty_word": lambda: _("a word or two, at most 20 characters; empty: the program's own"),
}


def right(key: str, most: object = None) -> str:
    """Return what may be typed for a setting; `most`: the largest that fits the others, if that is less."""
    kind = kind_of(key)
    if kind is Kind.TEXT:
        return _RIGHT_TEXTS[key]() if key in _RIGHT_TEXTS else _("a name, at most 200 characters")
    if kind is Kind.CHOICE:
        return _(_RIGHT_CHOICE[key]).format(**{value: _(text) for value, text in _CHOICES[key].items()})
    row = Row(key)
    least, largest = bounds().get(key, (0, 0))
    said = {
        "least": written(row, least),
        "most": written(row, min(most, largest) if isinstance(most, int) else largest),
        "example": _(", ").join(map(_call, ("0 manager", "180 deputy"))),
    }
    return _(_RIGHT[kind]).format(**said)
