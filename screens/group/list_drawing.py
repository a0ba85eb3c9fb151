"""Draws the list of stores, those first that need somebody. Pure: values in, lines out."""

from collections import Counter
from collections.abc import Iterable

from rich.cells import cell_len

from frontdesk.domain.group.comparison import DIFFERS, Comparison, Measure, Standing
from frontdesk.domain.group.comparison import Month as MonthOfStore
from frontdesk.domain.group.office import StoreState
from frontdesk.domain.group.share import Share
from frontdesk.domain.group.store import Store
from frontdesk.domain.values.text import clean_line
from frontdesk.words.group.comparison import MARKS
from frontdesk.words.group.stores import heard, trouble, why
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word, word_of
from frontdesk.words.phrases import labelled
from screens.group.drawing import STANDS, TONES
from screens.group.picture import GroupPicture
from screens.kit.spans import Line, Span, fit, line, shortened, width_of

WIDE = 100
"""From so many columns on names have more room."""
_HEARD, _CARS = 11, 8


class Columns:
    """How wide each column of the list of stores is."""

    def __init__(self, stores: Iterable[Store], width: int) -> None:
        is_wide = width >= WIDE
        self.code = max(4, min(16 if is_wide else 10, max((cell_len(store.code) for store in stores), default=0)))
        self.state = max(cell_len(word(state)) for state in StoreState)
        fixed = 3 + self.code + self.state + _HEARD + _CARS + 5
        self.name = max(8, min(28, (width - fixed) * (1 if is_wide else 2) // (2 if is_wide else 3)))
        self.notes = max(0, width - fixed - self.name)

    def headings(self) -> Line:
        """Return the names of the columns."""
        texts = (
            (_("code"), self.code), (_("store name"), self.name), (_("state"), self.state), (_("last heard"), _HEARD),
        )  # fmt: skip
        spans = [Span("   ")]
        for text, wide in texts:
            spans += [*fit([Span(shortened(text, wide), "dim")], wide), Span(" ")]
        cars = shortened(_("arrivals"), _CARS)
        spans += [Span(" " * (_CARS - cell_len(cars)) + cars, "dim"), Span(" ")]
        return line(*spans, Span(shortened(_("beside the group"), self.notes), "dim"))


def draw_store(store: Store, picture: GroupPicture, columns: Columns, *, marked: bool) -> Line:
    """Return a store on one line."""
    state = store.state(picture.now)
    month = picture.month_of(store.code)
    tone = TONES[state]
    cars = "" if month is None else f"{month.cars:,}"
    spans = [
        Span(" ▸ " if marked else "   "),
        *fit([Span(shortened(store.code, columns.code))], columns.code + 1),
        *fit([Span(shortened(clean_line(store.name, None), columns.name), "head")], columns.name + 1),
        *fit([Span(word(state), tone)], columns.state + 1),
        *fit([Span(heard(store, picture.zone, picture.now), tone)], _HEARD + 1),
        Span(f"{cars:>{_CARS}} "),
        *_notes(store, month, picture.comparison, columns.notes),
    ]
    return tuple(Span(span.text, "chosen") for span in spans) if marked else tuple(spans)


def _notes(store: Store, month: MonthOfStore | None, found: Comparison | None, room: int) -> Line:
    """Return why a store is not taken, else what really differs from the group."""
    if store.trouble is not None:
        return fit([Span(shortened(why(store), room), "over")], room)
    if month is None or found is None:
        return fit([], room)
    stands = {measure: found.standing(measure, month) for measure in Measure}
    marks = [
        (MARKS[standing], word(measure), STANDS[standing])
        for measure, standing in stands.items()
        if standing in DIFFERS
    ]
    if not marks and Standing.TOO_FEW in stands.values():
        return fit([Span(MARKS[Standing.TOO_FEW], "dim")], room)
    spans = [Span(f"{mark} {name}  ", tone) for mark, name, tone in marks]
    if width_of(spans) > room:
        # Where there is no room for their names: how many.
        counted = Counter((mark, tone) for mark, _name, tone in marks)
        spans = [Span(f"{mark}{count} ", tone) for (mark, tone), count in counted.items()]
    return fit(spans, room)


def draw_marked(store: Store | None, picture: GroupPicture | None, width: int) -> list[Line]:
    """Return the marked store in full, on two lines."""
    if store is None or picture is None:
        return [(), ()]
    if store.trouble is not None:
        more = Span(shortened(f" {trouble(store, picture.zone, picture.now)}", width - 1), "over")
    elif store.heard_at is None or store.share is None:
        more = Span(" " + _("At the store: frontdesk group join ADDRESS {code}").format(code=store.code), "dim")
    else:
        more = Span(shortened(f" {sent(store)}", width - 1), "dim")
    return [line(Span(shortened(f" {named(store)}", width - 1), "head")), line(more)]


def named(store: Store) -> str:
    """Return a store's code, name and province."""
    return " · ".join(filter(None, (store.code, clean_line(store.name, None), clean_line(store.province, None))))


def sent(store: Store) -> str:
    """Return what a store said last of itself: how much it shares, up to which event, and its program."""
    shared = labelled(_("shared"), word_of(Share, store.share or ""))
    program = labelled(_("version"), clean_line(store.program or "—", 20))
    return " · ".join((shared, labelled(_("last event"), str(store.seq)), program))
