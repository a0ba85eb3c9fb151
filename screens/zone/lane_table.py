"""The lane as a table: whoever has been there longest comes first, with plate, time and its bar, state, advisor."""

from typing import NamedTuple

from rich.cells import cell_len

from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate, show_plate
from frontdesk.domain.zone.cars import Car
from frontdesk.words.i18n import _
from frontdesk.words.times import duration
from screens.kit.spans import Line, Span, ends, fit, shortened, width_of
from screens.zone.car_words import state, zone_tone
from screens.zone.dwell_bar import FEWEST, dwell_bar, scale

_PLATE, _TIME, _MOST = 14, 7, 40


class LaneTable(NamedTuple):
    """The cars of a table in one moment, in `width` cells; `chosen` is the plate that is marked.

    `first`: how many cells the column of the plates takes; `bar`: how many the bars take, 0 where they have no room.
    """

    title: str
    cars: tuple[Car, ...]
    policy: Policy
    now: Millis
    width: int
    chosen: Plate
    first: int
    bar: int

    def in_view(self, rows: int) -> tuple[Car, ...]:
        """Return the cars that so many rows show; the marked one is always among them."""
        place = next((at for at, car in enumerate(self.cars) if car.plate == self.chosen), 0)
        top = max(0, min(place - rows + 1, len(self.cars) - rows))
        return self.cars[top : top + rows]

    def heading(self, rows: int) -> Line:
        """Return the title with the names of the columns, and how many cars so many rows leave out."""
        left, title = len(self.cars) - rows, [Span(f" {self.title} ", "dim"), Span(f"{len(self.cars)}", "head")]
        more = [Span(" " + _("and {count} more cars").format(count=left) + " ", "key")] if left > 0 else []
        room = self.width - width_of(more)
        if not self.cars:
            return fit(title, self.width)
        in_zone = _("in zone")
        columns = [*fit(title, self.first), Span(" " * (_TIME - cell_len(in_zone)) + in_zone + "  ", "dim")]
        if self.bar:
            columns.append(Span(scale(self.policy, self.bar) + "  ", "dim"))
        state = Span(_("state"), "dim")
        columns += [state] if width_of(columns) + state.width <= room else []
        return ends(columns if width_of(columns) <= room else title, more, self.width)

    def row(self, car: Car) -> Line:
        """Return the row of a car."""
        tone, word = zone_tone(car, self.policy, self.now)
        time, said = car.zone_time(self.now), state(car, self.policy, self.now)
        plate = Span(f" {show_plate(car.plate)} ", "chosen" if car.plate == self.chosen else "head")
        spent = f"{duration(time):>{_TIME}}  "
        bar = [*dwell_bar(time, self.policy, self.bar, tone), Span("  ")] if self.bar else []
        room = self.width - self.first - cell_len(spent) - width_of(bar)
        name = car.received_by if car.work_order_at is not None else ""
        how = [Span(f"{word} ", tone), Span(said.text, said.tone), Span(f"  {name}" if name else "", "plain")]
        if width_of(how) > room:
            how = [Span(f"{word} ", tone), Span(shortened(said.text, max(4, room - cell_len(word) - 1)), said.tone)]
        return fit([*fit([Span("  "), plate], self.first), Span(spent, tone), *bar, *how], self.width)


def lane_table(
    title: str, cars: tuple[Car, ...], policy: Policy, *, now: Millis, width: int, chosen: Plate
) -> LaneTable:
    """Return the table of these cars, its columns as wide as what stands in them."""
    first = max(_PLATE, min(24, cell_len(title) + 5))
    longest = max((state(car, policy, now).width for car in cars), default=0)
    words = max((cell_len(zone_tone(car, policy, now)[1]) for car in cars), default=0)
    room = width - first - _TIME - 4 - longest - words - 2
    return LaneTable(title, cars, policy, now, width, chosen, first, min(_MOST, room) if room >= FEWEST else 0)
