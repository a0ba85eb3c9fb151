"""The register in words: what areas and things are called, how a thing stands."""

from collections.abc import Iterable, Mapping
from datetime import date, tzinfo

from frontdesk.domain.register.areas import OUTSIDE, Area, AreaOnRecord
from frontdesk.domain.register.contacts import Contact
from frontdesk.domain.register.things import Entry, Thing, ThingEntry, ThingState
from frontdesk.domain.values.text import clean_line
from frontdesk.words.every_language import in_every_language
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import short_time
from frontdesk.words.vocabulary.register import FIELDS


def area_word(key: str, name: str = "") -> str:
    """Return what an area is called: by the store's own name, else as shipped; one that nobody knows by its key."""
    if name:
        return name
    if key == OUTSIDE:
        return _("off the premises")
    return word(Area(key)) if key in set(Area) else key


def area_names(areas: Iterable[AreaOnRecord]) -> dict[str, str]:
    """Return what areas are called, by their keys."""
    return {area.key: area_word(area.key, area.name) for area in areas}


def shipped_areas() -> dict[str, tuple[str, ...]]:
    """Return what the shipped areas are called in every language."""
    names = in_every_language(lambda: [word(area) for area in Area])
    return {area.value: tuple(said) for area, *said in zip(Area, *names, strict=True)}


def how_many(thing: Thing) -> str:
    """Return how many there are of a thing, and how many there should be at least; empty for what is not counted."""
    said = thing.described
    if said.quantity is None:
        return ""
    count = f"{said.quantity} {said.unit}".rstrip()
    return count if said.least is None else _("{count}, at least {least}").format(count=count, least=said.least)


def how_many_briefly(thing: Thing) -> str:
    """Return the same in a column of a list: 1 (≥ 2)."""
    said = thing.described
    if said.quantity is None:
        return ""
    least = "" if said.least is None else f"(≥ {said.least})"
    return " ".join(filter(None, (str(said.quantity), said.unit, least)))


def how_it_stands(thing: Thing, today: date, warning_days: int) -> str:
    """Return all that is so of a thing, with the day it expires."""
    told = [word(state) for state in thing.states(today, warning_days)]
    ends = thing.described.expires_on
    if ends is not None and thing.retired_at is None:
        told.append(_("until {day}").format(day=ends.isoformat()))
    return " · ".join(told)


def briefly(thing: Thing, today: date, warning_days: int) -> str:
    """Return the same in a column of a list."""
    ends = thing.described.expires_on
    told = [word(state) for state in thing.states(today, warning_days)]
    return " · ".join([*told, ends.isoformat()] if ends and thing.retired_at is None else told)


def more_of(thing: Thing, zone: tzinfo, now: int) -> list[str]:
    """Return what is not in order with a thing, what it is out for, and when it was checked last."""
    told = []
    if thing.fault:
        found = " ".join(
            filter(None, (thing.fault.who, short_time(thing.fault.at, zone, now), _of(thing.fault.matter)))
        )
        told.append(labelled(word(ThingState.FAULTY), f"{clean_line(thing.fault.words)} ({found})"))
    if thing.out:
        why = " ".join(filter(None, (_of(thing.out.matter), clean_line(thing.out.why))))
        told.append(labelled(word(ThingState.OUT), f"{why} ({thing.out.who} {short_time(thing.out.at, zone, now)})"))
    if thing.checked_at is not None:
        told.append(labelled(word(ThingEntry.CHECKED), short_time(thing.checked_at, zone, now)))
    return told


def thing_line(thing: Thing, areas: Mapping[str, str], today: date, warning_days: int) -> str:
    """Return a thing as a list tells it: what, where, how many, how it stands."""
    where = areas.get(thing.described.area, thing.described.area)
    told = (word(thing.described.kind), where, how_many(thing), how_it_stands(thing, today, warning_days))
    return labelled(thing.name, " · ".join(filter(None, told)))


def history_line(entry: Entry, zone: tzinfo, now: int) -> str:
    """Return a line of a thing's history."""
    value = changed_words(entry.value) if entry.entry is ThingEntry.CHANGED else entry.value
    if entry.entry is ThingEntry.OUT and value:
        value = case_number(int(value))
    told = " ".join(filter(None, (word(entry.entry), value, clean_line(entry.words))))
    return f"{short_time(entry.at, zone, now)} {entry.who} {told}"


def changed_words(told: str) -> str:
    """Return what is another now of a thing, each with its name."""
    for name, said in FIELDS.items():
        told = told.replace(f"{name}: ", f"{_(said)} ")
    return told


def contact_word(contact: Contact) -> str:
    """Return what a contact is called: an emergency number by its kind."""
    return contact.details.name or word(contact.details.kind)


def contact_line(contact: Contact, zone: tzinfo, now: int, days: int) -> str:
    """Return a contact as a list tells it: who, the number in full, when somebody answers, when it was called."""
    said = contact.details
    kind = word(said.kind) if said.name else ""
    backup = _("backup") if said.is_backup else ""
    told = (said.phone, kind, backup, said.hours, said.note, called_words(contact, zone, now, days))
    return labelled(contact_word(contact), " · ".join(filter(None, told)))


def called_words(contact: Contact, zone: tzinfo, now: int, days: int) -> str:
    """Return when somebody called a contact through, or that this is to be done; nothing of an emergency number."""
    if not contact.in_use:
        return _("not in use")
    if contact.is_emergency:
        return ""
    if contact.called_at is None:
        return _("not called through yet")
    at = short_time(contact.called_at, zone, now)
    said = _("called through {at} by {who}").format(at=at, who=contact.called_by)
    return _("{said}, to be called again").format(said=said) if contact.is_to_call(now, days) else said


def _of(matter: int | None) -> str:
    return "" if matter is None else case_number(matter)
