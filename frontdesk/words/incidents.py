"""Incidents in words: what, where, how grave, who has the command, what was done."""

from collections.abc import Iterable
from datetime import tzinfo

from frontdesk.domain.incidents.incident import (
    EndObstacle,
    Entry,
    EntryKind,
    Fact,
    Incident,
    IncidentKind,
    Level,
)
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.phones import mask_in
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word, word_of
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.register import area_word
from frontdesk.words.times import clock_time, duration

_VALUES = {EntryKind.LEVEL: Level, EntryKind.FACT: Fact}


def what_and_where(kind: str, place: str) -> str:
    """Return `fire, workshop`; one that this version does not know is shown as it is on record."""
    return _("{what}, {where}").format(what=word_of(IncidentKind, kind), where=clean_line(area_word(place)))


def title_words(title: str) -> str:
    """Return the title of an incident's matter, which is on record as the keys of its kind and its place."""
    kind, _blank, place = title.partition(" ")
    return what_and_where(kind, place)


def name(incident: Incident) -> str:
    """Return which incident it is; a drill says so with its first word."""
    drill = f"{_('DRILL')} " if incident.is_drill else ""
    return f"{drill}{what_and_where(incident.kind, incident.place_name or incident.place)}"


def heading(incident: Incident, now: Millis) -> str:
    """Return its number and name, how grave it is, who has the command, and for how long it has been going on."""
    parts = [word(incident.level), command_words(incident), state_words(incident, now)]
    return labelled(numbered(incident), " · ".join(parts))


def numbered(incident: Incident) -> str:
    """Return which incident it is, with its number."""
    drill = f"{_('DRILL')} " if incident.is_drill else ""
    return f"{drill}{case_number(incident.id)} {what_and_where(incident.kind, incident.place_name or incident.place)}"


def banner(incident: Incident, now: Millis) -> str:
    """Return the line that stands at every station until it is over, and then for a moment how it ended."""
    if not incident.is_open:
        ended = " · ".join(filter(None, (state_words(incident, now), incident.ended_by)))
        return labelled(numbered(incident), ended)
    first = "" if incident.is_drill else f"{word(MatterKind.INCIDENT)} "
    return f"‼ {first}{heading(incident, now)} · Ctrl+X"


def command_words(incident: Incident) -> str:
    """Return who has the command."""
    return labelled(_("command"), incident.command) if incident.command else _("nobody has the command")


def state_words(incident: Incident, now: Millis) -> str:
    """Return how far it has come, and for how long."""
    if incident.outcome is not None:
        return word(incident.outcome)
    if incident.ended_at is not None:
        return _("ended after {time}").format(time=duration(incident.ended_at - incident.reported_at))
    lasts = duration(max(0, now - incident.reported_at))
    return (_("contained, for {time}") if incident.contained_at is not None else _("for {time}")).format(time=lasts)


def hurt_words(incident: Incident) -> str:
    """Return how many are hurt."""
    if incident.hurt is None:
        return _("hurt: not known")
    return _("hurt: {count}").format(count=incident.hurt) if incident.hurt else _("nobody is hurt")


def entry_line(entry: Entry, zone: tzinfo) -> str:
    """Return one line of an incident's record."""
    kind = _VALUES.get(entry.entry)
    value = word_of(kind, entry.value) if kind else entry.value
    value = "" if value == entry.who else value
    said = " ".join(filter(None, (entry.who, word(entry.entry), value)))
    at = clock_time(entry.occurred_at, zone)
    return labelled(f"{at} {said}", words) if (words := mask_in(clean_line(entry.words))) else f"{at} {said}"


def obstacles_words(obstacles: Iterable[EndObstacle]) -> str:
    """Return what keeps an incident from being declared over."""
    return labelled(_("stands in the way"), _(", ").join(word(each) for each in obstacles))


def mistake_text(number: int, title: str) -> str:
    """Return what those who were called are told where there was nothing."""
    return _("{number} {incident}: reported by mistake, there is nothing. Nobody need come.").format(
        number=case_number(number), incident=title_words(title)
    )


def joined_words(first: str) -> str:
    """Return who reported it before; a station where nobody had signed in is nobody's name."""
    if not first:
        return _("it was reported before; it is the same incident")
    return _("{who} reported it first; it is the same incident").format(who=first)
