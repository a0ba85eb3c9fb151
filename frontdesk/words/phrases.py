"""The desk's wording: places, tasks, numbers, instants, lengths of time, in the user's language."""

from collections.abc import Callable, Iterable
from datetime import tzinfo

from frontdesk.domain.escalations.tasks import OF_WORKSHOP, Errand, Task
from frontdesk.domain.values.clock import HOUR, MINUTE, SECOND, Millis, to_datetime
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.places import Place, PlaceKind
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word

At = Callable[[Millis], str]
"""How an instant is written."""

_CIRCLED = "①②③④⑤⑥⑦⑧⑨"


def place_name(place: Place) -> str:
    """Return what a place is called: "bay 2", "lane", or the name the store gave it."""
    if place.kind is PlaceKind.BAY:
        return _("bay {name}").format(name=place.name) if place.name.isdigit() else place.name
    if place.kind is PlaceKind.WORKSHOP_BAY:
        return _("waiting bay {name}").format(name=place.name) if place.name.isdigit() else place.name
    return word(place.kind)


def place_at(key: str, places: Iterable[Place], unknown: str = "") -> str:
    """Return what the place with a key is called; `unknown` where there is none of that key."""
    return next((place_name(place) for place in places if place.key == key), unknown)


def task_text(task: Task, places: Iterable[Place]) -> str:
    """Return what is to be done, as an order: drive 苏A·12345 to waiting bay 2."""
    place = place_at(task.place, places)
    text = {
        Errand.PARK: _("guide {plate} to {place}"),
        Errand.LOUNGE: _("take the customer of {plate} to the lounge, ticket {ticket}"),
        Errand.DRIVE: _("drive {plate} to {place}"),
        Errand.REORDER: _("re-order the jobs of {plate}: what frees the zone soonest first"),
    }[task.errand].format(plate=show_plate(task.plate), place=place, ticket=task.ticket)
    return labelled(_("workshop"), text) if task.errand in OF_WORKSHOP else text


def bay_mark(place: Place) -> str:
    """Return a bay's short mark: ① for 1."""
    return _CIRCLED[int(place.name) - 1] if place.name in set("123456789") else place.name


def labelled(name: str, text: str) -> str:
    """Return a text with the name of what it is in front."""
    return _("{name}: {text}").format(name=name, text=text)


def case_number(number: int) -> str:
    """Return what a complaint, an escalation or a task is called: No. 12."""
    return _("No. {number}").format(number=number)


def clock_time(at: Millis, zone: tzinfo) -> str:
    """Return an instant as the time of day in the store: 10:42:07."""
    return to_datetime(at, zone).strftime("%H:%M:%S")


def short_time(at: Millis, zone: tzinfo, now: Millis | None = None) -> str:
    """Return an instant as 10:42; with the date in front where `now` is another day: 03-02 10:42."""
    moment = to_datetime(at, zone)
    other_day = now is not None and to_datetime(now, zone).date() != moment.date()
    return moment.strftime("%m-%d %H:%M" if other_day else "%H:%M")


def long_time(at: Millis, zone: tzinfo) -> str:
    """Return an instant as papers say it, whenever they are read: 2026-03-02 10:42."""
    return to_datetime(at, zone).strftime("%Y-%m-%d %H:%M")


def iso_time(at: Millis | None, zone: tzinfo) -> str | None:
    """Return an instant as ISO 8601 in the store's zone, with milliseconds where there are any; None stays None."""
    if at is None:
        return None
    return to_datetime(at, zone).isoformat(timespec="milliseconds" if at % SECOND else "seconds")


def duration(length: Millis) -> str:
    """Return a length of time: 12:41, from an hour on 1:02h, from a day on 3d 04h; a negative one with its sign."""
    sign, length = ("-", -length) if length < 0 else ("", length)
    if length < HOUR:
        return f"{sign}{length // MINUTE}:{length % MINUTE // SECOND:02d}"
    if length < 24 * HOUR:
        return sign + _("{hours}:{minutes}h").format(hours=length // HOUR, minutes=f"{length % HOUR // MINUTE:02d}")
    return sign + _("{days}d {hours}h").format(days=length // (24 * HOUR), hours=length // HOUR % 24)


def short_duration(length: Millis) -> str:
    """Return a length of time in five cells: 12:41, from an hour on 1:02h, from ten on 10h, from a day on 3d."""
    if length < HOUR:
        return f"{length // MINUTE}:{length % MINUTE // SECOND:02d}"
    if length < 10 * HOUR:
        return f"{length // HOUR}:{length % HOUR // MINUTE:02d}h"
    return rough_duration(length)


def rough_duration(length: Millis) -> str:
    """Return a length of time as one number: 12m, 7h, 3d."""
    if length < HOUR:
        return _("{minutes}m").format(minutes=length // MINUTE)
    if length < 24 * HOUR:
        return f"{length // HOUR}h"
    return _("{days}d").format(days=length // (24 * HOUR))
