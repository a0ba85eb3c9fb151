"""Draws a store's page: how head office stands with it, its month beside the group, and what goes on there now.

Pure: values in, lines out.
"""

import re
from collections import Counter
from collections.abc import Iterator

from rich.cells import cell_len

from frontdesk.domain.cases.case import Stage
from frontdesk.domain.escalations.terms import Kind, State
from frontdesk.domain.group.comparison import Measure
from frontdesk.domain.group.office import StoreState
from frontdesk.domain.group.share import Share
from frontdesk.domain.group.store import Store
from frontdesk.domain.group.there import CarThere, There
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.domain.zone.places import Place, PlaceKind
from frontdesk.words.group.comparison import MARKS, interval, per_hundred
from frontdesk.words.group.stores import heard, trouble
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word, word_of
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.times import duration, short_time
from frontdesk.words.zone import place_name
from screens.group.drawing import STANDS, TONES, turning
from screens.group.list_drawing import named, sent
from screens.group.picture import GroupPicture
from screens.kit.spans import Line, Span, line, wrap

_WORDS_FROM = 90
"""From so many columns on it is said in words, too, how a store stands beside the group."""
_MARKS = frozenset(filter(None, MARKS.values()))


def draw_page(store: Store, picture: GroupPicture, width: int) -> list[Line]:
    """Return the page of a store."""
    lines = [*_standing(store, picture, width), _rule(width), *_month(store, picture, width), _rule(width)]
    there = picture.there
    if picture.why_not_there is not None and picture.stale_since is None:
        lines += [line(Span(row, "over")) for row in wrap(f"✗ {sentence(picture.why_not_there)}", width)]
    if not store.seq:
        return [*lines, line(Span(_("There is nothing from this store yet."), "dim"))]
    if there is None or there.code != store.code:
        return [*lines, line(Span(_("reading …"), "dim"))]
    for text, tone in _now(store, there, picture):
        indent = "" if tone in {"head", "dim"} else "  "
        lines += [line(Span(indent + row, tone)) for row in wrap(text, width - len(indent))]
    return lines


def _rule(width: int) -> Line:
    return line(Span("─" * width, "dim"))


def _standing(store: Store, picture: GroupPicture, width: int) -> list[Line]:
    state = store.state(picture.now)
    last = labelled(_("last heard"), heard(store, picture.zone, picture.now))
    lines = [line(Span(row, "head")) for row in wrap(named(store), width)[:2]]
    lines.append(line(Span(word(state), TONES[state]), Span(f" · {last}")))
    if store.trouble is not None:
        lines += [line(Span(row, "over")) for row in wrap(trouble(store, picture.zone, picture.now), width)]
    if store.share is not None:
        lines += [line(Span(row, "dim")) for row in wrap(sent(store), width)]
    return lines


def _month(store: Store, picture: GroupPicture, width: int) -> list[Line]:
    """Return a store's figures of the month with their intervals, each beside the group's."""
    found, month = picture.comparison, picture.month_of(store.code)
    if found is None or month is None:
        return [line(*turning(picture), Span(f" {_('counting …')}", "dim"))]
    cars = labelled(_("arrivals"), f"{month.cars:,}")
    whole = "" if found.is_whole(month) or picture.now < found.ends else f" · {_('something of it may be missing')}"
    headings = ["", _("times"), _("for 100 cars"), _("95 % interval"), _("the whole group"), ""]
    rows, tones = [headings], ["dim"]
    for measure in Measure:
        rate, standing = found.rate(measure, month), found.standing(measure, month)
        group = per_hundred(found.rate(measure))
        said = f"{MARKS[standing]} {word(standing)}".strip()
        rows.append([word(measure), str(rate.times), per_hundred(rate), interval(rate), group, said])
        tones.append(STANDS[standing])
    if width < _WORDS_FROM:
        # The marks alone say it, too.
        rows = [[*row[:-1], row[-1][:1] if row[-1][:1] in _MARKS else ""] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    table = [line(Span("  ".join(_cells(row, widths)), tone)) for row, tone in zip(rows, tones, strict=True)]
    return [line(*turning(picture), Span(f" {cars}"), Span(whole, "warn")), *table]


def _cells(row: list[str], widths: list[int]) -> list[str]:
    """Return texts as wide as their columns: the figures end in line, the words begin there."""
    blanks = [" " * (wide - cell_len(text)) for text, wide in zip(row, widths, strict=True)]
    is_figure = [0 < place < len(row) - 1 for place in range(len(row))]
    return [
        blank + text if figure else text + blank for text, blank, figure in zip(row, blanks, is_figure, strict=True)
    ]


def _now(store: Store, there: There, picture: GroupPicture) -> Iterator[tuple[str, str]]:
    """Give what goes on there, each text with its tone."""
    if store.heard_at is not None and store.state(picture.now) is not StoreState.CURRENT:
        time = short_time(store.heard_at, picture.zone, picture.now)
        yield _("As of {time}: nothing of it was taken since.").format(time=time), "warn"
    zone = [car for car in there.cars if car.in_zone]
    elsewhere = Counter(_place(car) for car in there.cars if not car.in_zone)
    yield labelled(_("in the zone now"), str(len(zone))), "head"
    for car in sorted(zone, key=lambda car: (car.place == "lane", car.place)):
        received = _("was received") if car.received_at is not None else _("not received")
        time = duration(car.zone_time(picture.now))
        yield f"{_place(car)} · {_plate(car.plate)} · {time} · {received}", "plain"
    if elsewhere:
        yield _(", ").join(labelled(place, str(count)) for place, count in sorted(elsewhere.items())), "plain"
    yield labelled(_("open escalations"), str(len(there.escalations))), "head"
    for each in there.escalations:
        about = f" · {_plate(each.plate)}" if each.plate else ""
        since = short_time(each.crossed_at, picture.zone, picture.now)
        yield f"{since} · {word_of(Kind, each.kind)}{about} · {word_of(State, each.state)}", "over"
    yield labelled(_("open major complaints"), str(len(there.majors))), "head"
    for case in there.majors:
        since = short_time(case.received_at, picture.zone, picture.now)
        late = case.next_due is not None and case.next_due < picture.now
        due = "" if case.next_due is None else short_time(case.next_due, picture.zone, picture.now)
        next_due = f" · {labelled(_('next due'), due)}" if due else ""
        yield (
            f"{case_number(case.number)} · {since} · {word_of(Stage, case.stage)}{next_due}",
            "over" if late else "warn",
        )
    if store.share == Share.FIGURES:
        yield _("This store shares figures only: no plates."), "dim"


def _place(car: CarThere) -> str:
    """Return where a car is; what the store calls its bays is its own."""
    found = re.fullmatch(r"(bay|waiting)(\d+)", car.place)
    if found is not None:
        kind = PlaceKind.BAY if found[1] == "bay" else PlaceKind.WORKSHOP_BAY
        return place_name(Place(car.place, kind, found[2], 1))
    return word_of(PlaceKind, car.place)


def _plate(plate: str) -> str:
    return show_plate(clean_line(plate, 20)) if plate else "—"
