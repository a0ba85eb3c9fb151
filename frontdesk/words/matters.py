"""Matters in words: what is owed by when, what stands in the way."""

from collections.abc import Callable, Iterable, Mapping
from datetime import tzinfo

from frontdesk.domain.cases.clocks import ClockState
from frontdesk.domain.matters.due import OF_MEETINGS, OF_READINESS, OF_THINGS, Due, DueName
from frontdesk.domain.matters.matter import OF_CARS, Matter, MatterKind, Obstacle
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.domain.weather.decision import Choice, Service
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word, word_of
from frontdesk.words.phrases import labelled
from frontdesk.words.times import long_time, rough_duration

_ENDED = frozenset({ClockState.MET, ClockState.MET_LATE, ClockState.LIFTED})


def due_line(due: Due, zone: tzinfo, now: Millis, warning: Millis) -> str:
    """Return what is owed, by whom, by when, and how it stands."""
    state = due.state(now, warning)
    left = "" if state in _ENDED else time_left(due, now)
    by = long_time(due.due_at, zone)
    again = _("agreed anew {count} times").format(count=len(due.changes)) if due.changes else ""
    missed = _("was missed") if due.is_missed(now) and state not in {ClockState.OVERDUE, ClockState.MET_LATE} else ""
    parts = (due.person, by, word(state), left, again, missed)
    return labelled(due_word(due), " · ".join(filter(None, parts)))


def due_word(due: Due) -> str:
    """Return what is owed: of a step, which; of things, what is to be done with which; of a gap, the day."""
    what = "" if due.name in OF_MEETINGS else clean_line(due.what)
    if due.name is DueName.ROSTER_GAP:
        day, _blank, count = what.partition(" ")
        return _("{what}: {day}, {count} missing").format(what=word(due.name), day=day, count=count)
    if due.name is DueName.CONTACT_AGAIN:
        return labelled(word(due.name), what.partition(" ")[2])
    if due.name is DueName.STEP:
        return title_here(what)
    if due.name in OF_READINESS:
        return _of_readiness(due)
    if due.name in OF_THINGS:
        return " ".join(filter(None, (word(due.name), what)))
    return what or word(due.name)


def title_of(matter: Matter) -> str:
    """Return what a matter is about, as it is read; a car is known by its plate, a drill says so first."""
    title = _TITLES.get(matter.kind, clean_line)(matter.title)
    return f"{_('DRILL')} {title}" if matter.is_drill else title


def _of_incident(title: str) -> str:
    from frontdesk.words.incidents import title_words  # noqa: PLC0415 - a station opens without it

    return title_words(title)


def title_here(title: str) -> str:
    """Return the title of a playbook or a step as it is said here, whoever began it."""
    from frontdesk.words.shipped_titles import said_here  # noqa: PLC0415 - as said

    return said_here(title)


def _what_is_due(title: str) -> str:
    from frontdesk.words.readiness import title_words  # noqa: PLC0415 - as said

    return title_words(title)


def _of_readiness(due: Due) -> str:
    from frontdesk.words.readiness import due_words  # noqa: PLC0415 - as said

    return due_words(due)


def _of_holiday(title: str) -> str:
    from frontdesk.words.holidays import title_words  # noqa: PLC0415 - as said

    return title_words(title)


def _of_template(title: str) -> str:
    from frontdesk.words.group.templates import title_words  # noqa: PLC0415 - as said

    return title_words(title)


def survey_title(title: str) -> str:
    """Return what a survey is called: its year, and whether it is that of the holidays."""
    from frontdesk.domain.surveys.survey import SurveyKind  # noqa: PLC0415 - as said

    year, _blank, kind = title.partition(" ")
    return f"{year} {word_of(SurveyKind, kind)}"


def _decided(title: str) -> str:
    """Return what is decided because of the weather: what, of which services, from which day on."""
    choice, _blank, rest = title.partition(" ")
    services, _blank, day = rest.partition(" ")
    named = _(", ").join(word_of(Service, name) for name in services.split(",") if name)
    return " ".join(filter(None, (word_of(Choice, choice), named, day)))


def check_title(title: str) -> str:
    """Return the title of a check's matter as it is read: one that came with the program is said in each language."""
    from frontdesk.domain.checks.shipped import named_in  # noqa: PLC0415 - as said

    check, rest = named_in(title)
    return " ".join(filter(None, (word(check) if check else "", clean_line(rest))))


def meeting_title(title: str) -> str:
    """Return what a meeting is called: its kind, and the complaint or the car it is about."""
    from frontdesk.domain.meetings.meeting import MeetingKind  # noqa: PLC0415 - as said

    kind, _blank, about = title.partition(" ")
    if about.startswith("#"):
        about = _("complaint No. {number}").format(number=about.removeprefix("#"))
    return labelled(word_of(MeetingKind, kind), show_plate(about)) if about else word_of(MeetingKind, kind)


_TITLES: Mapping[MatterKind, Callable[[str], str]] = {
    **dict.fromkeys(OF_CARS, show_plate),
    MatterKind.RUN: title_here,
    MatterKind.CHECK: check_title,
    MatterKind.READINESS: _what_is_due,
    MatterKind.MEETING: meeting_title,
    MatterKind.SURVEY: survey_title,
    MatterKind.INCIDENT: _of_incident,
    MatterKind.DRILL: _of_incident,
    MatterKind.HOLIDAY: _of_holiday,
    MatterKind.TEMPLATE: _of_template,
    MatterKind.CONTACTS: lambda _title: _("everybody on the list"),
    MatterKind.WEATHER: lambda title: _decided(clean_line(title)),
}
"""How the title of a matter is read, where it is no text of its own."""


def time_left(due: Due, now: Millis) -> str:
    """Return how long there is left, or how late it is."""
    return left_until(due.due_at, now)


def left_until(at: Millis, now: Millis) -> str:
    """Return how long there is left until an instant, or how long ago it was."""
    return (_("late by {time}") if now > at else _("{time} left")).format(time=rough_duration(abs(at - now)))


def obstacles_line(obstacles: Iterable[Obstacle]) -> str:
    """Return what stands in the way of closing a matter."""
    return labelled(_("stands in the way"), _(", ").join(word(each) for each in obstacles))
