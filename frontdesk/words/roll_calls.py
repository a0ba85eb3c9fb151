"""Roll calls in words: who is expected, who is missing, what was found of each (I4, I16)."""

from collections.abc import Iterable, Sequence
from datetime import tzinfo

from frontdesk.domain.roll_calls.roll_call import PEOPLE, Entry, RollCall, Subject
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.domain.zone.places import Place
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import rough_duration, short_time
from frontdesk.words.zone import place_at


def heading(roll_call: RollCall, zone: tzinfo) -> str:
    """Return which round it is, and who began it when."""
    title = _("Roll call {number} · round {round}").format(number=case_number(roll_call.matter), round=roll_call.round)
    begun = f"{short_time(roll_call.started_at, zone)} {roll_call.started_by}"
    ended = ""
    if roll_call.ended_at is not None:
        ended = _("ended {time} {who}").format(time=short_time(roll_call.ended_at, zone), who=roll_call.ended_by)
    return " · ".join(filter(None, (title, begun, ended)))


def started_words(nth: int, people: int, cars: int) -> str:
    """Return what was begun: round 1: 33 people, 14 cars."""
    return _("round {round}: {people} people, {cars} cars").format(round=nth, people=people, cars=cars)


def time_left(roll_call: RollCall, within_s: int, now: Millis) -> str:
    """Return how long there is left until everybody is to be counted, or since when that is over."""
    due = roll_call.started_at + within_s * SECOND
    length = rough_duration(abs(due - now))
    return (_("late by {time}") if now > due else _("{time} left")).format(time=length)


def counts(roll_call: RollCall) -> str:
    """Return how far it is: people 31/33, 2 missing · cars 12/14."""
    people, cars = roll_call.counted(*PEOPLE), roll_call.counted(Subject.CAR)
    missing = _("{count} missing").format(count=people.missing) if people.missing else _("nobody missing")
    told = _("people {answered}/{expected}, {missing}").format(
        answered=people.answered, expected=people.expected, missing=missing
    )
    of_cars = _("cars {answered}/{expected}").format(answered=cars.answered, expected=cars.expected)
    return f"{told} · {of_cars}"


def group_line(roll_call: RollCall, subject: Subject) -> str:
    """Return a kind with its figures, and who of it is missing; "" where nobody is expected."""
    count = roll_call.counted(subject)
    if not count.expected:
        return ""
    missing = [entry_name(each) for each in roll_call.of(subject) if not each.is_answered]
    figures = f"{word(subject)} {count.expected}: ✓{count.answered}"
    return f"{figures}  ▸ {_(', ').join(missing)}" if missing else figures


def entry_name(entry: Entry) -> str:
    """Return how somebody or a car is called on the list."""
    if entry.subject is Subject.VISITOR and not entry.name:
        return _("visitor {number}").format(number=entry.nth)
    return " ".join(filter(None, (show_plate(entry.plate), clean_line(entry.name))))


def entry_details(entry: Entry, places: Iterable[Place], zone: tzinfo, before: Entry | None = None) -> str:
    """Return what is known of an entry: the mark that holds, who said it when, and what happened since."""
    last = entry.last
    told = [place_at(entry.place, places)] if entry.place else []
    if entry.came_at is not None:
        told.append(_("came {time}").format(time=short_time(entry.came_at, zone)))
    if entry.gone_at is not None:
        told.append(_("the car left {time}").format(time=short_time(entry.gone_at, zone)))
    if last is not None:
        told.append(f"{word(last.mark)} {short_time(last.at, zone)} {last.who}")
        if last.words:
            told.append(_("“{words}”").format(words=clean_line(last.words)))
        if len(entry.marks) > 1:
            first = entry.marks[0]
            told.append(
                _("first {mark} {time} {who}").format(
                    mark=word(first.mark), time=short_time(first.at, zone), who=first.who
                )
            )
    elif before is not None and before.last is not None:
        told.append(_("last round: {mark}").format(mark=word(before.last.mark)))
    return " · ".join(told)


def in_round_before(rounds: Sequence[RollCall], entry: Entry) -> Entry | None:
    """Return the same person or car in the round before; visitors without a name are nobody's."""
    if len(rounds) < 2 or (entry.subject is Subject.VISITOR and not entry.name):
        return None
    of_visit = entry.subject in {Subject.CUSTOMER, Subject.CAR}
    return next(
        (
            each
            for each in rounds[-2].of(entry.subject)
            if (each.key.of == entry.key.of if of_visit else each.name == entry.name)
        ),
        None,
    )


def round_lines(roll_call: RollCall, places: Iterable[Place], zone: tzinfo) -> list[str]:
    """Return a round for reading: its heading, its figures, then each name."""
    listed = tuple(places)
    lines = [heading(roll_call, zone), counts(roll_call)]
    for entry in roll_call.entries:
        sign = "✓" if entry.is_answered else "▸"
        lines.append(f"  {sign} {labelled(entry_name(entry), entry_details(entry, listed, zone) or '—')}")
    return lines
